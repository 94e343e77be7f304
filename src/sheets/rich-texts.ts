/** Rich texts are never parsed: they carry links and the texts that no other form brings in unchanged. */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import type { PlacedTable } from './area';
import type { RichText, SpreadsheetService, TextStyle } from '../platform/spreadsheet';

/** The zero-based column whose cells lead somewhere, -1 where none of a plan's does. */
export const linkColumnOf = ({ columns, body }: SheetPlan): number =>
  body.some(({ link }) => link !== null) ? columns.findIndex(({ hasLinks }) => hasLinks) : -1;

/** Writes one text column of the body, zero-based, in one call, or in one between numbers that stand in it. */
export function writeRichColumn(
  { sheet, origin }: PlacedTable,
  plan: SheetPlan,
  column: number,
  app: SpreadsheetService,
): void {
  const linkStyleOf = linkStyles(app);
  const isLinked = plan.columns[column]?.hasLinks === true;
  const texts = plan.body.map((row) =>
    typeof row.values[column] === 'number'
      ? null
      : richText(row, column, isLinked ? row.link : null, linkStyleOf, app),
  );
  for (const { start, run } of runsOf(texts)) {
    const row = origin.row + 1 + start;
    const cells = run.map((text) => [text]);
    sheet.getRange(row, origin.column + column, run.length, 1).setRichTextValues(cells);
  }
}

interface Run<T> {
  readonly start: number;
  readonly run: T[];
}

/** The parts of a list between its nulls. */
function runsOf<T>(list: readonly (T | null)[]): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  list.forEach((one, index) => {
    if (one === null) return;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.start + last.run.length === index) last.run.push(one);
    else runs.push({ start: index, run: [one] });
  });
  return runs;
}

function richText(
  row: PlannedRow,
  column: number,
  link: string | null,
  linkStyleOf: (color: string) => TextStyle,
  app: SpreadsheetService,
): RichText {
  const text = String(row.values[column] ?? '');
  const builder = app.newRichTextValue().setText(text);
  if (link === null || text === '') return builder.build();
  const style = linkStyleOf(row.style.colors[column] ?? '#000000');
  return builder.setLinkUrl(link).setTextStyle(style).build();
}

/** Sheets shows a link blue and underlined unless the text's own style says otherwise; one style for each colour. */
function linkStyles(app: SpreadsheetService): (color: string) => TextStyle {
  const made = new Map<string, TextStyle>();
  return (color) => {
    const style = made.get(color) ?? app.newTextStyle().setForegroundColor(color).setUnderline(false).build();
    made.set(color, style);
    return style;
  };
}
