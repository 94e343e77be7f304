/** Which lines a table has, which ones of an earlier and longer table go, and which ones of a user stay. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { drawBorders } from '../../../src/sheets/borders';
import { briefPlan, detailPlan, invoices, WIDTH } from './plans';
import { Workbench } from './workbench';

/** The detail sheet's plan with groups of so many rows each. */
function grouped(...sizes: readonly number[]): SheetPlan {
  const ends = new Set(
    sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0)),
  );
  const count = Math.max(0, ...ends);
  const body = detailPlan(invoices(count)).body.slice(0, count);
  return { ...detailPlan([]), body: body.map((row, index) => ({ ...row, endsGroup: ends.has(index + 1) })) };
}

/** The lines under each row in column E, from above the header on: medium `=`, thin `-`, none `.`. */
function under(bench: Workbench, name: string, rows: number): string {
  const short = { SOLID_MEDIUM: '=', SOLID: '-', DOTTED: ':' } as Record<string, string>;
  const edges = Array.from({ length: rows }, (_, index) => bench.sheet(name).borders(1 + index, 5).bottom);
  return edges.map((edge) => (edge === null ? '.' : (short[edge.style] ?? '?'))).join('');
}

test.each([
  [[1], '==='],
  [[3], '==--='],
  [[1, 3, 2], '===--=-='],
  [[2, 1, 1, 4], '==-===---='],
])('groups of %j rows have medium lines round them and thin ones inside', (sizes, lines) => {
  const bench = new Workbench();
  bench.write(grouped(...sizes));
  expect(under(bench, 'Полный', lines.length + 2)).toBe(`${lines}..`);
});

test.each([
  [
    [2, 3],
    [2, 2],
  ],
  [[4], [1]],
  [[1, 1], [1]],
  [[2], [3, 4]],
])('groups of %j rows leave no line where there are %j afterwards', (before, after) => {
  const bench = new Workbench();
  const fresh = new Workbench();
  bench.write(grouped(...before));
  for (const one of [bench, fresh]) one.write(grouped(...after));
  expect(under(bench, 'Полный', 15)).toBe(under(fresh, 'Полный', 15));
});

test('a line that a user drew under the table stays while the table keeps its end, and goes where it gets shorter', () => {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(3)));
  const cell = bench.user.cell('Краткий', 'E7');
  cell.style = bench.book.styles.with(cell.style, 'bottom', { style: 'DOTTED', color: '#00ff00' });
  bench.write(briefPlan(invoices(3).map((one) => ({ ...one, sum: 7 }))));
  expect(under(bench, 'Краткий', 9)).toBe('==--=.:..');
  bench.write(briefPlan(invoices(2)));
  expect(under(bench, 'Краткий', 9)).toBe('==-=.....');
});

test('nothing is cleared below a table that is new, or has no rows there and had none', () => {
  const cleared = (bench: Workbench, plan: SheetPlan): number =>
    bench.countedWrite(plan).filter((call) => call === 'Range.setBorder').length;
  const bench = new Workbench();
  expect(cleared(bench, briefPlan(invoices(3)))).toBe(0);
  expect(cleared(bench, briefPlan(invoices(4)))).toBe(1);
  expect(cleared(bench, detailPlan(invoices(3)))).toBe(0);
  expect(cleared(bench, detailPlan(invoices(3).map((one) => ({ ...one, sum: 7 }))))).toBe(0);
  expect(cleared(bench, detailPlan(invoices(4)))).toBe(0);
  expect(cleared(bench, detailPlan(invoices(2)))).toBe(1);
});

test.each([
  [498, [1, 499]],
  [499, [1, 500]],
  [500, [1, 500, 1]],
])('the lines of %i groups are drawn in lists of %j ranges', (groups, sizes) => {
  const bench = new Workbench();
  const { app, workbook } = bench.open();
  const [sheet] = workbook.getSheets();
  if (sheet === undefined) throw new Error('expected a sheet');
  const [row = detailPlan([]).header] = detailPlan(invoices(1)).body;
  const body = Array.from({ length: groups }, () => ({ ...row, endsGroup: true }));
  drawBorders(
    { sheet, origin: { row: 2, column: 2 }, width: WIDTH },
    { ...detailPlan([]), body },
    0,
    app.BorderStyle,
  );
  expect(bench.sizes.filter(({ member }) => member === 'Sheet.getRangeList').map(({ size }) => size)).toEqual(
    sizes,
  );
});
