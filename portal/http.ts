/** HTTP as the portal sees it: plain values, no sockets. */

export interface PortalRequest {
  /** The verb. */
  readonly method: string;
  /** Path with query string: `/rest/1/secret/crm.item.list.json?start=0`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PortalAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `hang`: no byte ever comes; `reset`: the connection is torn down. */
export type PortalOutcome = PortalAnswer | { readonly kind: 'hang' } | { readonly kind: 'reset' };

const HTML_HEADERS = { 'Content-Type': 'text/html; charset=utf-8' };

export const htmlAnswer = (status: number, text: string): PortalAnswer => ({
  kind: 'answer',
  status,
  headers: HTML_HEADERS,
  body: `<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
});
