/** A number of the portal that stood in two places could be changed in one of them. */
import { readdirSync } from 'node:fs';
import * as limits from '../../../src/bitrix24/limits';
import * as portal from '../../../src/domain/portal';
import { literalsOf } from '../../support/literals-of';

const FOLDERS = ['bitrix24', 'refresh', 'report', 'settings', 'connection'].map((folder) => `src/${folder}`);

/** Nobody mistakes these for the portal's: what is below ten, a second and a minute in milliseconds. */
const isCommon = (value: number): boolean => value < 10 || value === 1_000 || value === 60_000;

const OTHER_MEANINGS: Readonly<Record<string, number>> = {
  // Of HTTP, where the portal fails.
  'src/bitrix24/classify.ts': 500,
};

const NUMBERS = new Set<unknown>(
  [...Object.values(limits), ...Object.values(portal)]
    .flatMap((value) => (typeof value === 'object' ? (Object.values(value) as unknown[]) : [value]))
    .filter((value) => typeof value === 'number' && !isCommon(value)),
);
const NAMES = new Set<unknown>([portal.INVOICE_DATE, portal.CLOSING_DATE]);

const SOURCES = FOLDERS.flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`)).filter(
  (path) => path !== 'src/bitrix24/limits.ts',
);

describe('the numbers and names of the portal', () => {
  it.each(SOURCES)('are not written again in %s', (path) => {
    const repeated = literalsOf(path).filter((value) => NUMBERS.has(value) || NAMES.has(value));
    expect(repeated.filter((value) => value !== OTHER_MEANINGS[path])).toEqual([]);
  });
});
