/** The columns of «НДС». */
import { dayNumber } from '../domain/calendar-day';
import type { IsoDate } from '../domain/ids';
import { column, type Column } from '../report/columns';
import type { CellValue } from '../report/SheetPlan';
import { vatTexts } from '../texts/further-sheet-texts';
import type { VatFigures } from './vat-model';

/** What the cells of a line show; what is left out is empty. */
export interface VatLine {
  /** Its first day. */
  readonly month?: IsoDate;
  readonly rate?: string | null;
  readonly buyer: string;
  readonly inn?: string;
  readonly kpp?: string | undefined;
  readonly figures?: VatFigures;
  readonly ownCompany?: string | null;
}

const { titles } = vatTexts;

export const COLUMNS: readonly Column<VatLine>[] = [
  column(titles.month, 80, 'month', ({ month }) => (month === undefined ? null : dayNumber(month))),
  column(titles.rate, 90, 'text', ({ rate }) => rate ?? null),
  column(titles.buyer, 280, 'wrapped', ({ buyer }) => buyer, { total: 'label' }),
  column(titles.inn, 110, 'text', ({ inn }) => inn ?? null),
  column(titles.kpp, 90, 'text', ({ kpp }) => kpp ?? null),
  column(titles.invoices, 70, 'whole', ({ figures }) => figures?.invoices ?? null),
  column(titles.withVat, 120, 'money', ({ figures }) => figures?.withVat ?? null, { total: 'sum' }),
  column(titles.withoutVat, 120, 'money', ({ figures }) => figures?.withoutVat ?? null, { total: 'sum' }),
  column(titles.vat, 120, 'vat', ({ figures }) => figures?.vat ?? null, { total: 'sum' }),
  column(titles.ownCompany, 200, 'wrapped', ({ ownCompany }) => ownCompany ?? null),
];

export const cellsOf = (line: VatLine): readonly CellValue[] => COLUMNS.map(({ value }) => value(line));
