/** How Russian lines may break. */

const NO_BREAK_SPACE = '\u00a0';
/** Prepositions, conjunctions and particles of one or two letters, and the number sign. */
const LEANS_ON_NEXT = /^[«(]?(?:[А-Яа-яЁё]{1,2}|№)$/;
/** They close a line and never open one. */
const DIVIDERS: readonly string[] = ['—', '·', '→'];
const NUMBER = /\d$/;
/** A counted word, a unit or the per cent sign. */
const COUNTED = /^(?:[а-яё]|%)/;

/** The text with no-break spaces behind short words, before dividers, and between a number and what it counts. */
export function tied(text: string): string {
  const words = text.split(' ');
  return words.reduce((line, word, index) => {
    const previous = words[index - 1] ?? '';
    const isTied =
      LEANS_ON_NEXT.test(previous) ||
      DIVIDERS.includes(word) ||
      (NUMBER.test(previous) && COUNTED.test(word));
    return index === 0 ? word : `${line}${isTied ? NO_BREAK_SPACE : ' '}${word}`;
  }, '');
}
