/** Refreshes one after the other on a line to a portal, with a memory between them, and full ones to compare with. */
import { briefSheet } from '../../../src/report/brief-sheet';
import { detailSheet } from '../../../src/report/detail-sheet';
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { ArraySize } from '../../../src/incremental/array-size';
import { BEGINNING, reconciled, type Place, type Reconciled } from '../../../src/incremental/reconcile';
import { memoryCells, readMemory, type Kept, type WrittenMemory } from '../../../src/memory/cells';
import type { Memory } from '../../../src/memory/Memory';
import { Remembering, type MemoryKeeper } from '../../../src/refresh/Remembering';
import type { MainSheet } from '../../../src/domain/sheet-kind';
import type { OwnerLists } from '../../../src/bitrix24/coalesce';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/Settings';
import type { Line } from '../bitrix24/a-line';
import { nodeCodec } from '../../support/nodeCodec';
import { Collector, type Collection } from '../refresh/a-collection';

const OWNER = { spreadsheetId: 'a spreadsheet', connection: 'a connection' };

/** A sheet's column of memory, as text. */
class KeptMemory implements MemoryKeeper {
  cells: readonly string[] = [];
  private latest: WrittenMemory | null = null;

  read(): Kept {
    this.latest = readMemory(this.cells, OWNER, nodeCodec);
    return this.latest ?? { memory: null, report: null };
  }

  write(kept: Kept): void {
    const { serial = 0, slices = new Map<string, string>() } = this.latest ?? {};
    this.cells = memoryCells(kept, OWNER, serial + 1, slices, nodeCodec);
  }
}

export interface Refreshed {
  readonly plans: readonly SheetPlan[];
  readonly requests: number;
  readonly asked: readonly string[];
  readonly wholeFor: string | null;
}

export class MemoryOwner {
  readonly kept = new KeptMemory();
  /** Another one for another report. */
  scope = 'a scope';
  readonly collector: Collector;
  readonly arrays = new ArraySize();
  private runs = 0;
  /** Whether the portal takes lists of owners, as far as refreshes have learnt. */
  ownerLists: OwnerLists = 'unknown';
  private place: Place = BEGINNING;

  constructor(
    readonly line: Line,
    private readonly settings: Partial<Settings> = {},
  ) {
    this.collector = new Collector(line);
  }

  memory(): Memory | null {
    return this.kept.read().memory;
  }

  refresh(isAskedFor = false, sheets: readonly MainSheet[] = ['brief', 'detail']): Refreshed {
    const { cacheTtlSeconds = DEFAULT_SETTINGS.cacheTtlSeconds } = this.settings;
    const collected = this.collector.collect({
      sheets,
      settings: this.settings,
      ownerLists: this.ownerLists,
      remembering: (cache) =>
        new Remembering({
          sheet: this.kept,
          cache,
          now: () => this.line.clock.now(),
          hasEarlier: this.runs > 0,
          runId: `run ${(this.runs += 1)}`,
          epoch: this.collector.epoch,
          scope: this.scope,
          ttlSeconds: cacheTtlSeconds,
          looksBack: false,
          arrays: this.arrays,
          isAskedFor,
        }),
    });
    this.ownerLists = collected.ownerLists;
    return refreshedBy(collected, sheets);
  }

  /** Compares until the round has come to its end. */
  reconcile(): number {
    let differences = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      const found = this.compareOnce();
      if (found === null) return differences;
      differences += found.differences;
      this.line.clock.advance(300_000);
      if (found.isRound) return differences;
    }
    return differences;
  }

  /** One turn; null where there is nothing to compare. */
  compareOnce(): Reconciled | null {
    const { memory, report } = this.kept.read();
    if (memory === null) return null;
    const task = reconciled(memory, this.place, { requests: 6 });
    const found = new Collector(this.line).carryOut(task, memory.list);
    if (found.memory !== memory) this.kept.write({ memory: found.memory, report });
    this.place = found.place;
    return found;
  }
}

const CONTEXT = { portal: 'demo.bitrix24.ru', noteLines: [] };

const refreshedBy = (collected: Collection, sheets: readonly MainSheet[]): Refreshed => ({
  plans: sheets.map((sheet) => (sheet === 'brief' ? briefSheet : detailSheet)(collected.report, CONTEXT)),
  requests: collected.asked.length,
  asked: collected.asked,
  wholeFor: collected.told.wholeFor,
});
