/** What the preview says around the add-on. */
import type { FaultName, Form, GenerationName, PersonName, ScopeName } from '../protocol';

export const ADD_ON_MENU = 'Add-on';

export const texts = {
  preview: 'Предпросмотр',
  person: 'Кто',
  generation: 'Портал',
  invoices: 'Счета',
  speed: 'Время',
  fault: 'Сбой',
  form: 'Вид',
  fiveMinutes: '+5\u00a0мин',
  hour: '+1\u00a0ч',
  day: '+1 день',
  nextMonth: 'до 1-го числа',
  reopen: 'Открыть заново',
  trigger: 'Триггер',
  newSpreadsheet: 'Новая таблица',
  webhook: 'Вебхук',
  copy: 'Скопировать',
  copied: 'Скопировано',
  log: 'Журнал',
  consent: 'Доступ',
  consentTitle: 'Google запрашивает доступ',
  consentText: (scopes: string) => `«Счета Bitrix24» просит разрешить: ${scopes}.`,
  allow: 'Отметить всё и разрешить',
  refuse: 'Закрыть',
  running: 'Выполняется скрипт…',
  close: 'Закрыть',
  ok: 'ОК',
  extensions: 'Расширения',
  viewOnly: 'Только просмотр',
  rename: 'Переименовать',
  hide: 'Скрыть',
  delete: 'Удалить',
  newName: 'Новое название листа',
  addSheet: 'Добавить лист',
  polls: 'с опросами хода',
  noExecutions: 'Скрипт ещё не запускался.',
  triggers: 'Триггеры',
  noTriggers: 'Триггеров нет.',
  underWay: 'выполняется',
  broken: 'Сборка не удалась',
} as const;

/** Menus of Sheets that the preview only shows. */
export const sheetsMenus = ['Файл', 'Правка', 'Вид', 'Вставка', 'Формат', 'Данные', 'Инструменты'] as const;

export const people: Readonly<Record<PersonName, string>> = {
  owner: 'Владелец',
  colleague: 'Коллега',
  viewer: 'Читатель',
};

export const generations: Readonly<Record<GenerationName, string>> = {
  old: 'старый',
  mid: 'средний',
  new: 'новый',
};

/** In their order, which keys that are numbers would not keep. */
export const invoices: readonly (readonly [value: string, text: string])[] = [
  ...([
    ['demo', 'обычные'],
    ['odd', 'странные'],
    ['hostile', 'вредоносные'],
  ] as const),
  ...([
    ['100', '100'],
    ['1000', '1 000'],
    ['10000', '10 000'],
  ] as const),
];

/** Whether Google fires the script's triggers. */
export const triggerStates = { none: 'нет', fires: 'работает', stopped: 'остановлен Google' } as const;

export const speeds: Readonly<Record<string, string>> = { 1: '×1', 10: '×10', 60: '×60' };

export const faults: Readonly<Record<FaultName, string>> = {
  none: 'нет',
  denied: 'отказывает во всём',
  rateLimit: 'слишком много запросов',
  revoked: 'вебхук отозван',
  badGateway: 'HTML с кодом 502',
  brokenJson: 'обрывает ответ',
  slow: 'отвечает медленно',
  crawl: 'еле отвечает',
  hang: 'не отвечает',
  reset: 'рвёт соединение',
};

export const forms: Readonly<Record<Form, string>> = { bound: 'скрипт таблицы', addOn: 'дополнение' };

export const scopes: Readonly<Record<ScopeName, string>> = {
  spreadsheet: 'эту таблицу',
  requests: 'запросы к другим сайтам',
  pages: 'боковую панель',
  triggers: 'запуск без вас',
};

/** What a person has allowed; a single scope is one that is missing. */
export const consents: Readonly<Record<'all' | 'none' | ScopeName, string>> = {
  ...{ all: 'есть', none: 'нет', spreadsheet: 'без таблицы' },
  ...{ requests: 'без запросов', pages: 'без панели', triggers: 'без триггеров' },
};
