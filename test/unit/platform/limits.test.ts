/** A number of Google's that stood in two places could be changed in one of them. */
import { readdirSync } from 'node:fs';
import * as limits from '../../../src/platform/limits';
import { formTexts } from '../../../src/texts/form-texts';
import { settingsTexts } from '../../../src/texts/settings-texts';
import { writerTexts } from '../../../src/texts/writer-texts';
import { literalsOf } from '../../support/literals-of';

/** Smaller numbers mean too much else. */
const LEAST = 1_000;

const OTHER_MEANINGS: Readonly<Record<string, readonly number[]>> = {
  // Milliseconds between two looks of a page at a refresh.
  'src/pages/RefreshWatch.ts': [20_000],
  // Milliseconds for which it is remembered that a portal takes no lists of owners.
  'src/refresh/PortalMemory.ts': [21_600_000],
};

const NUMBERS = new Set<unknown>(
  Object.values(limits)
    .flatMap((value) => (typeof value === 'object' ? Object.values(value) : [value]))
    .filter((value) => value > LEAST),
);

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'platform/limits.ts')
  .map((path) => `src/${path}`);

describe('the numbers of Google’s platform', () => {
  it('are written nowhere but in their file', () => {
    const repeated = SOURCES.flatMap((path) =>
      literalsOf(path)
        .filter(
          (value) => NUMBERS.has(value) && OTHER_MEANINGS[path]?.some((other) => other === value) !== true,
        )
        .map((value) => `${path}: ${value}`),
    );
    expect(repeated).toEqual([]);
    expect(SOURCES.length).toBeGreaterThan(150);
  });

  it.each(Object.entries(OTHER_MEANINGS))('may mean something else, as in %s', (path, values) => {
    expect(literalsOf(path)).toEqual(expect.arrayContaining([...values]));
    expect(values.every((value) => NUMBERS.has(value))).toBe(true);
  });

  it.each([
    [limits.CACHE_LIFE_MAX_SECONDS, formTexts.cacheTtlHint('')],
    [limits.CACHE_LIFE_MAX_SECONDS, formTexts.cacheTtlProblem],
    [limits.CACHE_LIFE_MAX_SECONDS, settingsTexts.cacheTtlSeconds],
    [limits.CELL_TEXT_MAX_CHARS, writerTexts.textTooLong('', '')],
  ])('are told as they are: %d', (value, text) => {
    expect(text.replace(/(?<=\d)\s(?=\d)/g, '')).toContain(String(value));
  });
});
