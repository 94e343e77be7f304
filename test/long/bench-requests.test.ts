import { readFileSync } from 'node:fs';
import { MEDIUM, QUICK_SERIES, SMALL } from '../../cli/bench/all-series';
import { markdownTable } from '../../cli/bench/requests-table';
import { runSeries, type Series, type SeriesRow, type State } from '../../cli/bench/run-series';
import type { Size } from '../../portal/data/sized-data';
import type { Generation } from '../../portal/generation';

const OLD: Series = { size: MEDIUM, generation: 'old', enterprise: false, kind: 'all states' };

let tableRows: readonly SeriesRow[] = [];
let rows: readonly SeriesRow[] = [];

beforeAll(() => {
  tableRows = QUICK_SERIES.flatMap(runSeries);
  rows = [...tableRows, ...runSeries(OLD)];
}, 600_000);

function rowOf(size: Size, generation: Generation, state: State, enterprise = false): SeriesRow {
  const row = rows.find(
    ({ series, state: its }) =>
      series.size === size &&
      series.generation === generation &&
      series.enterprise === enterprise &&
      its === state,
  );
  if (row === undefined) throw new Error(`${generation} ${state} was not run`);
  return row;
}

const requestsOf = (...which: Parameters<typeof rowOf>): number => rowOf(...which).measurement.sent.length;

const nameOf = ({ series: { size, generation, enterprise }, state }: SeriesRow): string =>
  [size.invoices, generation, enterprise ? 'enterprise' : 'standard', state].join(' ');

/** Names of the refreshes for which something does not hold. */
const failing = (holds: (row: SeriesRow) => boolean): string[] =>
  rows.filter((row) => !holds(row)).map(nameOf);

describe('a cold refresh', () => {
  test('of 100 invoices takes at most 17 requests with lists of owners and 112 without', () => {
    expect(requestsOf(SMALL, 'mid', 'cold')).toBeLessThanOrEqual(17);
    expect(requestsOf(SMALL, 'new', 'cold')).toBeLessThanOrEqual(112);
  });

  test('of 1,000 invoices takes at most 175 requests with lists of owners and 1,060 without', () => {
    expect(requestsOf(MEDIUM, 'mid', 'cold')).toBeLessThanOrEqual(175);
    expect(requestsOf(MEDIUM, 'new', 'cold')).toBeLessThanOrEqual(1_060);
  });

  test('of 1,000 invoices for the brief sheet alone takes at most 52 requests', () => {
    expect(requestsOf(MEDIUM, 'mid', 'cold, brief only')).toBeLessThanOrEqual(52);
  });

  test('of 1,000 invoices with lists of owners takes one execution and at most 75 seconds', () => {
    const { executions, seconds } = rowOf(MEDIUM, 'mid', 'cold').measurement;
    expect(executions).toBe(1);
    expect(seconds).toBeLessThanOrEqual(75);
  });

  test('of 1,000 invoices takes at most 16 seconds where the plan allows 250 requests and 5 a second', () => {
    const { executions, seconds } = rowOf(MEDIUM, 'mid', 'cold', true).measurement;
    expect(executions).toBe(1);
    expect(seconds).toBeLessThanOrEqual(16);
  });
});

describe('a warm refresh of 1,000 invoices', () => {
  test.each(['old', 'mid', 'new'] as const)(
    'after the TTL takes at most 52 requests and writes no cell where nothing changed (%s)',
    (generation) => {
      const { sent, cellWrites } = rowOf(MEDIUM, generation, 'warm after TTL').measurement;
      expect(sent.length).toBeLessThanOrEqual(52);
      expect(cellWrites).toBe(0);
    },
  );

  test.each(['old', 'mid', 'new'] as const)(
    'takes at most 64 requests and writes where 1 %% of the invoices changed (%s)',
    (generation) => {
      const { sent, cellWrites } = rowOf(MEDIUM, generation, '1 % changed').measurement;
      expect(sent.length).toBeLessThanOrEqual(64);
      expect(cellWrites).toBeGreaterThan(0);
    },
  );
});

describe('every refresh', () => {
  test('stays within two requests or 5 % of the least possible', () => {
    expect(
      failing(({ measurement, floor }) => measurement.sent.length <= floor + Math.max(2, 0.05 * floor)),
    ).toEqual([]);
  });

  test('is not beaten by its own floor', () => {
    expect(failing(({ measurement, floor }) => measurement.sent.length >= floor)).toEqual([]);
  });

  test('never uses batch', () => {
    expect(failing(({ measurement }) => measurement.sent.every(({ method }) => method !== 'batch'))).toEqual(
      [],
    );
  });

  test('never sends two identical requests', () => {
    const isUnique = ({ measurement: { sent } }: SeriesRow): boolean =>
      new Set(sent.map(({ method, params }) => JSON.stringify([method, params]))).size === sent.length;
    expect(failing(isUnique)).toEqual([]);
  });

  test('is never refused for asking too often', () => {
    const isWithinLimits = ({ measurement: { sent } }: SeriesRow): boolean =>
      sent.every(({ error }) => error !== 'QUERY_LIMIT_EXCEEDED');
    expect(failing(isWithinLimits)).toEqual([]);
  });
});

test('README.md shows the table that the benchmark computes', () => {
  const [, table] =
    /<!-- bench:begin -->\n([^]*?)\n<!-- bench:end -->/.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (table === undefined) throw new Error('README.md lacks <!-- bench:begin --> … <!-- bench:end -->');
  // `npm run bench -- --markdown` prints it anew.
  expect(table.trim()).toBe(markdownTable(tableRows));
});
