/** US-style format patterns (`#,##0.00;-#,##0.00;"нет"`, ` [$USD]`, `dd.mm.yyyy`) taken apart into sections and tokens. */

export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** A stretch of `0 # ? , .` and an exponent, or a word such as `General`. */
  | { readonly kind: 'digits' | 'general' | 'text' | 'percent'; readonly text: string }
  /** `dd`, `MM`, `yyyy`, `H`, `ss`, `am/pm`. */
  | { readonly kind: 'date'; readonly text: string };

const grammar: readonly (readonly [RegExp, (match: RegExpExecArray) => Token | null])[] = [
  [/^"([^"]*)"?/, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  [/^\\(.)/s, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  [/^\[\$([^\]-]*)[^\]]*\]/, (match) => ({ kind: 'literal', text: match[1] ?? '' })],
  [/^\[(h+|m+|s+)\]/i, (match) => ({ kind: 'date', text: match[0] })],
  // Colours and conditions say nothing about the text.
  [/^\[[^\]]*\]/, () => null],
  [/^_./s, () => ({ kind: 'literal', text: ' ' })],
  [/^\*./s, () => null],
  [/^General/i, (match) => ({ kind: 'general', text: match[0] })],
  [/^@/, (match) => ({ kind: 'text', text: match[0] })],
  [/^%/, (match) => ({ kind: 'percent', text: match[0] })],
  [/^(?:am\/pm|a\/p|d+|m+|y+|h+|s+)/i, (match) => ({ kind: 'date', text: match[0] })],
  [
    /^(?:[0#?][0#?,]*)?\.?[0#?]+(?:E[+-]0+)?|^[0#?][0#?,]*\.?/i,
    (match) => ({ kind: 'digits', text: match[0] }),
  ],
  [/^./su, (match) => ({ kind: 'literal', text: match[0] })],
];

function tokensOf(section: string): Token[] {
  const tokens: Token[] = [];
  let rest = section;
  while (rest !== '') {
    for (const [pattern, read] of grammar) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const token = read(match);
      if (token) tokens.push(token);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return tokens;
}

/** The sections in the order of the pattern: positive, negative, zero, text. */
export function parseNumberFormat(pattern: string): readonly (readonly Token[])[] {
  const sections = pattern.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;])+|(?<=^|;)(?=;|$)/gs) ?? [];
  return sections.map(tokensOf);
}

/** Whether a number under this pattern is a date or time, which `getValues` gives as a `Date`. */
export const isDateFormat = (pattern: string | null): boolean =>
  pattern !== null && (parseNumberFormat(pattern)[0] ?? []).some(({ kind }) => kind === 'date');
