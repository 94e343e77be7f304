/**
 * The hidden sheet that holds the memory, twice side by side: the older one is written whole, so that at any moment
 * one of them is.
 */
import type { Codec } from '../platform/platform';
import type { Workbook } from '../platform/spreadsheet';
import { HiddenSheet } from '../sheets/HiddenSheet';
import { memoryCells, readMemory, serialOf, type MemoryOwner, type WrittenMemory } from './cells';
import type { Memory } from './Memory';

const GENERATIONS = 2;

export class MemorySheet {
  private readonly sheet: HiddenSheet;
  private latest: WrittenMemory | null = null;
  /** The column in which it lies, counting from 1. */
  private column: number = GENERATIONS;

  /** @param isSeen whether a person waits for this execution */
  constructor(
    workbook: Workbook,
    private readonly owner: MemoryOwner,
    private readonly codec: Codec,
    isSeen: boolean,
  ) {
    this.sheet = new HiddenSheet(workbook, 'memory', isSeen);
  }

  /** The newest that is whole, null where none is. */
  read(): Memory | null {
    const generations = (this.sheet.read(GENERATIONS) ?? [])
      .map((cells, index) => ({ cells, column: index + 1, serial: serialOf(cells) }))
      .sort((a, b) => b.serial - a.serial);
    for (const { cells, column } of generations) {
      this.latest = readMemory(cells, this.owner, this.codec);
      this.column = column;
      if (this.latest !== null) return this.latest.memory;
    }
    return null;
  }

  remove(): void {
    this.sheet.remove();
  }

  /** Writes it in place of the older one, by one call. */
  write(memory: Memory): void {
    const serial = (this.latest?.serial ?? 0) + 1;
    const known = this.latest?.slices ?? new Map<string, string>();
    const column = (this.column % GENERATIONS) + 1;
    this.sheet.write(column, memoryCells(memory, this.owner, serial, known, this.codec));
  }
}
