/** A refresh on a page: how far it is, how it ended, what can be done. */
import { ANSWERS, count, counted, INVOICES, plural, REQUESTS, type PluralForms } from './russian';

const phases = {
  list: 'Читаем список счетов',
  links: 'Ищем реквизиты счетов',
  requisites: 'Читаем реквизиты покупателей',
  rows: 'Читаем товары',
  write: 'Записываем листы',
};

const FOUND: PluralForms = ['Найден', 'Найдено', 'Найдено'];

export const progressTexts = {
  title: 'Обновление',
  start: 'Обновить отчёт',
  startBrief: 'Только лист «Краткий»',
  cancel: 'Отменить',
  phases,
  starting: 'Запускаем обновление',
  cancelling: 'Отменяем обновление',
  idle: 'Отчёт ещё не обновлялся',
  paused: 'Обновление приостановлено',
  resuming: 'Продолжаем обновление',
  keepOpen: 'Обновление идёт частями. Пока панель открыта, оно продолжится без перерыва.',
  done: (when: string) => `Обновлено ${when}`,
  failed: (when: string) => `Не удалось обновить: ${when}`,
  cancelled: (when: string) => `Отменено ${when}`,
  bar: 'Ход обновления',
  timeLeft: (duration: string) => `Осталось около ${duration}`,
  secondsLeft: 'Осталось меньше минуты',
  took: (duration: string) => `Заняло ${duration}`,
  more: 'Подробности',
  attention: 'Обратите внимание',
  waiting: (when: string) =>
    `Запрос на обновление принят ${when}. Отчёт обновится через подключение владельца.`,
  found: (invoices: number) => `${plural(invoices, FOUND)} ${counted(invoices, INVOICES)}`,
  invoices: (done: number, total: number) => `${count(done)} из ${counted(total, INVOICES)}`,
  requests: (sent: number) => `Отправлено: ${counted(sent, REQUESTS)}`,
  saved: (answers: number) => `Взято из кэша: ${counted(answers, ANSWERS)}`,
  noConnection: 'Сначала подключите портал в настройках.',
} as const;
