/** Rich texts are never parsed: they carry links and the texts that no other form brings in unchanged. */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import type { PlacedTable } from './area';
import type { RichText, SpreadsheetService, TextStyle } from '../platform/spreadsheet';

/** Only the first column carries links. */
export const LINK_COLUMN = 0;

/** Writes one text column of the body, zero-based, in one call. */
export function writeRichColumn(
  { sheet, origin }: PlacedTable,
  plan: SheetPlan,
  column: number,
  app: SpreadsheetService,
): void {
  const linkStyleOf = linkStyles(app);
  const texts = plan.body.map((row) => [richText(row, column, linkStyleOf, app)]);
  sheet.getRange(origin.row + 1, origin.column + column, texts.length, 1).setRichTextValues(texts);
}

function richText(
  row: PlannedRow,
  column: number,
  linkStyleOf: (color: string) => TextStyle,
  app: SpreadsheetService,
): RichText {
  const text = String(row.values[column] ?? '');
  const builder = app.newRichTextValue().setText(text);
  if (column !== LINK_COLUMN || row.link === null || text === '') return builder.build();
  const style = linkStyleOf(row.style.colors[column] ?? '#000000');
  return builder.setLinkUrl(row.link).setTextStyle(style).build();
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
