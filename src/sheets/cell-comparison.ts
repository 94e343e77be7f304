/** Whether a cell holds what the plan says, by what getValues gives for it. */
import type { CellValue } from '../report/SheetPlan';
import type { DayNumberOf } from './day-numbers';

// By its tag, not by instanceof: the Date may come from another realm than this code.
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** A number, or the number behind a cell shown as a date; null for anything else. */
export function asNumber(actual: unknown, dayNumberOf: DayNumberOf): number | null {
  if (isDate(actual)) return dayNumberOf(actual);
  return typeof actual === 'number' ? actual : null;
}

export function holds(actual: unknown, planned: CellValue, dayNumberOf: DayNumberOf): boolean {
  if (typeof planned === 'number') return asNumber(actual, dayNumberOf) === planned;
  return actual === (planned ?? '');
}

/** The same for a cell just written: a number that its format shows as a date cannot have been misread. */
export function tookOver(actual: unknown, planned: CellValue): boolean {
  if (typeof planned === 'number') return actual === planned || isDate(actual);
  return actual === (planned ?? '');
}
