/**
 * Refreshes of one spreadsheet by the built add-on, people at work on the portal between and during them, executions
 * ended at some call: after each refresh the sheets are those of a first report in another spreadsheet.
 */
import { makeMixedData } from '../../../portal/data/mixed-data';
import { Random } from '../../../portal/data/Random';
import type { Period } from '../../../portal/data/calendar';
import { aWorld } from '../../../world/a-world';
import { connect, freshWorld, type World } from '../../../world/make-world';
import { TICK } from '../../../world/people';
import { documentProperty, refreshed } from '../../../world/scenario';
import { BRIEF, DETAIL } from '../../../world/sheets';
import type { Project } from '../../../simulator';
import type { MainSheet } from '../../../src/domain/sheet-kind';
import { memoryOf } from '../left-behind';
import { askedTooMuch } from './asked-too-much';
import { bundleCircumstances, type BundleCircumstances } from './circumstances';
import { Course } from './Course';
import { fullByItsStages, type Full } from './full-reading';
import { firstDifference, shownOf, withoutBuyers } from './shown';
import { SpreadsheetOwner, type RefreshSeen } from './SpreadsheetOwner';
import { countWhole, type BundleTally } from './tally';

/** More ticks than a round of the comparison takes, or a refresh that pauses. */
const MANY_TICKS = 200;
/** The schedule's hour, and some more. */
const TICKS_OF_AN_HOUR = 14;
const NAMES = { brief: BRIEF, detail: DETAIL } as const;
const HEX = 16;

export class BundleSeries {
  private readonly random: Random;
  private readonly world: World;
  private readonly owner: SpreadsheetOwner;
  private readonly circumstances: BundleCircumstances;
  private readonly course: Course;
  private wrong: string | null = null;
  private made = 0;
  private isRestless = false;

  /** @param project another than the one in dist/ */
  constructor(
    seed: number,
    private readonly tally: BundleTally,
    given: Partial<BundleCircumstances> = {},
    project?: Project,
  ) {
    const random = new Random(seed);
    const around = { ...bundleCircumstances(random), ...given };
    const { generation, invoices, linked, admin, serverZone, ownerZone, beginsAt } = around;
    const today = beginsAt.slice(0, 'YYYY-MM-DD'.length);
    const { faults, ignores } = around;
    const user = { admin, timeZone: ownerZone };
    let period: Period = { from: today, to: today };
    const world = aWorld(
      (clock) => {
        const mixed = makeMixedData({ clock, today, seed, invoices, linked });
        ({ period } = mixed);
        return mixed.data;
      },
      {
        beginsAt,
        portal: { generation, zone: serverZone, user, faults, ignores, limits: 'off', operating: 'off' },
        simulator: { newUuid: () => uuid(random) },
        ...(project ? { project } : {}),
      },
    );
    world.spreadsheet.quirks.defersErrors = around.defersWrites;
    this.random = random;
    this.world = world;
    this.circumstances = around;
    this.owner = new SpreadsheetOwner(world, {
      before: () => this.course.note(),
      refreshed: (refresh) => this.judge(refresh),
    });
    const { clock, data, portal } = world;
    const wait = (milliseconds: number): void => this.owner.wait(milliseconds);
    const of = { clock, data, portal, period, wait };
    this.course = new Course({ seed, random, circumstances: around, tally, ...of });
  }

  /** @returns what was wrong, with what led to it; nothing after the first that was */
  run(refreshes: number): readonly string[] {
    connect(this.world, this.settings);
    this.owner.click(this.isBriefOnly);
    const until = this.made + refreshes;
    while (this.made < until && this.wrong === null) {
      this.course.step();
      if (this.course.wantsRound) this.reconcile();
      if (this.random.chance(0.2)) this.refreshWhilePeopleWork();
      if (this.random.chance(0.3)) this.kill();
      this.refresh();
    }
    return this.wrong === null ? [] : [this.wrong];
  }

  private get settings(): Record<string, unknown> {
    const { ttlSeconds, scheduleHours, isEnterprise } = this.circumstances;
    return { cacheTtlSeconds: ttlSeconds, scheduleHours, enterpriseLimits: isEnterprise };
  }

  private get isBriefOnly(): boolean {
    return this.circumstances.sheets.length === 1 || this.random.chance(0.15);
  }

  /** By a click, or by the schedule when its time has come. */
  private refresh(): void {
    const { made } = this;
    if (this.circumstances.scheduleHours > 0 && this.random.chance(0.4)) {
      for (let ticks = 0; ticks < TICKS_OF_AN_HOUR && this.made === made; ticks += 1) this.tick();
    } else {
      this.owner.click(this.isBriefOnly);
      for (let ticks = 0; ticks < MANY_TICKS && this.made === made; ticks += 1) this.tick();
    }
    if (this.made === made) this.fail('no refresh came to an end');
  }

  /** No other refresh can show just the same. */
  private refreshWhilePeopleWork(): void {
    this.isRestless = true;
    this.course.restlessly(() => this.refresh());
    this.isRestless = false;
  }

  private tick(): void {
    this.course.pass(this.owner.untilTick());
  }

  /** The next execution is ended at some call: a refresh, or what a tick does that has nothing else to do. */
  private kill(): void {
    const { random, course, owner, tally } = this;
    const part = random.next();
    course.tell(`an execution is ended at ${part} of its calls`);
    if (random.chance(0.7)) owner.killing('menu', part, () => owner.click(this.isBriefOnly));
    else owner.killing('trigger', part, () => this.tick());
    tally.kills += 1;
    if (random.chance(0.5)) course.pass(random.int(0, random.pick([10, 200, 1_000])) * 1_000);
  }

  /** Until a round is over that began when all was settled. */
  private reconcile(): void {
    this.course.settle();
    this.refresh();
    const before = this.rounds;
    this.ticksUntil(() => this.rounds.count > before.count);
    const beganAt = this.world.clock.now();
    this.ticksUntil(() => this.rounds.count > before.count + 1);
    this.course.reconciled(beganAt, this.rounds.differences - before.differences);
  }

  private get rounds(): { readonly count: number; readonly differences: number } {
    const known = documentProperty(this.world, 'reconcile') as { rounds: number; differences: number } | null;
    return { count: known?.rounds ?? 0, differences: known?.differences ?? 0 };
  }

  private ticksUntil(isOver: () => boolean): void {
    for (let ticks = 0; ticks < MANY_TICKS && !isOver(); ticks += 1) this.course.pass(TICK);
    if (!isOver()) this.fail('the comparison does not come round');
  }

  private fail(wrong: string): void {
    this.wrong ??= this.course.told(wrong);
  }

  private judge(refresh: RefreshSeen): void {
    const { course, tally } = this;
    const { isAskedFor, sheets, asked, wholeFor, beganAt, memory } = refresh;
    const kind = `${isAskedFor ? 'clicked' : 'unattended'} refresh of ${sheets.join(' and ')}`;
    course.tell(`${kind}: ${asked.length} requests, whole for ${wholeFor ?? 'nothing'}`);
    this.made += 1;
    tally.refreshes += 1;
    if (!isAskedFor) tally.unattended += 1;
    countWhole(tally, wholeFor);
    course.refreshed(beganAt, isAskedFor, memory);
    if (refresh.state !== 'done') this.fail(`${refresh.state}: ${refresh.message}`);
    if (refresh.isCrossed || this.isRestless || this.wrong !== null) return;
    const { data } = this.world;
    const full = this.full(sheets);
    const counted = (): Full => fullByItsStages(data, full, memoryOf(this.world), () => this.full(sheets));
    const wrong =
      this.difference(full.world, sheets) ?? askedTooMuch(refresh, counted(), this.circumstances, data);
    if (wrong !== null) this.fail(wrong);
  }

  private full(sheets: readonly MainSheet[]): Full & { readonly world: World } {
    const world = freshWorld(this.world);
    connect(world, this.settings);
    const requests = refreshed(world, sheets.length === 1).length;
    return { world, requests, truth: memoryOf(world) };
  }

  /** null where all is shown that has to be by now. */
  private difference(fresh: World, sheets: readonly MainSheet[]): string | null {
    const { owed } = this.course;
    if (owed.mayDiffer('anything')) return null;
    this.tally.compared += 1;
    const seen = owed.mayDiffer('buyers') ? withoutBuyers : (shown: readonly string[]) => shown;
    for (const sheet of sheets) {
      const [is, shouldBe] = [this.world, fresh].map((world) => seen(shownOf(world, NAMES[sheet])));
      const different = firstDifference(is ?? [], shouldBe ?? []);
      if (different !== null) return `${sheet}: ${different}`;
    }
    return null;
  }
}

const uuid = (random: Random): string =>
  [8, 4, 4, 4, 12]
    .map((length) => Array.from({ length }, () => random.int(0, HEX - 1).toString(HEX)).join(''))
    .join('-');
