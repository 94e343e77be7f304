/** What the add-on says about a refresh: its course, its end, and why it cannot start. */
import { failureTexts } from './failure-texts';
import { count, counted, INVOICES, NOTICES, PRODUCT_ROWS, REQUESTS } from './plural';
import { OTHER_PERSON } from './settings-texts';

export interface FinishedCounts {
  readonly invoices: number;
  /** null where only the brief sheet was made. */
  readonly rows: number | null;
  readonly requests: number;
}

export const refreshTexts = {
  ...failureTexts,
  started: () => 'Отчёт обновлён.',

  done: ({ invoices, rows, requests }: FinishedCounts) => {
    const content =
      rows === null
        ? [counted(invoices, INVOICES)]
        : [counted(invoices, INVOICES), counted(rows, PRODUCT_ROWS)];
    return `Готово: ${[...content, counted(requests, REQUESTS)].join(', ')}.`;
  },

  /** `percent`: a whole one, above 0. */
  saved: (percent: number) => `Сбережено ${percent}\u00a0% запросов.`,

  /** The rest of the notices, that are not shown one by one. */
  moreNotices: (count: number) => `И ещё ${counted(count, NOTICES)}.`,
  partialView: () => 'Вебхук не администратора: видны не все счета.',
  fewerInvoices: (before: number, now: number) =>
    `Счетов стало намного меньше: было ${count(before)}, теперь ${count(now)}. Проверьте права владельца вебхука.`,

  paused: () => 'Счетов много: обновление продолжится само через несколько минут.',
  throttled: () => 'Портал ограничил запросы: обновление продолжится само через несколько минут.',
  stalled: () => 'Портал больше часа ограничивает запросы, данные не приходят. Обновите отчёт позже.',
  outdated: () => 'Обновление устарело и начато заново.',
  gaveUp: (reason: string) =>
    `Не удалось несколько раз подряд: повтор только по расписанию или вручную. ${reason}`,
  cancelled: () => 'Обновление отменено, листы не изменились.',
  interrupted: () => 'Обновление прервано платформой. Запустите ещё раз.',
  writingInterrupted: () => 'Запись листов прервалась. Обновите отчёт ещё раз: листы будут записаны заново.',
  /** Instead of it where that has come several times running: Google says it in words that are not for people. */
  writingKeepsFailing: () =>
    'Запись листов прерывается. Если лист защищён, снимите защиту; если отчёт преобразован в таблицу Google, ' +
    'выберите в ней «Преобразовать в диапазон». Затем обновите отчёт.',
  shortOfRequests: () =>
    'Дневной лимит запросов Google почти исчерпан: обновление может прерваться до завтра.',
  shortOfTriggerTime: () =>
    'Дневной лимит времени Google почти исчерпан: обновления без участия людей могут прерваться до завтра.',
  scheduleSlowed: () => 'Обновление по расписанию отложено: дневной лимит Google почти исчерпан.',
  scheduleStopped: () =>
    'Google больше не запускает обновление. Владельцу подключения нужно сохранить настройки ещё раз.',
  nothingToResume: () => 'Продолжать нечего: это обновление уже закончилось, отменено или начато заново.',
  /** Instead of a message that would show the webhook's secret. */
  withheld: () =>
    'Портал прислал в ответе секрет вебхука, поэтому сообщение скрыто. Создайте новый вебхук и сохраните его в настройках.',

  /** The owner's own webhook is not where he saved it. */
  webhookGone: () =>
    'Вашего вебхука в настройках больше нет. Откройте в меню «Настройки» и сохраните его ещё раз.',

  queued: (who: string, time: string) => `Запрос принят. Отчёт обновит подключение ${who} не позже ${time}.`,
  queuedInVain: (who: string) =>
    `Запрос принят, но Google больше не запускает обновления. Попросите владельца подключения${inBrackets(who)} сохранить настройки ещё раз.`,
  busy: (who: string, since: string, done: number, total: number) =>
    `Отчёт уже обновляет ${who} с ${since}: ${done} из ${total}. Дождитесь окончания или отмените обновление.`,

  cancelAccepted: () => 'Обновление будет отменено через несколько секунд.',
  writingAlready: () => 'Листы уже записываются, отменить обновление нельзя. Подождите несколько секунд.',
  nothingToCancel: () => 'Сейчас отчёт не обновляется.',
  cacheCleared: () => 'Кэш очищен. Следующее обновление запросит все данные заново.',
} as const;

const inBrackets = (who: string): string => (who === OTHER_PERSON ? '' : ` (${who})`);
