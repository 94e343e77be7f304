/** What the benchmark runs, in the order of its tables. */
import type { Size } from '../../portal/data/sized-data';
import type { runDay } from './day';
import type { Series } from './series';

export const SMALL: Size = { invoices: 100, rows: 300, requisites: 60 };
export const MEDIUM: Size = { invoices: 1_000, rows: 5_000, requisites: 300 };
export const LARGE: Size = { invoices: 10_000, rows: 50_000, requisites: 1_000 };

const series = (
  size: Size,
  generation: Series['generation'],
  more: Partial<Pick<Series, 'buyers' | 'enterprise' | 'kind'>> = {},
): Series => ({ size, generation, buyers: 'linked', enterprise: false, kind: 'all refreshes', ...more });

/** Quick enough for every test run; README.md shows them. */
export const QUICK_SERIES: readonly Series[] = [
  series(SMALL, 'mid'),
  series(SMALL, 'new'),
  series(MEDIUM, 'mid'),
  series(MEDIUM, 'new'),
  series(MEDIUM, 'mid', { buyers: 'mixed' }),
  series(MEDIUM, 'mid', { kind: 'cold, brief only' }),
  series(MEDIUM, 'mid', { enterprise: true, kind: 'cold only' }),
];

export const FULL_SERIES: readonly Series[] = [
  series(SMALL, 'mid', { buyers: 'mixed' }),
  series(SMALL, 'new', { buyers: 'mixed' }),
  series(MEDIUM, 'new', { buyers: 'mixed' }),
];

export const LARGE_COLD: readonly Series[] = [
  series(LARGE, 'mid', { kind: 'cold only' }),
  series(LARGE, 'new', { kind: 'cold only' }),
];

/** Ten thousand invoices, whatever happens to them: many minutes. */
export const LARGE_SERIES: readonly Series[] = [
  series(LARGE, 'mid'),
  series(LARGE, 'new'),
  series(LARGE, 'mid', { buyers: 'mixed' }),
  series(LARGE, 'new', { buyers: 'mixed' }),
];

type Day = Parameters<typeof runDay>;

const days = (one: Series): readonly Day[] => [
  [one, '1 % changed', false],
  [one, '1 % changed', true],
];

export const DAYS: readonly Day[] = days(series(MEDIUM, 'new'));
export const LARGE_DAYS: readonly Day[] = [series(MEDIUM, 'mid'), series(LARGE, 'mid')].flatMap(days);
