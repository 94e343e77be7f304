/** The argument check of Google's services and its error text. */
import { PlatformException } from './service';

/**
 * `text` takes numbers and booleans too, as the platform turns them into strings; `integer` takes no fraction, since
 * Google does not say what becomes of one; `?` marks what may be left out.
 */
export type Kind = 'text' | 'number' | 'integer' | 'boolean' | 'object' | 'list' | 'any';
export type Parameter = Kind | `${Kind}?`;

/** `member` with its service: `CacheService.Cache.put`. Wraps `run` so that wrong arguments never reach it. */
export function typed<Args extends never[], Result>(
  member: string,
  parameters: readonly Parameter[],
  run: (...args: Args) => Result,
): (...args: Args) => Result {
  const required = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  return (...args) => {
    const fits =
      args.length >= required &&
      args.length <= parameters.length &&
      args.every((arg, index) => accepts(parameters[index] ?? 'any', arg));
    if (!fits) throw signatureMismatch(member, args);
    return run(...args);
  };
}

/** `typed` for the members of one service: `methodsOf('Utilities')('sleep', ['number'], …)`. */
export const methodsOf =
  (service: string) =>
  <Args extends never[], Result>(
    name: string,
    parameters: readonly Parameter[],
    run: (...args: Args) => Result,
  ) =>
    typed(`${service}.${name}`, parameters, run);

/** What becomes of a value where the platform expects a string. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'object' ? '[object Object]' : (value as string | number | boolean).toString();
}

/** "The parameters (String,number) don't match the method signature for Utilities.computeDigest." */
export function signatureMismatch(member: string, args: readonly unknown[]): PlatformException {
  const types = args.map(typeName).join(',');
  return new PlatformException(`The parameters (${types}) don't match the method signature for ${member}.`);
}

function accepts(parameter: Parameter, arg: unknown): boolean {
  const kind = parameter.replace('?', '');
  if (arg === null && parameter.endsWith('?')) return true;
  if (kind === 'any') return true;
  if (kind === 'text') return arg === null || ['string', 'number', 'boolean'].includes(typeof arg);
  if (kind === 'integer') return Number.isInteger(arg);
  if (kind === 'list') return Array.isArray(arg);
  if (kind === 'object') return typeof arg === 'object' && arg !== null && !Array.isArray(arg);
  return typeof arg === kind;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length === 0 ? '(class)' : typeName(value[0])}[]`;
  const names: Record<string, string> = { string: 'String', number: 'number', boolean: 'Boolean' };
  return names[typeof value] ?? '(class)';
}
