/** Counts every request that leaves the simulator, by the method it calls. */
import type { HttpTransport, WireOutcome, WireRequest } from '../../simulator';

export class CountingHttp implements HttpTransport {
  private readonly counts = new Map<string, number>();
  /** Methods that a redirect has sent to an address, which need not name them. */
  private readonly redirected = new Map<string, string[]>();

  constructor(private readonly http: HttpTransport) {}

  /** Lower-case names of methods. */
  get byMethod(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => a.localeCompare(b)));
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  sendAll(requests: readonly WireRequest[]): WireOutcome[] {
    const methods = requests.map(({ url }) => this.methodOf(url));
    for (const method of methods) this.counts.set(method, (this.counts.get(method) ?? 0) + 1);
    const outcomes = this.http.sendAll(requests);
    requests.forEach(({ url }, index) => {
      const target = targetOf(url, outcomes[index]);
      const waiting = this.redirected.get(target) ?? [];
      if (target !== '') this.redirected.set(target, [...waiting, methods[index] ?? '']);
    });
    return outcomes;
  }

  private methodOf(url: string): string {
    const { href, pathname } = new URL(url);
    const last = pathname.split('/').filter(Boolean).pop()?.toLowerCase() ?? '';
    return this.redirected.get(href)?.shift() ?? last.replace(/\.json$/, '');
  }
}

/** Where a redirect leads; `''` where the outcome is none. */
function targetOf(url: string, outcome: WireOutcome | undefined): string {
  if (!outcome || 'failure' in outcome || outcome.status < 300 || outcome.status >= 400) return '';
  const location = Object.entries(outcome.headers).find(([name]) => name.toLowerCase() === 'location')?.[1];
  return typeof location === 'string' && URL.canParse(location, url) ? new URL(location, url).href : '';
}
