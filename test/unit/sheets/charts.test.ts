/** The charts beside a table: made once, their users' from then on, and only their cells follow the plan. */
import {
  anew,
  byColumn,
  chartCalls,
  charted,
  chartNamed,
  chartsOn,
  NAME,
  rowsOf,
  withoutIds,
  written,
} from './charted-sheets';
import { detailPlan, invoices } from './plans';
import { MARK_KEY, Workbench } from './workbench';

describe('A new sheet', () => {
  it('gets the charts of its plan', () => {
    expect(withoutIds(chartsOn(written()))).toEqual([
      {
        type: 'COLUMN',
        areas: [
          { row: 2, column: 4, rows: 4, columns: 1 },
          { row: 2, column: 8, rows: 4, columns: 2 },
        ],
        headers: 1,
        anchor: { row: 2, column: 11, x: 0, y: 0 },
        options: {
          ...{ title: 'Суммы', width: 560, height: 320, colors: ['#93c47d', '#e06666'] },
          ...{ useFirstColumnAsDomain: true, isStacked: true },
        },
      },
      {
        type: 'BAR',
        areas: [
          { row: 6, column: 5, rows: 3, columns: 1 },
          { row: 6, column: 7, rows: 3, columns: 1 },
        ],
        headers: 1,
        anchor: { row: 19, column: 11, x: 0, y: 0 },
        options: {
          ...{ title: 'Цены', width: 560, height: 320, colors: ['#6d9eeb'] },
          ...{ useFirstColumnAsDomain: true, legend: { position: 'none' } },
        },
      },
    ]);
  });

  it('is whole before the first of them is made', () => {
    const bench = new Workbench();
    const plain = new Workbench();
    plain.write(detailPlan(invoices(6)));
    bench.book.quirks.refusesCharts = ['insertChart'];
    bench.write(charted(3, 2));
    expect(bench.whole(NAME)).toEqual(plain.whole(NAME));
    expect(bench.properties.has(MARK_KEY)).toBe(false);
  });

  it('has them at the last cell that there is where its user has taken away the rest', () => {
    const bench = new Workbench({ quirks: { refusesCharts: ['insertChart'] } });
    bench.write(charted(3, 2));
    bench.book.quirks.refusesCharts = [];
    bench.user.deleteColumns(NAME, 10, 17);
    bench.user.deleteRows(NAME, 16, 985);
    expect(bench.commit(charted(3, 2)).chartsRefused).toBe(false);
    expect(chartsOn(bench).map(({ anchor: { row, column } }) => [row, column])).toEqual([
      [2, 9],
      [15, 9],
    ]);
  });
});

describe('A second write', () => {
  it('asks nothing about charts where nothing has changed, nor where only cells have', () => {
    const bench = written();
    expect(chartCalls(bench, charted(3, 2))).toEqual([]);
    const other = { ...charted(3, 2), ...{ body: detailPlan(invoices(7)).body.slice(2) } };
    expect(chartCalls(bench, other)).toEqual([]);
    expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
  });

  it('gives the cells of the plan to the chart that is to show others, and to no other', () => {
    const bench = written();
    expect(chartCalls(bench, charted(3, 5))).toEqual(['Sheet.getCharts', 'Sheet.updateChart']);
    expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 5));
    expect(chartCalls(bench, charted(3, 5))).toEqual([]);
  });

  it.each([[{ chartRanges: byColumn }], [{ defersErrors: true }], [{}]])('does so with %j', (quirks) => {
    const bench = written(quirks);
    bench.write(charted(4, 1));
    expect(withoutIds(chartsOn(bench))).toEqual(anew(4, 1));
    expect(chartCalls(bench, charted(4, 1))).toEqual([]);
  });

  it('leaves them to their users: where they are, how they look, what they are called', () => {
    const bench = written();
    const { id } = chartNamed(bench, 'Суммы');
    const anchor = { row: 30, column: 3, x: 12, y: 7 };
    bench.user.changeChart(NAME, id, ({ options }) => ({
      ...{ anchor, type: 'LINE' },
      options: { ...options, title: 'Мои суммы', width: 900, colors: ['#000000'] },
    }));
    const theirs = chartNamed(bench, 'Мои суммы');
    bench.write(charted(3, 2));
    expect(chartNamed(bench, 'Мои суммы')).toEqual(theirs);
    bench.write(charted(5, 2));
    const areas = theirs.areas.map((area) => ({ ...area, rows: 6 }));
    expect(chartNamed(bench, 'Мои суммы')).toEqual({ ...theirs, areas });
    expect(chartsOn(bench)).toHaveLength(2);
  });

  it('does not make again what its user has deleted', () => {
    const bench = written();
    bench.user.deleteChart(NAME, chartNamed(bench, 'Суммы').id);
    for (const plan of [charted(3, 2), charted(4, 3), charted(4, 3)]) bench.write(plan);
    expect(rowsOf(bench)).toEqual({ Цены: [3, 3] });
  });

  it('leaves other charts alone, also one that shows the same cells as one that was deleted', () => {
    const bench = written();
    const { id, ...own } = chartNamed(bench, 'Цены');
    bench.user.deleteChart(NAME, id);
    const pie = { ...own, areas: own.areas.map((area) => ({ ...area, rows: 2 })), options: { title: 'Моя' } };
    bench.user.insertChart(NAME, pie);
    bench.write(charted(3, 2));
    bench.write(charted(3, 4));
    expect(rowsOf(bench)).toEqual({ Моя: [1, 1], Суммы: [3, 3] });
  });

  it('makes all anew where the sheet was deleted', () => {
    const bench = written();
    bench.user.deleteChart(NAME, chartNamed(bench, 'Суммы').id);
    bench.user.addSheet('Другой');
    bench.user.delete(NAME);
    bench.write(charted(3, 2));
    expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
  });

  it('leaves alone one that stands where a missing one is to be', () => {
    const bench = new Workbench({ quirks: { refusesCharts: ['insertChart'] } });
    bench.write(charted(3, 2));
    bench.book.quirks.refusesCharts = [];
    const area = { row: 2, column: 2, rows: 3, columns: 3 };
    const anchor = { row: 2, column: 11, x: 0, y: 0 };
    const own = { type: 'PIE', areas: [area], headers: 1, anchor, options: { title: 'Моя' } };
    const id = bench.user.insertChart(NAME, own);
    bench.write(charted(3, 2));
    expect(chartNamed(bench, 'Моя')).toEqual({ ...own, id });
    expect(chartsOn(bench)).toHaveLength(3);
  });

  it('makes those that a plan has more than before', () => {
    const bench = new Workbench();
    const { charts = [], ...rest } = charted(3, 2);
    bench.write({ ...rest, charts: charts.slice(0, 1) });
    expect(rowsOf(bench)).toEqual({ Суммы: [3, 3] });
    bench.write(charted(3, 2));
    expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
  });

  it('keeps what it knows of them where the sheet was off, and where a plan has none', () => {
    const bench = written();
    bench.changeRecord(NAME, { isOff: true });
    bench.write(charted(3, 2));
    bench.write(detailPlan(invoices(6)));
    bench.write(charted(3, 2));
    expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
  });
});

describe('Where Google refuses charts', () => {
  it.each([false, true])(
    'the write says so, and the next one makes them (refused later: %p)',
    (defersErrors) => {
      const bench = new Workbench({ quirks: { defersErrors, refusesCharts: ['insertChart'] } });
      expect(bench.commit(charted(3, 2))).toMatchObject({ changed: true, chartsRefused: true });
      expect(bench.properties.has(MARK_KEY)).toBe(false);
      expect(bench.commit(charted(3, 2))).toMatchObject({ changed: false, chartsRefused: true });
      bench.book.quirks.refusesCharts = [];
      expect(bench.commit(charted(3, 2))).toMatchObject({ changed: false, chartsRefused: false });
      expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
    },
  );

  it('a change of cells is tried again', () => {
    const bench = written({ refusesCharts: ['updateChart'] });
    expect(bench.commit(charted(4, 2)).chartsRefused).toBe(true);
    expect(bench.commit(charted(4, 2)).chartsRefused).toBe(true);
    bench.book.quirks.refusesCharts = [];
    expect(bench.commit(charted(4, 2)).chartsRefused).toBe(false);
    expect(rowsOf(bench)).toEqual({ Суммы: [4, 4], Цены: [2, 2] });
  });
});

it('What is kept of a sheet with four charts is short', () => {
  const bench = new Workbench();
  const plan = charted(3, 2);
  const keys = ['months', 'ages', 'buyers', 'stages'];
  const [one] = plan.charts ?? [];
  if (one === undefined) throw new Error('expected a chart');
  bench.write({
    ...plan,
    charts: keys.map((key, index) => ({ ...one, key, anchor: { row: index, column: 9 } })),
  });
  const [record] = bench.sheet(NAME).metadata;
  expect(record?.value?.length).toBeLessThanOrEqual(500);
});
