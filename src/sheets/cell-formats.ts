/** How the planned cells look, as the two-dimensional arrays that Google's setters take. Lines are in `borders.ts`. */
import { COLUMN_COUNT, type PlannedRow, type RowStyle, type SheetPlan } from '../report/SheetPlan';
import { fingerprint } from './fingerprint';
import { plannedRows } from './area';
import type { Range, SpreadsheetService, Table, TextStyle } from '../platform/spreadsheet';

/** The font of a new spreadsheet. */
const FONT_FAMILY = 'Arial';
/** Points. */
const FONT_SIZE = 10;

export const TEXT_FORMAT = '@';
const PLAIN_FORMAT = 'General';
const BLACK = '#000000';

/** What a sheet's record keeps to know whether the plan still wants the look that was written, lines and links too. */
export function lookFingerprint(plan: SheetPlan): string {
  const styles = new Map<string, number>();
  const styleIn = byStyle((style) => {
    const content = JSON.stringify(style);
    const known = styles.get(content) ?? styles.size;
    styles.set(content, known);
    return known;
  });
  const rows = plannedRows(plan).map((row) => [styleIn(row), row.link, row.endsGroup]);
  return fingerprint(
    JSON.stringify([FONT_FAMILY, FONT_SIZE, plan.textColumns, plan.body.length, rows, [...styles.keys()]]),
  );
}

type Alignment = 'left' | 'center' | 'right';

/** Calls `make` once for each style; rows that look alike share its answer. */
function byStyle<T>(make: (style: RowStyle) => T): (row: PlannedRow) => T {
  const made = new Map<RowStyle, T>();
  return ({ style }) => {
    const known = made.get(style);
    if (known !== undefined) return known;
    const answer = make(style);
    made.set(style, answer);
    return answer;
  };
}

const eight = <T>(value: T): readonly T[] => Array.from({ length: COLUMN_COUNT }, () => value);

const isBody = (plan: SheetPlan, index: number): boolean => index > 0 && index <= plan.body.length;

/** Number formats of a row; text columns of the body are `@`, whatever the row's style says. */
function formatsOf(plan: SheetPlan): (row: PlannedRow, index: number) => readonly string[] {
  const ofBody = byStyle(({ formats }) =>
    formats.map((format, column) => (plan.textColumns.includes(column) ? TEXT_FORMAT : format)),
  );
  return (row, index) => (isBody(plan, index) ? ofBody(row) : row.style.formats);
}

/** The header and the left-aligned texts of the body are wrapped. */
function wrapsOf(plan: SheetPlan): (row: PlannedRow, index: number) => readonly boolean[] {
  const [wrapped, unwrapped] = [eight(true), eight(false)];
  const ofBody = byStyle(({ alignments }) =>
    alignments.map((alignment, column) => alignment === 'left' && plan.textColumns.includes(column)),
  );
  return (row, index) => {
    if (isBody(plan, index)) return ofBody(row);
    return index === 0 ? wrapped : unwrapped;
  };
}

/** The planned rows, and below them so many that are to look like untouched cells. */
export interface LookedRows {
  readonly plan: SheetPlan;
  readonly rows: readonly PlannedRow[];
  readonly surplusRows: number;
}

function withBlank<T>(planned: Table<T>, blank: T, surplusRows: number): Table<T> {
  const row = eight(blank);
  return [...planned, ...Array.from({ length: surplusRows }, () => row)];
}

/**
 * Formats come before values: only then does an `@` cell keep what looks like a number (Google's setValues parses
 * like the UI).
 */
export function applyFormats(area: Range, { plan, rows, surplusRows }: LookedRows): void {
  area.setNumberFormats(withBlank(rows.map(formatsOf(plan)), PLAIN_FORMAT, surplusRows));
}

/** All of the look but number formats and lines. */
export function applyLook(
  area: Range,
  { plan, rows, surplusRows }: LookedRows,
  app: SpreadsheetService,
): void {
  const fontOf = fonts(app);
  const fontsOf = byStyle(({ weights, colors }) =>
    weights.map((weight, column) => fontOf(weight === 'bold', colors[column] ?? BLACK)),
  );
  const alignments = rows.map(({ style }) => style.alignments);
  const fills = rows.map(({ style }) => style.fills);
  area.setHorizontalAlignments(withBlank<Alignment | null>(alignments, null, surplusRows));
  area.setWraps(withBlank(rows.map(wrapsOf(plan)), false, surplusRows));
  area.setBackgrounds(withBlank<string | null>(fills, null, surplusRows));
  area.setTextStyles(withBlank(rows.map(fontsOf), fontOf(false, BLACK), surplusRows));
}

/** One text style for each weight and colour. It leaves nothing open, so that no font of a user's stays. */
function fonts(app: SpreadsheetService): (bold: boolean, color: string) => TextStyle {
  const made = new Map<string, TextStyle>();
  const make = (bold: boolean, color: string): TextStyle =>
    app
      .newTextStyle()
      .setFontFamily(FONT_FAMILY)
      .setFontSize(FONT_SIZE)
      .setBold(bold)
      .setItalic(false)
      .setUnderline(false)
      .setStrikethrough(false)
      .setForegroundColor(color)
      .build();
  return (bold, color) => {
    const key = `${bold} ${color}`;
    const font = made.get(key) ?? make(bold, color);
    made.set(key, font);
    return font;
  };
}
