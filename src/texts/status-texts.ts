/** The status page. */
import { ANSWERS, count, counted, quoted, REQUESTS } from './russian';

const states = {
  idle: 'ожидает',
  running: 'идёт',
  paused: 'приостановлено',
  done: 'готово',
  failed: 'ошибка',
  cancelled: 'отменено',
};

const causes = {
  menu: 'из меню',
  sidebar: 'из панели',
  schedule: 'по расписанию',
  request: 'по запросу',
};

/** What may be changed, as a list of changes names it. */
const settings = {
  webhookUrl: 'подключение',
  period: 'период',
  periodField: 'дата отбора',
  shipmentDateField: 'дата отгрузки',
  paymentDateField: 'дата оплаты',
  briefColumns: 'столбцы «Краткого»',
  detailColumns: 'столбцы «Полного»',
  dueDateField: 'срок оплаты',
  dueDays: 'отсрочка',
  paidSumField: 'оплаченная сумма',
  noteColumns: 'столбцы для заметок',
  debtsSheet: 'лист «Долги»',
  debtsByInvoice: 'счета в «Долгах»',
  vatSheet: 'лист «НДС»',
  checksSheet: 'лист «Проверка данных»',
  skippedChecks: 'выключенные проверки',
  changesSheet: 'лист «Изменения»',
  summarySheet: 'лист «Сводка»',
  excludeFailed: 'проваленные счета',
  scheduleHours: 'расписание',
  cacheTtlSeconds: 'срок для реквизитов',
  enterpriseLimits: 'тариф портала',
};

export const statusTexts = {
  summary: 'Отчёт',
  lastSuccess: 'Обновлён',
  lastAttempt: 'Запускался',
  schedule: 'Расписание',
  owner: 'Подключение',
  you: 'ваше',
  waiting: 'Запрос коллеги',
  version: 'Версия',
  never: 'ещё не было',
  stoppedByGoogle: 'остановлено Google',
  nextAt: (interval: string, when: string) => `${interval}, следующее обновление ${when}`,
  soon: 'в ближайшее время',
  noOwner: 'не настроено',
  /** `when`: in short, such as `29.11 14:05`. */
  reconciled: (when: string, differences: number) =>
    `Сверка: ${when}, расхождений\u00a0${count(differences)}`,
  runs: 'Последние обновления',
  noRuns: 'Обновлений ещё не было.',
  states,
  causes,
  /** The same to the owner, who did not ask. */
  colleagueAsked: 'по запросу коллеги',
  settings,
  settingsChanged: 'настройки',
  changed: (names: readonly string[]) => `Изменено: ${names.join(', ')}.`,
  requests: (count: number) => counted(count, REQUESTS),
  fromCache: (count: number) => `${counted(count, ANSWERS)} из кэша`,
  cacheHint: 'Если в отчёте видны старые данные, очистите кэш ответов портала.',
  clearCache: 'Очистить кэш',
  support: 'Для поддержки',
  supportHint:
    'Если отчёт не обновляется, отправьте эти сведения тому, кто его установил. В тексте нет имён, сумм и адресов.',
  copy: 'Скопировать сведения',
  copied: 'Текст скопирован.',
  copyByHand: 'Нажмите Ctrl+C, чтобы скопировать текст.',
  supportLabel: 'Сведения для поддержки',
} as const;

/** Of notes whose invoices the report does not show. */
export const notesTexts = {
  outside: (invoices: number) => `Заметок у счетов вне отчёта: ${count(invoices)}`,
  show: 'Показать на листе',
  shown: (sheet: string) => `Заметки — на листе ${quoted(sheet)}. Он теперь ваш.`,
  none: 'У счетов вне отчёта заметок нет.',
  busy: 'Сейчас отчёт обновляется. Повторите, когда обновление закончится.',
} as const;

/** The text that a user sends to whoever installed the report. */
export const supportTexts = {
  madeAt: 'Составлено',
  nextRun: 'Следующее обновление',
  connections: { none: 'не настроено', own: 'своё', other: 'другого пользователя' },
  asksTogether: 'Товары многих счетов одним запросом',
  ownerLists: { unknown: 'неизвестно', taken: 'да', refused: 'нет' },
  now: 'Сейчас',
  none: 'нет',
} as const;
