/** Every sentence that a run may end with, made with the longest that each may quote. */
import { connectionTexts } from '../../../src/texts/setup-texts';
import { errorTexts } from '../../../src/texts/error-texts';
import { readingTexts } from '../../../src/texts/reading-texts';
import type { PauseReason } from '../../../src/texts/ending-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { settingsTexts } from '../../../src/texts/settings-texts';
import { writerTexts } from '../../../src/texts/writer-texts';

/** Characters of a sheet's name, the longest that a sentence may quote (Google Sheets). */
const LONGEST_NAME = 100;
/** Sheets, rows, hosts, codes and cells are shorter than that or may not be shown. */
const NAME = 'Я'.repeat(LONGEST_NAME);
const ROW = 10_000_000;

const REASONS: readonly PauseReason[] = ['time', 'limits', 'faults', 'writing'];

const saidOf = (texts: Readonly<Record<string, unknown>>): string[] =>
  Object.values(texts).map((text) => {
    if (typeof text !== 'function') return String(text);
    return (text as (...args: unknown[]) => string)(NAME, ROW, ROW, ROW);
  });

/** Longest first, each once. */
export function longestSentences(): string[] {
  const reasons = [
    ...[connectionTexts, errorTexts, writerTexts, settingsTexts].flatMap(saidOf),
    errorTexts.redirect('x'.repeat(80)),
    errorTexts.argument('X'.repeat(40), NAME),
    errorTexts.refused('X'.repeat(40), NAME),
  ];
  const { done, gaveUp, paused, stalled, ...others } = refreshTexts;
  const pauses = REASONS.flatMap((reason) => [paused(reason, false), stalled(reason)]);
  const sums = Array.from({ length: 6 }, () => ({ currency: 'X'.repeat(10), all: -9_999_999_999_999.99 }));
  const counts = { invoices: ROW, rows: ROW, sums, unpaid: sums };
  const result = `${done(counts)} ${readingTexts.changes(ROW, ROW)}`;
  const all = [...reasons, ...reasons.map(gaveUp), ...saidOf(others), result, ...pauses];
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}
