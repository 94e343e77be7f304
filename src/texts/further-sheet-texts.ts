/** Every Russian text of the sheets beside the two main ones, and of their notes. */
import type { IsoDate } from '../domain/ids';
import { counted, DAYS, INVOICES } from './russian';
import { NO_CURRENCY, shownDay, VALUE_TITLES } from './sheet-texts';

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
