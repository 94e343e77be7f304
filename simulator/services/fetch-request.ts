/** UrlFetchApp's parameters: checked, completed with defaults and turned into what goes over the wire. */
import type { WireRequest } from '../http/wire';
import { LIMITS } from '../limits';
import { NotSimulatedError, PlatformException, invalidArgument } from '../service';
import { asText } from '../signature';
import type { Blobs } from './Blobs';
import { fromSigned } from './bytes';

export interface FetchRequest extends WireRequest {
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
}

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const REFUSED_HEADERS = ['host', 'content-length'];
const FORM = 'application/x-www-form-urlencoded';
const OPTIONS = new Set(
  (
    'url method contentType headers payload validateHttpsCertificates followRedirects muteHttpExceptions escaping ' +
    'timeoutSeconds'
  ).split(' '),
);

type Options = Readonly<Record<string, unknown>>;

/** Throws the platform's exception for whatever it refuses before anything is sent. */
export function toFetchRequest(url: unknown, options: Options, blobs: Blobs): FetchRequest {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.has(name)) throw new NotSimulatedError(`UrlFetchApp option ${name}`);
  }
  const address = checkedUrl(url);
  const method = typeof options['method'] === 'string' ? options['method'].toLowerCase() : 'get';
  if (!METHODS.includes(method)) throw invalidAttribute('method');
  const payload = readPayload(options['payload'], blobs);
  if (payload && method === 'get') throw invalidAttribute('payload');
  if (payload && payload.bytes.length > LIMITS.urlFetchPostBytes) {
    throw new PlatformException('Limit Exceeded: URLFetch POST Size.');
  }
  const contentType = options['contentType'] ?? payload?.contentType ?? FORM;
  const headers = {
    ...(method === 'get' ? {} : { 'Content-Type': contentType as string }),
    ...checkedHeaders((options['headers'] ?? {}) as Options),
  };
  return {
    url: address,
    method,
    headers,
    body: payload?.bytes ?? null,
    timeoutMilliseconds: checkedTimeout(options['timeoutSeconds']),
    muteHttpExceptions: options['muteHttpExceptions'] === true,
    followRedirects: options['followRedirects'] !== false,
  };
}

export const invalidAttribute = (what: string) =>
  new PlatformException(`Attribute provided with invalid value: ${what}`);

function checkedUrl(url: unknown): string {
  if (typeof url !== 'string' || !/^https?:\/\/[^/\s]/.test(url)) {
    throw invalidArgument(String(url));
  }
  if (url.length > LIMITS.urlFetchUrlCharacters) {
    throw new PlatformException('Limit Exceeded: URLFetch URL Length.');
  }
  return url;
}

function checkedTimeout(seconds: unknown): number {
  if (seconds === undefined || seconds === null) return LIMITS.urlFetchTimeoutMilliseconds;
  const milliseconds = Number(seconds) * 1000;
  if (Number.isInteger(seconds) && milliseconds > 0 && milliseconds <= LIMITS.urlFetchTimeoutMilliseconds) {
    return milliseconds;
  }
  throw invalidAttribute('timeoutSeconds');
}

function checkedHeaders(headers: Options): Record<string, string> {
  const checked: Record<string, string> = {};
  let size = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (value === null || value === undefined) throw invalidAttribute('Header:null');
    if (REFUSED_HEADERS.includes(name.toLowerCase())) throw invalidAttribute(`Header:${name}`);
    checked[name] = asText(value);
    size += Buffer.byteLength(name) + Buffer.byteLength(checked[name]);
  }
  if (Object.keys(checked).length > LIMITS.urlFetchHeaders) {
    throw new PlatformException('Limit Exceeded: URLFetch Header Count.');
  }
  if (size > LIMITS.urlFetchHeaderBytes) throw new PlatformException('Limit Exceeded: URLFetch Header Size.');
  return checked;
}

interface Payload {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

/** A text or bytes as they are, a blob with its type, an object as the fields of a form: never as JSON. */
function readPayload(payload: unknown, blobs: Blobs): Payload | null {
  if (payload === undefined || payload === null) return null;
  if (typeof payload === 'string') return { bytes: Buffer.from(payload), contentType: null };
  if (Array.isArray(payload)) return { bytes: fromSigned(payload as number[]), contentType: null };
  const blob = blobs.read(payload);
  if (blob) return blob;
  const fields = Object.entries(payload).map(([name, value]) => {
    if (blobs.read(value)) throw new NotSimulatedError('UrlFetchApp payload with a blob among its fields');
    return [name, asText(value)] as [string, string];
  });
  return { bytes: Buffer.from(new URLSearchParams(fields).toString()), contentType: FORM };
}
