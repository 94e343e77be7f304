/** Counts every request that leaves the simulator, by the method it calls. */
import type { HttpTransport, WireOutcome, WireRequest } from '../../simulator';

export class CountingHttp implements HttpTransport {
  private readonly counts = new Map<string, number>();

  constructor(private readonly http: HttpTransport) {}

  get byMethod(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => a.localeCompare(b)));
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  sendAll(requests: readonly WireRequest[]): WireOutcome[] {
    for (const { url } of requests) {
      const method = new URL(url).pathname.split('/').filter(Boolean).pop()?.toLowerCase() ?? '';
      this.counts.set(method, (this.counts.get(method) ?? 0) + 1);
    }
    return this.http.sendAll(requests);
  }
}
