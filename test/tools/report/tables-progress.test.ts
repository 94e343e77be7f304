/** What a log shows of tables in the making. */
import { tablesProgressView } from '../../../cli/report/TablesProgressView';
import type { TablesProgress } from '../../../tables/make-tables';

const MINUTE = 60_000;
type Shown = readonly [minutes: number, phase: TablesProgress['phase'], done: number, total: number | null];

function linesOf(all: readonly Shown[]): readonly string[] {
  const lines: string[] = [];
  let minutes = 0;
  const view = tablesProgressView({ write: (text: string) => lines.push(text) > 0 }, () => minutes * MINUTE);
  for (const [at, phase, done, total] of all) {
    minutes = at;
    view.show({ phase, done, total, requests: done });
  }
  view.close();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
}

describe('The progress of tables', () => {
  it('is told for each ten thousand listed invoices', () => {
    expect(linesOf([0, 50, 9_950, 10_950, 19_950, 20_050].map((done) => [0, 'list', done, null]))).toEqual([
      'Список счетов: 0, запросов: 0',
      'Список счетов: 10 950, запросов: 10 950',
      'Список счетов: 20 050, запросов: 20 050',
    ]);
  });

  it('is told for each tenth of the invoices with the time that is left', () => {
    expect(
      linesOf([
        [0, 'rows', 0, 100_000],
        [1, 'rows', 1_000, 100_000],
        [30, 'rows', 10_000, 100_000],
        [35, 'rows', 15_000, 100_000],
        [60, 'rows', 50_000, 100_000],
        [90, 'rows', 99_900, 100_000],
        [91, 'write', 100_000, 100_000],
      ]),
    ).toEqual([
      'Счета с товарами: 0 из 100 000, запросов: 0',
      'Счета с товарами: 10 000 из 100 000, ещё около 5 ч, запросов: 10 000',
      'Счета с товарами: 50 000 из 100 000, ещё около 60 мин, запросов: 50 000',
      'Счета с товарами: 99 900 из 100 000, ещё меньше минуты, запросов: 99 900',
      'Запись таблиц: 100 000 из 100 000, запросов: 100 000',
    ]);
  });
});
