/** The portal over a transport of this process, as `UrlFetchApp` gives it: one failure is thrown for a whole batch. */
import type { HttpTransport, WireFailure, WireResponse } from '../../simulator';
import type { Http, HttpResponse } from '../../src/platform/platform';

/** In Google's words, by which the client knows what has happened; none tells the address. */
const FAILURES: Readonly<Record<WireFailure, string>> = {
  dns: 'DNS error',
  refused: 'Address unavailable',
  tls: 'SSL Error',
  timeout: 'Timeout',
  bandwidth: 'Bandwidth quota exceeded',
  reset: 'Unexpected error',
  other: 'Unexpected error',
};

export const fetchOver = (transport: HttpTransport): Http => ({
  fetchAll: (requests) =>
    transport
      .sendAll(
        requests.map(({ url, method, contentType, payload, headers, timeoutSeconds }) => ({
          ...{ url, method },
          headers: { ...headers, 'Content-Type': contentType },
          body: Buffer.from(payload),
          timeoutMilliseconds: timeoutSeconds * 1_000,
        })),
      )
      .map((outcome) => {
        if ('failure' in outcome) throw new Error(FAILURES[outcome.failure]);
        return responseOf(outcome);
      }),
});

const responseOf = ({ status, headers, body }: WireResponse): HttpResponse => ({
  getResponseCode: () => status,
  getContentText: () => Buffer.from(body).toString(),
  getHeaders: () => headers,
});
