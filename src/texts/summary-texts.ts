/** Every Russian text of the sheet «Сводка» and of its note. */
import type { CurrencyCode, IsoDate } from '../domain/ids';
import { count } from './russian';
import { debtsTexts } from './further-sheet-texts';
import { NO_CURRENCY } from './sheet-texts';

const MONTHS = [
  ...['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь'],
  ...['Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь'],
] as const;

const FIGURES = {
  billed: 'Выставлено',
  invoices: 'Счетов',
  paid: 'Оплачено',
  unpaid: 'Не оплачено',
  overdue: 'Просрочено',
} as const;

const AGES = 'Долги по срокам';
const NO_BREAK_SPACE = '\u00a0';

export const summaryTexts = {
  /** Over the report's own figures, and over those of lines. */
  titles: { ...FIGURES, vat: 'НДС', paidShare: 'Оплачено, %', debt: debtsTexts.titles.debt, share: 'Доля' },
  /** Over the labels of lines. */
  blocks: {
    months: 'Месяц',
    ages: AGES,
    /** Of invoices outside the period too. */
    allAges: `${AGES}, и вне периода`,
    buyers: 'Покупатель',
    stages: 'Стадия',
    currencies: 'Другие валюты',
  },
  month: (firstDay: IsoDate): string =>
    `${MONTHS[Number(firstDay.slice(5, 7)) - 1] ?? ''} ${firstDay.slice(0, 4)}`,
  earlier: 'Ранее',
  otherBuyers: (many: number): string => `Остальные (${count(many)})`,
  otherStages: (many: number): string => `Другие (${count(many)})`,
  moreCurrencies: (many: number): string => `Ещё валют: ${count(many)}`,
  currencyName: (currency: CurrencyCode): string => currency || NO_CURRENCY,
  /** A bar of so many blocks; `blocks` of 0 are too little for one. */
  share: (blocks: number, percent: number): string =>
    `${'█'.repeat(blocks) || '▏'} ${count(percent)}${NO_BREAK_SPACE}%`,
  noShare: `0${NO_BREAK_SPACE}%`,
  today: debtsTexts.today,
  currency: (currency: CurrencyCode): string => `Валюта: ${currency || NO_CURRENCY}`,
  failed: `Отменённые счета входят только в «${FIGURES.billed}»`,
  charts: {
    months: 'Оплачено и не оплачено по месяцам',
    ages: AGES,
    buyers: 'Крупнейшие покупатели',
    stages: 'Счета по стадиям',
  },
} as const;
