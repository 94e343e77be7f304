/** How the services declare their members: the kinds of arguments Google accepts and what happens then. */
import { type Gate, isServiceObject, makeLazyService, PlatformException, ServiceClass } from '../service';
import { refusals } from './refusals';

export const mismatch = Symbol('another type');

/** Turns an argument into what the member works on, or says that it is of another type. */
export type Kind<T> = (value: unknown) => T | typeof mismatch;
type Kinds<A extends readonly unknown[]> = { readonly [I in keyof A]: Kind<A[I]> };

export interface Method {
  readonly kinds: readonly Kind<unknown>[];
  readonly run: (...args: never[]) => unknown;
  /** The member answers with its own object, whatever `run` gives. */
  readonly chains: boolean;
}

export const anything: Kind<unknown> = (value) => value;
export const text: Kind<string> = (value) => (typeof value === 'string' ? value : mismatch);
export const flag: Kind<boolean> = (value) => (typeof value === 'boolean' ? value : mismatch);
export const integer: Kind<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? value : mismatch;
export const number: Kind<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : mismatch;
export const list: Kind<readonly unknown[]> = (value) => (Array.isArray(value) ? value : mismatch);
export const grid: Kind<readonly (readonly unknown[])[]> = (value) =>
  Array.isArray(value) && value.every((row) => Array.isArray(row)) ? (value as unknown[][]) : mismatch;
export const plainObject: Kind<Record<string, unknown>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isServiceObject(value)
    ? (value as Record<string, unknown>)
    : mismatch;

export const orNull =
  <T>(kind: Kind<T>): Kind<T | null> =>
  (value) =>
    value === null ? null : kind(value);

export const takes = <A extends unknown[]>(...kinds: Kinds<A>) => ({
  /** For members that answer with a result, or with nothing. */
  gives: (run: (...args: A) => unknown): Method => ({ kinds, run, chains: false }),
  /** For members that answer with their own object. */
  chains: (run: (...args: A) => void): Method => ({ kinds, run, chains: true }),
});

/** `takes` for the members of a `SimulatedClass` or a `BoundClass`. */
export const takesOn =
  <State>() =>
  <A extends unknown[]>(...kinds: Kinds<A>) => ({
    gives: (run: (state: State, ...args: A) => unknown): Method => ({ kinds, run, chains: false }),
    chains: (run: (state: State, ...args: A) => void): Method => ({ kinds, run, chains: true }),
  });

/** Only members of Google's published types may be declared; several forms are overloads. */
export type Members<T> = { readonly [K in keyof T]?: Method | readonly Method[] };

/**
 * Members, or groups of them that are made one by one, as far as a script needs them: making all of a class takes
 * longer than most calls.
 */
type Declaration<T> = Members<T> | readonly (() => Members<T>)[];

/**
 * A service object of Google's class. Members that are not declared fail as not simulated; arguments that fit
 * no form fail with the platform's sentence.
 */
export function simulate<T extends object>(
  className: string,
  gate: Gate,
  members: Declaration<T>,
  constants: Readonly<Record<string, object>> = {},
): T {
  const find = finder(members);
  const service: object = makeLazyService(className, gate, (name) => {
    const forms = find(name);
    if (!forms) return Object.hasOwn(constants, name) ? constants[name] : undefined;
    const run = dispatch(className, name, forms);
    return (...args: unknown[]) => run([], service, args);
  });
  return service as T;
}

/** A class of Google's whose objects share their members: each form gets the object's state before its arguments. */
export class SimulatedClass<T extends object, State extends object> {
  private readonly objects: ServiceClass<State>;

  constructor(className: string, gate: Gate, members: Members<T>) {
    this.objects = new ServiceClass<State>(className, gate, (name) => {
      const forms = formsOf(members, name);
      if (!forms) return undefined;
      const run = dispatch(className, name, forms);
      return (state, self, args) => run([state], self, args);
    });
  }

  wrap(state: State): T {
    return this.objects.make(state) as T;
  }

  readonly kind: Kind<State> = (value) => this.objects.stateOf(value) ?? mismatch;
}

/** The same for a class whose members keep to their object even apart from it, as a range's do. */
export class BoundClass<T extends object, State extends object> {
  private readonly states = new WeakMap<object, State>();
  private readonly find: Find;

  constructor(
    private readonly className: string,
    private readonly gate: Gate,
    members: Declaration<T>,
  ) {
    this.find = finder(members);
  }

  wrap(state: State): T {
    const { className } = this;
    const service: object = makeLazyService(className, this.gate, (name) => {
      const forms = this.find(name);
      if (!forms) return undefined;
      const run = dispatch(className, name, forms);
      return (...args: unknown[]) => run([state], service, args);
    });
    this.states.set(service, state);
    return service as T;
  }

  readonly kind: Kind<State> = (value) =>
    (typeof value === 'object' && value !== null ? this.states.get(value) : undefined) ?? mismatch;

  /** The forms of a member, for running it on states without objects. */
  forms(name: keyof T & string): readonly Method[] {
    return this.find(name) ?? [];
  }
}

type Declared = Readonly<Record<string, Method | readonly Method[] | undefined>>;
type Find = (name: string) => readonly Method[] | undefined;

function finder<T>(members: Declaration<T>): Find {
  const groups = Array.isArray(members)
    ? (members as readonly (() => Members<T>)[])
    : [() => members as Members<T>];
  const made: Declared[] = [];
  return (name) => {
    for (const [index, make] of groups.entries()) {
      const forms = formsOf((made[index] ??= make() as Declared), name);
      if (forms) return forms;
    }
    return undefined;
  };
}

function formsOf(members: Declared, name: string): readonly Method[] | undefined {
  const declared = Object.hasOwn(members, name) ? members[name] : undefined;
  return declared && 'run' in declared ? [declared] : declared;
}

type Dispatch = (state: readonly object[], self: object, args: readonly unknown[]) => unknown;

/** Runs the first form that the arguments fit. */
function dispatch(className: string, name: string, forms: readonly Method[]): Dispatch {
  const prefix = className === 'SpreadsheetApp' ? '' : 'SpreadsheetApp.';
  return (state, self, args) => {
    for (const form of forms) {
      const read = readAll(form, args);
      if (!read) continue;
      const result = form.run(...([...state, ...read] as never[]));
      return form.chains ? self : result;
    }
    const types = args.map(typeName).join(',');
    throw new PlatformException(
      `The parameters (${types}) don't match the method signature for ${prefix}${className}.${name}.`,
    );
  };
}

function readAll(form: Method, args: readonly unknown[]): unknown[] | undefined {
  if (form.kinds.length !== args.length) return undefined;
  const read = form.kinds.map((kind, index) => kind(args[index]));
  return read.includes(mismatch) ? undefined : read;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  // Service objects print as their class.
  if (isServiceObject(value)) return `SpreadsheetApp.${(value as { toString(): string }).toString()}`;
  return typeof value === 'object' ? '(class)' : typeof value;
}

/** A setter's table of values: exactly the range's shape, each element of the kind. */
export function readTable<T>(
  rows: readonly (readonly unknown[])[],
  size: { readonly rows: number; readonly columns: number },
  kind: Kind<T>,
  kindName: string,
): T[][] {
  if (rows.length !== size.rows) throw refusals.rowsMismatch(rows.length, size.rows);
  return rows.map((row) => {
    if (row.length !== size.columns) throw refusals.columnsMismatch(row.length, size.columns);
    // Array.from also visits holes, which come out as undefined.
    return Array.from(row, (element) => {
      const read = kind(element === undefined ? null : element);
      if (read === mismatch) throw refusals.cannotConvert(element, kindName);
      return read;
    });
  });
}

/** The elements of a list, each of the kind. */
export function readList<T>(given: readonly unknown[], kind: Kind<T>, kindName: string): T[] {
  return given.map((element) => {
    const read = kind(element);
    if (read === mismatch) throw refusals.cannotConvert(element, kindName);
    return read;
  });
}
