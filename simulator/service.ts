/**
 * How a simulated Google object is made: a frozen object with exactly the members that are simulated. Any
 * other member fails loudly by name, every call passes the execution's gate first, and what goes out is
 * handed over in the guest's realm.
 */

/** An error that Google's own services throw: `name` is `Exception`, as on the platform. */
export class PlatformException extends Error {
  override readonly name = 'Exception';
}

/** A hole in the simulator, not an error of the platform: an execution that meets one fails as a whole. */
export class NotSimulatedError extends Error {
  override readonly name = 'NotSimulatedError';
  constructor(member: string) {
    super(`${member} is not simulated`);
  }
}

/** What every platform call passes on its way in and out. One gate per execution. */
export interface Gate {
  /** Called before the member runs: counts the call, spends its time, checks rights; may throw or end the run. */
  enter(member: string, args: readonly unknown[]): void;
  /** Called by a member that reads or writes cells: spends the time they take; may end the run. */
  work?(cells: number): void;
  /** Called after the member ran. */
  leave(member: string): void;
  /** Rebuilds arrays, dates and plain objects in the guest's realm; passes service objects through. */
  toGuest(value: unknown): unknown;
  /** Turns an error of this realm into what the guest catches. */
  toGuestError(error: unknown): unknown;
}

/** A gate that lets everything through, for tests of one service outside an execution. */
export const openGate: Gate = {
  enter: () => undefined,
  leave: () => undefined,
  toGuest: (value) => value,
  toGuestError: (error) => error,
};

const serviceObjects = new WeakSet();
const sharedPrototypes = new WeakSet();
export const isServiceObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (serviceObjects.has(value) || sharedPrototypes.has(Object.getPrototypeOf(value) as object));

/** Marks an object that stands for a service object, e.g. around one. */
export function adoptService(service: object): object {
  serviceObjects.add(service);
  return service;
}

/** Names that a runtime asks for on its own (promise check, JSON, console); never an Apps Script member. */
const askedByTheRuntime = new Set([
  'then',
  'toJSON',
  'constructor',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
]);

type GuestFunction = (...args: never[]) => unknown;
type Member = string | number | boolean | object;
/** A member by its name; undefined where the simulator has none. */
type Lookup<T> = (name: string) => T | undefined;

/** `className` as in Google's reference (`Range`, `UrlFetchApp`); functions become gated calls, the rest are constants. */
export function makeService<T extends Record<string, Member>>(className: string, gate: Gate, members: T): T {
  return makeLazyService(className, gate, (name) =>
    Object.hasOwn(members, name) ? members[name] : undefined,
  ) as T;
}

/** As `makeService`, for objects of many members of which a script uses few: each is made when first asked for. */
export function makeLazyService(className: string, gate: Gate, find: Lookup<Member>): object {
  const member = cached((name) => {
    const found = find(name);
    if (typeof found !== 'function') return found;
    const run = found as GuestFunction;
    return gated(`${className}.${name}`, gate, () => run);
  });
  return adoptService(new Proxy(Object.freeze({}), handlerOf(className, gate, member)));
}

/** A member of a `ServiceClass`: what it works on, the object itself, the arguments. */
export type SharedMember<State> = (state: State, self: object, args: readonly unknown[]) => unknown;

/** A class of which scripts make objects by the ten thousand: they share one table of members. */
export class ServiceClass<State extends object> {
  private readonly states = new WeakMap<object, State>();
  private readonly prototype: object;

  constructor(className: string, gate: Gate, find: Lookup<SharedMember<State>>) {
    const { states } = this;
    const member = cached((name) => {
      const shared = find(name);
      if (!shared) return undefined;
      return gated(`${className}.${name}`, gate, (self) => {
        const state = states.get(self as object);
        // What Google makes of a method taken off its object is not documented.
        if (!state) throw new NotSimulatedError(`${className}.${name} apart from its object`);
        return (...args: unknown[]) => shared(state, self as object, args);
      });
    });
    this.prototype = new Proxy(Object.freeze({}), handlerOf(className, gate, member));
    sharedPrototypes.add(this.prototype);
  }

  make(state: State): object {
    const service = Object.freeze(Object.create(this.prototype) as object);
    this.states.set(service, state);
    return service;
  }

  /** What stands behind one of its objects; undefined for anything else. */
  stateOf(value: unknown): State | undefined {
    return typeof value === 'object' && value !== null ? this.states.get(value) : undefined;
  }
}

function cached(make: Lookup<unknown>): Lookup<unknown> {
  const known = new Map<string, unknown>();
  return (name) => {
    const member = known.get(name) ?? make(name);
    if (member !== undefined) known.set(name, member);
    return member;
  };
}

function handlerOf(className: string, gate: Gate, member: Lookup<unknown>): ProxyHandler<object> {
  const toString = () => className;
  const find = (name: string) => (name === 'toString' ? toString : member(name));
  const refuse = (what: string): never => {
    throw gate.toGuestError(new NotSimulatedError(what));
  };
  return {
    get: (_, name) => {
      if (typeof name === 'symbol' || askedByTheRuntime.has(name)) return undefined;
      return find(name) ?? refuse(`${className}.${name}`);
    },
    has: (_, name) => typeof name === 'string' && find(name) !== undefined,
    set: (_, name) => refuse(`assignment to ${className}.${String(name)}`),
  };
}

export interface EnumValue {
  toString(): string;
  toJSON(): string;
  name(): string;
  ordinal(): number;
}

/**
 * One of Google's enums (`ScriptApp.AuthMode`): values are opaque and stringify to their names, in JSON too
 * (Google, "Migrating scripts to the V8 runtime"). Make it once for all executions, so that values compare equal.
 */
export function makeEnum<const Name extends string>(
  names: readonly Name[],
): Readonly<Record<Name, EnumValue>> {
  const values = names.map((name, ordinal) => {
    const value = Object.create(null) as EnumValue;
    const answers = { toString: () => name, toJSON: () => name, name: () => name, ordinal: () => ordinal };
    for (const [member, answer] of Object.entries(answers))
      Object.defineProperty(value, member, { value: answer });
    serviceObjects.add(Object.freeze(value));
    return [name, value] as const;
  });
  const holder = Object.freeze(Object.fromEntries(values)) as Readonly<Record<Name, EnumValue>>;
  serviceObjects.add(holder);
  return holder;
}

/** `bind` gives the function that runs, by the object on which the member was called. */
function gated(member: string, gate: Gate, bind: (self: unknown) => GuestFunction) {
  return function call(this: unknown, ...args: unknown[]): unknown {
    try {
      const run = bind(this);
      gate.enter(member, args);
      // undefined reaches Google's services as null (v8-runtime migration guide).
      const result = run(...(args.map((arg) => (arg === undefined ? null : arg)) as never[]));
      gate.leave(member);
      return gate.toGuest(result);
    } catch (error) {
      throw gate.toGuestError(error);
    }
  };
}
