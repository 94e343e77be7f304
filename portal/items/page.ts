/** Paging of controller methods (Bitrix24 source, rest/lib/engine/restmanager.php). */
import { PAGE_SIZE, type Call, type MethodResult } from '../call';
import { toInt } from '../values';

/** `start` is floored to a page; exactly -1 gives the first page uncounted. `count` is the known total. */
export function itemPage<T>(
  records: readonly T[],
  call: Call,
  count: (offset: number, rows: number) => number,
  present: (page: readonly T[]) => unknown,
): MethodResult {
  const start = toInt(call.params['start']);
  const offset = start < 1 ? 0 : Math.floor(start / PAGE_SIZE) * PAGE_SIZE;
  const page = records.slice(offset, offset + PAGE_SIZE);
  const result = present(page);
  if (start === -1) return call.quirks.uncountedTotal === 'zero' ? { result, total: 0 } : { result };
  const total = count(offset, page.length);
  const next = page.length > 0 && offset + page.length < total ? offset + page.length : undefined;
  return { result, next, total };
}
