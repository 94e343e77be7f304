/** A call's parameters from URL and body (Bitrix24 source, rest/classes/general/rest_util.php, getRequestData). */
import type { PortalRequest } from '../http';
import type { Params, Value } from '../values';
import { parseQueryString } from './query-string';

/** Values of a POST body override those of the URL; the body of any other verb is not read. */
export function parametersOf(request: PortalRequest): Params {
  const cut = request.path.indexOf('?');
  const fromUrl = cut < 0 ? {} : parseQueryString(request.path.slice(cut + 1));
  return request.method.toUpperCase() === 'POST' ? { ...fromUrl, ...parseBody(request) } : fromUrl;
}

function parseBody({ headers, body }: PortalRequest): Params {
  const contentType =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return contentType.toLowerCase().includes('json') ? parseJson(body) : parseQueryString(body);
}

/** Broken JSON is swallowed: the call goes on without body parameters. */
function parseJson(body: string): Params {
  try {
    const parsed = JSON.parse(body) as Value;
    return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
  } catch {
    return {};
  }
}
