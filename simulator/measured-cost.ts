/** What calls of the platform take, in milliseconds, for `SimulatorOptions.cost`. */

/** Medians that others measured: J. Poehnelt, "Apps Script key-value stores" (2026); transcripts of a Sheets script. */
const COSTS: readonly (readonly [RegExp, number])[] = [
  [/^Cache\./, 32],
  [/^Properties\./, 40],
  [/^Lock\./, 40],
  [/^Range\.get(Values|DisplayValues|Formulas|Notes|Backgrounds|RichTextValues|NumberFormats)$/, 400],
  [/^(Range|RangeList|Sheet)\.(set|clear|insert|delete|add|protect)/, 40],
  [/^SpreadsheetApp\.flush$/, 400],
  [/^ScriptApp\.|^ClockTriggerBuilder\.create$/, 200],
  [/^Ui\.(show|alert)/, 200],
];

const FLUSH = 'SpreadsheetApp.flush';

/** A read has the writes before it applied first, which costs as much as a flush. Members that only build or hand over objects cost nothing; the network's time comes from the transport. */
export const measuredCost = (member: string, appliesPendingWrites = false): number =>
  costOf(member) + (appliesPendingWrites && member !== FLUSH ? costOf(FLUSH) : 0);

const costOf = (member: string): number => COSTS.find(([pattern]) => pattern.test(member))?.[1] ?? 0;

/**
 * Milliseconds a cell, for `SimulatorOptions.cellCost`. Assumed, not measured: it is known that the time of `setValues` goes
 * by the number of cells, hardly by their shape (Tanaike, 2018), and that ten million cells cannot be read within the six
 * minutes of an execution, which makes 0.036 ms and more of each.
 */
const ASSUMED_MILLISECONDS_PER_CELL = 0.036;

export const assumedCellCost = (_member: string, cells: number): number =>
  Math.round(cells * ASSUMED_MILLISECONDS_PER_CELL);
