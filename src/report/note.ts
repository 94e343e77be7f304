/** The note of a sheet's cell B2: what the table shows, of when, and what its colours mean. */
import type { Period } from '../domain/period';
import { FAILURE, noteTexts } from '../texts/sheet-texts';
import type { SheetPlan } from './SheetPlan';

export interface NoteFacts {
  readonly period: Period;
  /** How the date field is called that puts an invoice into the period. */
  readonly periodFieldTitle: string;
  /** The portal's host, and port if it has one. */
  readonly portal: string;
  /** When the portal was asked last, as shown. */
  readonly checkedAt: string;
  /** When a cell of the sheet changed last, as shown. */
  readonly changedAt: string;
  /** The webhook's user may not see every invoice. */
  readonly isPartialView: boolean;
}

export function noteOf(sheet: SheetPlan['sheet'], facts: NoteFacts): string {
  const lines = [
    noteTexts.period(facts.period, facts.periodFieldTitle),
    noteTexts.portal(facts.portal),
    noteTexts.checkedAt(facts.checkedAt),
    noteTexts.changedAt(facts.changedAt),
    noteTexts.colors[sheet],
    facts.isPartialView ? noteTexts.partialView : null,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** The note with that line on top, in the place of an earlier one. */
export function withFailure(note: string, line: string): string {
  const lines = note.split('\n').filter((existing) => !existing.startsWith(FAILURE));
  return [line, ...lines].join('\n').trimEnd();
}
