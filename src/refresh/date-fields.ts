/** Which fields the report reads of an invoice, and whether the chosen user fields are what they should be. */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import type { DateField, FurtherName } from '../bitrix24/decode-invoice';
import { isDateField, isUserField } from '../bitrix24/field-names';
import { BY_PAID_SUM } from '../domain/column-names';
import type { FieldName } from '../domain/ids';
import { INVOICE_DATE } from '../domain/portal';
import type { FieldRecord } from '../domain/records';
import { isShown } from '../report/user-field-column';
import type { ReportSettings } from '../settings/Settings';
import { isQuotable } from '../texts/russian';
import { fieldTitle } from '../texts/sheet-texts';
import type { NamesOfOwn } from './gather-own-companies';

/** UTF-16 units of a field's title in a sentence; a longer or unfit one goes by its name. */
const LONGEST_QUOTED_TITLE = 100;

type FieldSettings = Pick<ReportSettings, 'periodField' | 'shipmentDateField' | 'paymentDateField'> &
  Partial<Columns>;
type Columns = Pick<ReportSettings, 'briefColumns' | 'detailColumns' | 'dueDateField' | 'paidSumField'> &
  Partial<Sheets>;
type Sheets = Pick<
  ReportSettings,
  'debtsSheet' | 'vatSheet' | 'checksSheet' | 'changesSheet' | 'summarySheet'
>;

const BY_DUE_DATE: readonly string[] = ['status', 'dueDate', 'overdueDays'];
const FURTHER: Readonly<Partial<Record<string, FurtherName>>> = {
  pipeline: 'categoryId',
  title: 'title',
  comments: 'comments',
  ourCompany: 'mycompanyId',
  created: 'createdTime',
};

/**
 * Of an invoice: whose own company's it is tells VAT and doubled numbers apart, a sum typed by hand may differ from its
 * rows, and its age says who is new.
 */
const OF_SHEETS: Readonly<Partial<Record<keyof Sheets, readonly FurtherName[]>>> = {
  vatSheet: ['mycompanyId'],
  checksSheet: ['mycompanyId', 'isManualOpportunity'],
  changesSheet: ['createdTime'],
};

const columnsOf = ({ briefColumns = [], detailColumns = [] }: Partial<Columns>): readonly string[] => [
  ...new Set<string>([...briefColumns, ...detailColumns]),
];

/** Whether a sheet tells what is owed, and since when. */
export const goesByDebts = (settings: Partial<Columns>): boolean => {
  const { debtsSheet = 'off', checksSheet, changesSheet, summarySheet } = settings;
  return debtsSheet !== 'off' || [checksSheet, changesSheet, summarySheet].includes(true);
};

/** Whether one of the chosen columns or sheets shows a due date, or goes by it. */
export const showsDueDates = (settings: Partial<Columns>): boolean =>
  goesByDebts(settings) || columnsOf(settings).some((name) => BY_DUE_DATE.includes(name));

/** What further columns and sheets need of an invoice, user fields apart. */
export function furtherNames(settings: Partial<Columns>): readonly FurtherName[] {
  const ofColumns = columnsOf(settings).flatMap((name) => FURTHER[name] ?? []);
  const ofSheets = Object.entries(OF_SHEETS).flatMap(([sheet, names]) =>
    settings[sheet as keyof Sheets] === true ? names : [],
  );
  return [...new Set<FurtherName>([...ofColumns, ...ofSheets])];
}

/** Whose names a column shows, and «НДС», which a refresh of both sheets makes, where it tells several apart. */
export function namesOfOwn(settings: Columns, makesBoth: boolean): NamesOfOwn {
  if (columnsOf(settings).includes('ourCompany')) return 'all';
  return makesBoth && settings.vatSheet === true ? 'several' : 'none';
}

/** The user fields that columns show, and the one with paid sums where a column or a sheet goes by it. */
export function shownUserFields(settings: Partial<Columns>): readonly FieldName[] {
  const names = columnsOf(settings);
  const { paidSumField = '' } = settings;
  const isByPaidSum = goesByDebts(settings) || names.some((name) => BY_PAID_SUM.includes(name));
  const isPaidSumShown = paidSumField !== '' && isByPaidSum;
  const ofColumns = names.filter((name): name is FieldName => isUserField(name as FieldName));
  return [...new Set([...ofColumns, ...(isPaidSumShown ? [paidSumField] : [])])];
}

/** @throws Bitrix24Error `fieldGone`, `fieldNotShown` or `fieldNotSum`, naming the field */
export function checkUserFields(settings: Columns, fields: readonly FieldRecord[]): void {
  for (const name of shownUserFields(settings)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Bitrix24Error('fieldGone', { field: name });
    const shown = { field: shownField(name, fields) };
    if (settings.briefColumns.includes(name) && !isShown(field))
      throw new Bitrix24Error('fieldNotShown', shown);
    const isSum = !field.isMultiple && ['double', 'integer', 'money'].includes(field.type);
    if (settings.paidSumField === name && !isSum) throw new Bitrix24Error('fieldNotSum', shown);
  }
}

/** All date fields that the settings need, the invoice's own date first. */
export function neededDateFields(settings: FieldSettings): readonly FieldName[] {
  const { periodField, shipmentDateField, paymentDateField, dueDateField = '' } = settings;
  const due = showsDueDates(settings) ? dueDateField : '';
  const chosen = [periodField, shipmentDateField, paymentDateField, due].filter(
    (name): name is FieldName => name !== '',
  );
  return [...new Set([INVOICE_DATE, ...chosen])];
}

/** The portal has to be asked about the types of user fields only. */
export const needsFieldTypes = (names: readonly FieldName[]): boolean => names.some(isUserField);

/**
 * @param fields what the portal says of its fields; not looked at where only standard fields are needed
 * @throws Bitrix24Error `fieldGone` or `fieldNotDate`, naming the field
 */
export function typedDateFields(
  names: readonly FieldName[],
  fields: readonly FieldRecord[],
): readonly DateField[] {
  return names.map((name) => {
    if (!isUserField(name)) return { name, type: 'date' };
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Bitrix24Error('fieldGone', { field: name });
    if (!isDateField(field)) throw new Bitrix24Error('fieldNotDate', { field: shownField(name, fields) });
    return { name, type: field.type };
  });
}

/** How the sheets call a date field: by its title, whatever that is. */
export const titleOfField = (name: FieldName, fields: readonly FieldRecord[]): string =>
  fieldTitle(name, fields.find((field) => field.name === name)?.title ?? '');

/** How a sentence calls a column: a user field whose title is not fit for one goes by its name. */
export const shownColumn = (title: string, fields: readonly FieldRecord[]): string =>
  isQuotable(title, LONGEST_QUOTED_TITLE)
    ? title
    : (fields.find((field) => field.title === title)?.name ?? title);

/** How a sentence calls a date field: by its title, where that is fit for one. */
export function shownField(name: FieldName, fields: readonly FieldRecord[]): string {
  const title = fields.find((field) => field.name === name)?.title ?? '';
  return fieldTitle(name, isQuotable(title, LONGEST_QUOTED_TITLE) ? title : '');
}
