/** The further columns of a sheet as the settings show them: what may be added, and the header that comes of it. */
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../domain/column-names';
import { COLUMN_TITLES } from '../texts/column-texts';
import { formTexts } from '../texts/form-texts';
import { noteTitle, VALUE_TITLES as TITLES } from '../texts/sheet-texts';
import { toldApart, userFields, type Choice, type OfferedFields } from './field-choices';

export type ColumnsOf = 'brief' | 'detail';

const KNOWN: Readonly<Record<ColumnsOf, readonly string[]>> = {
  brief: BRIEF_COLUMNS,
  detail: DETAIL_COLUMNS,
};
const ID = 'id';

const BASE = [TITLES.accountNumber, TITLES.inn, TITLES.buyer];
/** The titles of the columns that each sheet has in any case. */
const FIRST: Readonly<Record<ColumnsOf, readonly string[]>> = {
  brief: [
    ...[...BASE, TITLES.opportunity, TITLES.taxValue],
    ...[TITLES.invoiceDate, TITLES.shipmentDate, TITLES.paymentDate],
  ],
  detail: [
    ...[...BASE, TITLES.productName, TITLES.quantity],
    ...[TITLES.price, TITLES.rowSum, TITLES.rowVat],
  ],
};

/** All that may stand in that sheet: what the report knows, and the portal's own fields. */
export const columnChoices = (
  sheet: ColumnsOf,
  { fields }: OfferedFields,
): Readonly<Record<'known' | 'own', readonly Choice[]>> => ({
  known: KNOWN[sheet].map((value) => ({ value, label: titleOf(value, []) })),
  own: sheet === 'brief' ? toldApart(userFields(fields)) : [],
});

/** The list with one of them in another place; places count from 0. */
export function moved(names: readonly string[], from: number, to: number): string[] {
  const rest = names.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...names.slice(from, from + 1), ...rest.slice(to)];
}

/** The titles over the table. */
export function headerTitles(
  sheet: ColumnsOf,
  names: readonly string[],
  notes: number,
  { fields }: OfferedFields,
): string[] {
  // What finds the invoice of a note stands before the notes.
  const further = notes === 0 ? names : [...names.filter((name) => name !== ID), ID];
  const own = Array.from({ length: notes }, (_, index) => noteTitle(index));
  return [...FIRST[sheet], ...further.map((name) => titleOf(name, fields)), ...own];
}

/** What is known of a chosen column that the portal has not, or of which it is not known whether it has it. */
export function columnsHint(
  names: readonly string[],
  { fields, areCurrent }: OfferedFields,
): { readonly text: string; readonly isGone: boolean } {
  const unknown = names.find(
    (name) => name.startsWith('UF_') && !fields.some((field) => field.name === name),
  );
  if (unknown === undefined) return { text: '', isGone: false };
  const say = areCurrent ? formTexts.columnIsGone : formTexts.titleUnknown;
  return { text: say(unknown), isGone: areCurrent };
}

function titleOf(name: string, fields: OfferedFields['fields']): string {
  const known: Readonly<Record<string, string>> = COLUMN_TITLES;
  return known[name] ?? userFields(fields).find(({ value }) => value === name)?.label ?? name;
}
