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
export const isServiceObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && serviceObjects.has(value);

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

/** `className` as in Google's reference (`Range`, `UrlFetchApp`); functions become gated calls, the rest are constants. */
export function makeService<T extends Record<string, Member>>(className: string, gate: Gate, members: T): T {
  const surface = new Map<string, unknown>();
  for (const [name, member] of Object.entries(members)) {
    surface.set(
      name,
      typeof member === 'function' ? gated(`${className}.${name}`, gate, member as GuestFunction) : member,
    );
  }
  surface.set('toString', () => className);
  const refuse = (what: string): never => {
    throw gate.toGuestError(new NotSimulatedError(what));
  };
  const proxy = new Proxy(Object.freeze({}), {
    get: (_, name) => {
      if (typeof name === 'symbol' || askedByTheRuntime.has(name)) return undefined;
      return surface.has(name) ? surface.get(name) : refuse(`${className}.${name}`);
    },
    has: (_, name) => typeof name === 'string' && surface.has(name),
    set: (_, name) => refuse(`assignment to ${className}.${String(name)}`),
  });
  serviceObjects.add(proxy);
  return proxy as T;
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

function gated(member: string, gate: Gate, run: GuestFunction) {
  return (...args: unknown[]): unknown => {
    try {
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
