/**
 * One of Google's enums, such as `ScriptApp.AuthMode`: opaque constants that a script can only hand back. They
 * stringify to their names, in JSON too (Google, "Migrating scripts to the V8 runtime").
 */
import { adoptService, type Gate } from './service';
import { makeService } from './service-objects';
import { type Kind, mismatch } from './signature';

interface EnumValue {
  toString(): string;
  toJSON(): string;
}

/** Made once for all executions, so that constants compare equal. */
export class Enum<N extends string> {
  private readonly constants: Readonly<Record<N, EnumValue>>;
  private readonly names: ReadonlyMap<unknown, N>;

  /** `className` as in the platform's sentences: `Ui.ButtonSet`. */
  constructor(
    private readonly className: string,
    names: readonly N[],
  ) {
    const values = names.map((name) => [name, makeConstant(name, className)] as const);
    this.constants = Object.freeze(Object.fromEntries(values)) as Readonly<Record<N, EnumValue>>;
    this.names = new Map(values.map(([name, value]) => [value, name]));
  }

  constant(name: N): object {
    return this.constants[name];
  }

  /** What stands under the enum's name on its service: a constant that there is not fails by name. */
  holder(gate: Gate): object {
    return makeService(this.className, gate, {}, this.constants);
  }

  readonly kind: Kind<N> = (value) => this.names.get(value) ?? mismatch;
}

function makeConstant(name: string, className: string): EnumValue {
  const value = Object.create(null) as EnumValue;
  for (const member of ['toString', 'toJSON']) Object.defineProperty(value, member, { value: () => name });
  return adoptService(Object.freeze(value), className);
}
