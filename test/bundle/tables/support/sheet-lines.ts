/** The lines of both sheets by the names of their columns, from as many refreshes as it takes to show all columns. */
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../../../src/domain/column-names';
import type { SheetModel } from '../../../../simulator/spreadsheet';
import { connect, type World } from '../../../../world/make-world';
import { refreshed } from '../../../../world/scenario';
import { BRIEF, DETAIL } from '../../../../world/sheets';

export type Cell = string | number | boolean;
/** `''` is an empty cell. */
export type SheetLine = Readonly<Record<string, Cell>>;

export interface SheetLines {
  readonly brief: readonly SheetLine[];
  readonly detail: readonly SheetLine[];
}

const OF_INVOICE = ['number', 'inn', 'buyer'];
const FIXED = {
  [BRIEF]: [...OF_INVOICE, 'sum', 'vat', 'invoiceDate', 'shipmentDate', 'paymentDate'],
  [DETAIL]: [...OF_INVOICE, 'product', 'quantity', 'price', 'sum', 'vat'],
};
/** So many further columns a sheet takes, and on «Краткий» one of them is the id, by which lines are known. */
const MOST = { brief: 11, detail: 8 };

/** Refreshes until every column was on its sheet; all other settings are as given. */
export function sheetLines(
  world: World,
  settings: Readonly<Record<string, unknown>>,
  userFields: readonly string[],
): SheetLines {
  const brief = parts([...BRIEF_COLUMNS.filter((name) => name !== 'id'), ...userFields], MOST.brief);
  const detail = parts(DETAIL_COLUMNS, MOST.detail);
  let found: SheetLines | null = null;
  for (let index = 0; index < Math.max(brief.length, detail.length); index += 1) {
    const briefColumns = ['id', ...(brief[index] ?? [])];
    const detailColumns = detail[index] ?? [];
    connect(world, { ...settings, briefColumns, detailColumns });
    refreshed(world);
    found = joined(found, {
      brief: linesOf(world, BRIEF, briefColumns),
      detail: linesOf(world, DETAIL, detailColumns),
    });
  }
  return found ?? { brief: [], detail: [] };
}

const parts = (names: readonly string[], size: number): (readonly string[])[] =>
  names.length === 0 ? [] : [names.slice(0, size), ...parts(names.slice(size), size)];

function joined(before: SheetLines | null, { brief, detail }: SheetLines): SheetLines {
  if (before === null) return { brief, detail };
  const sizes = [before.brief.length, before.detail.length];
  if (sizes.join() !== [brief.length, detail.length].join()) throw new Error('The report has changed');
  const both = (lines: readonly SheetLine[], more: readonly SheetLine[]): SheetLine[] =>
    lines.map((line, index) => ({ ...line, ...more[index] }));
  return { brief: both(before.brief, brief), detail: both(before.detail, detail) };
}

function linesOf({ spreadsheet }: World, name: typeof BRIEF | typeof DETAIL, further: readonly string[]) {
  const names = [...FIXED[name], ...further];
  const lines = bodyOf(spreadsheet.sheetNamed(name), names.length).map((cells) =>
    Object.fromEntries(names.map((column, index) => [column, cells[index] ?? ''])),
  );
  // The totals have no id, and stand under a line that is empty.
  return name === DETAIL ? lines : lines.filter(({ id }) => id !== '');
}

/** The lines that are not empty, from row 3 on, columns B and what follows. */
export function bodyOf(sheet: SheetModel | undefined, columns: number): Cell[][] {
  if (sheet === undefined) throw new Error('There is no such sheet');
  const area = { row: 3, column: 2, rows: sheet.lastRow(), columns };
  return sheet.map(area, (cell) => cell?.value ?? '').filter((cells) => cells.some((cell) => cell !== ''));
}
