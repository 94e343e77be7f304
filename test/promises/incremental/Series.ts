/** Refreshes of one memory one after the other, people at work on the portal between and during them. */
import type { PortalData } from '../../../portal/data/PortalData';
import type { Random } from '../../../portal/data/Random';
import type { MainSheet } from '../../../src/domain/sheet-kind';
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { VALUE_TITLES } from '../../../src/texts/sheet-texts';
import type { Line } from '../../unit/bitrix24/a-line';
import { MemoryOwner, type Refreshed } from '../../unit/incremental/an-owner';
import { aSeriesWorld } from './a-series-world';
import { askedTooMuch } from './asked-too-much';
import type { Circumstances } from './circumstances';
import type { Course } from './Course';
import { fullByItsStages, type Full } from './full-reading';
import { countWhole, type Tally } from './tally';

export class Series {
  private readonly random: Random;
  private readonly line: Line;
  private readonly data: PortalData;
  private readonly owner: MemoryOwner;
  private readonly circumstances: Circumstances;
  private readonly course: Course;

  constructor(
    seed: number,
    private readonly tally: Tally,
    given: Partial<Circumstances> = {},
  ) {
    const { random, around, data, line, course } = aSeriesWorld(seed, tally, given);
    this.random = random;
    this.data = data;
    this.line = line;
    this.circumstances = around;
    this.course = course;
    this.owner = new MemoryOwner(line, { cacheTtlSeconds: around.ttlSeconds });
  }

  /** @returns what was wrong, with what led to it; nothing after the first that was */
  run(refreshes: number): readonly string[] {
    this.refresh();
    for (let made = 0; made < refreshes; made += 1) {
      this.course.step();
      if (this.course.wantsRound) this.reconcile();
      if (this.random.chance(0.2)) this.course.restlessly(() => this.refresh(this.random.chance(0.5)));
      const wrong = this.compared();
      if (wrong !== null) return [this.course.told(wrong)];
    }
    return [];
  }

  private reconcile(): void {
    this.course.settle();
    this.refresh();
    const beganAt = this.line.clock.now();
    const differences = this.owner.reconcile();
    this.course.reconciled(beganAt, differences);
    this.course.pass(0);
  }

  private refresh(isAskedFor = false, sheets = this.circumstances.sheets): Refreshed {
    const before = this.owner.memory();
    const beganAt = this.line.clock.now();
    const refreshed = this.owner.refresh(isAskedFor, sheets);
    this.course.refreshed(beganAt, isAskedFor, before);
    const kind = `${isAskedFor ? 'clicked' : 'unattended'} refresh of ${sheets.join(' and ')}`;
    this.course.tell(`${kind}: ${refreshed.requests} requests, whole for ${refreshed.wholeFor ?? 'nothing'}`);
    countWhole(this.tally, refreshed.wholeFor);
    return refreshed;
  }

  /** null where the refresh shows and asks what it may. */
  private compared(): string | null {
    const { random, line, owner, circumstances: around } = this;
    const sheets = random.chance(0.15) ? (['brief'] as const) : around.sheets;
    const isAskedFor = random.chance(0.4);
    const memory = owner.memory();
    const knewSo = owner.ownerLists === 'refused';
    const beganAt = line.clock.now();
    const done = this.refresh(isAskedFor, sheets);
    this.tally.refreshes += 1;
    if (line.clock.now() !== beganAt) this.course.note();
    const full = this.full(sheets);
    const different = this.difference(done.plans, full.plans);
    if (different !== null) return different;
    const oneOwnerARequest = owner.ownerLists === 'refused';
    const hasLearntSo = oneOwnerARequest && !knewSo;
    const asked = { ...done, sheets, isAskedFor, beganAt, memory, oneOwnerARequest, hasLearntSo };
    const counted = fullByItsStages(this.data, full, owner.memory(), () => this.full(sheets));
    return askedTooMuch(asked, counted, around, this.data);
  }

  private full(sheets: readonly MainSheet[]): Full & Refreshed {
    const fresh = new MemoryOwner(this.line, { cacheTtlSeconds: this.circumstances.ttlSeconds });
    return { ...fresh.refresh(false, sheets), truth: fresh.memory() };
  }

  private difference(done: readonly SheetPlan[], full: readonly SheetPlan[]): string | null {
    const { owed } = this.course;
    if (owed.mayDiffer('anything')) return null;
    const seen = linesOf(owed.mayDiffer('buyers') ? BUYER_TITLES : []);
    for (const [sheet, plan] of done.entries()) {
      const [is, shouldBe] = [seen(plan), seen(full[sheet] as SheetPlan)];
      const line = Math.max(is.length, shouldBe.length);
      for (let at = 0; at < line; at += 1) {
        if (is[at] !== shouldBe[at]) return `${plan.sheet} line ${at}: ${is[at]}, should be ${shouldBe[at]}`;
      }
    }
    return null;
  }
}

const BUYER_TITLES: readonly string[] = [VALUE_TITLES.inn, VALUE_TITLES.buyer];

/** All that a plan writes, line by line; of a column left out nothing. */
const linesOf =
  (leftOut: readonly string[]) =>
  ({ columns, header, body, footer }: SheetPlan): readonly string[] => {
    const isKept = columns.map(({ title }) => !leftOut.includes(title));
    const only = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => isKept[index]);
    return [header, ...body, ...footer].map(({ values, style, link, endsGroup }) => {
      const looks = Object.values(style).map((each) => only(each as readonly unknown[]));
      return JSON.stringify([only(values), link, endsGroup, looks]);
    });
  };
