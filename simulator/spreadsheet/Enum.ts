/** One of Google's enums, e.g. `SpreadsheetApp.BorderStyle`: opaque constants that a script can only hand back. */
import { type EnumValue, type Gate, makeEnum, makeService } from '../service';
import { type Kind, mismatch } from './signature';

export class Enum<N extends string> {
  /** What stands under the enum's name on `SpreadsheetApp`. */
  readonly service: object;
  private readonly constants: Readonly<Record<N, EnumValue>>;
  private readonly names: ReadonlyMap<unknown, N>;

  constructor(className: string, names: readonly N[], gate: Gate) {
    this.constants = makeEnum(names);
    this.names = new Map(names.map((name) => [this.constants[name], name]));
    this.service = makeService(className, gate, this.constants);
  }

  constant(name: N): object {
    return this.constants[name];
  }

  readonly kind: Kind<N> = (value) => this.names.get(value) ?? mismatch;
}
