/** A sheet whose plan has two charts, and what tests ask of them. */
import type { PlannedChart, SheetPlan } from '../../../src/report/SheetPlan';
import { type Chart, columnsOf, type Quirks } from '../../../simulator/spreadsheet';
import { detailPlan, invoices } from './plans';
import { Killed, Workbench } from './workbench';

export const NAME = 'Полный';

const chart = (facts: Partial<PlannedChart> & Pick<PlannedChart, 'key' | 'ranges'>): PlannedChart => ({
  title: facts.key,
  type: 'bar',
  anchor: { row: 0, column: 9 },
  isStacked: false,
  colors: ['#6d9eeb'],
  hasLegend: false,
  ...facts,
});

/** A table of always as many rows, and two charts of its first ones. */
export const charted = (sums: number, prices: number, count = 6): SheetPlan => ({
  ...detailPlan(invoices(count)),
  charts: [
    chart({
      key: 'sums',
      title: 'Суммы',
      type: 'column',
      ranges: [
        { row: 0, column: 2, rows: sums + 1, columns: 1 },
        { row: 0, column: 6, rows: sums + 1, columns: 2 },
      ],
      isStacked: true,
      colors: ['#93c47d', '#e06666'],
      hasLegend: true,
    }),
    chart({
      key: 'prices',
      title: 'Цены',
      ranges: [
        { row: 4, column: 3, rows: prices + 1, columns: 1 },
        { row: 4, column: 5, rows: prices + 1, columns: 1 },
      ],
      anchor: { row: 17, column: 9 },
    }),
  ],
});

/** Google may give the ranges of a chart so. */
export const byColumn: Quirks['chartRanges'] = (added) => added.flatMap(columnsOf);

const titleOf = ({ options }: Chart): string => String(options['title']);

/** By title, since Google does not say in which order they are. */
export const chartsOn = (bench: Workbench, name = NAME): readonly Chart[] =>
  [...bench.sheet(name).charts].sort((one, other) => (titleOf(one) < titleOf(other) ? -1 : 1));

/** All that there is of them but their numbers. */
export const withoutIds = (charts: readonly Chart[]): readonly Omit<Chart, 'id'>[] =>
  charts.map(({ type, areas, headers, anchor, options }) => ({ type, areas, headers, anchor, options }));

/** How many rows each chart shows below its heads, by title. */
export const rowsOf = (bench: Workbench, name = NAME): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    chartsOn(bench, name).map((own) => [titleOf(own), own.areas.map(({ rows }) => rows - 1)]),
  );

/** How those of a new sheet are. */
export function anew(...counts: Parameters<typeof charted>): readonly Omit<Chart, 'id'>[] {
  const bench = new Workbench();
  bench.write(charted(...counts));
  return withoutIds(chartsOn(bench));
}

export function written(quirks: Partial<Quirks> = {}): Workbench {
  const bench = new Workbench({ quirks });
  expect(bench.commit(charted(3, 2)).chartsRefused).toBe(false);
  return bench;
}

export function chartNamed(bench: Workbench, title: string): Chart {
  const found = chartsOn(bench).find((own) => titleOf(own) === title);
  if (found === undefined) throw new Error(`expected a chart «${title}»`);
  return found;
}

/** Calls about charts of one write, the builder's and those for what is known of a chart already left out. */
export function chartCalls(bench: Workbench, plan: SheetPlan): readonly string[] {
  bench.calls.length = 0;
  bench.write(plan);
  return bench.calls.filter((call) => /^Sheet\.\w+Charts?$/.test(call) && call !== 'Sheet.newChart');
}

/** A write whose execution ends after so many changes of the spreadsheet. */
function writeKilled(bench: Workbench, plan: SheetPlan, changes: number): boolean {
  bench.changesLeft = changes;
  try {
    bench.write(plan);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  const isKilled = bench.changesLeft === 0;
  bench.changesLeft = Infinity;
  return isKilled;
}

/** Every number of changes after which a write can be killed. */
export function* killed(plan: SheetPlan, before: () => Workbench): Generator<Workbench> {
  for (let changes = 0; ; changes += 1) {
    const bench = before();
    if (!writeKilled(bench, plan, changes)) return;
    yield bench;
  }
}
