/** Requests with what they cost, so that everything else can be told apart from them. */
import type { VirtualClock } from '../../../simulator';
import type { Http, HttpRequest, HttpResponse } from '../../../src/platform/platform';

/** How long a request, or several sent together, take by the clock of the run. */
const LATENCY_MILLISECONDS = 400;

export class MeteredHttp implements Http {
  requests = 0;
  /** Milliseconds in which requests were under way. */
  waited = 0;
  /** Milliseconds of the processor in them. */
  worked = 0;
  /** Milliseconds of the processor that `JSON.parse` takes for the answers. */
  parsed = 0;
  peakHeapBytes = 0;
  peakResidentBytes = 0;

  constructor(
    private readonly http: Http,
    private readonly clock: VirtualClock,
  ) {}

  fetchAll(requests: HttpRequest[]): HttpResponse[] {
    const [begun, before] = [performance.now(), processorTime()];
    this.look();
    const responses = this.http.fetchAll(requests).map(withText);
    const parsing = processorTime();
    for (const response of responses) JSON.parse(response.getContentText());
    const end = processorTime();
    this.requests += requests.length;
    this.parsed += end - parsing;
    this.worked += end - before;
    this.waited += performance.now() - begun;
    this.clock.advance(LATENCY_MILLISECONDS);
    return responses;
  }

  /** Takes note of the memory in use. */
  look(): void {
    const { heapUsed, rss } = process.memoryUsage();
    this.peakHeapBytes = Math.max(this.peakHeapBytes, heapUsed);
    this.peakResidentBytes = Math.max(this.peakResidentBytes, rss);
  }
}

/** Milliseconds of all threads of this process. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Decoded once, as on its way. */
function withText(response: HttpResponse): HttpResponse {
  const text = response.getContentText();
  return { ...response, getContentText: () => text };
}
