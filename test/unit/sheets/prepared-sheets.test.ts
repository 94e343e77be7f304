/** What a write finds out before it: whether a sheet is as good as new, and what of its layout has to be set. */
import { isAnySet } from '../../../src/sheets/column-widths';
import { briefPlan, detailPlan, invoices, withWidths } from './plans';
import { Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];
/** The brief sheet with a first column of another width. */
const widened = (count: number) => {
  const plan = briefPlan(invoices(count));
  return withWidths(plan, [50]);
};

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(2));
  return bench;
}

/** The rows that stay in sight, the margin, and the first column. */
const layout = (bench: Workbench, name = 'Краткий'): unknown[] => {
  const { frozenRows, columnWidths } = bench.sheet(name);
  return [frozenRows, ...columnWidths.slice(1, 3)];
};

function unfreeze(bench: Workbench): void {
  for (const sheet of bench.book.sheets) Object.assign(sheet, { frozenRows: 0, columnWidths: [] });
}

test('a sheet whose first write was cut short gets margin and frozen rows as a new one', () => {
  const bench = written();
  bench.changeRecord('Краткий', { look: '', seen: '', layout: '' });
  unfreeze(bench);
  bench.write(...plans(2));
  expect(layout(bench)).toEqual([2, 20, 110]);
  expect(layout(bench, 'Полный')).toEqual([0]);
});

test('a sheet on which no table is found gets them as well', () => {
  const bench = written();
  bench.user.deleteRows('Краткий', 1, 900);
  Object.assign(bench.sheet('Краткий'), { namedAreas: [], columnMetadata: [] });
  unfreeze(bench);
  bench.write(...plans(2));
  expect(layout(bench)).toEqual([2, 20, 110]);
});

test('other widths of the plan are set, without frozen rows and a margin, which are the user’s by then', () => {
  const bench = written();
  bench.sheet('Краткий').frozenRows = 0;
  bench.sheet('Краткий').columnWidths[1] = 60;
  expect(bench.write(widened(2))).toBe(true);
  expect(layout(bench)).toEqual([0, 60, 50]);
  expect(bench.write(widened(2))).toBe(false);
});

test('the table gets them where it was moved to', () => {
  const bench = written();
  bench.user.insertColumns('Краткий', 0, 1);
  expect(bench.write(widened(2))).toBe(true);
  expect(bench.sheet('Краткий').columnWidths.slice(1, 5)).toEqual([undefined, 20, 50, 110]);
});

test.each([1, 2, 3])('a sheet of which a user has left %i rows is written whole', (rows) => {
  const bench = written();
  bench.user.deleteRows('Краткий', rows + 1, 1_000 - rows);
  bench.write(...plans(2));
  expect(bench.cells('Краткий', 9)).toEqual(written().cells('Краткий', 9));
  expect(bench.sheet('Краткий').maxRows).toBe(6);
});

test('a header alone, in the last row of its sheet, is protected as others are', () => {
  const bench = written();
  bench.user.deleteRows('Полный', 3, 998);
  bench.user.protect('Полный', 'B2:C2', ['owner@example.com']);
  expect(() => bench.writer('colleague@example.com').prepare(plans(2))).toThrow('защищён от изменений');
});

test.each([
  ['plain', 'ООО «Ромашка»', false],
  ['one that may be changed', 'ООО\nРомашка', true],
])('cells are read back only where a text may be changed: %s', (_, name, readsBack) => {
  const [cells] = invoices(1);
  const plan = briefPlan([{ number: '1', inn: '1', sum: 1, ...cells, name }]);
  expect(
    new Workbench()
      .writer()
      .prepare([plan])
      .sheets.map((sheet) => sheet.readsBack),
  ).toEqual([readsBack]);
});

test('what is prepared says of each sheet whether it is new, changes, and where its table ends', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(2)));
  const told = (count: number): unknown[] =>
    bench
      .writer()
      .prepare(plans(count))
      .sheets.map(({ isNew, changes, widths, freezes, ownedLastRow, altered, merges }) => [
        [isNew, changes, isAnySet(widths), freezes],
        [ownedLastRow, altered, merges],
      ]);
  const made = [
    [true, true, true, true],
    [0, [], []],
  ];
  expect(told(2)).toEqual([
    [
      [false, false, false, false],
      [6, [], []],
    ],
    made,
  ]);
  expect(told(3)).toEqual([
    [
      [false, true, false, false],
      [6, [], []],
    ],
    made,
  ]);
});
