/** `HTTPResponse` (Google, HTTPResponse reference). */
import type { WireResponse } from '../http/wire';
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { optional, takesOn, text } from '../signature';
import { decode } from './bytes';

/** HTTP/2 servers send names in lower case, others in any case; a script must accept both. */
export type HeaderCase = 'lower' | 'asSent';

/** Whether texts still hold the mark that a body begins with: Google documents nothing. */
export type ByteOrderMark = 'kept' | 'removed';

export interface ResponseQuirks {
  readonly headerCase: HeaderCase;
  readonly byteOrderMark: ByteOrderMark;
}

export const bodyOf = ({ body }: WireResponse): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body;

type HTTPResponse = GoogleAppsScript.URL_Fetch.HTTPResponse;

const onResponse = takesOn<WireResponse>();

export function makeResponses(gate: Gate, { headerCase, byteOrderMark }: ResponseQuirks) {
  const headersOf = ({ headers }: WireResponse) =>
    Object.entries(headers).map(
      ([name, value]) =>
        [
          headerCase === 'lower' ? name.toLowerCase() : name,
          typeof value === 'string' ? value : (value.at(-1) ?? ''),
        ] as const,
    );
  return new ServiceClass<HTTPResponse, WireResponse>('HTTPResponse', gate, () => ({
    getResponseCode: onResponse().gives(({ status }) => status),
    getContentText: onResponse(optional(text)).gives((response, asked) => {
      const type = headersOf(response).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
      const charset = /charset="?([^\s;"]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
      return decode(bodyOf(response), asked ?? charset, byteOrderMark === 'kept');
    }),
    getHeaders: onResponse().gives((response) => Object.fromEntries(headersOf(response))),
  }));
}
