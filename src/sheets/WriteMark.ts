/**
 * The mark that stands while sheets are being written. A run that was killed leaves it behind, with the sheets
 * that it had not finished and the rows that it may have taken over.
 */
import type { PropertyStore } from '../platform';
import type { SheetKind } from './planned-area';

const KINDS: readonly SheetKind[] = ['brief', 'detail'];

/** By sheet, the last row that its unfinished write may have reached; 0 where that is not known. */
export type Unfinished = ReadonlyMap<SheetKind, number>;

export class WriteMark {
  constructor(
    private readonly properties: PropertyStore,
    private readonly key: string,
  ) {}

  unfinished(): Unfinished {
    const entries = (this.properties.getProperty(this.key) ?? '').split(',').map((entry) => entry.split(':'));
    return new Map(
      KINDS.flatMap((kind) => {
        const entry = entries.find(([name]) => name === kind);
        return entry === undefined ? [] : [[kind, rowOf(entry[1])] as const];
      }),
    );
  }

  /** A mark without sheets is taken away. */
  put(unfinished: Unfinished): void {
    const entries = [...unfinished].map(([kind, row]) => `${kind}:${row}`);
    if (entries.length === 0) this.properties.deleteProperty(this.key);
    else this.properties.setProperty(this.key, entries.join(','));
  }
}

function rowOf(text: string | undefined): number {
  const row = Number(text ?? '');
  return Number.isSafeInteger(row) && row > 0 ? row : 0;
}
