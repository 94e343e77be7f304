/** How the planned cells look, as the two-dimensional arrays that Google's setters take. */
import type { PlannedRow, RowStyle, SheetPlan } from '../report/SheetPlan';
import { COLUMN_COUNT } from './planned-area';
import type { Range, SpreadsheetService, Table, TextStyle } from './workbook-seams';

const TEXT_FORMAT = '@';
const PLAIN_FORMAT = 'General';
const BLACK = '#000000';

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

/** Number formats of a row; text columns of the body are `@`, whatever the row's style says. */
export function formatsOf(plan: SheetPlan): (row: PlannedRow, index: number) => readonly string[] {
  const ofBody = byStyle(({ formats }) =>
    formats.map((format, column) => (plan.textColumns.includes(column) ? TEXT_FORMAT : format)),
  );
  const isBody = (index: number): boolean => index > 0 && index <= plan.body.length;
  return (row, index) => (isBody(index) ? ofBody(row) : row.style.formats);
}

/**
 * Makes the area look as planned, and its last `surplusRows` rows like untouched cells. Formats come before
 * values: only then does an `@` cell keep what looks like a number (Google's setValues parses like the UI).
 */
export function applyLook(
  area: Range,
  plan: SheetPlan,
  rows: readonly PlannedRow[],
  surplusRows: number,
  app: SpreadsheetService,
): void {
  const withBlank = <T>(planned: Table<T>, blank: T): Table<T> => {
    const row = Array.from({ length: COLUMN_COUNT }, () => blank);
    return [...planned, ...Array.from({ length: surplusRows }, () => row)];
  };
  const fontOf = fonts(app);
  const fontsOf = byStyle(({ weights, colors }) =>
    weights.map((weight, column) => fontOf(weight === 'bold', colors[column] ?? BLACK)),
  );
  area.setNumberFormats(withBlank(rows.map(formatsOf(plan)), PLAIN_FORMAT));
  area.setHorizontalAlignments(
    withBlank<'left' | 'center' | 'right' | null>(
      rows.map(({ style }) => style.alignments),
      null,
    ),
  );
  area.setBackgrounds(
    withBlank<string | null>(
      rows.map(({ style }) => style.fills),
      null,
    ),
  );
  area.setTextStyles(withBlank(rows.map(fontsOf), fontOf(false, BLACK)));
}

/** One text style for each weight and colour. */
function fonts(app: SpreadsheetService): (bold: boolean, color: string) => TextStyle {
  const made = new Map<string, TextStyle>();
  return (bold, color) => {
    const key = `${bold} ${color}`;
    const font = made.get(key) ?? app.newTextStyle().setBold(bold).setForegroundColor(color).build();
    made.set(key, font);
    return font;
  };
}
