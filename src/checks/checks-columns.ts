/** The columns of «Проверка данных». */
import { dayNumber } from '../domain/calendar-day';
import type { IsoDate } from '../domain/ids';
import { column, type Column } from '../report/columns';
import type { CellValue } from '../report/SheetPlan';
import { checksTexts } from '../texts/check-texts';

/** What the cells of a line show; what is left out is empty. */
export interface CheckLine {
  readonly invoice?: string;
  /** A day number. */
  readonly invoiceDate?: number | null;
  readonly buyer?: string;
  readonly importance?: string;
  readonly problem: string;
  readonly details?: string;
  readonly since?: IsoDate;
}

const { titles } = checksTexts;

const IMPORTANCE = column<CheckLine>(titles.importance, 100, 'text', ({ importance }) => importance ?? null);

export const COLUMNS: readonly Column<CheckLine>[] = [
  column(titles.invoice, 110, 'text', ({ invoice }) => invoice ?? null, { link: () => null }),
  column(titles.invoiceDate, 100, 'day', ({ invoiceDate }) => invoiceDate ?? null),
  column(titles.buyer, 240, 'wrapped', ({ buyer }) => buyer ?? null),
  IMPORTANCE,
  column(titles.problem, 240, 'wrapped', ({ problem }) => problem),
  column(titles.details, 420, 'wrapped', ({ details }) => details ?? null),
  column(titles.since, 100, 'day', ({ since }) => (since === undefined ? null : dayNumber(since))),
];

export const IMPORTANCE_PLACE = COLUMNS.indexOf(IMPORTANCE);

export const cellsOf = (line: CheckLine): readonly CellValue[] => COLUMNS.map(({ value }) => value(line));
