/** What the spreadsheet keeps of where a table lies: a name over it and a mark on each of its columns. */
import { anchorOn, markColumns, markedColumns, sameAnchor, setAnchor } from '../../../src/sheets/anchor';
import { openGate } from '../../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';
import { named, sideBySide } from './reading';
import { WIDTH } from './plans';

const NONE = sideBySide(0).map(() => null);

function opened() {
  const model = new SpreadsheetModel();
  const workbook = makeSpreadsheetApp(model, openGate, {
    ui: null,
    activeAvailable: true,
  }).getActiveSpreadsheet();
  const [sheet] = workbook.getSheets();
  const [kept] = model.sheets;
  if (sheet === undefined || kept === undefined) throw new Error('expected a sheet');
  return { user: new SpreadsheetUser(model), workbook, sheet, kept };
}

/** On each column, the values of all that hangs on it. */
const marksOf = ({ kept }: ReturnType<typeof opened>): unknown[] =>
  Array.from({ length: 26 }, (_, index) => (kept.columnMetadata[index + 1] ?? []).map(({ value }) => value));

const onColumns = (first: number): unknown[] =>
  Array.from({ length: 26 }, (_, index) => {
    const place = index + 1 - first;
    return place >= 0 && place < WIDTH ? [String(place)] : [];
  });

test('each column of a table bears one mark, and no other column any, also where the table was elsewhere before', () => {
  const bench = opened();
  for (const column of [2, 9, 1, 2]) {
    markColumns({ sheet: bench.sheet, origin: { row: 5, column }, width: WIDTH });
    expect(marksOf(bench)).toEqual(onColumns(column));
    expect(markedColumns(bench.sheet, WIDTH)).toEqual(sideBySide(column));
  }
});

test('marks go where their columns go, and are gone with them', () => {
  const bench = opened();
  expect(markedColumns(bench.sheet, WIDTH)).toEqual(NONE);
  markColumns({ sheet: bench.sheet, origin: { row: 2, column: 2 }, width: WIDTH });
  bench.user.insertColumns('Лист1', 3, 2);
  bench.user.deleteColumns('Лист1', 2, 1);
  const [, , ...others] = sideBySide(3);
  expect(markedColumns(bench.sheet, WIDTH)).toEqual([null, 2, ...others]);
});

test('two columns with the same mark leave none that tells', () => {
  const bench = opened();
  markColumns({ sheet: bench.sheet, origin: { row: 2, column: 2 }, width: WIDTH });
  const { columnMetadata } = bench.kept;
  columnMetadata[20] = (columnMetadata[3] ?? []).map((one) => ({ ...one, id: 9_999 }));
  expect(markedColumns(bench.sheet, WIDTH)).toEqual(NONE);
});

test('a mark that hangs on no column tells nothing of its own', () => {
  const bench = opened();
  markColumns({ sheet: bench.sheet, origin: { row: 2, column: 2 }, width: WIDTH });
  const { columnMetadata, metadata } = bench.kept;
  metadata.push(...(columnMetadata[4] ?? []));
  columnMetadata[4] = [];
  expect(markedColumns(bench.sheet, WIDTH)).toEqual(
    sideBySide(2).map((column) => (column === 4 ? null : column)),
  );
});

test('other metadata on its columns is left there and says nothing of the table', () => {
  const bench = opened();
  bench.sheet.getRange('C:C').addDeveloperMetadata('another add-on', '0');
  markColumns({ sheet: bench.sheet, origin: { row: 2, column: 9 }, width: WIDTH });
  markColumns({ sheet: bench.sheet, origin: { row: 2, column: 9 }, width: WIDTH });
  expect(marksOf(bench)[2]).toEqual(['0']);
  expect(markedColumns(bench.sheet, WIDTH)).toEqual(sideBySide(9));
});

test('a name covers the table from its header to its last row, and moves with it', () => {
  const { user, workbook, sheet } = opened();
  expect(anchorOn(workbook, sheet, 'brief')).toBeNull();
  setAnchor(workbook, { sheet, origin: { row: 3, column: 4 }, width: WIDTH }, 'brief', 9);
  expect(anchorOn(workbook, sheet, 'brief')).toEqual(named(3, 9, 4));
  expect(anchorOn(workbook, sheet, 'detail')).toBeNull();
  setAnchor(workbook, { sheet, origin: { row: 30, column: 2 }, width: WIDTH }, 'detail', 30);
  user.insertRows('Лист1', 1, 2);
  user.insertColumns('Лист1', 5, 1);
  expect(anchorOn(workbook, sheet, 'brief')).toEqual(named(5, 11, 4, WIDTH + 1));
  expect(anchorOn(workbook, sheet, 'detail')).toEqual(named(32, 32, 2, WIDTH + 1));
});

test('a name of another sheet’s cells tells nothing', () => {
  const { user, workbook, sheet } = opened();
  user.addSheet('Другой');
  const other = workbook.getSheets()[1] ?? sheet;
  setAnchor(workbook, { sheet: other, origin: { row: 3, column: 4 }, width: WIDTH }, 'brief', 9);
  expect([anchorOn(workbook, sheet, 'brief'), anchorOn(workbook, other, 'brief')]).toEqual([
    null,
    named(3, 9, 4),
  ]);
});

test('a name is where a table is only if row, column, width and last row are all the same', () => {
  const place = { origin: { row: 3, column: 4 }, width: WIDTH };
  expect(sameAnchor(named(3, 9, 4), place, 9)).toBe(true);
  expect(sameAnchor(null, place, 9)).toBe(false);
  for (const other of [named(2, 9, 4), named(3, 8, 4), named(3, 9, 5), named(3, 9, 4, WIDTH - 1)]) {
    expect(sameAnchor(other, place, 9)).toBe(false);
  }
});
