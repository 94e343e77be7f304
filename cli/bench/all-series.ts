/** What the benchmark runs, in the order of its table. */
import type { Size } from '../../portal/data/sized-data';
import type { Series } from './run-series';

export const SMALL: Size = { invoices: 100, rows: 300, requisites: 60 };
export const MEDIUM: Size = { invoices: 1_000, rows: 5_000, requisites: 300 };
export const LARGE: Size = { invoices: 10_000, rows: 50_000, requisites: 1_000 };

const allStates = (size: Size): readonly Series[] => [
  { size, generation: 'mid', enterprise: false, kind: 'all states' },
  { size, generation: 'new', enterprise: false, kind: 'all states' },
];

/** Quick enough for every test run; README.md shows them. */
export const QUICK_SERIES: readonly Series[] = [
  ...allStates(SMALL),
  ...allStates(MEDIUM),
  { size: MEDIUM, generation: 'mid', enterprise: false, kind: 'cold, brief only' },
  { size: MEDIUM, generation: 'mid', enterprise: true, kind: 'cold only' },
];

export const LARGE_SERIES: readonly Series[] = allStates(LARGE);
