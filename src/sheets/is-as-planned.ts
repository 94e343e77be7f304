/**
 * Whether a sheet already shows its plan, so that no cell has to be written: values, formulas and every aspect
 * that can be read back, in a number of calls that does not depend on the rows. Cheap answers come first, and
 * the first difference ends the reading.
 */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { holds } from './cell-comparison';
import type { DayNumberOf } from './day-numbers';
import { layoutFingerprint } from './layout';
import { linesFingerprint } from './lines';
import { FONT_FAMILY, FONT_SIZE, formatsOf, wrapsOf } from './look';
import { lastPlannedRow, type Origin } from './planned-area';
import { LINK_COLUMN } from './rich-texts';
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

/** What was written last time left the same lines and last row. */
export const sameLines = (record: SheetRecord, plan: SheetPlan, origin: Origin): boolean =>
  record.lastRow === lastPlannedRow(plan, origin) && record.look === linesFingerprint(plan);

export const sameLayout = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.layout === layoutFingerprint(plan);

/** Everything that can be read back of how cells look; `area` is exactly the planned rows, `linked` its first column. */
export const sameLook = (area: Range, linked: Range, plan: SheetPlan, rows: Rows): boolean =>
  area.getFormulas().every((row) => row.every((formula) => formula === '')) &&
  sameRows(area.getNumberFormats(), rows, formatsOf(plan), sameFormat) &&
  sameRows(area.getBackgrounds(), rows, ({ style }) => style.fills, sameFill) &&
  sameRows(area.getHorizontalAlignments(), rows, ({ style }) => style.alignments, Object.is) &&
  sameRows(area.getWraps(), rows, wrapsOf(plan), Object.is) &&
  sameFonts(area, rows) &&
  sameLinks(linked, rows);

const sameFonts = (area: Range, rows: Rows): boolean =>
  sameRows(area.getFontWeights(), rows, ({ style }) => style.weights, sameWeight) &&
  sameRows(area.getFontColors(), rows, ({ style }) => style.colors, sameColor) &&
  allAre(area.getFontFamilies(), FONT_FAMILY) &&
  allAre(area.getFontSizes(), FONT_SIZE) &&
  allAre(area.getFontStyles(), 'normal') &&
  sameFontLines(area.getFontLines(), rows);

const allAre = <T>(actual: readonly (readonly T[])[], planned: T): boolean =>
  actual.every((row) => row.every((cell) => cell === planned));

/** Whether a link that is shown without its underline reads as underlined is undocumented. */
const sameFontLines = (actual: readonly (readonly string[])[], rows: Rows): boolean =>
  actual.every((lines, r) => {
    const isLinked = (column: number): boolean => column === LINK_COLUMN && (rows[r]?.link ?? null) !== null;
    return lines.every((line, column) => line === 'none' || (line === 'underline' && isLinked(column)));
  });

const sameColor = (actual: string | undefined, planned: string): boolean =>
  actual?.toLowerCase() === planned.toLowerCase();

const sameFill = (actual: string | undefined, planned: string | null): boolean =>
  sameColor(actual, planned ?? NO_FILL);

const sameWeight = (actual: string | null | undefined, planned: string): boolean =>
  (actual ?? 'normal') === planned;

const sameFormat = (actual: string | undefined, planned: string): boolean =>
  actual === planned || (AUTOMATIC_FORMATS.includes(actual ?? '') && AUTOMATIC_FORMATS.includes(planned));

function sameLinks(linked: Range, rows: Rows): boolean {
  if (rows.every(({ link }) => link === null)) return true;
  const cells = linked.getRichTextValues();
  return rows.every(({ link }, r) => (cells[r]?.[0]?.getLinkUrl() ?? null) === link);
}
