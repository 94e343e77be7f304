/** The columns of «Изменения». */
import { dayNumber } from '../domain/calendar-day';
import type { PortalDecimal } from '../domain/records';
import { cardPath, column, type Column } from '../report/columns';
import { cellNumber } from '../report/money';
import { changeTexts } from '../texts/change-texts';
import { shownNumber } from '../texts/further-sheet-texts';
import type { JournalLine } from './journal';

/** What the cells of a row show; what is left out is empty. */
export interface ShownLine extends Partial<
  Pick<JournalLine, 'id' | 'number' | 'day' | 'time' | 'before' | 'after' | 'buyer' | 'amount' | 'sum'>
> {
  readonly event: string;
  /** In what the sums of the row are; `''` where they need not name it. */
  readonly currency: string;
  readonly sumCurrency: string;
}

const { titles } = changeTexts;

const cellOf = (sum: PortalDecimal | undefined): number | null =>
  sum === undefined ? null : cellNumber(sum);

export const COLUMNS: readonly Column<ShownLine>[] = [
  column(
    titles.invoice,
    110,
    'text',
    ({ id, number = '' }) => (id === undefined ? null : shownNumber(id, number)),
    { link: ({ id }) => (id === undefined ? null : cardPath(id)) },
  ),
  column(titles.day, 100, 'day', ({ day }) => (day === undefined ? null : dayNumber(day))),
  column(titles.time, 70, 'text', ({ time }) => time ?? null),
  column(titles.event, 200, 'wrapped', ({ event }) => event),
  column(titles.before, 180, 'wrapped', ({ before }) => before ?? null),
  column(titles.after, 180, 'wrapped', ({ after }) => after ?? null),
  column(titles.buyer, 240, 'wrapped', ({ buyer }) => buyer ?? null),
  column(titles.amount, 120, 'money', ({ amount }) => cellOf(amount), {
    currency: ({ currency }) => currency,
  }),
  column(titles.sum, 120, 'money', ({ sum }) => cellOf(sum), { currency: ({ sumCurrency }) => sumCurrency }),
];
