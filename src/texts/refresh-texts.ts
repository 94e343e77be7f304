/** What the add-on says about a refresh: its course, its end, and why it cannot start. */
import { listed, type Amount } from './amounts';
import { endingTexts, GAVE_UP, type PauseReason } from './ending-texts';
import { count, counted, firstSentence, INVOICES, money, NOTICES } from './russian';
import { OTHER_PERSON } from './person-texts';
import { NO_CURRENCY } from './sheet-texts';

export interface FinishedReport {
  readonly invoices: number;
  readonly sums: readonly Amount[];
  /** Of the invoices that are not paid; empty where all are. */
  readonly unpaid: readonly Amount[];
  /** Those of products; null where only the brief sheet was made. */
  readonly rows: number | null;
}

/** Why a refresh is paused: each is true of nothing but its own reason. */
const PAUSES: Readonly<Record<PauseReason, string>> = {
  time: 'За один запуск отчёт обновить не удалось',
  limits: 'Портал ограничил запросы',
  faults: 'Запросы к порталу сейчас не проходят',
  writing: 'На запись листов не хватило времени',
};

/** Of a failed refresh's message the first sentence that says why. */
export const causeOf = (message: string): string => firstSentence(message.replace(GAVE_UP, ''));

export const refreshTexts = {
  ...endingTexts,
  started: () => 'Отчёт обновлён.',

  done: ({ invoices, sums, unpaid, rows }: FinishedReport) => {
    const allPaid = invoices === 1 ? 'оплачен' : 'все оплачены';
    const paid = unpaid.length === 0 ? allPaid : `не оплачено ${amounts(unpaid)}`;
    const products = rows === null ? '' : ` Строк с товарами: ${count(rows)}.`;
    return `Готово: ${counted(invoices, INVOICES)} на сумму ${amounts(sums)}, ${paid}.${products}`;
  },

  /** At the opening of the spreadsheet. */
  lastFailed: (reason: string) => `Последнее обновление отчёта не удалось. ${reason}`,
  reportIsOld: (time: string) => `Отчёт не обновляется с ${time}. Причину покажет «Состояние» в меню отчёта.`,

  noInvoices: () => 'За период счетов нет. Проверьте период и поле, по которому он считается.',
  noSmartInvoices: () => 'На портале нет новых (смарт-)счетов. Счета старого вида этот отчёт не читает.',

  /** The rest of the notices, that are not shown one by one. */
  moreNotices: (count: number) => `И ещё ${counted(count, NOTICES)}.`,
  moreNoticesKept: (count: number) => `И ещё ${counted(count, NOTICES)} — в «Состоянии».`,
  /** Ends the list of «Состояние» where it would be too long. */
  noticesLeftOut: (count: number) =>
    `Не показано ещё ${counted(count, NOTICES)}: исправьте показанное и обновите отчёт.`,
  partialView: () => 'Вебхук не администратора: видны не все счета.',
  chartsRefused: () => 'Диаграммы «Сводки» не построены: Google отказал. Числа на листе верны.',
  fewerInvoices: (before: number, now: number) =>
    `Счетов стало намного меньше: было ${count(before)}, теперь ${count(now)}. Проверьте права владельца вебхука.`,

  paused: (reason: PauseReason, isPublished: boolean) =>
    `${PAUSES[reason]}: обновление продолжится само ${soon(isPublished)}.`,
  outdated: () => 'Обновление устарело и начато заново.',
  cancelled: () => 'Обновление отменено, листы не изменились.',
  cancelledHalfWritten: () =>
    'Обновление отменено, но прерванная до него запись не закончена. Обновите отчёт ещё раз: листы будут записаны заново.',
  /** Instead of `writingInterrupted` where that has come several times running: Google says it in words that are not for people. */
  writingKeepsFailing: () =>
    'Запись листов прерывается. Если лист защищён, снимите защиту; если отчёт преобразован в таблицу Google, ' +
    'выберите в ней «Преобразовать в диапазон». Затем обновите отчёт.',
  shortOfRequests: () =>
    'Дневной лимит запросов Google почти исчерпан: обновление может прерваться до завтра.',
  shortOfTriggerTime: () =>
    'Дневной лимит времени Google почти исчерпан: обновления без участия людей могут прерваться до завтра.',
  scheduleSlowed: () => 'Обновление по расписанию отложено: дневной лимит Google почти исчерпан.',
  scheduleStopped: () =>
    'Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, владельцу подключения нужно сохранить настройки ещё раз.',
  nothingToResume: () => 'Продолжать нечего: это обновление уже закончилось, отменено или начато заново.',
  queued: (who: string, time: string) =>
    `Запрос принят: отчёт обновится не позже ${time} через подключение владельца${inBrackets(who)}.`,
  /** Where nobody can tell yet how long the refresh under way takes. */
  queuedBehind: (who: string) =>
    `Запрос принят: отчёт обновится через подключение владельца${inBrackets(who)}, когда закончится начатое обновление.`,
  queuedInVain: (who: string) =>
    `Запрос принят, но Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, попросите владельца подключения${inBrackets(who)} сохранить настройки ещё раз.`,
  connectionBroken: (day: string, who: string) =>
    `Подключение не работает с ${day}. Сообщите владельцу${inBrackets(who)} или подключите свой вебхук.`,
  busy: (who: string, since: string, done: number, total: number) =>
    `Отчёт уже обновляет ${who} с ${since}: ${count(done)} из ${count(total)}. Дождитесь окончания или отмените обновление.`,
  /** Who refreshes, to the owner himself whose name is not known yet. */
  yourConnection: () => 'ваше подключение',
  busyForAMoment: () => 'Отчёт сейчас занят другим действием: повторите через несколько секунд.',

  cancelAccepted: () => 'Обновление будет отменено через несколько секунд.',
  writingAlready: () => 'Листы уже записываются, отменить обновление нельзя. Подождите несколько секунд.',
  /** A colleague's, or one's own. */
  requestWithdrawn: () => 'Запрос на обновление отклонён, листы не изменились.',
  nothingToCancel: () => 'Сейчас отчёт не обновляется.',
  cacheCleared: () => 'Кэш очищен. Следующее обновление запросит все данные заново.',
} as const;

/** When the next tick comes at the latest. */
const soon = (isPublished: boolean): string => (isPublished ? 'в течение часа' : 'через несколько минут');

const inBrackets = (who: string): string => (who === OTHER_PERSON ? '' : ` (${who})`);

/** `12 345,60 ₽, 100,00 USD и 5,00 EUR` */
const amounts = (all: readonly Amount[]): string => listed(all, amount);

const amount = ({ currency, all }: Amount): string =>
  `${money(all)}\u00a0${currency === 'RUB' ? '₽' : currency || NO_CURRENCY}`;
