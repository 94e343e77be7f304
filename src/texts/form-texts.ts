/** The settings page: which invoices the report shows, from which fields, how often. */
import type { PeriodPreset } from '../domain/period';
import { quoted } from './russian';

const presets: Readonly<Record<PeriodPreset, string>> = {
  week: 'Эта неделя',
  previousWeek: 'Прошлая неделя',
  month: 'Этот месяц',
  previousMonth: 'Прошлый месяц',
  quarter: 'Этот квартал',
  previousQuarter: 'Прошлый квартал',
  year: 'Этот год',
  previousYear: 'Прошлый год',
  last30Days: 'Последние 30 дней',
  last90Days: 'Последние 90 дней',
  custom: 'Свои даты',
};

const schedules = {
  0: 'Выключено',
  1: 'Каждый час',
  2: 'Каждые 2 часа',
  4: 'Каждые 4 часа',
  6: 'Каждые 6 часов',
  8: 'Каждые 8 часов',
  12: 'Каждые 12 часов',
  24: 'Раз в сутки',
};

const debtsSheets = {
  off: 'Не вести',
  period: 'По счетам периода',
  all: 'По всем неоплаченным счетам',
};

export const formTexts = {
  periodTitle: 'Период отчёта',
  datesTitle: 'Отгрузка и оплата',
  sheetsTitle: 'Листы и столбцы',
  scheduleTitle: 'Расписание',
  period: 'Период',
  presets,
  from: 'С',
  to: 'По',
  bothDates: 'Укажите начало и конец периода.',
  customOrder: 'Начало периода позже его конца: поменяйте даты местами.',
  /** `change`: the day, such as `1 января`, on which these days change. */
  days: (from: string, to: string, change: string) => `${from} – ${to}. Сменится ${change}.`,
  movingDays: (from: string, to: string) => `${from} – ${to}. Сдвигается каждый день.`,
  periodField: 'Отбирать счета по дате',
  shipmentDateField: 'Поле с датой отгрузки',
  paymentDateField: 'Поле с датой оплаты',
  dueDateField: 'Срок оплаты считать по полю',
  paidSumField: 'Поле с оплаченной суммой',
  noField: 'Не выбрано',
  noShipment: 'Столбец «Дата отгрузки» будет пустым.',
  noPaidSum: 'Столбец «Оплачено» будет пустым.',
  noPayment: 'Оплаченными будут счета на успешной стадии.',
  samples: (days: readonly string[]) => `Например: ${days.join(', ')}`,
  noSamples: 'В последних счетах это поле пусто.',
  proposed: 'Выбрано по названию, проверьте.',
  /** Names of user fields are longer than a select is wide, and differ at their ends: they stand below, whole. */
  fieldGone: 'Нет на портале',
  fieldIsGone: (name: string) => `Поля ${name} на портале больше нет. Выберите другое.`,
  sameTitle: (title: string, name: string) => `${title} (${name})`,
  fieldUnknown: 'Поле портала',
  titleUnknown: (name: string) => `${name}: название появится после обновления отчёта.`,
  columns: { brief: 'Столбцы «Краткого»', detail: 'Столбцы «Полного»' },
  header: (sheet: string) => `Шапка листа «${sheet}»`,
  chooseColumn: 'Выберите столбец',
  ownFields: 'Поля портала',
  addColumn: 'Добавить',
  place: (title: string) => `Место столбца «${title}»`,
  removeColumn: (title: string) => `Убрать столбец «${title}»`,
  columnIsGone: (name: string) => `Поля ${name} на портале больше нет. Уберите его столбец.`,
  noteColumns: 'Столбцов для заметок',
  noNotes: 'Записи в них переезжают вместе со своим счётом.',
  notesFollow: 'Перед ними встанет столбец «ID»: по нему заметка находит свой счёт.',
  dueDays: 'Отсрочка, дней',
  portalSetsDue:
    'Bitrix24 сам ставит срок через 7 дней после создания счёта. Если срок у вас в другом поле, выберите его.',
  debtsSheet: 'Долги — кто и сколько должен',
  debtsSheets,
  debtsOfAll: 'Дополнительные запросы: примерно по одному на 50 неоплаченных счетов.',
  debtsByInvoice: 'Счета под каждым покупателем',
  vatSheet: 'НДС — суммы по ставкам, месяцам и покупателям',
  vatByShipment: 'Чтобы сверить с книгой продаж, считайте период по полю с датой отгрузки.',
  nameTaken: (name: string) => `Лист ${quoted(name)} уже есть и создан не отчётом. Переименуйте его.`,
  excludeFailed: 'Не показывать проваленные счета',
  failedStages: (names: readonly string[]) => `Стадии: ${names.map((name) => `«${name}»`).join(', ')}`,
  scheduleHours: 'Обновлять автоматически',
  schedules,
  advanced: 'Дополнительно',
  cacheTtlSeconds: 'Не перечитывать реквизиты, секунд',
  cacheTtlHint: (duration: string) =>
    `От 0 до 21\u00a0600. Сейчас: ${duration}. Правки реквизитов и названий видны после этого срока; при 0 каждый раз читается всё.`,
  cacheTtlProblem: 'Укажите целое число от 0 до 21\u00a0600.',
  enterpriseLimits: 'Тариф «Энтерпрайз»',
  enterpriseHint: 'Включайте, только если портал на этом тарифе: запросы пойдут быстрее.',
  readsEverything:
    'По этому полю отбирает не всякий портал: тогда отчёт читает счета за всё время. Если это долго, выберите другое поле.',
  saveAndRefresh: 'Сохранить и обновить',
  save: 'Сохранить',
  saving: 'Сохраняем…',
  /** Before a colleague saves. */
  sharedQuestion: {
    text: 'Настройки общие: отчёт изменится у всех. Сохранить?',
    yes: 'Да, изменить у всех',
    no: 'Нет, не сохранять',
  },
  lastChange: (names: readonly string[], who: string, when: string) =>
    `Последнее изменение: ${names.join(', ')} — ${who}, ${when}.`,
  nextRefresh: (when: string) => `Следующее обновление ${when}.`,
  saved: 'Настройки сохранены.',
  notSaved: 'Настройки не сохранены: исправьте отмеченное.',
  webhookFails: 'Настройки не сохранены: вебхук не работает.',
} as const;
