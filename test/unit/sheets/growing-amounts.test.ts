/** A column whose amounts outgrow it: it becomes as wide as they need, unless its width is a user's by then. */
import { changedWidths } from '../../../src/sheets/column-widths';
import { briefPlan, invoices, WIDTH, widthsOf, withWidths } from './plans';
import { Workbench } from './workbench';

/** Zero-based column of «Сумма» in the table; the margin comes before it. */
const SUM = 3;

/** The brief sheet whose amounts need that many pixels. */
const needing = (pixels: number, count = 2) => {
  const plan = briefPlan(invoices(count));
  return withWidths(plan, widthsOf(plan).with(SUM, pixels));
};

function written(pixels = 120): Workbench {
  const bench = new Workbench();
  bench.write(needing(pixels));
  return bench;
}

const widths = (bench: Workbench): unknown[] => bench.sheet('Краткий').columnWidths.slice(2);

function drag(bench: Workbench, pixels: number): void {
  bench.sheet('Краткий').columnWidths[2 + SUM] = pixels;
}

test('it is widened, narrowed again, and left alone where nothing has changed', () => {
  const bench = written();
  const needs = (pixels: number) => [bench.write(needing(pixels)), widths(bench)];
  const table = (pixels: number) => widthsOf(needing(pixels));
  expect(needs(150)).toEqual([true, table(150)]);
  expect(needs(150)).toEqual([false, table(150)]);
  expect(needs(170)).toEqual([true, table(170)]);
  expect(needs(120)).toEqual([true, table(120)]);
});

test.each([90, 400])('a width of %d pixels that a user has set stays, whatever the amounts need', (own) => {
  const bench = written();
  drag(bench, own);
  for (const pixels of [150, 170, 120]) {
    bench.write(needing(pixels, 3));
    expect(widths(bench)[SUM]).toBe(own);
    expect(bench.write(needing(pixels, 3))).toBe(false);
  }
});

test('the widths that a user has set of other columns stay while it grows', () => {
  const bench = written();
  bench.sheet('Краткий').columnWidths[4] = 400;
  bench.write(needing(150));
  expect([widths(bench)[2], widths(bench)[SUM]]).toEqual([400, 150]);
});

test('a width that was set by a write cut short is the report’s all the same', () => {
  const bench = written();
  drag(bench, 150);
  bench.write(needing(150, 3));
  bench.write(needing(170, 3));
  expect(widths(bench)[SUM]).toBe(170);
});

test('a protected sheet that leaves the table free keeps its widths until they may be set', () => {
  const bench = written();
  const sheet = bench.sheet('Краткий');
  bench.user.protect('Краткий', null, ['owner@example.com']);
  sheet.protections.forEach((protection) => {
    protection.unprotected = [{ row: 2, column: 2, rows: 99, columns: WIDTH }];
  });
  const writer = bench.writer('colleague@example.com');
  expect(writer.commit(writer.prepare([needing(150, 3)])).changed).toBe(true);
  expect(widths(bench)[SUM]).toBe(120);
  bench.write(needing(150, 3));
  expect(widths(bench)[SUM]).toBe(150);
});

test('columns that the record does not know, or the grid does not have yet, get their widths', () => {
  const [sheet] = written().open().workbook.getSheets().slice(-1);
  if (sheet === undefined) throw new Error('expected a sheet');
  const table = { sheet, origin: { row: 2, column: 2 }, width: WIDTH };
  const plan = needing(150);
  const [known, missing] = [widthsOf(plan).slice(0, 6).join(' '), { rows: 9, columns: 4 }];
  expect(changedWidths(table, plan, known, { rows: 9, columns: 9 })).toEqual([
    ...Array.from({ length: 6 }, () => null),
    ...[100, 100],
  ]);
  expect(changedWidths(table, plan, widthsOf(needing(120)).join(' '), missing)[SUM]).toBe(150);
});
