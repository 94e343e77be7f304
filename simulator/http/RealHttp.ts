/** Real HTTP for a synchronous world: a worker sends the batch while this thread waits for it. */
import { createSyncFn } from 'synckit';
import type { HttpTransport, WireOutcome, WireRequest } from './wire';

type SendAll = (requests: readonly WireRequest[]) => Promise<WireOutcome[]>;

export class RealHttp implements HttpTransport {
  /** The worker starts with the first batch and does not keep the process alive. */
  sendAll(requests: readonly WireRequest[]): WireOutcome[] {
    return createSyncFn<SendAll>(new URL('./http-worker.mjs', import.meta.url).href)(requests);
  }
}
