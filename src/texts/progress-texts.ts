/** A refresh on a page: how far it is, how it ended, what can be done. */
import { ANSWERS, count, counted, DAYS, INVOICES, plural, REQUESTS, type PluralForms } from './russian';
import { OTHER_PERSON } from './person-texts';

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
  older: 'Читаем неоплаченные счета вне периода',
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
  daysAgo: (days: number) => `${counted(days, DAYS)} назад`,
  /** `since`: with a day of the past, null where the time has not come yet. */
  stopped: (since: string | null) =>
    since === null ? 'Расписание остановлено' : `Расписание остановлено с ${since}`,
  stoppedYours:
    'Google больше не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, включите его снова.',
  stoppedOf: (owner: string) =>
    `Google больше не запускает обновление. ${owner === OTHER_PERSON ? 'Сообщите владельцу подключения.' : `Сообщите владельцу: ${owner}.`}`,
  lastReport: (when: string) => `Последний отчёт: ${when}.`,
  /** How the last line of a message begins that tells how many notices there are besides. */
  rest: 'И ещё',
  allNotices: (notices: number) => `Все замечания (${count(notices)})`,
  attention: 'Обратите внимание',
  waiting: (when: string) =>
    `Запрос на обновление принят ${when}. Отчёт обновится через подключение владельца.`,
  /** The same to the owner. */
  colleagueWaits: (when: string) => `Ждёт запрос коллеги, оставлен ${when}.`,
  carryOut: 'Выполнить',
  refuse: 'Отклонить',
  takeBack: 'Отозвать запрос',
  found: (invoices: number) => `${plural(invoices, FOUND)} ${counted(invoices, INVOICES)}`,
  invoices: (done: number, total: number) => `${count(done)} из ${counted(total, INVOICES)}`,
  requests: (sent: number) => `Отправлено: ${counted(sent, REQUESTS)}`,
  saved: (answers: number) => `Взято из кэша: ${counted(answers, ANSWERS)}`,
  noConnection: 'Сначала подключите портал в настройках.',
} as const;
