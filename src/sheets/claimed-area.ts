/**
 * What is the report's of the area that a write has claimed and may not have filled. Before its first value a write claims
 * the rows and columns of before and of now, and all values of a row come by one call. So wherever it ends, each row holds
 * its old values or its new ones, whole; and of what is claimed, rows at the end that read as none of the report's hold
 * nothing of it, nor do columns on the right without one of its titles. What stands there nevertheless is the people's: in
 * a corner that was neither of before nor of now, or written since.
 */
import type { SheetPlan } from '../report/SheetPlan';
import type { LocatedTable } from './locate-table';
import type { NoteColumns } from './read-notes';
import { isBlank, isReportRow, type Row, rowSignsOf } from './report-rows';

export interface Claim {
  readonly plan: SheetPlan;
  /** All titles that writes may have left right of the fixed columns. */
  readonly titles: readonly string[];
  /** Where the people's own columns stand, titled or not. */
  readonly notes: NoteColumns;
}

/** The table without the rows and columns from the first one on that people have taken. */
export function withinClaim(located: LocatedTable, { plan, titles, notes }: Claim): LocatedTable {
  if (!located.isFound) return located;
  const { values, origin, width } = located;
  const isEmpty = (row: Row, from: number, to: number): boolean => isBlank(row.slice(from, to), 0);
  const claimed = values.slice(0, located.lastRow - origin.row + 1);
  const lastOwn = claimed.map((row, r) => r === 0 || isReportRow(rowSignsOf(plan), row)).lastIndexOf(true);
  const taken = claimed.findIndex((row, r) => r > lastOwn && !isEmpty(row, 0, width));
  const rows = taken === -1 ? claimed : claimed.slice(0, taken);
  const below = values.slice(rows.length).find((row) => !isEmpty(row, 0, width)) ?? [];
  const isTitled = (column: number): boolean => titles.some((title) => title === values[0]?.[column]);
  const isTaken = (column: number): boolean => rows.some((row) => !isEmpty(row, column, column + 1));
  const least = Math.max(plan.fixedColumns, notes.first + notes.count);
  let own = width;
  while (own > least && !isTitled(own - 1)) own -= 1;
  let end = own;
  while (end < width && !isTaken(end)) end += 1;
  const lastRow = origin.row + rows.length - 1;
  const unclearTo = isWholeLine(below, plan) ? located.unclearTo : lastRow;
  return { ...located, width: end, lastRow, unclearTo };
}

/** A line of people's looks like one of the report's in which they have moved cells. */
const isWholeLine = (row: Row, { fixedColumns }: SheetPlan): boolean =>
  2 * row.slice(0, fixedColumns).filter((cell) => cell !== '').length > fixedColumns;
