/** The note of a sheet's cell B2: what the table shows, of when, and what its colours mean. */
import type { SheetKind } from '../domain/sheet-kind';
import { FAILURE, noteTexts } from '../texts/sheet-texts';
import type { SheetPlan } from './SheetPlan';

export interface NoteFacts {
  /** The portal's host, and port if it has one. */
  readonly portal: string;
  /** When the portal was asked last, as shown. */
  readonly checkedAt: string;
  /** When a cell of the sheet changed last, as shown. */
  readonly changedAt: string;
  /** The webhook's user may not see every invoice. */
  readonly isPartialView: boolean;
}

type Noted = Pick<SheetPlan, 'sheet' | 'noteLines'>;

export function noteOf({ sheet, noteLines }: Noted, facts: NoteFacts): string {
  const lines = [
    ...noteLines,
    noteTexts.portal(facts.portal),
    noteTexts.checkedAt(facts.checkedAt),
    noteTexts.changedAt(facts.changedAt),
    colorsOf(sheet),
    facts.isPartialView ? noteTexts.partialView : null,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** What the colours of the two main sheets mean; the others say so in lines of their own, if at all. */
const colorsOf = (sheet: SheetKind): string | null =>
  sheet === 'brief' || sheet === 'detail' ? noteTexts.colors[sheet] : null;

/** The note with that line on top, in the place of an earlier one. */
export const withFailure = (note: string, line: string): string =>
  [line, ...restOf(note)].join('\n').trimEnd();

/** The note of a sheet that is no longer refreshed, whatever it said of a failure before. */
export const withSwitchedOff = (note: string): string => withFailure(note, noteTexts.switchedOff);

const restOf = (note: string): readonly string[] =>
  note.split('\n').filter((line) => !line.startsWith(FAILURE) && line !== noteTexts.switchedOff);
