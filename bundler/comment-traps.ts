/**
 * Google serves a page's file without its comments, taken out by something that is no parser: it knows quotes, but
 * neither template literals nor the classes of a regular expression, and what it takes for `//` costs the rest of
 * the line (Google issue 156139610; labnol/React-Google-Apps-Script#157). So no page holds anything to take out.
 */
import { parse, tokTypes, type Token } from 'acorn';
import { LANGUAGE_EDITION } from './platform-check';

const INLINE = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/gi;
const MARK = /\/[/*]/;
/** The second of two that would make a mark, within a string. */
const ESCAPES = new Map([
  ['/', '\\/'],
  ['*', '\\x2a'],
]);
/** Characters of an excerpt on each side of what is wrong. */
const EXCERPT = 30;

/** The same script, with its strings and regular expressions written so that no mark of a comment stands in them. */
export function withoutCommentTraps(script: string): string {
  let end = 0;
  const parts: string[] = [];
  for (const token of literalsOf(script)) {
    parts.push(script.slice(end, token.start), withoutTraps(script.slice(token.start, token.end), token));
    ({ end } = token);
  }
  return [...parts, script.slice(end)].join('');
}

/** One sentence for each thing that Google would take for a comment, or that puts it out of step. */
export function commentTraps(html: string): string[] {
  const markup = html.includes('<!--') ? ['<!-- begins a comment of HTML'] : [];
  const inline = [...html.matchAll(INLINE)].flatMap(([, tag = '', code = '']) => {
    const mark = MARK.exec(code);
    if (mark) return [`${mark[0]} in <${tag}>: …${around(code, mark.index)}…`];
    return tag.toLowerCase() === 'script' ? slashesInExpressions(code) : [];
  });
  return [...markup, ...inline];
}

function slashesInExpressions(script: string): string[] {
  return literalsOf(script)
    .filter(
      ({ type, start, end }) => type === tokTypes.regexp && bodyOf(script.slice(start, end)).includes('/'),
    )
    .map(({ start }) => `a slash within a regular expression in <script>: …${around(script, start)}…`);
}

function literalsOf(script: string): Token[] {
  const tokens: Token[] = [];
  parse(script, { ecmaVersion: LANGUAGE_EDITION, sourceType: 'script', onToken: tokens });
  return tokens.filter(({ type }) => type === tokTypes.string || type === tokTypes.regexp);
}

function withoutTraps(literal: string, { type }: Token): string {
  if (type === tokTypes.regexp) {
    const body = bodyOf(literal);
    return `/${body.replace(/\\?\//g, '\\x2f')}${literal.slice(1 + body.length)}`;
  }
  // What is escaped is passed over as a pair: `\\\\` before a slash is no escape of that.
  return literal.replace(/\\[\s\S]|(?<=\/)[/*]/g, (found) => ESCAPES.get(found) ?? found);
}

/** Of a regular expression, without its slashes and flags. */
const bodyOf = (expression: string): string => expression.slice(1, expression.lastIndexOf('/'));

const around = (text: string, place: number): string =>
  text.slice(Math.max(0, place - EXCERPT), place + EXCERPT);
