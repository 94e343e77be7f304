/**
 * Whether a sheet already shows its plan, so that no cell has to be written: values, formulas and every aspect
 * that can be read back, in a number of calls that does not depend on the rows. Cheap answers come first, and
 * the first difference ends the reading.
 */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { holds } from './cell-comparison';
import type { DayNumberOf } from './day-numbers';
import { layoutFingerprint } from './layout';
import { formatsOf } from './look';
import { lastPlannedRow } from './planned-area';
import { shapeFingerprint } from './shape';
import type { SheetRecord } from './sheet-record';
import type { Range } from './workbook-seams';

/** What Google reads back for cells whose format was never set or set to `General`. */
const AUTOMATIC_FORMATS: readonly string[] = ['', 'General', '0.###############'];
const NO_FILL = '#ffffff';

type Rows = readonly PlannedRow[];

function sameRows<A, P>(
  actual: readonly (readonly A[])[],
  rows: Rows,
  plannedOf: (row: PlannedRow, index: number) => readonly P[],
  same: (actual: A | undefined, planned: P) => boolean,
): boolean {
  return rows.every((row, r) => {
    const cells = actual[r];
    return plannedOf(row, r).every((planned, c) => same(cells?.[c], planned));
  });
}

export const sameValues = (
  values: readonly (readonly unknown[])[],
  rows: Rows,
  dayNumberOf: DayNumberOf,
): boolean =>
  sameRows(
    values,
    rows,
    (row) => row.values,
    (actual, planned) => holds(actual, planned, dayNumberOf),
  );

/** What was written last time left the same lines, wrapping and last row. */
export const sameShape = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.lastRow === lastPlannedRow(plan) && record.look === shapeFingerprint(plan);

export const sameLayout = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.layout === layoutFingerprint(plan);

/** `area` is exactly the planned rows. */
export const sameLook = (area: Range, plan: SheetPlan, rows: Rows): boolean =>
  area.getFormulas().every((row) => row.every((formula) => formula === '')) &&
  sameRows(area.getNumberFormats(), rows, formatsOf(plan), sameFormat) &&
  sameRows(area.getBackgrounds(), rows, ({ style }) => style.fills, sameFill) &&
  sameRows(area.getFontWeights(), rows, ({ style }) => style.weights, sameWeight) &&
  sameRows(area.getFontColors(), rows, ({ style }) => style.colors, sameColor) &&
  sameRows(area.getHorizontalAlignments(), rows, ({ style }) => style.alignments, Object.is) &&
  sameLinks(area, rows);

const sameColor = (actual: string | undefined, planned: string): boolean =>
  actual?.toLowerCase() === planned.toLowerCase();

const sameFill = (actual: string | undefined, planned: string | null): boolean =>
  sameColor(actual, planned ?? NO_FILL);

const sameWeight = (actual: string | null | undefined, planned: string): boolean =>
  (actual ?? 'normal') === planned;

const sameFormat = (actual: string | undefined, planned: string): boolean =>
  actual === planned || (AUTOMATIC_FORMATS.includes(actual ?? '') && AUTOMATIC_FORMATS.includes(planned));

function sameLinks(area: Range, rows: Rows): boolean {
  if (rows.every(({ link }) => link === null)) return true;
  const cells = area.getRichTextValues();
  return rows.every(({ link }, r) => (cells[r]?.[0]?.getLinkUrl() ?? null) === link);
}
