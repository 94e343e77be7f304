/** Charts of a table that its user has changed, and of a copy. */
import type { SpreadsheetModel } from '../../../simulator/spreadsheet';
import {
  anew,
  chartCalls,
  charted,
  chartNamed,
  chartsOn,
  killed,
  NAME,
  rowsOf,
  withoutIds,
  written,
} from './charted-sheets';
import { Workbench } from './workbench';

describe('Where a user has changed the sheet', () => {
  it.each<[string, (bench: Workbench) => void]>([
    ['rows inserted into the table', ({ user }) => user.insertRows(NAME, 4, 2)],
    ['a row deleted from the table', ({ user }) => user.deleteRows(NAME, 4, 1)],
    ['all rows of a chart deleted', ({ user }) => user.deleteRows(NAME, 6, 3)],
    [
      'a column inserted into the table and deleted again',
      ({ user }) => {
        user.insertColumns(NAME, 7, 1);
        user.deleteColumns(NAME, 8, 1);
      },
    ],
  ])('the charts show the cells of the plan again: %s', (_, change) => {
    const bench = written();
    change(bench);
    bench.write(charted(3, 2));
    expect(rowsOf(bench)).toEqual({ Суммы: [3, 3], Цены: [2, 2] });
    const areasOf = (charts: ReturnType<typeof anew>) => charts.map(({ areas }) => areas);
    expect(areasOf(chartsOn(bench))).toEqual(areasOf(anew(3, 2)));
    expect(chartCalls(bench, charted(3, 2))).toEqual([]);
  });

  it('they do so too after a write that was killed at whatever call', () => {
    const shaken = (): Workbench => {
      const bench = written();
      bench.user.insertRows(NAME, 4, 2);
      return bench;
    };
    for (const bench of killed(charted(3, 2), shaken)) {
      bench.write(charted(3, 2));
      expect(rowsOf(bench)).toEqual({ Суммы: [3, 3], Цены: [2, 2] });
    }
  });

  it('the charts of a table that was moved move along', () => {
    const bench = written();
    bench.user.insertRows(NAME, 1, 3);
    bench.user.insertColumns(NAME, 1, 1);
    expect(chartCalls(bench, charted(3, 2))).toEqual([]);
    bench.write(charted(4, 2));
    const moved = new Workbench();
    moved.write(charted(4, 2));
    moved.user.insertRows(NAME, 1, 3);
    moved.user.insertColumns(NAME, 1, 1);
    expect(withoutIds(chartsOn(bench))).toEqual(withoutIds(chartsOn(moved)));
  });
});

describe('In a copy', () => {
  const copied = (book: SpreadsheetModel): Workbench => new Workbench({ book: book.copyAs('copy') });

  it.each([true, false])(
    'of the file no chart is made a second time (same ids: %p)',
    (copiesKeepChartIds) => {
      const bench = written({ copiesKeepChartIds });
      const copy = copied(bench.book);
      copy.write(charted(3, 2));
      copy.write(charted(6, 2));
      copy.write(charted(6, 4));
      expect(rowsOf(copy)).toEqual({ Суммы: [6, 6], Цены: [4, 4] });
      expect(rowsOf(bench)).toEqual({ Суммы: [3, 3], Цены: [2, 2] });
    },
  );

  it.each([true, false])('what was deleted stays away (same ids: %p)', (copiesKeepChartIds) => {
    const bench = written({ copiesKeepChartIds });
    bench.user.deleteChart(NAME, chartNamed(bench, 'Суммы').id);
    const copy = copied(bench.book);
    copy.write(charted(6, 4));
    expect(rowsOf(copy)).toEqual({ Цены: [4, 4] });
  });

  it('of the sheet they are the user’s, until it takes the original’s place', () => {
    const bench = written();
    bench.user.duplicate(NAME, 'Копия');
    bench.write(charted(5, 2));
    expect(rowsOf(bench, 'Копия')).toEqual({ Суммы: [3, 3], Цены: [2, 2] });
    bench.user.delete(NAME);
    bench.user.rename('Копия', NAME);
    bench.write(charted(4, 2));
    expect(rowsOf(bench)).toEqual({ Суммы: [4, 4], Цены: [2, 2] });
  });
});
