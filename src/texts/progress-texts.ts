/** A refresh on a page: how far it is, how it ended, what can be done. */
import { ANSWERS, counted, INVOICES, REQUESTS } from './russian';

const phases = {
  list: 'Читаем список счетов',
  links: 'Ищем реквизиты счетов',
  requisites: 'Читаем реквизиты покупателей',
  rows: 'Читаем товары',
  write: 'Записываем листы',
};

export const progressTexts = {
  title: 'Обновление',
  start: 'Обновить отчёт',
  startBrief: 'Только краткий',
  cancel: 'Отменить',
  phases,
  starting: 'Запускаем обновление',
  cancelling: 'Отменяем обновление',
  idle: 'Отчёт ещё не обновлялся',
  paused: 'Обновление приостановлено',
  resuming: 'Продолжаем обновление',
  keepOpen: 'Обновление идёт частями. Пока панель открыта, оно продолжится без перерыва.',
  done: (when: string) => `Обновлено ${when}`,
  failed: (when: string) => `Не обновлено ${when}`,
  cancelled: (when: string) => `Отменено ${when}`,
  bar: 'Ход обновления',
  minutesLeft: (minutes: number) => `Осталось около ${minutes} мин`,
  secondsLeft: 'Осталось меньше минуты',
  took: (duration: string) => `Заняло ${duration}`,
  attention: 'Обратите внимание',
  waiting: (when: string) => `Запрос на обновление принят ${when}. Его выполнит подключение владельца.`,
  invoices: (done: number, total: number) => `${done} из ${counted(total, INVOICES)}`,
  requests: (count: number) => `Отправлено: ${counted(count, REQUESTS)}`,
  saved: (count: number) => `Взято из кэша: ${counted(count, ANSWERS)}`,
  noConnection: 'Сначала подключите портал в настройках.',
} as const;
