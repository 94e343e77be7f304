/** Every Russian text of the sheets beside the two main ones, and of their notes. */
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import { count, counted, DAYS, INVOICES } from './russian';
import { NO_CURRENCY, noteTexts, shownDay, VALUE_TITLES } from './sheet-texts';

/** How an invoice is called in a cell that leads to its card. */
export const shownNumber = (id: number, accountNumber: string): string =>
  accountNumber === '' ? `id ${id}` : accountNumber;

/** `currency` is null where a sheet need not name any, `''` where the portal does not tell it. */
const labelled = (label: string, currency: string | null): string =>
  currency === null ? `${label}:` : `${label}, ${currency || NO_CURRENCY}:`;

const DEBT_TOTAL = 'Всего';

export const debtsTexts = {
  titles: {
    invoice: 'Счёт',
    buyer: VALUE_TITLES.buyer,
    inn: VALUE_TITLES.inn,
    invoiceDate: VALUE_TITLES.invoiceDate,
    dueDate: VALUE_TITLES.dueDate,
    overdueDays: VALUE_TITLES.overdueDays,
    debt: 'Долг',
    ages: {
      notDue: 'Не просрочено',
      upTo30: '1–30 дней',
      upTo60: '31–60 дней',
      upTo90: '61–90 дней',
      over90: 'Более 90 дней',
      undated: 'Без срока',
    },
  },
  invoices: (many: number): string => counted(many, INVOICES),
  total: (currency: string | null): string => labelled(DEBT_TOTAL, currency),
  share: 'Доля:',
  none: 'Долгов нет',
  today: (day: IsoDate): string => `На дату: ${shownDay(day)}`,
  scope: {
    period: 'Счета: за период отчёта',
    all: 'Счета: все неоплаченные за три года, и вне периода отчёта',
  },
  dueDate: (field: string, days: number): string =>
    `Срок оплаты: поле «${field}»${days === 0 ? '' : ` + ${counted(days, DAYS)}`}`,
  unpaidByField: (field: string): string => `Не оплачен: пусто поле «${field}»`,
  unpaidByStage: 'Не оплачен: счёт не в успешной стадии',
  paidSum: (field: string): string => `Оплаченная часть: поле «${field}»`,
  noPaidSums: 'Частичные оплаты не учтены',
} as const;
const VAT_TOTALS = {
  rows: 'Строки листа «Полный»',
  invoices: 'Счета листа «Краткий»',
  difference: 'Разница',
  ofRowless: 'из неё счета без строк',
  ofOthers: 'из неё остальные счета',
} as const;

export type VatTotalName = keyof typeof VAT_TOTALS;

export const vatTexts = {
  titles: {
    month: 'Месяц',
    rate: VALUE_TITLES.taxRate,
    buyer: VALUE_TITLES.buyer,
    inn: VALUE_TITLES.inn,
    kpp: VALUE_TITLES.kpp,
    invoices: 'Счетов',
    withVat: 'Сумма с НДС',
    withoutVat: 'Сумма без НДС',
    vat: VALUE_TITLES.taxValue,
    ownCompany: VALUE_TITLES.ownCompany,
  },
  ofPeriod: 'Итого за период',
  ofMonth: 'Итого за месяц',
  allRates: 'все',
  noOwnCompany: '(без компании)',
  none: 'Строк нет',
  /** In this order under the table. */
  totals: Object.keys(VAT_TOTALS) as readonly VatTotalName[],
  total: (name: VatTotalName, currency: string | null): string => labelled(VAT_TOTALS[name], currency),
  period: (period: Period, field: string): string => noteTexts.period(period, field),
  month: 'Месяц — по тому же полю',
  unavailable: (invoices: number): string => `Строки недоступны у счетов: ${count(invoices)}`,
  source: 'Это данные CRM: моментом определения базы может быть и предоплата',
} as const;
