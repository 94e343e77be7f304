/** Every Russian text of the pages, one object a topic, so that each page's script holds only what it shows. */
import type { PeriodPreset } from '../domain/period';
import { counted, INVOICES, REQUESTS, type PluralForms } from './plural';

const ANSWERS: PluralForms = ['ответ', 'ответа', 'ответов'];

export const frameTexts = {
  navigation: 'Страницы',
  settings: 'Настройки',
  status: 'Состояние',
  help: 'Справка',
  loading: 'Загрузка…',
  callFailed: 'Google не ответил. Проверьте интернет и попробуйте ещё раз.',
  retry: 'Повторить',
} as const;

export const momentTexts = {
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  yesterday: 'вчера',
  today: 'сегодня',
  tomorrow: 'завтра',
  at: (day: string, time: string) => `${day} в ${time}`,
  seconds: (seconds: number) => `${seconds} с`,
  minutes: (minutes: number, seconds: number) =>
    seconds === 0 ? `${minutes} мин` : `${minutes} мин ${seconds} с`,
} as const;

export const setupTexts = {
  title: 'Подключение',
  whereToFind: 'В Bitrix24 откройте «Разработчикам» → «Другое» → «Входящий вебхук».',
  whichRight: 'Дайте вебхуку одно право, «CRM», и скопируйте его адрес сюда.',
  webhook: 'Адрес вебхука',
  webhookExample: 'https://…/rest/1/…/',
  secrecy: 'Адрес хранится в вашем аккаунте Google, коллегам он не виден.',
  test: 'Проверить',
  testing: 'Проверяем подключение…',
  works: 'Подключение работает',
  fails: 'Подключение не работает',
  connected: 'Подключено',
  replace: 'Заменить',
  keep: 'Оставить прежний',
  disconnect: 'Отключить',
  disconnectSurely: 'Отключить вебхук и обновление по расписанию? Листы останутся.',
  disconnectNo: 'Не отключать',
  disconnected: 'Портал отключён. Чтобы обновлять отчёт, вставьте вебхук.',
  enterWebhook: 'Вставьте адрес вебхука.',
  ownedByOther: (owner: string) => `Владелец подключения: ${owner}.`,
  colleagueMay: 'Вы можете менять настройки отчёта. Обновит его подключение владельца.',
  useOwn: 'Подключить свой вебхук',
  useOwnEffect: 'После сохранения отчёт будет обновлять ваш вебхук вместо прежнего.',
  portal: 'Портал',
  user: 'Владелец вебхука',
  admin: (name: string) => `${name}, администратор`,
  rights: 'Права',
  noRights: 'нет',
  tooManyRights: 'Отчёту хватает права «CRM»: остальные можно убрать.',
  visible: 'Видно счетов',
  clock: 'Часовой пояс',
} as const;

const presets: Readonly<Record<PeriodPreset, string>> = {
  month: 'Этот месяц',
  previousMonth: 'Прошлый месяц',
  quarter: 'Этот квартал',
  previousQuarter: 'Прошлый квартал',
  year: 'Этот год',
  previousYear: 'Прошлый год',
  custom: 'Свои даты',
};

const schedules = {
  0: 'Не обновлять само',
  1: 'Каждый час',
  2: 'Каждые 2 часа',
  4: 'Каждые 4 часа',
  6: 'Каждые 6 часов',
  8: 'Каждые 8 часов',
  12: 'Каждые 12 часов',
  24: 'Раз в сутки',
};

export const formTexts = {
  title: 'Отчёт',
  period: 'Период',
  presets,
  from: 'С',
  to: 'По',
  bothDates: 'Укажите начало и конец периода.',
  customOrder: 'Начало периода позже его конца: поменяйте даты местами.',
  days: (from: string, to: string) => `${from} – ${to}`,
  periodField: 'Период считать по полю',
  shipmentDateField: 'Дата отгрузки',
  paymentDateField: 'Дата оплаты',
  noField: 'Не выбрано',
  noShipment: 'Столбец «Дата отгрузки» будет пустым.',
  noPayment: 'Оплаченными будут счета в успешной стадии.',
  samples: (days: readonly string[]) => `Например: ${days.join(', ')}`,
  noSamples: 'В последних счетах это поле пусто.',
  proposed: 'Выбрано по названию, проверьте.',
  fieldGone: (name: string) => `${name} (нет на портале)`,
  fieldIsGone: 'Этого поля на портале больше нет. Выберите другое.',
  sameTitle: (title: string, name: string) => `${title} (${name})`,
  titlesUnknown: 'Названия полей видит только владелец подключения.',
  excludeFailed: 'Без проваленных счетов',
  failedStages: (names: readonly string[]) => `Стадии: ${names.map((name) => `«${name}»`).join(', ')}`,
  scheduleHours: 'Обновлять по расписанию',
  schedules,
  advanced: 'Дополнительно',
  cacheTtlSeconds: 'Хранить ответы портала, секунд',
  cacheTtlHint: (duration: string) => `От 0 до 21 600. Сейчас: ${duration}.`,
  cacheOff: 'не хранить',
  cacheTtlProblem: 'Укажите целое число от 0 до 21 600.',
  enterpriseLimits: 'Тариф «Энтерпрайз»',
  enterpriseHint: 'Включайте, только если портал на этом тарифе: запросы пойдут быстрее.',
  save: 'Сохранить',
  saving: 'Сохраняем…',
  saved: 'Настройки сохранены.',
  notSaved: 'Настройки не сохранены: исправьте отмеченное.',
  unsaved: 'Сначала сохраните изменения.',
} as const;

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
  keepOpen: 'Пока панель открыта, обновление продолжится без перерыва.',
  done: (when: string) => `Обновлено ${when}`,
  failed: (when: string) => `Не обновлено ${when}`,
  cancelled: (when: string) => `Отменено ${when}`,
  bar: 'Ход обновления',
  invoices: (done: number, total: number) => `${done} из ${counted(total, INVOICES)}`,
  requests: (count: number) => `Отправлено: ${counted(count, REQUESTS)}`,
  saved: (count: number) => `Взято из кэша: ${counted(count, ANSWERS)}`,
  noConnection: 'Сначала подключите портал в настройках.',
} as const;

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
  lastAttempt: 'Последний запуск',
  nextRun: 'По расписанию',
  owner: 'Подключение',
  you: 'ваше',
  waiting: 'Ожидает запрос',
  version: 'Версия',
  never: 'ещё не было',
  noSchedule: 'не запланировано',
  soon: 'в ближайшее время',
  noOwner: 'не настроено',
  runs: 'Последние обновления',
  noRuns: 'Обновлений ещё не было.',
  states,
  causes,
  requests: (count: number) => counted(count, REQUESTS),
  fromCache: (count: number) => `${counted(count, ANSWERS)} из кэша`,
  cache: 'Кэш ответов портала',
  cacheHint: 'Очистите, если в отчёте видны старые данные.',
  clearCache: 'Очистить кэш',
  support: 'Для поддержки',
  supportHint: 'В тексте нет имён, сумм и адресов.',
  copy: 'Скопировать сведения',
  copied: 'Текст скопирован.',
  copyByHand: 'Нажмите Ctrl+C, чтобы скопировать текст.',
  supportLabel: 'Сведения для поддержки',
} as const;

/** Each article: a heading, paragraphs, and what is opened one by one. */
export const helpTexts = {
  contents: 'Что в отчёте',
  brief: 'Лист «Краткий»: каждый счёт одной строкой и итоги по валютам.',
  detail: 'Лист «Полный»: каждая строка счёта с товаром, количеством, ценой и НДС.',
  yours:
    'Отчёт занимает столбцы B–I своих листов. Другие столбцы, строки ниже таблицы и листы остаются вашими.',
  colors: 'Что значат цвета',
  unpaid: 'счёт не оплачен',
  withoutVat: 'счёт оплачен, НДС нет',
  plain: 'счёт оплачен, НДС есть',
  zebra: 'на листе «Полный» отделяет один счёт от другого',
  refresh: 'Как обновлять',
  refreshHow: 'Нажмите «Обновить отчёт» в меню или в панели либо включите расписание в настройках.',
  refreshLong: 'Большой отчёт обновляется частями и продолжается сам. Закрывать таблицу можно.',
  refreshColleague: 'Нажать «Обновить» может любой редактор: отчёт обновит подключение владельца.',
  problems: 'Если что-то не так',
  answers: [
    [
      'Видны не все счета',
      'Вебхук видит то же, что его владелец. Создайте вебхук от имени администратора портала. Проверьте период и поле даты в настройках.',
    ],
    [
      'Портал не принял вебхук',
      'Вебхук удалён, отключён или просрочен. Создайте в Bitrix24 новый и вставьте его в настройках.',
    ],
    [
      'Нет доступа к CRM',
      'Откройте вебхук в Bitrix24, отметьте право «CRM» и сохраните. Затем обновите отчёт.',
    ],
    [
      'Лист уже есть и создан не отчётом',
      'Переименуйте свой лист с таким названием и обновите отчёт: он создаст собственный.',
    ],
    [
      'Строка занята вашими данными',
      'Под таблицей не хватает места. Перенесите свои записи ниже или правее столбца I и обновите отчёт.',
    ],
    [
      'Слишком много запросов',
      'Портал ограничивает их число. Подождите 10 минут: уже полученные ответы сохранены.',
    ],
    [
      'Дневной лимит Google исчерпан',
      'Он обновляется раз в сутки. Обновите отчёт завтра или реже запускайте расписание.',
    ],
    ['В отчёте старые данные', 'Нажмите «Очистить кэш» на странице «Состояние» и обновите отчёт.'],
  ],
  secrecy: 'Безопасность',
  secrecyText:
    'Вебхук открывает доступ к CRM. Вставляйте его только в настройках и не пишите в ячейках и письмах.',
} as const;
