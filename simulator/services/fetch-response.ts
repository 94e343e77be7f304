/** `HTTPResponse` (Google, HTTPResponse reference). */
import type { WireResponse } from '../http/wire';
import { makeService, type Gate } from '../service';
import { methodsOf } from '../signature';
import type { Blobs } from './Blobs';
import { decode, toSigned } from './bytes';

/** HTTP/2 servers give names in lower case, others as they please: a script must not care. */
export type HeaderCase = 'lower' | 'asSent';

/** Whether texts still hold the mark that a body begins with: Google documents nothing. */
export type ByteOrderMark = 'kept' | 'removed';

export interface ResponseQuirks {
  readonly headerCase: HeaderCase;
  readonly byteOrderMark: ByteOrderMark;
}

export const bodyOf = ({ body }: WireResponse): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body;

export function makeResponse(
  gate: Gate,
  response: WireResponse,
  blobs: Blobs,
  { headerCase, byteOrderMark }: ResponseQuirks,
): object {
  const method = methodsOf('HTTPResponse');
  const bytes = bodyOf(response);
  const headers = Object.entries(response.headers).map(
    ([name, value]) => [headerCase === 'lower' ? name.toLowerCase() : name, value] as const,
  );
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const type = typeof contentType === 'string' ? contentType : (contentType?.at(-1) ?? null);
  const charset = /charset="?([^\s;"]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  return makeService('HTTPResponse', gate, {
    getResponseCode: method('getResponseCode', [], () => response.status),
    getContentText: method('getContentText', ['text?'], (asked?: string | null) =>
      decode(bytes, asked ?? charset, byteOrderMark === 'kept'),
    ),
    getContent: method('getContent', [], () => toSigned(bytes)),
    getBlob: method('getBlob', [], () =>
      blobs.make({ bytes, contentType: type?.split(';')[0] ?? null, name: null }),
    ),
    getHeaders: method('getHeaders', [], () =>
      Object.fromEntries(
        headers.map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')]),
      ),
    ),
    getAllHeaders: method('getAllHeaders', [], () => Object.fromEntries(headers)),
  });
}
