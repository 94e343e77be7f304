/** How the cells of a table are called, wherever it lies, and how many of its columns a sheet has. */
import { columnName } from '../../../src/report/SheetPlan';
import { cellName, columnsIn, columnsName, rowsName } from '../../../src/sheets/area';
import { WIDTH } from './plans';

test.each([
  [1, 'A'],
  [2, 'B'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [18_278, 'ZZZ'],
])('column %i is called %s', (column, name) => expect(columnName(column)).toBe(name));

test('no two columns have the same name, and longer names come after shorter ones', () => {
  const names = Array.from({ length: 2_000 }, (_, index) => columnName(index + 1));
  expect(new Set(names).size).toBe(2_000);
  const inOrder = [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  expect(names).toEqual(inOrder);
});

test('cells, rows and columns of a table are called by where it lies', () => {
  const origin = { row: 5, column: 26 };
  const lastLetter = columnName(26 + WIDTH - 1);
  expect(cellName(origin, 0, 0)).toBe('Z5');
  expect(cellName(origin, 3, 1)).toBe('AA8');
  expect(columnsName({ origin, width: WIDTH })).toBe(`Z:${lastLetter}`);
  expect(rowsName({ origin, width: WIDTH }, 1, 4)).toBe(`Z6:${lastLetter}9`);
});

test.each([
  [26, 2, WIDTH],
  [WIDTH + 1, 2, WIDTH],
  [WIDTH, 2, WIDTH - 1],
  [2, 2, 1],
  [1, 2, 0],
  [1, 9, 0],
])('a sheet of %i columns has of a table that begins in column %i so many: %i', (columns, column, count) => {
  expect(columnsIn({ rows: 9, columns }, { origin: { row: 2, column }, width: WIDTH })).toBe(count);
});
