/** crm.status.list (Bitrix24 source, restservice.php, CCrmStatusRestProxy): everything at once, `start` ignored. */
import { legacyAccessDenied, legacyError } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import { column, predicate, splitKey } from '../query';
import { toText, isList, isMap, type StoredValue, type Value } from '../values';
import { text } from './legacy-list';
import { listParam } from './legacy-params';

const COLUMNS = [
  'ID',
  'ENTITY_ID',
  'STATUS_ID',
  'NAME',
  'NAME_INIT',
  'SORT',
  'SYSTEM',
  'CATEGORY_ID',
  'COLOR',
  'SEMANTICS',
];
const PLAIN_ONLY = new Set(['ENTITY_ID', 'STATUS_ID', 'SORT', 'SEMANTICS']);

export function statusList(call: Call): MethodResult {
  const { rights, data, quirks } = call;
  if (!rights.anyInvoice && !rights.anyCompany && !rights.anyContact) throw legacyAccessDenied();
  const conditions = listParam(call, 'filter').flatMap(([key, value]) => {
    const { operator, field } = splitKey(key);
    if (!COLUMNS.includes(field)) return [];
    if (quirks.strictStatusFilter && PLAIN_ONLY.has(field) && (isList(value) || isMap(value))) {
      throw legacyError(`Filter by ${field} must be a string`);
    }
    const wanted = (isList(value) ? value : [value]).map(comparable);
    return [predicate(operator.replace('@', '='), (stage) => [comparable(column(stage, field))], wanted)];
  });
  const found = data.stages.filter((stage) => conditions.every((fits) => fits(stage)));
  const result = sorted(found, call).map((stage) =>
    Object.fromEntries(COLUMNS.map((name) => [name, text(column(stage, name))])),
  );
  return { result, total: result.length };
}

function sorted<T extends object>(stages: readonly T[], call: Call): T[] {
  const [name = 'SORT', direction = 'ASC'] =
    listParam(call, 'order').find(([key]) => COLUMNS.includes(key)) ?? [];
  const sign = toText(direction).toUpperCase() === 'DESC' ? -1 : 1;
  return stages.toSorted((left, right) => {
    const [first, second] = [column(left, name), column(right, name)];
    if (typeof first === 'number' && typeof second === 'number') return sign * (first - second);
    return sign * String(first).localeCompare(String(second));
  });
}

const comparable = (value: Value | StoredValue): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
