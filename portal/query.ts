/** Filters and orders over stored records: what the SQL underneath all list methods does. */
import type { StoredValue } from './values';

/** Longest first, so that a prefix is read whole (Bitrix24 source, crm/lib/controller/validator/filter.php). */
export const OPERATORS = [
  '!=%',
  '!%=',
  '!><',
  '!@',
  '!=',
  '!%',
  '>=',
  '<=',
  '><',
  '=%',
  '%=',
  '!',
  '=',
  '>',
  '<',
  '@',
  '%',
];

export interface Condition {
  readonly operator: string;
  readonly field: string;
}

export function splitKey(key: string): Condition {
  const operator = OPERATORS.find((prefix) => key.startsWith(prefix)) ?? '';
  return { operator, field: key.slice(operator.length) };
}

/** A comparable value; null is the database's NULL. */
export type Operand = string | number | null;
export type Predicate = (record: object) => boolean;

export const column = (record: object, name: string): StoredValue =>
  (record as Readonly<Record<string, StoredValue>>)[name] ?? null;

/** Elements of a multiple column, or the one value; times and booleans as numbers. */
export type Reader = (record: object) => Operand | readonly Operand[];

const isMultiple = (value: Operand | readonly Operand[]): value is readonly Operand[] => Array.isArray(value);

const COMPARISONS: Readonly<Record<string, (left: number) => boolean>> = {
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
};

/** One condition as SQL sees it: null fits no comparison and every negation. */
export function predicate(operator: string, read: Reader, wanted: readonly Operand[]): Predicate {
  if (operator.startsWith('!')) {
    const positive = predicate(operator.slice(1), read, wanted);
    return (record) => !positive(record);
  }
  const comparison = COMPARISONS[operator];
  const [first = null] = wanted;
  if (comparison) {
    return some(read, (value) => value !== null && first !== null && comparison(compare(value, first)));
  }
  if (operator.includes('%')) {
    const part = String(first ?? '')
      .replace(/^%|%$/g, '')
      .toLowerCase();
    return some(read, (value) =>
      String(value ?? '')
        .toLowerCase()
        .includes(part),
    );
  }
  const accepted = new Set(wanted.map(emptyAsNull));
  const accepts = (value: Operand): boolean => accepted.has(emptyAsNull(value));
  return (record) => {
    const value = read(record);
    if (!isMultiple(value)) return accepts(value);
    return value.length === 0 ? accepts(null) : value.some(accepts);
  };
}

const some =
  (read: Reader, fits: (value: Operand) => boolean): Predicate =>
  (record) => {
    const value = read(record);
    return isMultiple(value) ? value.some(fits) : fits(value);
  };

/** Empty text and no value are the same to a filter. */
const emptyAsNull = (value: Operand): Operand => (value === '' ? null : value);

const keyOf = (value: Operand): string => (value === null ? '' : String(value));

export function compare(left: Operand, right: Operand): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [first, second] = [keyOf(left), keyOf(right)];
  return first < second ? -1 : Number(first > second);
}

export interface Sorting {
  readonly read: (record: object) => Operand;
  readonly descending: boolean;
}

/** What the sortings leave open comes in an order that changes from request to request (`seed`). */
export function arrange<T extends object>(
  records: readonly T[],
  sortings: readonly Sorting[],
  seed: number,
): T[] {
  const rows = shuffle(records, seed).map((record) => ({
    record,
    keys: sortings.map(({ read }) => read(record)),
  }));
  if (sortings.length > 0) rows.sort((left, right) => inOrder(left.keys, right.keys, sortings));
  return rows.map(({ record }) => record);
}

function inOrder(left: readonly Operand[], right: readonly Operand[], sortings: readonly Sorting[]): number {
  for (const [index, { descending }] of sortings.entries()) {
    const sign = compare(left[index] ?? null, right[index] ?? null);
    if (sign !== 0) return descending ? -sign : sign;
  }
  return 0;
}

function shuffle<T>(records: readonly T[], seed: number): T[] {
  const result = [...records];
  let state = seed + 1;
  for (let last = result.length - 1; last > 0; last -= 1) {
    // A linear congruential step (Numerical Recipes): any fixed disorder will do.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
