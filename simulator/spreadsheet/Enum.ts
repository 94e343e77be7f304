/** One of Google's enums, e.g. `SpreadsheetApp.BorderStyle`: opaque constants that a script can only hand back. */
import { type Gate, makeService } from '../service';
import { type Kind, mismatch } from './signature';

export class Enum<N extends string> {
  /** What stands under the enum's name on `SpreadsheetApp`. */
  readonly service: object;
  private readonly constants = new Map<N, object>();
  private readonly names = new Map<unknown, N>();

  constructor(className: string, names: readonly N[], gate: Gate) {
    names.forEach((name, ordinal) => {
      const constant = makeService(name, gate, { name: () => name, ordinal: () => ordinal });
      this.constants.set(name, constant);
      this.names.set(constant, name);
    });
    this.service = makeService(className, gate, Object.fromEntries(this.constants));
  }

  constant(name: N): object {
    const constant = this.constants.get(name);
    if (!constant) throw new RangeError(`expected a constant of the enum but received ${name}`);
    return constant;
  }

  readonly kind: Kind<N> = (value) => this.names.get(value) ?? mismatch;
}
