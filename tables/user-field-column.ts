/** A user field in the table of invoices: numbers exactly, everything else as its column on the sheet shows it. */
import { calendarDay, dayNumber } from '../src/domain/calendar-day';
import type { FieldRecord, FieldValue } from '../src/domain/records';
import { inHundredths } from '../src/report/money';
import { moneyIn } from '../src/report/standing';
import { titleOf, userFieldColumn as columnOnSheet } from '../src/report/user-field-column';
import type { TableColumn } from './columns';
import { exactly } from './exact';
import type { InvoiceLine } from './InvoiceLine';

export function userFieldColumn(field: FieldRecord): TableColumn<InvoiceLine> {
  const shown = { name: field.name.toLowerCase(), comment: titleOf(field) };
  const valueOf = ({ brief }: InvoiceLine): FieldValue => brief.head.invoice.fields?.[field.name] ?? null;
  const { value } = columnOnSheet(field);
  const isEmpty = (line: InvoiceLine): boolean => value(line.brief) === null;
  const { type } = field;
  if (!field.isMultiple && (type === 'date' || type === 'datetime')) {
    return {
      ...{ ...shown, type: 'day' },
      value: (line) => {
        const day = calendarDay(valueOf(line), type);
        return day === null ? null : dayNumber(day);
      },
    };
  }
  if (!field.isMultiple && type === 'money') {
    return {
      ...{ ...shown, type: 'money' },
      value: (line) => {
        const money = isEmpty(line) ? null : moneyIn(valueOf(line));
        return money === null ? null : inHundredths(exactly(money.sum));
      },
    };
  }
  if (!field.isMultiple && (type === 'integer' || type === 'double')) {
    return {
      ...{ ...shown, type: 'amount' },
      value: (line) => (isEmpty(line) ? null : exactly(valueOf(line) as number | string)),
    };
  }
  return {
    ...{ ...shown, type: 'text' },
    value: (line) => {
      const text = value(line.brief);
      return text === null ? null : String(text);
    },
  };
}
