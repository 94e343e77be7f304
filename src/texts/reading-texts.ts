/** How a refresh has read the portal: the last sentence of its result, which pages show among the details. */
import { count } from './russian';

/** Why everything was read, as it stands behind a colon. */
const REASONS = {
  first: 'первый раз',
  /** Deleted, damaged, or of another connection or spreadsheet. */
  forgotten: 'нет памяти о прошлом обновлении',
  scope: 'другие настройки или дни периода',
  weekly: 'раз в неделю',
  cleared: 'кэш очищен',
  uncached: 'ответы портала не хранятся',
  stages: 'изменились стадии счетов',
  refused: 'портал отклонил запрос об изменениях',
  order: 'портал ответил противоречиво',
  counts: 'портал ответил противоречиво',
  clock: 'часы портала переведены назад',
  filter: 'отбор портала ничего не нашёл',
  cost: 'изменений слишком много',
} as const;

const WHOLE = 'Полное чтение';
const CHANGES = 'Чтение изменений';

export const readingTexts = {
  whole: (reason: keyof typeof REASONS) => `${WHOLE}: ${REASONS[reason]}.`,
  /** Of how many invoices the portal has told anything, and how many requests that took. */
  changes: (invoices: number, requests: number) =>
    `${CHANGES}: просмотрено счетов\u00a0${count(invoices)}, запросов\u00a0${count(requests)}.`,
} as const;

const READING = new RegExp(` ((?:${WHOLE}|${CHANGES}): [^.]*)\\.$`);

/** The first line of a result without that sentence, and the sentence without its full stop, where there is one. */
export function withoutReading(line: string): {
  readonly result: string;
  readonly reading: readonly string[];
} {
  const [result = '', ...reading] = line.split(READING);
  return { result, reading: reading.slice(0, 1) };
}
