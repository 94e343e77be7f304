/**
 * Where notes are kept: on a hidden sheet of their own, twice side by side as the memory is. They belong to the people, not
 * to a connection or a version: whatever a memory is thrown away for, a cleared cache or another format, must not lose them.
 */
import { sealed, unsealed, type Seal } from '../cache/seal';
import type { KeptNotes, NoteKeeper } from '../notes/KeptNotes';
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';
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
const CELL_LENGTH = 0.9 * CELL_TEXT_MAX_CHARS;
/** Keeps a slice from being read as a number or a formula. */
const SLICE_MARK = 'n';

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
    this.sheet.write(this.column, notesCells(notes, label, this.codec));
  }
}

/** The cells of one column, the head first. */
function notesCells(notes: KeptNotes, label: Label, codec: Codec): readonly string[] {
  const { head, body } = sealed(label, JSON.stringify(notes), codec, FORMAT);
  const cells = [JSON.stringify(head)];
  const length = CELL_LENGTH - SLICE_MARK.length;
  for (let at = 0; at < body.length; at += length) cells.push(SLICE_MARK + body.slice(at, at + length));
  return cells;
}

function notesIn(cells: readonly unknown[], codec: Codec): FoundNotes | null {
  try {
    const [first, ...slices] = cells.map(String).filter((cell) => cell !== '');
    const head = JSON.parse(first ?? '') as Label & Seal;
    const body = slices.map((slice) => slice.slice(SLICE_MARK.length)).join('');
    const notes = unsealed(head, body, codec, FORMAT) as KeptNotes;
    return { spreadsheetId: head.spreadsheetId, serial: head.serial, notes };
  } catch {
    return null;
  }
}
