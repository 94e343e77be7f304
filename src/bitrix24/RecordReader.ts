/** Reads the values of one record. One that cannot be read is empty and noted: it must not hide all other records. */
import { ShapeError, type JsonObject } from './json';

export class RecordReader<Name extends string> {
  private readonly names = new Set<Name>();

  /** @param place how errors call the record */
  constructor(
    private readonly record: JsonObject,
    private readonly place: string,
  ) {}

  /**
   * @param noted as what the value is noted where it cannot be read, null where no sheet shows it
   * @param decode may throw a ShapeError, and then the value is `empty`
   * @throws ShapeError where the member is absent or holds other values, and `decode` does not take that: then it
   *   is no odd value but an answer of another shape
   */
  read<T>(
    member: string,
    noted: Name | null,
    empty: T,
    decode: (value: unknown, place: string) => T,
    value: unknown = this.record[member],
  ): T {
    try {
      return decode(value, `${this.place}.${member}`);
    } catch (error) {
      if (!(error instanceof ShapeError) || value === undefined || typeof value === 'object') throw error;
      if (noted !== null) this.names.add(noted);
      return empty;
    }
  }

  /** For a value that is told to be none without an error. */
  note(name: Name): void {
    this.names.add(name);
  }

  /** What could not be read of the record, as records carry it; nothing where everything could. */
  get unread(): { readonly unreadable?: readonly Name[] } {
    return this.names.size === 0 ? {} : { unreadable: [...this.names] };
  }
}
