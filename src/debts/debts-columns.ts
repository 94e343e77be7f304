/** The columns of «Долги». */
import { column, type Column } from '../report/columns';
import type { CellValue } from '../report/SheetPlan';
import { debtsTexts } from '../texts/further-sheet-texts';
import { AGES } from './ages';
import type { Figures } from './debts-model';

/** What the cells of a line show; what is left out is empty. */
export interface DebtLine {
  /** The number of an invoice, or how many there are. */
  readonly invoice?: string;
  readonly buyer: string;
  readonly inn?: string;
  readonly invoiceDate?: number | null;
  readonly dueDate?: number | null;
  readonly overdueDays?: number | null;
  readonly figures?: Figures;
}

const { titles } = debtsTexts;

const BUYER = column<DebtLine>(titles.buyer, 280, 'wrapped', ({ buyer }) => buyer);
const OVERDUE_DAYS = column<DebtLine>(titles.overdueDays, 90, 'whole', (line) => line.overdueDays ?? null);
const BY_AGE = AGES.map((age, index) => {
  const width = age === 'notDue' ? 120 : 110;
  return column<DebtLine>(titles.ages[age], width, 'money', ({ figures }) => figures?.byAge[index] ?? null);
});

/** Where the first cell of a row leads is said with the row. */
const LINKED = { link: () => null };

export const COLUMNS: readonly Column<DebtLine>[] = [
  column(titles.invoice, 110, 'text', ({ invoice }) => invoice ?? null, LINKED),
  BUYER,
  column(titles.inn, 110, 'text', ({ inn }) => inn ?? null),
  column(titles.invoiceDate, 100, 'day', ({ invoiceDate }) => invoiceDate ?? null),
  column(titles.dueDate, 100, 'day', ({ dueDate }) => dueDate ?? null),
  OVERDUE_DAYS,
  column(titles.debt, 120, 'money', ({ figures }) => figures?.sum ?? null),
  ...BY_AGE,
];

/** The places of those whose cells do not always look the same. */
export const PLACES = {
  buyer: COLUMNS.indexOf(BUYER),
  overdueDays: COLUMNS.indexOf(OVERDUE_DAYS),
  ages: BY_AGE.map((one) => COLUMNS.indexOf(one)),
};

export const cellsOf = (line: DebtLine): readonly CellValue[] => COLUMNS.map(({ value }) => value(line));
