/** Russian plural forms: 1 счёт, 2 счёта, 5 счетов, 21 счёт. */
export type PluralForms = readonly [one: string, few: string, many: string];

export function plural(count: number, [one, few, many]: PluralForms): string {
  const lastTwo = Math.abs(count) % 100;
  const last = lastTwo % 10;
  if (lastTwo > 10 && lastTwo < 20) return many;
  if (last === 1) return one;
  return last > 1 && last < 5 ? few : many;
}

/** `12 345 счетов`: groups of three, parted by a no-break space. */
export function counted(count: number, forms: PluralForms): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')} ${plural(count, forms)}`;
}

export const INVOICES: PluralForms = ['счёт', 'счёта', 'счетов'];
export const PRODUCT_ROWS: PluralForms = ['строка', 'строки', 'строк'];
export const REQUESTS: PluralForms = ['запрос', 'запроса', 'запросов'];
export const NOTICES: PluralForms = ['замечание', 'замечания', 'замечаний'];
export const ANSWERS: PluralForms = ['ответ', 'ответа', 'ответов'];
