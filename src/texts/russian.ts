/** How Russian sentences are built: numbers and plural forms, quoted texts, shortened texts, line breaks. */

const NO_BREAK_SPACE = '\u00a0';

/** 1 счёт, 2 счёта, 5 счетов, 21 счёт. */
export type PluralForms = readonly [one: string, few: string, many: string];

export function plural(whole: number, [one, few, many]: PluralForms): string {
  const lastTwo = Math.abs(whole) % 100;
  const last = lastTwo % 10;
  if (lastTwo > 10 && lastTwo < 20) return many;
  if (last === 1) return one;
  return last > 1 && last < 5 ? few : many;
}

/** `12 345`: groups of three, parted by a no-break space. */
export const count = (whole: number): string => grouped(String(whole));

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK_SPACE);

/** Above this a double holds no hundredths. */
const LARGEST_SUM = 1e13;

/** `12 345,60`, or a huge number as it is. */
export function money(sum: number): string {
  if (Math.abs(sum) >= LARGEST_SUM) return String(sum);
  const [whole = '', hundredths = ''] = Math.abs(sum).toFixed(2).split('.');
  return `${sum < 0 ? '−' : ''}${count(Number(whole))},${hundredths}`;
}

/** `12 345,5` of `12345.5`: a decimal with all its digits. */
export function decimal(text: string): string {
  const [, sign, whole = '', rest = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? ['', '', text];
  return `${sign === '-' ? '−' : ''}${grouped(whole)}${rest === '' ? '' : `,${rest}`}`;
}

/** `12 345 счетов` */
export const counted = (whole: number, forms: PluralForms): string =>
  `${count(whole)} ${plural(whole, forms)}`;

export const INVOICES: PluralForms = ['счёт', 'счёта', 'счетов'];
export const PRODUCT_ROWS: PluralForms = ['строка', 'строки', 'строк'];
export const OF_INVOICES: PluralForms = ['счёта', 'счетов', 'счетов'];
export const DAYS: PluralForms = ['день', 'дня', 'дней'];
export const REQUESTS: PluralForms = ['запрос', 'запроса', 'запросов'];
export const NOTICES: PluralForms = ['замечание', 'замечания', 'замечаний'];
export const ANSWERS: PluralForms = ['ответ', 'ответа', 'ответов'];

/** What ends a line, hides, or turns the direction of the text around it. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Whether a sentence of ours may quote a text of the CRM: a short and plain one, so that the sentence stays one line.
 *
 * @param longest UTF-16 units
 */
export function isQuotable(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest && !UNFIT.test(text);
}

/** In quotes of ours; those within become the inner ones of Russian, so that everybody sees where it ends. */
export const quoted = (text: string): string => `«${text.replace(/«/g, '„').replace(/»/g, '“')}»`;

/**
 * The text itself, or as many of its words as fit before «…», which shows that it is not the whole.
 *
 * @param longest UTF-16 units, «…» included
 */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = /^[^]*\S(?=\s)/.exec(text.slice(0, longest));
  return `${words?.[0] ?? text.slice(0, longest - 1)}…`;
}

/** A text up to the end of its first sentence or line; what stands in quotes ends none. */
export const firstSentence = (text: string): string =>
  /^(?:«[^»]*»|[.!?](?!\s|$)|[^.!?\n])*[.!?]?/.exec(text)?.[0] ?? '';

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
