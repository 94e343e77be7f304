/** The portal's fields that settings may name, by the types of their values. */
import type { DateFieldType } from './calendar-day';
import type { FieldRecord } from './records';

const SHOWN = [
  ...(['date', 'datetime', 'integer', 'double', 'money'] as const),
  ...(['string', 'url', 'boolean', 'enumeration'] as const),
];
type ShownType = (typeof SHOWN)[number];

/** A field of several values has `[]` at the end. */
export type FieldType = ShownType | `${ShownType}[]`;

/** Null where no setting may name such a field. */
export function fieldType({ type, isMultiple }: Pick<FieldRecord, 'type' | 'isMultiple'>): FieldType | null {
  const shown = SHOWN.find((known) => known === type);
  if (shown === undefined) return null;
  return isMultiple ? `${shown}[]` : shown;
}

export const isFieldType = (value: unknown): value is FieldType =>
  typeof value === 'string' && SHOWN.some((known) => known === value.replace(/\[\]$/, ''));

/** Whether it holds one day or one moment. */
export const isDateType = (type: string): type is DateFieldType => type === 'date' || type === 'datetime';

/** Whether it holds one sum. */
export const isSumType = (type: string): boolean => ['integer', 'double', 'money'].includes(type);
