/** The settings page: which invoices the report shows, from which fields, how often. */
import type { PeriodPreset } from '../domain/period';

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

export const formTexts = {
  periodTitle: 'Период отчёта',
  datesTitle: 'Отгрузка и оплата',
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
  noField: 'Не выбрано',
  noShipment: 'Столбец «Дата отгрузки» будет пустым.',
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
