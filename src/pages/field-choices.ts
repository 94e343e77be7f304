/** What the selects of the date fields offer, and what stands below them. */
import type { ShownField } from '../connection/describe-portal';
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

/** The portal's date fields. */
export interface OfferedFields {
  readonly fields: readonly (KnownField | ShownField)[];
  /** Whether the portal has just told them: else they are as it last did, and some may be missing. */
  readonly areCurrent: boolean;
}

/** The settings that hold one of the portal's date fields. */
export type FieldKey = 'periodField' | 'shipmentDateField' | 'paymentDateField';

const STANDARD_FIELDS: readonly string[] = [INVOICE_DATE, CLOSING_DATE];
const NO_FIELD: Choice = { value: '', label: formTexts.noField };

/** The chosen one is offered in any case. */
export function fieldChoices(key: FieldKey, { fields, areCurrent }: OfferedFields, chosen: string): Choice[] {
  const isPeriod = key === 'periodField';
  const userFields = fields.filter(({ name }) => !STANDARD_FIELDS.includes(name));
  const offered = [
    ...(isPeriod ? STANDARD_FIELDS.map((value) => ({ value, label: titleOf(value, '') })) : [NO_FIELD]),
    ...userFields.map(({ name, title }) => ({ value: name, label: titleOf(name, title) })),
  ];
  const labels = offered.map(({ label }) => label);
  const told = offered.map(({ value, label }) => {
    const isUnique = labels.filter((other) => other === label).length === 1 || label === value;
    return { value, label: isUnique ? label : formTexts.sameTitle(label, value) };
  });
  if (told.some(({ value }) => value === chosen)) return told;
  return [...told, { value: chosen, label: areCurrent ? formTexts.fieldGone : formTexts.fieldUnknown }];
}

export type FieldHint = { readonly kind: 'plain' | 'proposed' | 'slow' | 'gone'; readonly text: string };

/** What to know of the chosen field; of one by which some portals cannot filter, what that costs. */
export function fieldHint(
  key: FieldKey,
  { fields, areCurrent }: OfferedFields,
  chosen: string,
  isProposed: boolean,
): FieldHint {
  if (chosen === '') {
    const text = key === 'shipmentDateField' ? formTexts.noShipment : formTexts.noPayment;
    return { kind: 'plain', text };
  }
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
  if (!('samples' in field)) return { kind: 'plain', text: '' };
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
