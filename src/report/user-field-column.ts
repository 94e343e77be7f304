/** A column of a user field: its cells by the field's type (Bitrix24 REST documentation, user-defined fields). */
import { calendarDay, dayNumber } from '../domain/calendar-day';
import type { FieldRecord, FieldValue, InvoiceRecord } from '../domain/records';
import { money as shownMoney } from '../texts/russian';
import { optionUnknown, shownDay, YES_NO } from '../texts/sheet-texts';
import { column, type Column } from './columns';
import { cellNumber, multiply, rounded } from './money';
import type { BriefLine } from './report-model';
import type { CellValue, ColumnKind } from './SheetPlan';
import { isNoMoney, moneyIn } from './standing';

interface ShownType {
  readonly kind: ColumnKind;
  /** Of one value that is not empty; null where the value is none of its type. */
  readonly cell: (value: string | number | boolean, field: FieldRecord) => CellValue;
  /** The same among others. */
  readonly text?: (value: string | number | boolean, field: FieldRecord) => string | null;
}

const WIDTH = 140;

const TEXT: ShownType = { kind: 'wrapped', cell: (value) => String(value) };
const NUMBER: ShownType = {
  kind: 'amount',
  cell: (value) => numberIn(value),
  text: (value) => numberIn(value)?.toString().replace('.', ',') ?? null,
};
const dayOf = (type: 'date' | 'datetime'): ShownType => {
  const dayIn = (value: unknown) => calendarDay(value, type);
  return {
    kind: 'day',
    cell: (value) => {
      const day = dayIn(value);
      return day === null ? null : dayNumber(day);
    },
    text: (value) => {
      const day = dayIn(value);
      return day === null ? null : shownDay(day);
    },
  };
};

const TYPES: Readonly<Record<string, ShownType>> = {
  string: TEXT,
  url: TEXT,
  integer: NUMBER,
  double: NUMBER,
  money: {
    kind: 'money',
    cell: (value) => {
      const money = moneyIn(value);
      return money === null ? null : cellNumber(money.sum);
    },
    text: (value) => {
      const money = moneyIn(value);
      if (money === null) return null;
      const sum = shownMoney(rounded(multiply(money.sum, 1)));
      return money.currency === '' ? sum : `${sum}\u00a0${money.currency}`;
    },
  },
  date: dayOf('date'),
  datetime: dayOf('datetime'),
  boolean: { kind: 'wrapped', cell: yesOrNo },
  enumeration: {
    kind: 'wrapped',
    cell: (value, { options = {} }) => options[String(value)] ?? optionUnknown(String(value)),
  },
};

/** Whether a column can show what it holds. */
export const isShown = ({ type }: Pick<FieldRecord, 'type'>): boolean =>
  Object.prototype.hasOwnProperty.call(TYPES, type);

/** Whether the portal has sent something that its column cannot show, or only in part. */
export function isUnread(field: FieldRecord, invoice: InvoiceRecord): boolean {
  const shown = TYPES[field.type] ?? TEXT;
  const values = filled(invoice.fields?.[field.name] ?? null, field.type);
  const isNoted = invoice.unreadable?.includes(field.name) === true;
  return isNoted || values.some((value) => shown.cell(value, field) === null);
}

export const titleOf = ({ title, name }: FieldRecord): string => (title === '' ? name : title);

export function userFieldColumn(field: FieldRecord): Column<BriefLine> {
  const type = TYPES[field.type] ?? TEXT;
  const { cell } = type;
  const text =
    type.text ?? ((value: string | number | boolean): string | null => shownText(cell(value, field)));
  const valueOf = ({ head }: BriefLine): FieldValue => head.invoice.fields?.[field.name] ?? null;
  const valueIn = (value: FieldValue): CellValue => {
    const values = filled(value, field.type);
    if (!field.isMultiple) return values[0] === undefined ? null : cell(values[0], field);
    return (
      values
        .map((one) => text(one, field))
        .filter((one) => one !== null)
        .join('; ') || null
    );
  };
  const kind = field.isMultiple ? 'wrapped' : type.kind;
  return column(titleOf(field), WIDTH, kind, (line) => valueIn(valueOf(line)), {
    ...(kind === 'money' ? { currency: (line) => moneyIn(valueOf(line))?.currency ?? '' } : {}),
  });
}

/** What a column of one value shows, whatever stands in the field: the first that is not empty. */
export const firstIn = (value: FieldValue, { type }: Pick<FieldRecord, 'type'>): FieldValue =>
  filled(value, type)[0] ?? null;

/** Empty is null, `""` or `[]`; false too, but where it is a value, and a currency without a sum. */
function filled(value: FieldValue, type: string): readonly (string | number | boolean)[] {
  const values: readonly (string | number | boolean | null)[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (one): one is string | number | boolean =>
      one !== null &&
      one !== '' &&
      (one !== false || type === 'boolean') &&
      (type !== 'money' || !isNoMoney(one)),
  );
}

function yesOrNo(value: string | number | boolean): string | null {
  if (value === true || ['Y', '1'].includes(String(value))) return YES_NO.yes;
  return value === false || ['N', '0'].includes(String(value)) ? YES_NO.no : null;
}

function numberIn(value: string | number | boolean): number | null {
  const isNumber = typeof value === 'number' || /^[+-]?\d+(\.\d+)?$/.test(String(value));
  return isNumber ? cellNumber(value as string | number) : null;
}

const shownText = (value: CellValue): string | null => (value === null ? null : String(value));
