/**
 * Tables made time after time in the same file, people at work on the portal between and during that, runs killed at
 * some moment: whenever a run has ended, its tables are those of a whole run into a new file.
 */
import { existsSync, rmSync } from 'node:fs';
import type { PortalData } from '../../../portal/data/PortalData';
import type { Random } from '../../../portal/data/Random';
import { BRIEF_COLUMNS } from '../../../src/domain/column-names';
import { messageOf } from '../../../src/domain/message-of';
import { BUYER_COLUMNS, differenceOf } from '../../support/tables/read-tables';
import { TablesOwner, type RunOptions, type TablesRun } from '../../support/tables/TablesOwner';
import type { Line } from '../../unit/bitrix24/a-line';
import { MemoryOwner } from '../../unit/incremental/an-owner';
import { aSeriesWorld } from '../incremental/a-series-world';
import type { Circumstances } from '../incremental/circumstances';
import type { Course } from '../incremental/Course';
import { countWhole } from '../incremental/tally';
import { askedTooMuch } from './asked-too-much';
import type { TablesTally } from './tally';

export class TablesSeries {
  private readonly random: Random;
  private readonly line: Line;
  private readonly data: PortalData;
  private readonly owner: TablesOwner;
  /** Knows of the portal what the file does, so that there is something to count by. */
  private readonly beside: MemoryOwner;
  private readonly circumstances: Circumstances;
  private readonly course: Course;
  /** Requests of the last run. */
  private asked = 0;

  constructor(
    seed: number,
    private readonly tally: TablesTally,
    given: Partial<Circumstances> = {},
  ) {
    const { random, around, clock, data, line, course } = aSeriesWorld(seed, tally, given);
    this.random = random;
    this.data = data;
    this.line = line;
    this.circumstances = around;
    this.course = course;
    this.owner = new TablesOwner(line.portal, clock);
    this.beside = new MemoryOwner(line, SETTINGS);
  }

  /** @returns what was wrong, with what led to it; nothing after the first that was */
  async run(runs: number): Promise<readonly string[]> {
    try {
      await this.finished();
      this.beside.refresh();
      for (let made = 0; made < runs; made += 1) {
        this.course.step();
        const wrong = await this.step();
        if (wrong !== null) return [this.course.told(wrong)];
      }
      return [];
    } catch (error) {
      return [this.course.told(`a run has failed: ${messageOf(error)}`)];
    } finally {
      this.owner.remove();
    }
  }

  private async step(): Promise<string | null> {
    const { random, course, tally } = this;
    let isKnown = true;
    if (random.chance(0.2)) {
      course.beginWork();
      await this.finished();
      course.endWork();
      isKnown = false;
    }
    for (; random.chance(0.25); isKnown = false) {
      await this.kill();
      tally.kills += 1;
      if (random.chance(0.5)) course.step();
    }
    const readsWhole = course.wantsRound;
    const before = isKnown && !readsWhole ? this.beside.memory() : null;
    const beganAt = this.line.clock.now();
    const done = await this.finished({ readsWhole });
    if (this.line.clock.now() !== beganAt) course.note();
    const fresh = new TablesOwner(this.line.portal, this.line.clock);
    try {
      const full = await fresh.run({ frozen: true });
      return (await this.difference(fresh)) ?? this.counted(done, full, before);
    } finally {
      fresh.remove();
    }
  }

  /** null where the tables are those of a whole run, as far as the list and what is read whole can tell. */
  private async difference(fresh: TablesOwner): Promise<string | null> {
    const { owed } = this.course;
    if (owed.mayDiffer('anything')) return null;
    this.tally.compared += 1;
    const leftOut = owed.mayDiffer('buyers') ? BUYER_COLUMNS : [];
    return differenceOf(await this.owner.tables('duckdb', leftOut), await fresh.tables('duckdb', leftOut));
  }

  /** A run that comes to its end. */
  private async finished(options: RunOptions = {}): Promise<TablesRun> {
    const { course, tally } = this;
    const beganAt = this.line.clock.now();
    const done = await this.owner.run(options);
    this.asked = done.asked.length;
    course.owed.refreshed({ beganAt, ttlMilliseconds: 0, readsBuyersWhole: true });
    if (options.readsWhole) course.reconciled(beganAt, 0);
    const since = done.since === null ? 'all' : `${done.since.changed} changed, ${done.since.gone} gone`;
    course.tell(`a run${options.readsWhole ? ' that reads all' : ''}: ${this.asked} requests, ${since}`);
    tally.refreshes += 1;
    countWhole(tally, done.since === null ? 'all' : null);
    return done;
  }

  /** What a run leaves that is ended before one of its waves of requests, and lets others go on as if it had not been. */
  private async kill(): Promise<void> {
    const { random, owner, course } = this;
    const at = random.int(0, this.asked);
    const kept = `${owner.folder}-killed`;
    const beforeWave = (sent: number): void => {
      if (sent >= at && !existsSync(kept)) owner.copyTo(kept);
    };
    const done = await owner.run({ beforeWave });
    if (!existsSync(kept)) owner.copyTo(kept);
    owner.takeBack(kept);
    rmSync(kept, { recursive: true });
    course.tell(`a run is killed after ${at} of ${done.asked.length} requests`);
  }

  /** null where it has asked no more than it may. */
  private counted(
    done: TablesRun,
    full: TablesRun,
    memory: ReturnType<MemoryOwner['memory']>,
  ): string | null {
    const fresh = new MemoryOwner(this.line, SETTINGS);
    fresh.refresh();
    const truth = fresh.memory();
    this.beside.refresh();
    return askedTooMuch(done, { full, memory, truth }, this.circumstances, this.data);
  }
}

const SETTINGS = { briefColumns: BRIEF_COLUMNS, cacheTtlSeconds: 300 };
