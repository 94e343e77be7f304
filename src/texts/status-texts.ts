/** The status page. */
import { ANSWERS, counted, NOTICES, REQUESTS } from './russian';

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

export const statusTexts = {
  summary: 'Отчёт',
  lastSuccess: 'Обновлён',
  lastAttempt: 'Запускался',
  nextRun: 'По расписанию',
  owner: 'Подключение',
  you: 'ваше',
  waiting: 'Запрос коллеги',
  version: 'Версия',
  never: 'ещё не было',
  noSchedule: 'не запланировано',
  soon: 'в ближайшее время',
  noOwner: 'не настроено',
  runs: 'Последние обновления',
  moreNotices: (count: number) => `Ещё ${counted(count, NOTICES)}`,
  noRuns: 'Обновлений ещё не было.',
  states,
  causes,
  requests: (count: number) => counted(count, REQUESTS),
  fromCache: (count: number) => `${counted(count, ANSWERS)} из кэша`,
  cache: 'Кэш ответов портала',
  cacheHint: 'Очистите, если в отчёте видны старые данные.',
  clearCache: 'Очистить кэш',
  support: 'Для поддержки',
  supportHint:
    'Если отчёт не обновляется, отправьте эти сведения тому, кто его установил. В тексте нет имён, сумм и адресов.',
  copy: 'Скопировать сведения',
  copied: 'Текст скопирован.',
  copyByHand: 'Нажмите Ctrl+C, чтобы скопировать текст.',
  supportLabel: 'Сведения для поддержки',
} as const;

/** The text that a user sends to whoever installed the report. */
export const supportTexts = {
  madeAt: 'Составлено',
  connections: { none: 'не настроено', own: 'ваше', other: 'другого пользователя' },
  asksTogether: 'Товары многих счетов одним запросом',
  ownerLists: { unknown: 'неизвестно', taken: 'да', refused: 'нет' },
  now: 'Сейчас',
  none: 'нет',
} as const;
