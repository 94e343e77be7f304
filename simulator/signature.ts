/**
 * How a member says which arguments Google takes, `takes(text, optional(integer)).gives(…)`, and the sentence with
 * which the platform refuses all others.
 */
import { isDate } from 'node:util/types';
import { classNameOf, PlatformException } from './service';

export const mismatch = Symbol('another type');

/** Turns an argument into what the member works on, or says that it is of another type. */
export interface Kind<T> {
  (value: unknown): T | typeof mismatch;
  /** The argument may be missing, and is null then. */
  readonly mayBeLeftOut?: boolean;
}
type Kinds<A extends readonly unknown[]> = { readonly [I in keyof A]: Kind<A[I]> };

export const anything: Kind<unknown> = (value) => value;
export const text: Kind<string> = (value) => (typeof value === 'string' ? value : mismatch);
/** Where the platform turns null, numbers and booleans into strings. */
export const textLike: Kind<string> = (value) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) ? asText(value) : mismatch;
export const flag: Kind<boolean> = (value) => (typeof value === 'boolean' ? value : mismatch);
/** Takes no fraction, since Google does not say what becomes of one. */
export const integer: Kind<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? value : mismatch;
export const number: Kind<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : mismatch;
/** NaN and the infinities too, for a member that refuses them in words of its own. */
export const anyNumber: Kind<number> = (value) => (typeof value === 'number' ? value : mismatch);
export const date: Kind<Date> = (value) => (isDate(value) ? value : mismatch);
export const list: Kind<readonly unknown[]> = (value) => (Array.isArray(value) ? value : mismatch);
export const grid: Kind<readonly (readonly unknown[])[]> = (value) =>
  Array.isArray(value) && value.every((row) => Array.isArray(row)) ? (value as unknown[][]) : mismatch;
export const plainObject: Kind<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && classNameOf(value) === undefined
    ? (value as Record<string, unknown>)
    : mismatch;

export const orNull =
  <T>(kind: Kind<T>): Kind<T | null> =>
  (value) =>
    value === null ? null : kind(value);

/** An argument at the end that may be null or missing. */
export const optional = <T>(kind: Kind<T>): Kind<T | null> =>
  Object.assign(orNull(kind), { mayBeLeftOut: true });

/** One form in which a member may be called. */
export interface Method {
  /** null takes whatever comes. */
  readonly kinds: readonly Kind<unknown>[] | null;
  /** What the object stands for, then the arguments. */
  readonly run: (...args: never[]) => unknown;
  /** The member answers with its own object, whatever `run` gives. */
  readonly chains: boolean;
}

/** Only members of Google's published types may be declared; several forms are overloads. */
export type Members<T> = { readonly [K in keyof T]?: Method | readonly Method[] };

/** The members of a class: `run` gets what the object stands for before the arguments. */
export const takesOn =
  <State>() =>
  <A extends unknown[]>(...kinds: Kinds<A>) => ({
    /** For members that answer with a result, or with nothing. */
    gives: (run: (state: State, ...args: A) => unknown): Method => ({ kinds, run, chains: false }),
    /** For members that answer with their own object. */
    chains: (run: (state: State, ...args: A) => void): Method => ({ kinds, run, chains: true }),
  });

/** The members of a service. */
export const takes = <A extends unknown[]>(...kinds: Kinds<A>) => ({
  gives: (run: (...args: A) => unknown): Method =>
    takesOn<unknown>()<A>(...kinds).gives((_: unknown, ...args: A) => run(...args)),
  chains: (run: (...args: A) => void): Method =>
    takesOn<unknown>()<A>(...kinds).chains((_: unknown, ...args: A) => run(...args)),
});

/** A member of a service that takes any number of anything. */
export const takesAll = (run: (...args: unknown[]) => unknown): Method => ({
  kinds: null,
  run: (_: unknown, ...args: unknown[]) => run(...args),
  chains: false,
});

/**
 * Runs the first form that the arguments fit.
 * @param member with its class, as in the platform's sentence: `SpreadsheetApp.Range.setNote`
 */
export function call(
  member: string,
  forms: readonly Method[],
  state: unknown,
  self: unknown,
  args: readonly unknown[],
): unknown {
  for (const form of forms) {
    const read = readAll(form, args);
    if (!read) continue;
    const result = form.run(...([state, ...read] as never[]));
    return form.chains ? self : result;
  }
  const types = args.map(typeName).join(',');
  throw new PlatformException(`The parameters (${types}) don't match the method signature for ${member}.`);
}

function readAll({ kinds }: Method, args: readonly unknown[]): readonly unknown[] | undefined {
  if (kinds === null) return args;
  if (args.length > kinds.length) return undefined;
  const read: unknown[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (index >= args.length && kind.mayBeLeftOut !== true) return undefined;
    const value = kind(index < args.length ? args[index] : null);
    if (value === mismatch) return undefined;
    read.push(value);
  }
  return read;
}

/** What becomes of a value where the platform expects a string. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'object' ? '[object Object]' : (value as string | number | boolean).toString();
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  const names: Record<string, string> = { string: 'String', number: 'number', boolean: 'Boolean' };
  return classNameOf(value) ?? names[typeof value] ?? '(class)';
}
