/**
 * The two ways to make a simulated Google object. Either is opaque and has exactly the members that are simulated: any
 * other member fails loudly by name, every call passes the execution's gate first, and what goes out is handed over
 * in the guest's realm.
 */
import { adoptService, NotSimulatedError, type Gate } from './service';
import { call, type Kind, type Members, type Method, mismatch } from './signature';

/**
 * A service, of which an execution has one: `UrlFetchApp`, a store, a lock. Scripts hand its members around
 * (`promise.then(console.log)`), so these work apart from it; and they may see what the service was made with.
 * @param className as in the platform's sentences: `CacheService.Cache`
 * @param constants members that are no functions: enums
 */
export function makeService<T extends object>(
  className: string,
  gate: Gate,
  members: Members<T>,
  constants: Readonly<Record<string, object>> = {},
): T {
  const find = memberTable(className, gate, members, () => ({ state: undefined, self: service }));
  const service: object = proxyOf(className, gate, (name) =>
    Object.hasOwn(constants, name) ? constants[name] : find(name),
  );
  return service as T;
}

/**
 * A class of which an execution makes objects by the hundred or by the ten thousand, ranges and rich texts, and which
 * scripts hand back as arguments. Its objects hold nothing but what they stand for and share one table of members; so
 * a member taken off its object does not know it any more. What Google makes of such a call is not documented: here
 * it fails by name.
 */
export class ServiceClass<T extends object, State extends object> {
  private readonly states = new WeakMap<object, State>();
  private prototype: object | null = null;
  private made: Members<T> | null = null;

  /** `members` are made when the first of them is asked for. */
  constructor(
    private readonly className: string,
    private readonly gate: Gate,
    private readonly members: () => Members<T>,
  ) {}

  /** An object of the class that stands for `state`: another one each time. */
  wrap(state: State): T {
    this.prototype ??= this.makePrototype();
    const service = Object.freeze(Object.create(this.prototype) as object);
    this.states.set(service, state);
    return service as T;
  }

  /** What one of its objects stands for; undefined for anything else. */
  stateOf(value: unknown): State | undefined {
    return typeof value === 'object' && value !== null ? this.states.get(value) : undefined;
  }

  /** Takes the objects of this class and of this execution alone. */
  readonly kind: Kind<State> = (value) => this.stateOf(value) ?? mismatch;

  /** The forms of a member, for running it on states without objects. */
  forms(name: keyof T & string): readonly Method[] {
    return formsOf((this.made ??= this.members()), name) ?? [];
  }

  private makePrototype(): object {
    const { className, gate } = this;
    const find = memberTable(className, gate, (this.made ??= this.members()), (self, name) => {
      const state = this.stateOf(self);
      if (!state) throw new NotSimulatedError(`${name} apart from its object`);
      return { state, self };
    });
    return proxyOf(className, gate, find);
  }
}

/** A member by its name; undefined where the simulator has none. */
type Lookup = (name: string) => unknown;

/** What a member works on, by the object that it is called on. */
type Receiver = (
  self: unknown,
  member: string,
) => { readonly state: object | undefined; readonly self: unknown };

function formsOf<T>(members: Members<T>, name: string): readonly Method[] | undefined {
  const all = members as Readonly<Record<string, Method | readonly Method[] | undefined>>;
  const declared = Object.hasOwn(all, name) ? all[name] : undefined;
  return declared && 'run' in declared ? [declared] : declared;
}

/** The members as functions of the guest's, each made when it is first asked for. */
function memberTable<T>(className: string, gate: Gate, members: Members<T>, receiver: Receiver): Lookup {
  const known = new Map<string, unknown>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const forms = formsOf(members, name);
    const member = forms && gated(`${className}.${name}`, gate, forms, receiver);
    if (member) known.set(name, member);
    return member;
  };
}

/** `Range.setNote` of `SpreadsheetApp.Range.setNote`: what the gate, the ledger and the hooks know a member by. */
const shortName = (member: string): string => member.split('.').slice(-2).join('.');

function gated(member: string, gate: Gate, forms: readonly Method[], receiver: Receiver) {
  const short = shortName(member);
  return function (this: unknown, ...given: unknown[]): unknown {
    try {
      const { state, self } = receiver(this, short);
      gate.enter(short, given);
      // undefined reaches Google's services as null (v8-runtime migration guide).
      const args = given.map((arg) => (arg === undefined ? null : arg));
      const result = call(member, forms, state, self, args);
      gate.leave(short);
      return gate.toGuest(result);
    } catch (error) {
      throw gate.toGuestError(error);
    }
  };
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

function proxyOf(className: string, gate: Gate, member: Lookup): object {
  const name = className.split('.').at(-1) ?? '';
  const toString = () => name;
  const find = (asked: string) => (asked === 'toString' ? toString : member(asked));
  const refuse = (what: string): never => {
    throw gate.toGuestError(new NotSimulatedError(what));
  };
  const handler: ProxyHandler<object> = {
    get: (_, asked) => {
      if (typeof asked === 'symbol' || askedByTheRuntime.has(asked)) return undefined;
      return find(asked) ?? refuse(`${name}.${asked}`);
    },
    has: (_, asked) => typeof asked === 'string' && find(asked) !== undefined,
    set: (_, asked) => refuse(`assignment to ${name}.${String(asked)}`),
  };
  return adoptService(new Proxy(Object.freeze({}), handler), className);
}
