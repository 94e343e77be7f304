/** A script whose lines begin with half as many spaces: it stays readable, and a tenth of it was indentation. */
import { parse, tokTypes, type Token } from 'acorn';

/** Texts between backquotes stay as they are. The code is a script that parses. */
export function withNarrowIndents(code: string): string {
  const texts: Token[] = [];
  const onToken = (token: Token): void => {
    if (token.type === tokTypes.template) texts.push(token);
  };
  parse(code, { ecmaVersion: 'latest', sourceType: 'script', onToken });
  let next = 0;
  return code.replace(/^(?: {2})+/gm, (indent, at: number) => {
    while ((texts[next]?.end ?? Infinity) < at) next += 1;
    const isText = (texts[next]?.start ?? Infinity) < at;
    return isText ? indent : indent.slice(indent.length / 2);
  });
}
