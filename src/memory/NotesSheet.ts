/**
 * Where notes are kept: on a hidden sheet of their own, twice side by side as the memory is. They belong to the people, not
 * to a connection or a version: whatever a memory is thrown away for, a cleared cache or another format, must not lose them.
 */
import { sealedCells, unsealedCells } from '../cache/seal';
import type { KeptNotes, NoteKeeper } from '../notes/KeptNotes';
import type { Codec } from '../platform/platform';
import type { HiddenSheet } from '../sheets/HiddenSheet';

interface Label {
  /** In a copy of the file they are none: the original has them. */
  readonly spreadsheetId: string;
  readonly serial: number;
}

interface FoundNotes extends Label {
  readonly notes: KeptNotes;
}

/** Raised when the layout of `KeptNotes` changes; an older one has to be read then all the same. */
const FORMAT = 1;
/** Columns of the sheet, counting from 1. */
const GENERATIONS = [1, 2] as const;

export class NotesSheet implements NoteKeeper {
  private serial = 0;
  private column: number = GENERATIONS[1];

  constructor(
    private readonly sheet: Pick<HiddenSheet, 'read' | 'write'>,
    private readonly spreadsheetId: string,
    private readonly codec: Codec,
  ) {}

  /** The newest that is whole and of this file, null where none is. */
  read(): KeptNotes | null {
    const columns = this.sheet.read() ?? [];
    const [newest] = GENERATIONS.flatMap((column) => {
      const found = notesIn(columns[column - 1] ?? [], this.codec);
      return found?.spreadsheetId === this.spreadsheetId ? [{ ...found, column }] : [];
    }).sort((a, b) => b.serial - a.serial);
    if (newest === undefined) return null;
    this.serial = newest.serial;
    this.column = newest.column;
    return newest.notes;
  }

  /** In place of the older ones, by one call. Called after `read`. */
  write(notes: KeptNotes): void {
    this.serial += 1;
    this.column = this.column === GENERATIONS[0] ? GENERATIONS[1] : GENERATIONS[0];
    const label = { spreadsheetId: this.spreadsheetId, serial: this.serial };
    this.sheet.write(this.column, sealedCells(label, JSON.stringify(notes), this.codec, FORMAT));
  }
}

function notesIn(cells: readonly unknown[], codec: Codec): FoundNotes | null {
  try {
    const { label, content } = unsealedCells(cells, codec, FORMAT);
    const { spreadsheetId, serial } = label as Label;
    return { spreadsheetId, serial, notes: content as KeptNotes };
  } catch {
    return null;
  }
}
