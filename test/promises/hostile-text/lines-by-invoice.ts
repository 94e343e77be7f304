/** The lines of a sheet, by the id of the invoice to which their first cell leads. */
import type { SpreadsheetModel } from '../../../simulator/spreadsheet';

const CARD = /\/details\/(\d+)\/$/;
const FIRST_ROW = 3;
const FIRST_COLUMN = 2;

export function linesByInvoice(
  spreadsheet: SpreadsheetModel,
  name: string,
  width: number,
): ReadonlyMap<number, readonly (readonly string[])[]> {
  const lines = new Map<number, string[][]>();
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) return lines;
  for (let row = FIRST_ROW; row <= sheet.lastRow(); row += 1) {
    const [, id] = CARD.exec(sheet.peek(row, FIRST_COLUMN)?.runs[0]?.link ?? '') ?? [];
    if (id === undefined) continue;
    const texts = Array.from({ length: width }, (_, index) =>
      String(sheet.peek(row, FIRST_COLUMN + index)?.value ?? ''),
    );
    lines.set(Number(id), [...(lines.get(Number(id)) ?? []), texts]);
  }
  return lines;
}
