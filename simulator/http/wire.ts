/** What goes over the wire for UrlFetchApp: the seam between the simulated service and a transport. */

export interface WireRequest {
  readonly url: string;
  /** Lower case, as UrlFetchApp reports it. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly timeoutMilliseconds: number;
}

export type WireFailure = 'dns' | 'refused' | 'tls' | 'timeout' | 'reset' | 'bandwidth' | 'other';

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array | string;
  /** How long the answer took, for a transport that answers at once and lets virtual time pass. */
  readonly elapsedMilliseconds?: number;
}

export type WireOutcome =
  | WireResponse
  | {
      readonly failure: WireFailure;
      /** As that of an answer: how long it took to fail. */
      readonly elapsedMilliseconds?: number;
    };

export interface HttpTransport {
  /** Sends all at once, follows no redirect, never throws; outcomes in the order of the requests. */
  sendAll(requests: readonly WireRequest[]): WireOutcome[];
}

/** A transport within this process: a function that answers like a server. */
export const answering = (answer: (request: WireRequest) => WireOutcome): HttpTransport => ({
  sendAll: (requests) => requests.map(answer),
});
