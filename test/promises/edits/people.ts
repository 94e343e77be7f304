/** What people do to the report's sheets between two refreshes. */
import type { Random } from '../../../portal/data/Random';
import type { Cell } from '../../../simulator/spreadsheet';
import { columnLetters } from '../../../simulator/spreadsheet/area';
import { mergeCells } from '../../../simulator/spreadsheet/merge-members';
import type { Office, OwnSheet } from './Office';
import { change, type Change } from './Truth';

/** Done to a sheet, or told that it does not fit there. */
type Edit = (office: Office, own: OwnSheet, random: Random) => boolean;

const lines =
  (
    side: Change['side'],
    isInserted: boolean,
    from: (own: OwnSheet) => number,
    to: (own: OwnSheet) => number,
  ): Edit =>
  (_, own, random) => {
    const [first, last] = [from(own), to(own)];
    if (first < 1 || last < first) return false;
    change(own.sheet, own.truth, { side, at: random.int(first, last), count: 1, isInserted });
    return true;
  };

interface Place {
  readonly row: number;
  readonly column: number;
}

/** So few rows leave a table that can be told from none. */
const FEWEST_ROWS = 4;

/** A text of the user's at a place outside the table. */
const text =
  (place: (own: OwnSheet, random: Random) => { readonly row: number; readonly column: number }): Edit =>
  (office, own, random) => {
    const { row, column } = place(own, random);
    if (row < 1 || column < 1 || own.truth.holds(row, column)) return false;
    own.sheet.touch(row, column).value = office.ownText();
    return true;
  };

const cellIn = ({ truth }: OwnSheet, random: Random): Place => ({
  row: random.int(truth.row, truth.lastRow),
  column: random.int(truth.column, truth.column + truth.columns.length - 1),
});

/** Notes and lines stay where they are. */
function take({ bench: { book } }: Office, to: Cell, from: Cell): void {
  const { right, bottom } = to.style;
  const style = book.styles.with(book.styles.with(from.style, 'right', right), 'bottom', bottom);
  Object.assign(to, { ...from, note: to.note, style });
}

function sort(office: Office, { sheet, truth }: OwnSheet, random: Random): boolean {
  if (truth.rows < FEWEST_ROWS) return false;
  const [one, other] = [0, 1].map(() => random.int(truth.row + 1, truth.lastRow));
  for (let column = truth.column; column < truth.column + truth.columns.length; column += 1) {
    const [first, second] = [sheet.touch(one ?? 0, column), sheet.touch(other ?? 0, column)];
    const kept = { ...first };
    take(office, first, second);
    take(office, second, kept);
  }
  return true;
}

function merge(_: Office, own: OwnSheet, random: Random): boolean {
  const { row, column } = cellIn(own, random);
  const area = { row, column, rows: 1, columns: 2 };
  if (!own.truth.holds(row, column + 1)) return false;
  if (own.sheet.merges.some((merged) => merged.row === row)) return false;
  mergeCells(own.sheet, area);
  return true;
}

function spoil(_: Office, own: OwnSheet, random: Random): boolean {
  const { row, column } = cellIn(own, random);
  Object.assign(own.sheet.touch(row, column), {
    value: random.pick(['', 'другое', 5]),
    formula: '',
    runs: [],
  });
  return true;
}

function note(_: Office, own: OwnSheet, random: Random): boolean {
  const { row, column } = cellIn(own, random);
  if (row === own.truth.row && column === own.truth.column) return false;
  own.sheet.touch(row, column).note = 'моё примечание';
  return true;
}

const placeOf = ({ row, column }: Place): string => `${columnLetters(column)}${row}`;

/** Below the titles only: one of them that stands in the place of another is taken for a column that was moved. */
function cutAndPaste(office: Office, own: OwnSheet, random: Random): boolean {
  const [from, to] = [cellIn(own, random), cellIn(own, random)];
  if (from.row === own.truth.row || to.row === own.truth.row) return false;
  if (from.row === to.row && from.column === to.column) return false;
  office.bench.user.drag(own.sheet.name, placeOf(from), placeOf(to));
  return true;
}

function protect({ bench }: Office, { sheet, truth }: OwnSheet, random: Random): boolean {
  const { row, column, lastRow, columns: own } = truth;
  const table = `${columnLetters(column)}${row}:${columnLetters(column + own.length - 1)}${lastRow}`;
  bench.user.protect(sheet.name, random.pick([null, table]));
  return true;
}

const rows = (isInserted: boolean, from: (own: OwnSheet) => number, to: (own: OwnSheet) => number): Edit =>
  lines('rows', isInserted, from, to);
const columns = (isInserted: boolean, from: (own: OwnSheet) => number, to: (own: OwnSheet) => number): Edit =>
  lines('columns', isInserted, from, to);

const firstRow = ({ truth }: OwnSheet): number => truth.row;
const lastRow = ({ truth }: OwnSheet): number => truth.lastRow;
const firstColumn = ({ truth }: OwnSheet): number => truth.column;
const afterColumns = ({ truth }: OwnSheet): number => truth.column + truth.columns.length;
const plus = (of: (own: OwnSheet) => number, more: number) => (own: OwnSheet) => of(own) + more;
const one = (): number => 1;
/** Only where enough of the table is left. */
const ofMany = (of: (own: OwnSheet) => number) => (own: OwnSheet) =>
  own.truth.rows > FEWEST_ROWS ? of(own) : 0;

export const EDITS: Readonly<Record<string, Edit>> = {
  'row inserted before': rows(true, one, firstRow),
  'row inserted inside': rows(true, plus(firstRow, 1), lastRow),
  'row inserted near the end': rows(
    true,
    (own) => Math.max(own.truth.row + 1, own.truth.lastRow - 3),
    lastRow,
  ),
  'row inserted below': rows(true, plus(lastRow, 1), plus(lastRow, 3)),
  'row deleted before': rows(false, one, plus(firstRow, -1)),
  'row deleted inside': rows(false, ofMany(firstRow), lastRow),
  'row deleted near the end': rows(false, ofMany(plus(lastRow, -3)), lastRow),
  'row deleted below': rows(false, plus(lastRow, 1), plus(lastRow, 3)),
  'column inserted before': columns(true, one, firstColumn),
  'column inserted inside': columns(true, plus(firstColumn, 1), plus(afterColumns, -1)),
  'column inserted right of it': columns(true, afterColumns, plus(afterColumns, 2)),
  'column deleted before': columns(false, one, plus(firstColumn, -1)),
  'column deleted inside': columns(false, firstColumn, plus(afterColumns, -1)),
  'column deleted right of it': columns(false, afterColumns, plus(afterColumns, 2)),
  'text below': text(({ truth }, random) => ({
    row: truth.lastRow + random.int(1, 6),
    column: truth.column + random.int(0, truth.width - 1),
  })),
  'text right of it': text(({ truth }, random) => ({
    row: truth.row + random.int(0, 12),
    column: truth.column + truth.columns.length + random.int(0, 3),
  })),
  'text left of it': text(({ truth }, random) => ({
    row: truth.row + random.int(0, 9),
    column: truth.column - 1,
  })),
  'text above': text(({ truth }, random) => ({
    row: truth.row - 1,
    column: truth.column + random.int(0, 9),
  })),
  sorted: sort,
  merged: merge,
  'cell spoiled': spoil,
  'cut and pasted': cutAndPaste,
  'note put on': note,
  protected: protect,
  deleted: (office, own) => office.delete(own),
  filtered: (_, { sheet, truth }) => {
    sheet.filter = truth.area;
    return true;
  },
  hidden: (office, own) => office.hide(own),
  renamed: (office, own) => office.rename(own),
  'older version restored': (office, own, random) => office.restore(own, 'all', random),
  'older cells restored': (office, own, random) => office.restore(own, 'cells', random),
  'older metadata restored': (office, own, random) => office.restore(own, 'metadata', random),
  'name deleted': (_, { sheet }) => {
    sheet.namedAreas = [];
    return true;
  },
  'file copied': (office) => office.copyFile(),
  'write cut short': (office, _, random) => office.cutShort(random.int(1, 40)),
};
