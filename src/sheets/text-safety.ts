/**
 * How text goes into a cell through setValues without being read as a formula. Whether `@` cells parse `=` and
 * whether they swallow a leading apostrophe is undocumented, so a text that could become a formula never goes
 * in raw; what the apostrophe spoils is found by reading back and written as rich text.
 */
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';

/** Spaces, control and invisible characters: what a parser may skip before a formula. */
const SKIPPED =
  '\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064';
/** Formula starters, the quote sign, and their full-width and small forms. */
const STARTERS = "=+\\-@'\\uff1d\\uff0b\\uff0d\\uff20\\uff07\\ufe66\\ufe62\\ufe63\\ufe6b\\u2212";
const MAY_BE_PARSED = new RegExp(`^(?:[\\t\\r\\n]|[${SKIPPED}]*[${STARTERS}])`);

/**
 * What to hand to setValues for a text. Where the apostrophe would pass the cell's limit the cell is left
 * empty: reading back finds it, and it is written as rich text.
 */
export function literal(text: string): string {
  if (!MAY_BE_PARSED.test(text)) return text;
  return text.length < CELL_TEXT_MAX_CHARS ? `'${text}` : '';
}

/**
 * The same for a cell of the automatic format, in which anything may be parsed, a word for a boolean too: there the
 * apostrophe is sure to be taken for the sign of a text, and only there.
 */
export const asText = (text: string): string =>
  text === '' || text.length >= CELL_TEXT_MAX_CHARS ? text : `'${text}`;

const LETTERS = 'A-Za-zА-Яа-яЁё';
/** A number without signs, or a plain text that begins with a letter or an opening quote and does not end in a space. */
const SURELY_KEPT = new RegExp(`^(?:\\d*|[${LETTERS}«](?:[ -~А-Яа-яЁё«»№–—]*[!-~А-Яа-яЁё«»№])?)$`);

/** Whether an `@` cell keeps a text in every reading, so that nobody has to look whether it did. */
export const isSurelyKept = (text: string): boolean => SURELY_KEPT.test(text);
