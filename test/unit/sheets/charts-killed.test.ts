/** A write that is killed anywhere leaves no chart doubled and none out. */
import type { Quirks } from '../../../simulator/spreadsheet';
import {
  anew,
  byColumn,
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

describe('A write that is killed at whatever call', () => {
  const READINGS: readonly Partial<Quirks>[] = [{}, { chartRanges: byColumn }];

  it.each(READINGS)('leaves nothing doubled and nothing out: %j', (quirks) => {
    let kills = 0;
    for (const bench of killed(charted(3, 2), () => new Workbench({ quirks }))) {
      kills += 1;
      bench.write(charted(3, 2));
      expect(withoutIds(chartsOn(bench))).toEqual(anew(3, 2));
      bench.write(charted(3, 2));
      expect(chartsOn(bench)).toHaveLength(2);
    }
    expect(kills).toBeGreaterThan(20);
  });

  it.each(READINGS)(
    'so too where the next plan shows other cells, and its user moves what there is: %j',
    (quirks) => {
      for (const bench of killed(charted(3, 2), () => new Workbench({ quirks }))) {
        const anchor = { row: 40, column: 4, x: 3, y: 3 };
        const moved = bench.book.sheetNamed(NAME)?.charts.map(({ id }) => id) ?? [];
        for (const id of moved) bench.user.changeChart(NAME, id, () => ({ anchor }));
        bench.write(charted(4, 5));
        expect(rowsOf(bench)).toEqual({ Суммы: [4, 4], Цены: [5, 5] });
        expect(chartsOn(bench).filter((own) => own.anchor.row === 40)).toHaveLength(moved.length);
        bench.write(charted(1, 1));
        expect(rowsOf(bench)).toEqual({ Суммы: [1, 1], Цены: [1, 1] });
      }
    },
  );

  it('finds those again whose ranges do not read as they were given, if they are where they were put', () => {
    const first: Quirks['chartRanges'] = (added) => added.slice(0, 1);
    for (const bench of killed(charted(3, 2), () => new Workbench({ quirks: { chartRanges: first } }))) {
      bench.write(charted(3, 2));
      bench.write(charted(4, 2));
      expect(rowsOf(bench)).toEqual({ Суммы: [4, 4], Цены: [2, 2] });
    }
  });

  it('leaves what was deleted away', () => {
    const deleted = (): Workbench => {
      const bench = written();
      bench.user.deleteChart(NAME, chartNamed(bench, 'Суммы').id);
      return bench;
    };
    for (const bench of killed(charted(4, 4), deleted)) {
      bench.write(charted(5, 5));
      expect(rowsOf(bench)).toEqual({ Цены: [5, 5] });
    }
  });
});
