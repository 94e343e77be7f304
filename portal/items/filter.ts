/** The filter and order of crm.item.list: conversion, validation, meaning (Bitrix24 source, crm/lib/controller). */
import { invalidArgument } from '../answer/RestError';
import { Zone } from '../answer/Zone';
import {
  column,
  splitKey,
  predicate,
  type Operand,
  type Predicate,
  type Reader,
  type Sorting,
} from '../query';
import { toText, entriesOf, isList, isMap, type Params, type StoredValue, type Value } from '../values';
import type { Field } from './fields';

/** Only these take a list of values (crm/lib/controller/validator/filter.php). */
const LIST_OPERATORS = new Set(['', '=', '!=', '@', '!@']);
const EVERYTHING: Predicate = () => true;

/**
 * `filter` has converted keys; numeric keys are groups, `LOGIC` says how a group is joined.
 * @param userAhead milliseconds that the clock of the webhook's owner is ahead of the server's
 */
export function itemFilter(
  filter: Params,
  fields: readonly Field[],
  zone: Zone,
  userAhead: number,
): Predicate {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return group(filter);

  function group(conditions: Params | readonly Value[]): Predicate {
    const parts: Predicate[] = [];
    let either = false;
    for (const [key, value] of entriesOf(conditions)) {
      if (key === 'LOGIC') either = value === 'OR';
      else if (/^\d+$/.test(key)) parts.push(isMap(value) || isList(value) ? group(value) : EVERYTHING);
      else parts.push(single(key, value));
    }
    return either && parts.length > 0
      ? (record) => parts.some((part) => part(record))
      : (record) => parts.every((part) => part(record));
  }

  function single(key: string, value: Value): Predicate {
    const { operator, field: name } = splitKey(key);
    const field = byName.get(name);
    if (!field) throw invalidArgument(`Invalid filter: field '${key}' is not allowed in filter`);
    if (isMap(value) || (isList(value) && !LIST_OPERATORS.has(operator))) {
      throw invalidArgument(`Invalid filter: field '${key}' has invalid value`);
    }
    const wanted = (isList(value) ? value : [value]).map((element) =>
      operand(element, field, zone, userAhead),
    );
    return predicate(
      operator === '@' || operator === '!@' ? operator.replace('@', '=') : operator,
      reader(field, zone),
      wanted,
    );
  }
}

/** Keys are field names, values ASC or DESC in any case. */
export function itemOrder(order: Params, fields: readonly Field[], zone: Zone): Sorting[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.entries(order).map(([name, value]) => {
    const field = byName.get(name);
    if (!field) throw invalidArgument(`Invalid order: field '${name}' is not allowed in order`);
    const direction = toText(value).toUpperCase();
    if (direction !== 'ASC' && direction !== 'DESC') {
      const text = `Invalid order: allowed sort directions are ASC, DESC. But got '${direction}' for field '${name}'`;
      throw invalidArgument(text);
    }
    const read = reader(field, zone);
    return { read: (record) => firstOf(read(record)), descending: direction === 'DESC' };
  });
}

function reader(field: Field, zone: Zone): Reader {
  return (record) => {
    const stored = column(record, field.name) as Exclude<StoredValue, readonly unknown[]>;
    if (Array.isArray(stored)) return stored as readonly (string | number)[];
    if (stored === null || stored === '' || stored === false) return field.type === 'boolean' ? 0 : null;
    if (stored === true) return 1;
    if (field.type !== 'datetime') return stored;
    const moment = typeof stored === 'number' ? stored : zone.parseTime(stored);
    return moment === null ? null : zone.asKept(moment);
  };
}

const firstOf = (value: ReturnType<Reader>): Operand =>
  typeof value === 'object' ? (value?.[0] ?? null) : value;

/** How far the clock of the webhook's owner is ahead of the server's; one without a zone has the server's. */
export const aheadOfServer = (timeZone: string, zone: Zone, now: number): number =>
  timeZone === '' ? 0 : new Zone(timeZone).offsetAt(now) - zone.offsetAt(now);

/**
 * A filter value in the column's type; an unparseable date is tested as "empty". A time is taken for the owner's
 * clock, whatever offset it says (Bitrix24 source, main/lib database.php, CharToDateFunction).
 */
function operand(value: Value, field: Field, zone: Zone, userAhead: number): Operand {
  if (value === null || value === '' || typeof value === 'object') return null;
  if (field.type === 'boolean')
    return value === true || value === 'Y' || value === '1' || value === 1 ? 1 : 0;
  if (field.type === 'date') return zone.parseDay(String(value));
  if (field.type === 'datetime') {
    const moment = zone.parseTime(String(value));
    return moment === null ? null : moment - userAhead;
  }
  if (typeof value === 'boolean') return value ? 1 : null;
  return isTextual(field) ? String(value) : Number(value);
}

const TEXT_TYPES = new Set(['string', 'text', 'crm_status', 'crm_currency']);
const isTextual = (field: Field): boolean => TEXT_TYPES.has(field.type);
