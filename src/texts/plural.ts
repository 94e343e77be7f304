/** Numbers in Russian sentences, and the plural forms behind them: 1 счёт, 2 счёта, 5 счетов, 21 счёт. */
export type PluralForms = readonly [one: string, few: string, many: string];

export function plural(whole: number, [one, few, many]: PluralForms): string {
  const lastTwo = Math.abs(whole) % 100;
  const last = lastTwo % 10;
  if (lastTwo > 10 && lastTwo < 20) return many;
  if (last === 1) return one;
  return last > 1 && last < 5 ? few : many;
}

/** `12 345`: groups of three, parted by a no-break space. */
export const count = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** Above this a double holds no hundredths. */
const LARGEST_SUM = 1e13;

/** `12 345,60`, or a huge number as it is. */
export function money(sum: number): string {
  if (Math.abs(sum) >= LARGEST_SUM) return String(sum);
  const [whole = '', hundredths = ''] = Math.abs(sum).toFixed(2).split('.');
  return `${sum < 0 ? '−' : ''}${count(Number(whole))},${hundredths}`;
}

/** `12 345 счетов` */
export const counted = (whole: number, forms: PluralForms): string =>
  `${count(whole)} ${plural(whole, forms)}`;

export const INVOICES: PluralForms = ['счёт', 'счёта', 'счетов'];
export const PRODUCT_ROWS: PluralForms = ['строка', 'строки', 'строк'];
export const REQUESTS: PluralForms = ['запрос', 'запроса', 'запросов'];
export const NOTICES: PluralForms = ['замечание', 'замечания', 'замечаний'];
export const ANSWERS: PluralForms = ['ответ', 'ответа', 'ответов'];
