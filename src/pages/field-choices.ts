/** What the selects of the portal's fields offer, and what stands below them. */
import type { ShownField } from '../connection/describe-portal';
import { isDateType, isSumType } from '../domain/field-types';
import { isFilterableAnywhere } from '../domain/filter-name';
import type { FieldName } from '../domain/ids';
import { CLOSING_DATE, INVOICE_DATE } from '../domain/portal';
import type { KnownField } from '../state/KnownFields';
import { formTexts } from '../texts/form-texts';
import { fieldTitle } from '../texts/sheet-texts';
import { formatDay } from './moments';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The portal's fields. */
export interface OfferedFields {
  readonly fields: readonly (KnownField | ShownField)[];
  /** Whether the portal has just told them: else they are as it last did, and some may be missing. */
  readonly areCurrent: boolean;
}

/** The settings that hold one of the portal's fields. */
export type FieldKey = RequiredKey | keyof typeof WITHOUT;
type RequiredKey = 'periodField' | 'dueDateField';

const STANDARD_FIELDS: readonly string[] = [INVOICE_DATE, CLOSING_DATE];
/** What the report is like where none is chosen. */
const WITHOUT = {
  shipmentDateField: formTexts.noShipment,
  paymentDateField: formTexts.noPayment,
  paidSumField: formTexts.noPaidSum,
};
const NO_FIELD: Choice = { value: '', label: formTexts.noField };

/** The chosen one is offered in any case. */
export function fieldChoices(key: FieldKey, { fields, areCurrent }: OfferedFields, chosen: string): Choice[] {
  const fits = key === 'paidSumField' ? isSumType : isDateType;
  const standard = STANDARD_FIELDS.map((value) => ({ value, label: titleOf(value, '') }));
  const told = toldApart([
    ...(key in WITHOUT ? [NO_FIELD] : standard),
    ...userFields(fields.filter(({ type }) => fits(type))),
  ]);
  if (told.some(({ value }) => value === chosen)) return told;
  return [...told, { value: chosen, label: areCurrent ? formTexts.fieldGone : formTexts.fieldUnknown }];
}

export const userFields = (fields: OfferedFields['fields']): Choice[] =>
  fields
    .filter(({ name }) => !STANDARD_FIELDS.includes(name))
    .map(({ name, title }) => ({ value: name, label: titleOf(name, title) }));

/** Choices that are called the same say their names too. */
export const toldApart = (choices: readonly Choice[]): Choice[] =>
  choices.map(({ value, label }) => {
    const isUnique = choices.filter((other) => other.label === label).length === 1 || label === value;
    return { value, label: isUnique ? label : formTexts.sameTitle(label, value) };
  });

export type FieldHint = { readonly kind: 'plain' | 'proposed' | 'slow' | 'gone'; readonly text: string };

/** What to know of the chosen field; of one by which some portals cannot filter, what that costs. */
export function fieldHint(
  key: FieldKey,
  { fields, areCurrent }: OfferedFields,
  chosen: string,
  isProposed: boolean,
): FieldHint {
  if (chosen === '')
    return { kind: 'plain', text: key in WITHOUT ? WITHOUT[key as keyof typeof WITHOUT] : '' };
  const field = fields.find(({ name }) => name === chosen);
  const isStandard = STANDARD_FIELDS.includes(chosen);
  if (field === undefined && areCurrent && !isStandard) {
    return { kind: 'gone', text: formTexts.fieldIsGone(chosen) };
  }
  if (key === 'periodField' && !isFilterableAnywhere(chosen)) {
    const which = field === undefined ? `${formTexts.titleUnknown(chosen)} ` : '';
    return { kind: 'slow', text: `${which}${formTexts.readsEverything}` };
  }
  if (field === undefined) return { kind: 'plain', text: isStandard ? '' : formTexts.titleUnknown(chosen) };
  if (!('samples' in field) || !isDateType(field.type)) return { kind: 'plain', text: '' };
  const samples =
    field.samples.length === 0 ? formTexts.noSamples : formTexts.samples(field.samples.map(formatDay));
  return isProposed
    ? { kind: 'proposed', text: `${formTexts.proposed} ${samples}` }
    : { kind: 'plain', text: samples };
}

/** The first field of the portal that each setting is likely meant for; `''` for none. */
export function proposals(
  fields: readonly ShownField[],
): Record<'shipmentDateField' | 'paymentDateField', string> {
  const first = (key: string): string => fields.find(({ proposedFor }) => proposedFor === key)?.name ?? '';
  return { shipmentDateField: first('shipmentDateField'), paymentDateField: first('paymentDateField') };
}

/** `name` is checked nowhere here: a page only shows it. */
const titleOf = (name: string, title: string): string => fieldTitle(name as FieldName, title);
