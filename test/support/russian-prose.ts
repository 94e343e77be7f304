/** What every text for users keeps to, whatever it says. */

/** Characters that still fit an alert or a line of the sidebar without drowning what to do. */
const TEXT_MAX_CHARS = 200;

const CYRILLIC_TOUCHING_LATIN = /[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]/;

/** The faults of a text, in words; none for a good one. */
export function faultsOf(text: string): string[] {
  const faults: readonly (readonly [fault: string, found: boolean])[] = [
    ['does not end with a period', !/[^.]\.$/.test(text)],
    ['does not begin with a capital letter', !/^[А-ЯЁA-Z]/.test(text)],
    ['mixes Latin letters into a Cyrillic word', CYRILLIC_TOUCHING_LATIN.test(text)],
    ['has a double space or one at an end', /\s\s|^\s|\s$/.test(text)],
    ['has a line break or a tab', /[\n\r\t]/.test(text)],
    ['has a space before a punctuation mark', /\s[.,;:!?]/.test(text)],
    ['has straight quotes', /["']/.test(text)],
    ['has a hyphen for a dash', /\s-\s/.test(text)],
    ['is longer than 200 characters', text.length > TEXT_MAX_CHARS],
  ];
  return faults.filter(([, found]) => found).map(([fault]) => fault);
}
