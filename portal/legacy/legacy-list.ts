/**
 * A list of a legacy CRM proxy: upper-case names, unknown ones silently dropped, numbers as text, and two
 * styles of paging (Bitrix24 source, crm/classes/general/restservice.php).
 */
import { PAGE_SIZE, type Call, type MethodResult } from '../call';
import { arrange, column, predicate, splitKey, type Operand } from '../query';
import { toText, isList, isMap, toInt, type StoredValue, type Value } from '../values';
import { listParam } from './legacy-params';

/** Stored as milliseconds, printed in server time. Filters take them as they are meant, whoever the owner is. */
const TIME_COLUMNS = new Set(['DATE_CREATE', 'DATE_MODIFY']);

/** `columns` in the order of the answer. */
export function legacyList(rows: readonly object[], columns: readonly string[], call: Call): MethodResult {
  const reader = (name: string) => (row: object) => operand(column(row, name), name, call);
  const conditions = listParam(call, 'filter').flatMap(([key, value]) => {
    const { operator, field } = splitKey(key);
    if (!columns.includes(field) || isMap(value)) return [];
    const wanted = (isList(value) ? value : [value]).map((each) => operand(each, field, call));
    return [predicate(operator.replace('@', '='), reader(field), wanted)];
  });
  const sortings = listParam(call, 'order')
    .filter(([name]) => columns.includes(name))
    .map(([name, direction]) => ({
      read: reader(name),
      descending: toText(direction).toUpperCase() === 'DESC',
    }));
  const found = rows.filter((row) => conditions.every((fits) => fits(row)));
  return legacyPage(arrange(found, sortings, call.seed), call, selected(columns, call));
}

function selected(columns: readonly string[], call: Call): readonly string[] {
  const names = listParam(call, 'select').map(([, name]) => toText(name));
  return names.length === 0 || names.includes('*') ? columns : columns.filter((name) => names.includes(name));
}

function legacyPage(rows: readonly object[], call: Call, columns: readonly string[]): MethodResult {
  const { legacyPaging } = call.quirks;
  const start = toInt(call.params['start']);
  const offset = legacyPaging === 'offset' ? Math.max(0, start) : wrappedOffset(start, rows.length);
  const page = rows.slice(offset, offset + PAGE_SIZE);
  const result = page.map((row) =>
    Object.fromEntries(columns.map((name) => [name, printed(name, column(row, name), call)])),
  );
  if (legacyPaging === 'offset' && start === -1) return { result };
  const end = offset + page.length;
  return { result, total: rows.length, next: page.length > 0 && end < rows.length ? end : undefined };
}

/** A page number out of range falls back to 1 (main/classes/general/dbresult.php, calculatePageNumber). */
function wrappedOffset(start: number, total: number): number {
  const page = Math.floor(start / PAGE_SIZE);
  return page < 0 || page * PAGE_SIZE >= total ? 0 : page * PAGE_SIZE;
}

/** One column of an answer; a time that was never set is empty text. */
export function printed(name: string, value: StoredValue, { zone }: Call): unknown {
  if (!TIME_COLUMNS.has(name)) return text(value);
  return typeof value === 'number' ? zone.printTime(zone.asKept(value)) : '';
}

/** Numbers of a legacy answer are text; booleans were turned into Y and N before. */
export const text = (value: StoredValue): unknown => (typeof value === 'number' ? String(value) : value);

function operand(value: Value | StoredValue, name: string, { zone }: Call): Operand {
  if (TIME_COLUMNS.has(name)) {
    const moment = typeof value === 'string' ? zone.parseTime(value) : value;
    return typeof moment === 'number' ? zone.asKept(moment) : null;
  }
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return /^-?\d{1,15}$/.test(value) && !/^-?0\d/.test(value) ? Number(value) : value;
}
