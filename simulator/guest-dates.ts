/**
 * The guest's local time. On Google it is that of the manifest's time zone, here it would be the machine's, so
 * whatever depends on it fails by name: scripts have to use UTC or name a zone.
 */
import type { Realm } from './Realm';
import { NotSimulatedError, type Gate } from './service';

const LOCAL_MEMBERS = [
  ...['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds', 'Year'].flatMap(
    (field) => [`get${field}`, `set${field}`],
  ),
  ...['getTimezoneOffset', 'toDateString', 'toTimeString', 'toString'],
];
/** These take the zone as an option. */
const LOCALE_MEMBERS = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];
/** A day alone is taken in UTC; a time has to name its zone (ECMAScript, Date Time String Format). */
const UNIVERSAL =
  /^[+-]?\d{4,6}(-\d\d(-\d\d)?)?$|^[+-]?\d{4,6}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$|\b(GMT|UTC)\b/;

type Method = (this: unknown, ...args: unknown[]) => unknown;

export function guardLocalTime(realm: Realm, gate: Gate): void {
  const { guestDate, guestIntl } = realm;
  const refuse = (what: string): never => {
    throw gate.toGuestError(new NotSimulatedError(`${what} in the script's local time`));
  };
  const prototype = guestDate.prototype as unknown as Record<string, Method>;
  for (const name of LOCAL_MEMBERS) {
    if (name in prototype) prototype[name] = () => refuse(`Date.prototype.${name}`);
  }
  for (const name of LOCALE_MEMBERS) {
    const own = prototype[name];
    prototype[name] = function (this: unknown, ...args) {
      if (!namesZone(args[1])) refuse(`Date.prototype.${name}`);
      return own?.apply(this, args);
    };
  }
  realm.define('Date', guardedDate(guestDate, refuse));
  guestIntl.DateTimeFormat = guardedFormat(guestIntl.DateTimeFormat, refuse);
}

type Refuse = (what: string) => never;

function guardedDate(date: DateConstructor, refuse: Refuse): DateConstructor {
  const parse = date.parse.bind(date);
  const checked = ([text]: readonly unknown[]): void => {
    if (typeof text !== 'string' || UNIVERSAL.test(text) || Number.isNaN(parse(text))) return;
    refuse(`new Date('${text}')`);
  };
  date.parse = (text) => {
    checked([text]);
    return parse(text);
  };
  const guarded = new Proxy(date, {
    construct: (target, args: unknown[], newTarget) => {
      if (args.length > 1) refuse('new Date(year, month, …)');
      checked(args);
      return Reflect.construct(target, args, newTarget) as object;
    },
    apply: () => refuse('Date()'),
  });
  Object.defineProperty(date.prototype, 'constructor', {
    value: guarded,
    configurable: true,
    writable: true,
  });
  return guarded;
}

function guardedFormat(format: typeof Intl.DateTimeFormat, refuse: Refuse): typeof Intl.DateTimeFormat {
  const checked = (args: readonly unknown[]): void => {
    if (!namesZone(args[1])) refuse('Intl.DateTimeFormat');
  };
  return new Proxy(format, {
    construct: (target, args: unknown[], newTarget) => {
      checked(args);
      return Reflect.construct(target, args, newTarget) as object;
    },
    apply: (target, self, args: unknown[]) => {
      checked(args);
      return Reflect.apply(target, self, args) as object;
    },
  });
}

const namesZone = (options: unknown): boolean =>
  typeof (options as { timeZone?: unknown } | null | undefined)?.timeZone === 'string';
