/** How long the writing takes, by how long it took last: Google tells nobody, and it differs between spreadsheets. */

/** Before anything is known, and at least: flushes and properties take their time, however few the rows. */
const LEAST_MILLISECONDS = 90_000;
/** No two writings last the same. */
const MARGIN = 1.25;
const ROWS = 1_000;

/** Milliseconds that the writing of so many rows needs; `pace` of the last one in milliseconds per 1,000 rows. */
export const writingTime = (rows: number, pace: number | null): number =>
  Math.max(LEAST_MILLISECONDS, (pace ?? 0) * (rows / ROWS) * MARGIN);

/** The pace of a writing of so many rows; a few of them say nothing of many. */
export const writingPace = (rows: number, milliseconds: number): number =>
  Math.ceil(milliseconds / Math.max(rows / ROWS, 1));
