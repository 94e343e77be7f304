import { briefPlan, detailPlan, invoices, WIDTH, withWidths } from './plans';
import { Workbench } from './workbench';

const three = invoices(3);

function written(): Workbench {
  const bench = new Workbench();
  bench.write(briefPlan(three), detailPlan(three));
  return bench;
}

/** Styles of the lines round a cell: top, left, bottom, right. */
const lines = (bench: Workbench, sheet: string, row: number, column: number): string => {
  const { top, left, bottom, right } = bench.sheet(sheet).borders(row, column);
  const short = { SOLID: '-', SOLID_MEDIUM: '=' } as Record<string, string>;
  return [top, left, bottom, right].map((edge) => (edge === null ? '.' : short[edge.style])).join('');
};

test('the columns have the plan’s widths after a margin of 20 pixels, and two rows are frozen', () => {
  const bench = written();
  expect(bench.sheet('Краткий').columnWidths.slice(1)).toEqual([20, 110, 110, 280, 120, 120, 100, 100, 100]);
  expect(bench.sheet('Полный').columnWidths.slice(1)).toEqual([20, 110, 110, 240, 320, 80, 110, 120, 120]);
  expect([bench.sheet('Краткий').frozenRows, bench.sheet('Полный').frozenRows]).toEqual([2, 2]);
});

test('widths and frozen rows that a user has chosen are left to the user', () => {
  const bench = written();
  bench.sheet('Краткий').columnWidths[4] = 400;
  bench.sheet('Краткий').frozenRows = 0;
  bench.write(briefPlan(invoices(4)));
  expect(bench.sheet('Краткий').columnWidths[4]).toBe(400);
  expect(bench.sheet('Краткий').frozenRows).toBe(0);
});

test('column A and row 1 stay empty', () => {
  const edge = written().sheet('Краткий');
  expect(edge.map({ row: 1, column: 1, rows: 1, columns: 9 }, (cell) => cell?.value ?? '').flat()).toEqual(
    Array.from({ length: 9 }, () => ''),
  );
  expect(
    edge.map({ row: 1, column: 1, rows: 9, columns: 1 }, (cell) => cell?.style.background ?? null).flat(),
  ).toEqual(Array.from({ length: 9 }, () => null));
});

test('thin lines run round every cell, medium ones round the table and under the header', () => {
  const bench = written();
  expect(lines(bench, 'Краткий', 2, 2)).toBe('===-');
  expect(lines(bench, 'Краткий', 3, 2)).toBe('==--');
  expect(lines(bench, 'Краткий', 4, 5)).toBe('----');
  expect(lines(bench, 'Краткий', 5, 9)).toBe('--==');
});

test('rows under the table have no lines', () => {
  const bench = written();
  expect(lines(bench, 'Краткий', 6, 2)).toBe('=...');
  expect(lines(bench, 'Краткий', 7, 5)).toBe('....');
});

test('on the detail sheet a medium line closes each invoice', () => {
  const bench = written();
  const under = [3, 4, 5, 6, 7, 8].map((row) => lines(bench, 'Полный', row, 5).charAt(2));
  expect(under).toEqual(['-', '=', '-', '=', '-', '=']);
});

test('lines follow the table when it grows and shrinks', () => {
  const bench = written();
  bench.write(briefPlan(invoices(5)), detailPlan(invoices(5)));
  expect(lines(bench, 'Краткий', 5, 9)).toBe('---=');
  bench.write(briefPlan(invoices(1)), detailPlan(invoices(1)));
  for (const row of [4, 5, 6, 7, 8])
    expect(lines(bench, 'Краткий', row, 4)).toBe(row === 4 ? '=...' : '....');
  for (const row of [5, 6, 11, 12, 13])
    expect(lines(bench, 'Полный', row, 4)).toBe(row === 5 ? '=...' : '....');
});

test('lines are right again after a user inserted a row, deleted another and so kept their number', () => {
  const bench = written();
  bench.user.insertRows('Полный', 4, 1);
  bench.user.deleteRows('Полный', 7, 1);
  bench.write(briefPlan(three), detailPlan(three));
  const under = [3, 4, 5, 6, 7, 8, 9].map((row) => lines(bench, 'Полный', row, 5).charAt(2));
  expect(under).toEqual(['-', '=', '-', '=', '-', '=', '.']);
});

test('a table that a user has moved aside by a column looks as before, with nothing left behind', () => {
  const bench = written();
  bench.user.insertColumns('Краткий', 0, 1);
  bench.write(briefPlan(three), detailPlan(three));
  const aside = written();
  aside.sheet('Краткий').insertColumns(0, 1);
  expect(bench.whole('Краткий')).toEqual(aside.whole('Краткий'));
});

test('header and names are wrapped, other cells are not', () => {
  const bench = written();
  const wraps = [2, 3].map((row) =>
    bench
      .sheet('Краткий')
      .map({ row, column: 2, rows: 1, columns: WIDTH }, (cell) => cell?.style.wrap === 'WRAP')
      .flat(),
  );
  expect(wraps).toEqual([
    [true, true, true, true, true, true, true, true],
    [false, false, true, false, false, false, false, false],
  ]);
});

test('a number of an invoice leads to it in black, without an underline', () => {
  const [run] = written().user.cell('Краткий', 'B4').runs;
  expect(run).toMatchObject({
    link: 'https://portal.example/crm/type/31/details/2/',
    style: { color: '#000000', underline: false },
  });
});

test('an empty number leads nowhere, and the detail sheet has no links', () => {
  const bench = new Workbench();
  const nameless = [{ number: '', inn: '', name: '', sum: 1 }, ...three];
  bench.write(briefPlan(nameless), detailPlan(nameless));
  expect(bench.user.cell('Краткий', 'B3')).toMatchObject({ value: '', runs: [] });
  expect(bench.user.cell('Полный', 'B5').runs).toEqual([]);
});

test('numbers stay numbers, dates stay day numbers, and nothing is an empty cell', () => {
  const bench = written();
  expect(bench.values('Краткий', 2)[1]?.slice(3)).toEqual([100.5, 0, 46_000, '', 46_100]);
  expect(bench.user.cell('Краткий', 'G3').style.numberFormat).toBe('dd.mm.yyyy');
});

test('a report without invoices has its header and totals', () => {
  const bench = written();
  bench.write(briefPlan([]), detailPlan([]));
  expect(bench.values('Краткий', 3)[2]?.slice(2, 4)).toEqual(['Всего счетов на сумму:', 0]);
  expect(lines(bench, 'Краткий', 2, 2)).toBe('===-');
  expect(bench.values('Полный', 3)[1]).toEqual(Array.from({ length: WIDTH }, () => ''));
});

/** A brief sheet whose first write was cut short, where a user then merged cells, and a plan of other widths for it. */
function unfrozenAndMerged(merged: string) {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(2)));
  const sheet = bench.sheet('Краткий');
  sheet.frozenRows = 0;
  bench.changeRecord('Краткий', { layout: '' });
  bench.user.merge('Краткий', merged);
  const plan = withWidths(briefPlan(invoices(3)), [50]);
  return { bench, sheet, plan };
}

test.each(['A2:A3', 'L1:M6'])(
  'cells that a user merged over the line under the header, %s, leave the rows unfrozen and the report right',
  (merged) => {
    const { bench, sheet, plan } = unfrozenAndMerged(merged);
    expect(bench.write(plan)).toBe(true);
    expect([sheet.frozenRows, sheet.columnWidths[2], sheet.merges.length]).toEqual([0, 50, 1]);
    expect(bench.write(plan)).toBe(false);
  },
);

test.each(['B2:B3', 'I2:J3', 'A1:A2'])(
  'cells merged as %s do not keep the header from being frozen',
  (merged) => {
    const { bench, sheet, plan } = unfrozenAndMerged(merged);
    bench.write(plan);
    expect(sheet.frozenRows).toBe(2);
  },
);
