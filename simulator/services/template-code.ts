/** Turns a page with scriptlets into the code that prints it. */
import { parse } from 'acorn';
import { placeAfter, type Place } from './escape-in-context';

/** What the code prints with. */
export interface Printer {
  /** The literal piece of that number. */
  literal(index: number): void;
  raw(value: unknown): void;
  escaped(place: Place, value: unknown): void;
}

export interface TemplateCode {
  readonly literals: readonly string[];
  /** Statements that use `PRINTER`. */
  readonly code: string;
}

export const PRINTER = '$printer';
const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;

export function templateCode(source: string): TemplateCode {
  const literals: string[] = [];
  const lines: string[] = [];
  let before = '';
  let end = 0;
  const print = (text: string): void => {
    before += text;
    lines.push(`${PRINTER}.literal(${literals.push(text) - 1});`);
  };
  for (const match of source.matchAll(SCRIPTLET)) {
    print(source.slice(end, match.index));
    end = match.index + match[0].length;
    const [, kind, code = ''] = match;
    lines.push(kind === undefined ? code : printed(kind, code, before));
  }
  print(source.slice(end));
  return { literals, code: lines.join('\n') };
}

/** Only the first statement of a printing scriptlet is printed, the others just run (Google, "Templated HTML"). */
function printed(kind: string, code: string, before: string): string {
  const [first] = parse(code, { ecmaVersion: 2019 }).body;
  const value = first ? code.slice(first.start, first.end).replace(/;\s*$/, '') : "''";
  const rest = first ? code.slice(first.end) : '';
  if (kind === '!=') return `${PRINTER}.raw((${value}));${rest}`;
  return `${PRINTER}.escaped(${JSON.stringify(placeAfter(before))}, (${value}));${rest}`;
}
