/** How the planned cells look, as the two-dimensional arrays that Google's setters take. Lines are in `borders.ts`. */
import {
  type ColumnKind,
  FONT_SIZE,
  isMixed,
  isTextual,
  ownWidth,
  type PlannedRow,
  type RowStyle,
  type SheetPlan,
} from '../report/SheetPlan';
import { fingerprint } from './fingerprint';
import { plannedRows } from './area';
import type { Range, SpreadsheetService, Table, TextStyle } from '../platform/spreadsheet';

/** The font of a new spreadsheet. */
const FONT_FAMILY = 'Arial';

export const TEXT_FORMAT = '@';
export const PLAIN_FORMAT = 'General';
const BLACK = '#000000';

/** What an automatic cell answers is none of its own (Google, Range.getNumberFormat of such a cell). */
const AUTOMATIC: readonly string[] = [PLAIN_FORMAT, TEXT_FORMAT, '0.###############', ''];

/** Whether numbers and days are shown there as Google likes. */
export const isAutomatic = (format: string): boolean => AUTOMATIC.includes(format);

/** What a sheet's record keeps to know whether the plan still wants the look that was written, lines and links too. */
export function lookFingerprint(plan: SheetPlan): string {
  const styles = new Map<string, number>();
  const own = ownWidth(plan);
  const styleIn = byStyle((style) => {
    const content = JSON.stringify(own === plan.columns.length ? style : styleOf(style, own));
    const known = styles.get(content) ?? styles.size;
    styles.set(content, known);
    return known;
  });
  const rows = plannedRows(plan).map((row) => [styleIn(row), row.link, row.endsGroup]);
  const textColumns = plan.columns.flatMap((column, index) => (isTextual(column) ? [index] : []));
  const lines = plan.blocks === undefined ? [] : [plan.blocks];
  return fingerprint(
    JSON.stringify([
      ...[FONT_FAMILY, FONT_SIZE, textColumns, plan.body.length, rows, [...styles.keys()]],
      ...lines,
    ]),
  );
}

/** Of the report's own columns. */
const styleOf = (style: RowStyle, own: number): RowStyle => ({
  formats: style.formats.slice(0, own),
  alignments: style.alignments.slice(0, own),
  fills: style.fills.slice(0, own),
  weights: style.weights.slice(0, own),
  colors: style.colors.slice(0, own),
  ...(style.sizes === undefined ? {} : { sizes: style.sizes.slice(0, own) }),
});

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

/** Number formats of a row; text columns of the body are `@`, whatever the row's style says, where they hold nothing else. */
function formatsOf({ columns, body }: SheetPlan): (row: PlannedRow, index: number) => readonly string[] {
  const isText = columns.map((column) => isTextual(column) && !isMixed(column));
  const ofBody = byStyle(({ formats }) =>
    columns.map((_, index) => (isText[index] === true ? TEXT_FORMAT : (formats[index] ?? PLAIN_FORMAT))),
  );
  return (row, index) => (index > 0 && index <= body.length ? ofBody(row) : row.style.formats);
}

const WRAPPED: readonly ColumnKind[] = ['wrapped', 'mixed', 'note'];

/** The header is wrapped, and so are long texts of the body. */
function wrapsOf({ columns, body }: SheetPlan): (row: PlannedRow, index: number) => readonly boolean[] {
  const [wrapped, unwrapped] = [columns.map(() => true), columns.map(() => false)];
  const ofBody = columns.map(({ kind }) => WRAPPED.includes(kind));
  return (_, index) => {
    if (index === 0) return wrapped;
    return index <= body.length ? ofBody : unwrapped;
  };
}

/** The planned rows, and below them so many that are to look like untouched cells. */
export interface LookedRows {
  readonly plan: SheetPlan;
  readonly rows: readonly PlannedRow[];
  readonly surplusRows: number;
}

export function withBlank<T>(planned: Table<T>, blank: T, { plan, surplusRows }: LookedRows): Table<T> {
  const row = plan.columns.map(() => blank);
  return [...planned, ...Array.from({ length: surplusRows }, () => row)];
}

/** Number formats of these rows. */
export const formatsIn = (looked: LookedRows): Table<string> =>
  withBlank(looked.rows.map(formatsOf(looked.plan)), PLAIN_FORMAT, looked);

/** All of the look but number formats and lines. */
export function applyLook(area: Range, looked: LookedRows, app: SpreadsheetService): void {
  const { plan, rows } = looked;
  const fontOf = fonts(app);
  const fontsOf = byStyle(({ weights, colors, sizes }) =>
    weights.map((weight, column) => {
      const [color = BLACK, size = FONT_SIZE] = [colors[column], sizes?.[column]];
      return fontOf({ bold: weight === 'bold', color, size });
    }),
  );
  const alignments = rows.map(({ style }) => style.alignments);
  const fills = rows.map(({ style }) => style.fills);
  area.setHorizontalAlignments(withBlank<Alignment | null>(alignments, null, looked));
  area.setWraps(withBlank(rows.map(wrapsOf(plan)), false, looked));
  area.setBackgrounds(withBlank<string | null>(fills, null, looked));
  area.setTextStyles(
    withBlank(rows.map(fontsOf), fontOf({ bold: false, color: BLACK, size: FONT_SIZE }), looked),
  );
}

interface Font {
  readonly bold: boolean;
  readonly color: string;
  /** Points. */
  readonly size: number;
}

/** It leaves nothing open, so that no font of a user's stays. */
export const textStyle = (app: SpreadsheetService, { bold, color, size }: Font): TextStyle =>
  app
    .newTextStyle()
    .setFontFamily(FONT_FAMILY)
    .setFontSize(size)
    .setBold(bold)
    .setItalic(false)
    .setUnderline(false)
    .setStrikethrough(false)
    .setForegroundColor(color)
    .build();

/** One text style for each font. */
function fonts(app: SpreadsheetService): (font: Font) => TextStyle {
  const made = new Map<string, TextStyle>();
  return (font) => {
    const key = `${font.bold} ${font.color} ${font.size}`;
    const style = made.get(key) ?? textStyle(app, font);
    made.set(key, style);
    return style;
  };
}
