/** Texts that a cell does not keep as they are, in whatever form they are written: Google does not say which these are. */
import type { PlannedRow } from '../report/SheetPlan';
import { holds } from './cell-comparison';
import type { DayNumberOf } from './day-numbers';
import { fingerprint } from './fingerprint';
import type { SheetRecord } from './sheet-record';

/** A cell that shows a text otherwise than planned, by its zero-based place in the table, the header's row being 0. */
export interface AlteredText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly shown: unknown;
}

const SUBSTITUTE = '\ufffd';
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const HALF = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
/** NUL, halves of surrogate pairs, and what may stand for either. */
const LOST = new RegExp(`[\\u0000\\ufffd]|${HALF}`, 'g');
/** Control characters but the tab and the line end. */
const UNFIT = new RegExp(`[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]|${HALF}`, 'g');
const MAY_LOSE = new RegExp(`[\\u0000\\r\\u0085\\u2028\\u2029]|${HALF}`);

const rest = (text: string): string => text.replace(LINE_ENDS, '\n').replace(LOST, '');

/** Whether only line ends, NUL and halves of surrogate pairs tell what a cell shows from the text. */
export const isAlike = ({ text, shown }: Pick<AlteredText, 'text' | 'shown'>): boolean =>
  typeof shown === 'string' && MAY_LOSE.test(text) && rest(shown) === rest(text);

/** The text with nothing in it that a spreadsheet might not keep. */
export const withSubstitutes = (text: string): string =>
  text.replace(LINE_ENDS, '\n').replace(UNFIT, SUBSTITUTE);

/** What a sheet's record keeps of those that are not even alike, to know them again; empty without any. */
export function fingerprintOf(altered: readonly AlteredText[]): string {
  const unlike = altered.filter((one) => !isAlike(one));
  return unlike.length === 0
    ? ''
    : fingerprint(JSON.stringify(unlike.map(({ row, column, text, shown }) => [row, column, text, shown])));
}

/**
 * The altered texts of a sheet that otherwise holds its plan; null for a sheet that does not, or that shows a text
 * otherwise than it did after it was written.
 */
export function keptAltered(
  values: readonly (readonly unknown[])[],
  rows: readonly PlannedRow[],
  { altered: recorded }: SheetRecord,
  dayNumberOf: DayNumberOf,
): readonly AlteredText[] | null {
  const altered: AlteredText[] = [];
  const isKept = (text: PlannedRow['values'][number], row: number, column: number): boolean => {
    const shown = values[row]?.[column];
    if (holds(shown, text, dayNumberOf)) return true;
    if (typeof text !== 'string') return false;
    const one = { row, column, text, shown };
    altered.push(one);
    return recorded !== '' || isAlike(one);
  };
  const areKept = rows.every((planned, row) =>
    planned.values.every((text, column) => isKept(text, row, column)),
  );
  return areKept && fingerprintOf(altered) === recorded ? altered : null;
}
