/** The log's line for one execution of a refresh: counts and method names only. */
import type { CacheStatistics } from '../cache/statistics';
import type { RunState } from '../state/run';
import type { GeneratedReport } from './ReportGenerator';
import type { RunProgress } from './RunProgress';

export function executionLine(
  state: RunState,
  generated: GeneratedReport | null,
  { requestsByMethod }: Pick<RunProgress, 'requestsByMethod'>,
  cache: CacheStatistics,
): string {
  return JSON.stringify({
    refresh: state,
    invoices: generated?.report.brief.length ?? null,
    rows: generated?.report.productRowCount ?? null,
    requests: Object.fromEntries(requestsByMethod),
    whole: generated?.told.wholeFor ?? null,
    cache,
  });
}
