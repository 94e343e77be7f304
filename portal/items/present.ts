/** A stored record as crm.item.list prints it, by canonical or echoed camelCase names. */
import type { Zone } from '../answer/Zone';
import { column } from '../query';
import type { StoredValue } from '../values';
import type { FieldNames } from './FieldNames';
import type { Field } from './fields';

export type Item = Record<string, unknown>;

export function presentItem(
  record: object,
  entityTypeId: number,
  fields: readonly Field[],
  names: FieldNames,
  zone: Zone,
): Item {
  const item: Item = {};
  for (const field of fields)
    item[names.toCamel(field.name)] = print(column(record, field.name), field, zone);
  const contactId = column(record, 'CONTACT_ID');
  if ('CONTACT_ID' in record)
    item['contactIds'] = typeof contactId === 'number' && contactId > 0 ? [contactId] : [];
  item['entityTypeId'] = entityTypeId;
  return item;
}

function print(value: StoredValue, field: Field, zone: Zone): unknown {
  if (Array.isArray(value)) return value.map((element: string | number) => print(element, field, zone));
  if (field.type === 'boolean') return value === true || value === 1 ? 'Y' : 'N';
  if (field.type === 'date' && typeof value === 'string' && value !== '') return zone.printDay(value);
  if (field.type !== 'datetime' || value === null || value === '') return value;
  const moment = typeof value === 'number' ? value : zone.parseTime(String(value));
  return moment === null ? value : zone.printTime(zone.asKept(moment));
}
