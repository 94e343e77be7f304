/** The columns of «Сводка», whose titles stand over the report's own figures. */
import { column, type Column } from '../report/columns';
import type { CellValue } from '../report/SheetPlan';
import { summaryTexts } from '../texts/summary-texts';
import type { Figures } from './figures';
import type { Whole } from './summary-model';

/** What the cells of a line show; what is left out is empty. */
export interface SummaryLine extends Partial<Figures> {
  readonly label: string;
  readonly share?: string | null;
}

const { titles, blocks } = summaryTexts;

export const COLUMNS: readonly Column<SummaryLine>[] = [
  column(titles.billed, 240, 'mixed', ({ label }) => label),
  column(titles.invoices, 90, 'whole', ({ invoices }) => invoices ?? null),
  column(titles.paid, 130, 'money', ({ billed }) => billed ?? null),
  column(titles.unpaid, 130, 'money', ({ paid }) => paid ?? null),
  column(titles.overdue, 130, 'money', ({ unpaid }) => unpaid ?? null),
  column(titles.vat, 130, 'money', ({ overdue }) => overdue ?? null),
  column(titles.paidShare, 190, 'bar', ({ share }) => share ?? null),
];

/** The report's own figures, in the order of the columns; of one without a format it is that of money. */
export const FIGURES_ON_TOP: readonly { readonly name: keyof Whole; readonly format?: string }[] = [
  { name: 'billed' },
  { name: 'invoices', format: '0' },
  { name: 'paid' },
  { name: 'unpaid' },
  { name: 'overdue' },
  { name: 'vat' },
  { name: 'paidShare', format: '0%' },
];

const OF_FIGURES = [titles.invoices, titles.billed, titles.paid, titles.unpaid, titles.overdue] as const;

/** Rows of titles over the lines of a block. */
export const TITLES = {
  ofParts: (label: string): readonly CellValue[] => [label, ...OF_FIGURES, titles.share],
  ofAges: (label: string): readonly CellValue[] => [
    ...[label, titles.invoices, titles.debt],
    ...[null, null, null, titles.share],
  ],
  ofCurrencies: [blocks.currencies, ...OF_FIGURES, null] as readonly CellValue[],
} as const;

export const cellsOf = (line: SummaryLine): readonly CellValue[] => COLUMNS.map(({ value }) => value(line));
