/** What every text for users keeps to, whatever it says. */
import { tied } from '../../src/texts/russian';
import { typographyFaults } from './typography';

/** Characters that still fit an alert or a line of the sidebar without drowning what to do. */
const TEXT_MAX_CHARS = 200;

/** The faults of a text, in words; none for a good one. */
export function faultsOf(text: string): string[] {
  const faults: readonly (readonly [fault: string, found: boolean])[] = [
    ['does not end with a period', !/[^.]\.$/.test(text)],
    ['does not begin with a capital letter', !/^[А-ЯЁA-Z]/.test(text)],
    ['has a space at an end', /^\s|\s$/.test(text)],
    ['has a line break or a tab', /[\n\r\t]/.test(text)],
    ['is longer than 200 characters', text.length > TEXT_MAX_CHARS],
  ];
  return [...faults.filter(([, found]) => found).map(([fault]) => fault), ...typographyFaults(tied(text))];
}
