/** A user field in the table of invoices: numbers exactly, everything else as its column on the sheet shows it. */
import type { FieldRecord, FieldValue } from '../src/domain/records';
import { exactly, inHundredths } from '../src/report/money';
import { moneyIn } from '../src/report/standing';
import { firstIn, titleOf, userFieldColumn as columnOnSheet } from '../src/report/user-field-column';
import type { TableColumn } from './columns';
import type { InvoiceLine } from './InvoiceLine';

export function userFieldColumn(field: FieldRecord): TableColumn<InvoiceLine> {
  const shown = { name: field.name.toLowerCase(), comment: titleOf(field) };
  const { value: cellOf } = columnOnSheet(field);
  /** What is not empty on the sheet. */
  const valueOf = ({ brief }: InvoiceLine): FieldValue =>
    cellOf(brief) === null ? null : firstIn(brief.head.invoice.fields?.[field.name] ?? null, field);
  const type = field.isMultiple ? 'text' : field.type;
  if (type === 'date' || type === 'datetime') {
    return {
      ...{ ...shown, type: 'day' },
      value: ({ brief }) => {
        const day = cellOf(brief);
        return typeof day === 'number' ? day : null;
      },
    };
  }
  if (type === 'money') {
    return {
      ...{ ...shown, type: 'money' },
      value: (line) => {
        const money = moneyIn(valueOf(line));
        return money === null ? null : inHundredths(exactly(money.sum));
      },
    };
  }
  if (type === 'integer' || type === 'double') {
    return {
      ...{ ...shown, type: 'amount' },
      value: (line) => {
        const number = valueOf(line);
        return typeof number === 'number' || typeof number === 'string' ? exactly(number) : null;
      },
    };
  }
  return {
    ...{ ...shown, type: 'text' },
    value: ({ brief }) => {
      const text = cellOf(brief);
      return text === null ? null : String(text);
    },
  };
}
