/**
 * Whether a sheet already shows its plan, so that no cell has to be written: values, formulas and every aspect
 * that can be read back, in a number of calls that does not depend on the rows. Cheap answers come first.
 */
import type { CellValue, PlannedRow, SheetPlan } from '../report/SheetPlan';
import { holds } from './cell-comparison';
import type { DayNumberOf } from './day-numbers';
import { lookFingerprint, plannedFormats } from './look';
import { layoutFingerprint } from './layout';
import { lastPlannedRow, plannedRows } from './planned-area';
import type { SheetRecord } from './sheet-record';
import type { Range } from './workbook-seams';

/** What Google reads back for cells whose format was never set or set to `General`. */
const AUTOMATIC_FORMATS: readonly string[] = ['', 'General', '0.###############'];
const NO_FILL = '#ffffff';

const sameRows = <A, P>(
  actual: readonly (readonly A[])[],
  planned: readonly (readonly P[])[],
  same: (a: A | undefined, p: P) => boolean,
): boolean => planned.every((row, r) => row.every((cell, c) => same(actual[r]?.[c], cell)));

export function sameValues(
  values: readonly (readonly unknown[])[],
  plan: SheetPlan,
  dayNumberOf: DayNumberOf,
): boolean {
  const planned = plannedRows(plan).map((row) => row.values);
  return sameRows<unknown, CellValue>(values, planned, (a, p) => holds(a, p, dayNumberOf));
}

/** What was written last time left the same lines, wrapping, widths and last row. */
export const sameRecord = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.lastRow === lastPlannedRow(plan) &&
  record.look === lookFingerprint(plan) &&
  record.layout === layoutFingerprint(plan);

/** `area` is exactly the planned rows. */
export function sameLook(area: Range, plan: SheetPlan): boolean {
  const rows = plannedRows(plan);
  const styles = rows.map(({ style }) => style);
  const of = <T>(pick: (style: PlannedRow['style']) => readonly T[]): (readonly T[])[] => styles.map(pick);
  return (
    area.getFormulas().every((row) => row.every((formula) => formula === '')) &&
    sameRows(area.getNumberFormats(), plannedFormats(plan), sameFormat) &&
    sameRows(
      area.getBackgrounds(),
      of((s) => s.fills),
      (a, p) => sameColor(a, p ?? NO_FILL),
    ) &&
    sameRows(
      area.getFontWeights(),
      of((s) => s.weights),
      (a, p) => (a ?? 'normal') === p,
    ) &&
    sameRows(
      area.getFontColors(),
      of((s) => s.colors),
      sameColor,
    ) &&
    sameRows(
      area.getHorizontalAlignments(),
      of((s) => s.alignments),
      (a, p) => a === p,
    ) &&
    sameLinks(area, rows)
  );
}

const sameColor = (actual: string | undefined, planned: string): boolean =>
  actual?.toLowerCase() === planned.toLowerCase();

const sameFormat = (actual: string | undefined, planned: string): boolean =>
  actual === planned || (AUTOMATIC_FORMATS.includes(actual ?? '') && AUTOMATIC_FORMATS.includes(planned));

function sameLinks(area: Range, rows: readonly PlannedRow[]): boolean {
  if (rows.every(({ link }) => link === null)) return true;
  const cells = area.getRichTextValues();
  return rows.every(({ link }, r) => (cells[r]?.[0]?.getLinkUrl() ?? null) === link);
}
