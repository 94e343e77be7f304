/** The summary of a refresh for the person at the terminal. */
import type { RefreshOutcome } from './run-refresh';
import type { RefreshStatistics } from './statistics';

const number = new Intl.NumberFormat('ru-RU');
const seconds = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 });

export function summary(
  statistics: RefreshStatistics,
  { message, executions }: RefreshOutcome,
  out: string,
): string {
  const { invoices, rows } = statistics;
  return [
    message,
    `Файл: ${out}`,
    `Счетов: ${number.format(invoices)}, строк товаров: ${number.format(rows)}`,
    ...costs(statistics),
    `Запусков: ${number.format(executions)}`,
  ].join('\n');
}

/** What a report has cost, line by line. */
export function costs(statistics: RefreshStatistics): readonly string[] {
  const { requests, cache, baselineRequests, savedPercent: saved, durationMs } = statistics;
  const methods = Object.entries(requests.byMethod).map(
    ([method, count]) => `  ${method}: ${number.format(count)}`,
  );
  return [
    `Запросов к порталу: ${number.format(requests.total)}`,
    ...methods,
    `Ответов из кэша: ${number.format(cache.hits)} из ${number.format(cache.hits + cache.misses)}`,
    `Без кэша было бы запросов: ${number.format(baselineRequests)}, сэкономлено ${number.format(saved)}\u00a0%`,
    `Время: ${seconds.format(durationMs / 1000)}\u00a0с`,
  ];
}
