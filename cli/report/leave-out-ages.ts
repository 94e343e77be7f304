/** Nothing runs in a file: of the line over each table only the text stays, which says when that was. */
import type { SpreadsheetModel } from '../../simulator/spreadsheet';

/** Takes the day number away that stands beside it for the colour that ages, and the rule of that colour. */
export function leaveOutAges({ sheets }: Pick<SpreadsheetModel, 'sheets'>): void {
  for (const sheet of sheets) {
    const cell = sheet.peek(1, 1);
    if (typeof cell?.value === 'number') cell.value = '';
    sheet.conditionalRules = [];
  }
}
