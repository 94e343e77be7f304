/** A number of the portal that stood in two places could be changed in one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as limits from '../../../src/bitrix24/limits';
import * as portal from '../../../src/domain/portal';

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

/** The numbers and texts that a source writes as such, comments aside. */
function literals(path: string): unknown[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: unknown[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) found.push(Number(node.text));
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the numbers and names of the portal', () => {
  it.each(SOURCES)('are not written again in %s', (path) => {
    const repeated = literals(path).filter((value) => NUMBERS.has(value) || NAMES.has(value));
    expect(repeated.filter((value) => value !== OTHER_MEANINGS[path])).toEqual([]);
  });
});
