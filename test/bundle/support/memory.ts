/** The memory that a refresh leaves in the spreadsheet, as it lies there, and what the next one makes of it. */
import { gunzipSync } from 'node:zlib';
import type { World } from '../../../world/make-world';
import type { RequestRecord } from '../../../portal/request-record';
import type { SheetModel } from '../../../simulator/spreadsheet';

const KEY = 'bitrix24-invoice-sheets-memory';

/** All sheets that are marked as its own, whatever they are called. */
export const memorySheets = ({ spreadsheet }: Pick<World, 'spreadsheet'>): readonly SheetModel[] =>
  spreadsheet.sheets.filter(({ metadata }) => metadata.some(({ key }) => key === KEY));

/** The texts of one of its columns, which count from 1. */
export function memoryCells(world: Pick<World, 'spreadsheet'>, column: number): readonly string[] {
  const [sheet] = memorySheets(world);
  if (sheet === undefined) return [];
  const cells = sheet.map({ row: 1, column, rows: sheet.maxRows, columns: 1 }, (cell) => cell?.value ?? '');
  return cells.map(([value]) => String(value)).filter((text) => text !== '');
}

/** All that a column says, heads and what is compressed. */
export const memoryText = (world: Pick<World, 'spreadsheet'>, column: number): string =>
  memoryCells(world, column)
    .map((cell) => {
      const { head, body } = JSON.parse(cell) as { head: unknown; body: string };
      return `${JSON.stringify(head)} ${gunzipSync(Buffer.from(body, 'base64')).toString('utf8')}`;
    })
    .join('\n');

/** Whether the list was read whole, page by page. */
export const isFull = (requests: readonly RequestRecord[]): boolean =>
  requests.some(
    ({ method, params }) =>
      method === 'crm.item.list' && params['start'] === -1 && '>id' in (params['filter'] as object),
  );
