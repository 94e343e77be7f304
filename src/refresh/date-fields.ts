/** Which date fields the report reads of an invoice, and whether the chosen user fields are what they should be. */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import type { DateField } from '../bitrix24/decode-invoice';
import { isDateField, isUserField } from '../bitrix24/field-names';
import type { FieldName } from '../domain/ids';
import { INVOICE_DATE } from '../domain/portal';
import type { FieldRecord } from '../domain/records';
import type { Settings } from '../settings/Settings';
import { isQuotable } from '../texts/russian';
import { fieldTitle } from '../texts/sheet-texts';

/** UTF-16 units of a field's title in a sentence; a longer or unfit one goes by its name. */
const LONGEST_QUOTED_TITLE = 100;

type FieldSettings = Pick<Settings, 'periodField' | 'shipmentDateField' | 'paymentDateField'>;

/** All date fields that the settings need, the invoice's own date first. */
export function neededDateFields(settings: FieldSettings): readonly FieldName[] {
  const { periodField, shipmentDateField, paymentDateField } = settings;
  const chosen = [periodField, shipmentDateField, paymentDateField].filter(
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

/** How a sentence calls a date field: by its title, where that is fit for one. */
export function shownField(name: FieldName, fields: readonly FieldRecord[]): string {
  const title = fields.find((field) => field.name === name)?.title ?? '';
  return fieldTitle(name, isQuotable(title, LONGEST_QUOTED_TITLE) ? title : '');
}
