/**
 * The hidden sheet that holds the memory, twice side by side: the older one is written whole, so that at any moment
 * one of them is.
 */
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import { HiddenSheet } from '../sheets/HiddenSheet';
import { memoryCells, readMemory, serialOf, type Kept, type MemoryOwner, type WrittenMemory } from './cells';

const GENERATIONS = 2;
const NOTHING: Kept = { memory: null, report: null };

export class MemorySheet {
  private readonly sheet: HiddenSheet;
  private latest: WrittenMemory | null = null;
  /** The column in which it lies, counting from 1. */
  private column: number = GENERATIONS;

  /** @param isSeen whether a person waits for this execution */
  constructor(
    private readonly platform: Pick<Platform, 'workbook' | 'spreadsheets' | 'codec' | 'log'>,
    private readonly owner: MemoryOwner,
    isSeen: boolean,
  ) {
    this.sheet = new HiddenSheet(platform.workbook(), 'memory', isSeen);
  }

  /** The newest that is whole; nothing where none is, or none can be read. */
  read(): Kept {
    attempt(this.platform.log, 'reading the memory', () => this.find());
    return this.latest ?? NOTHING;
  }

  private find(): void {
    const generations = (this.sheet.read() ?? [])
      .map((cells, index) => ({ cells, column: index + 1, serial: serialOf(cells) }))
      .sort((a, b) => b.serial - a.serial);
    for (const { cells, column } of generations) {
      this.latest = readMemory(cells, this.owner, this.platform.codec);
      this.column = column;
      if (this.latest !== null) return;
    }
  }

  /**
   * Writes it in place of the older one, by one call. A sheet of which nothing is of use makes room for another: it may
   * have been cut down, or have come along with a copy of the file.
   * @throws where Google refuses, at once or when it comes to it
   */
  write(kept: Kept): void {
    const { latest, platform, owner } = this;
    if (latest === null) this.sheet.remove();
    const column = latest === null ? 1 : (this.column % GENERATIONS) + 1;
    const { serial, slices } = latest ?? { serial: 0, slices: new Map<string, string>() };
    this.sheet.write(column, memoryCells(kept, owner, serial + 1, slices, platform.codec));
    platform.spreadsheets.flush();
  }
}
