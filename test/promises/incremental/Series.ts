/** Refreshes of one spreadsheet one after the other, people at work on the portal between and during them. */
import { restless } from '../../../portal/fault-rules';
import { EDIT_NAMES, EDITS, People, type EditName } from '../../../portal/edits/People';
import { makeMixedData } from '../../../portal/data/mixed-data';
import { moveServer } from '../../../portal/data/server-zone';
import type { PortalData } from '../../../portal/data/PortalData';
import { Random } from '../../../portal/data/Random';
import { either } from '../../../portal/fault-rules';
import { VirtualClock } from '../../../simulator';
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { VALUE_TITLES } from '../../../src/texts/sheet-texts';
import { Line } from '../../unit/bitrix24/a-line';
import { MemoryOwner, type Refreshed } from '../../unit/incremental/an-owner';
import { circumstances, type Circumstances } from './circumstances';
import { mostRequests, TOLD_ANEW } from './most-requests';
import { Owed } from './Owed';

const SECOND = 1_000;
const HOUR = 3_600_000;
const STEP = SECOND;
const STEPS_OF_A_SAVE = 320;
const BRISK = [0, 4 * SECOND, 40 * SECOND, 150 * SECOND];

const TOLD: readonly string[] = ['crm.status.list', 'crm.item.fields', 'profile'];

/** Where a portal does what it should, nothing else makes a refresh read all anew. */
const EXPECTED: readonly string[] = ['stages', 'cost'];

const namesOf = (shows: (typeof EDITS)[EditName]['shows']): readonly EditName[] =>
  EDIT_NAMES.filter((name) => EDITS[name].shows === shows);
const AT_ONCE = namesOf('at the next refresh');
const AFTER_TTL = namesOf('after the TTL');
const SILENT = namesOf('by the reconcile');

export interface Tally {
  refreshes: number;
  edits: number;
  /** Those during which people worked. */
  restless: number;
  rounds: number;
  /** Refreshes that read all anew, by what made them. */
  readonly whole: Map<string, number>;
}

export const newTally = (): Tally => ({ refreshes: 0, edits: 0, restless: 0, rounds: 0, whole: new Map() });

export class Series {
  private readonly random: Random;
  private readonly line: Line;
  private readonly data: PortalData;
  private readonly people: People;
  private readonly owner: MemoryOwner;
  private readonly owed = new Owed();
  private readonly circumstances: Circumstances;
  private noted = 0;
  private readonly history: string[] = [];

  constructor(
    private readonly seed: number,
    private readonly tally: Tally,
    given: Partial<Circumstances> = {},
  ) {
    this.random = new Random(seed);
    const around = { ...circumstances(this.random), ...given };
    this.circumstances = around;
    const { generation, invoices, linked, admin, serverZone, ownerZone, beginsAt, ttlSeconds } = around;
    const clock = new VirtualClock(Date.parse(beginsAt));
    const today = beginsAt.slice(0, 'YYYY-MM-DD'.length);
    const { data, period } = makeMixedData({ clock, today, seed, invoices, linked });
    this.data = data;
    const { faults, ignores } = around;
    const user = { admin, timeZone: ownerZone };
    this.line = new Line(clock, data, {
      portal: { generation, zone: serverZone, user, faults, ignores, limits: 'off', operating: 'off' },
    });
    this.people = new People({ data, portal: this.line.portal, seed, period });
    this.owner = new MemoryOwner(this.line, { cacheTtlSeconds: ttlSeconds });
  }

  /** @returns what was wrong, with what led to it; nothing after the first that was */
  run(refreshes: number): readonly string[] {
    this.refresh();
    for (let made = 0; made < refreshes; made += 1) {
      this.step();
      if (this.random.chance(0.2)) this.refreshWhilePeopleWork();
      const wrong = this.compared();
      if (wrong !== null) return [this.told(wrong)];
    }
    return [];
  }

  private told(wrong: string): string {
    const { generation, invoices, linked, sheets, ttlSeconds, ignores, ...rest } = this.circumstances;
    const around = JSON.stringify({ generation, invoices, linked, sheets, ttlSeconds, ignores, ...rest });
    return `seed ${this.seed}: ${wrong}\n    ${around}\n    ${this.history.slice(-25).join('\n    ')}`;
  }

  private step(): void {
    const { random } = this;
    const { setsClockBack, moves, isBrisk, edits } = this.circumstances;
    const names = edits ?? random.pick([AT_ONCE, AT_ONCE, AT_ONCE, AFTER_TTL, SILENT, EDIT_NAMES]);
    for (let count = random.int(0, 6); count > 0; count -= 1) {
      this.edit(names);
      this.pass(random.chance(isBrisk ? 0.2 : 0.5) ? random.int(0, random.pick([2, 30, 250])) * SECOND : 0);
    }
    if (setsClockBack && random.chance(0.15)) this.setClock(-random.int(1, random.pick([59, 200, 7_200])));
    if (moves && random.chance(0.1)) this.move();
    const ttl = this.circumstances.ttlSeconds * SECOND;
    const within = [0, random.int(0, 20) * SECOND, random.int(0, ttl)];
    const after = [ttl + 1, ttl + HOUR];
    const isAfter = random.chance(isBrisk ? 0.1 : names === AFTER_TTL ? 0.8 : 0.4);
    this.pass(random.pick(isAfter ? after : isBrisk ? BRISK : within));
    if (random.chance(this.owed.waitsForRound ? 0.5 : 0.05)) this.reconcile();
  }

  private edit(names: readonly EditName[]): void {
    const name = this.people.makeAny(names, this.people.anyTiming());
    if (name !== null) this.tally.edits += 1;
    this.note();
  }

  /** Step by step as long as a save may be under way: what is committed late has rows that follow it. */
  private pass(milliseconds: number): void {
    let left = milliseconds;
    for (let steps = 0; steps < STEPS_OF_A_SAVE && left > STEP; steps += 1, left -= STEP) {
      this.line.clock.advance(STEP);
      this.data.commits.catchUp();
    }
    this.line.clock.advance(left);
    this.data.commits.catchUp();
    if (milliseconds > 0) this.history.push(`${milliseconds / SECOND} s pass`);
    this.note();
  }

  /** What can be seen by now. */
  private note(): void {
    for (const line of this.people.log.slice(this.noted)) {
      this.owed.note(line.slice(0, line.indexOf(' (')) as EditName, this.line.clock.now());
      this.history.push(line);
    }
    this.noted = this.people.log.length;
  }

  private setClock(seconds: number): void {
    this.data.commits.setClock(seconds);
    this.history.push(`the clock is set by ${seconds} s`);
  }

  private move(): void {
    const from = this.circumstances.serverZone;
    const to = '+05:00';
    if (this.zone === to) return;
    moveServer(this.data, from, to);
    this.zone = to;
    this.line.portal.change({ zone: to });
    this.history.push('the server moves');
  }
  private zone = '';

  private reconcile(): void {
    this.pass(Math.max(this.circumstances.ttlSeconds, STEPS_OF_A_SAVE) * SECOND);
    this.refresh();
    const beganAt = this.line.clock.now();
    const differences = this.owner.reconcile();
    this.tally.rounds += 1;
    const { invoices } = this.line.portal.user;
    const isAllSeen = typeof invoices === 'string' || invoices.except.length === 0;
    this.owed.reconciled(beganAt, isAllSeen);
    this.pass(0);
    this.history.push(`a round is compared, ${differences} differ`);
  }

  private refresh(isAskedFor = false, sheets = this.circumstances.sheets): Refreshed {
    const before = this.owner.memory();
    const beganAt = this.line.clock.now();
    const refreshed = this.owner.refresh(isAskedFor, sheets);
    const ttlMilliseconds = this.circumstances.ttlSeconds * SECOND;
    const portalTime = this.data.commits.now();
    const hasPassed = before !== null && portalTime - before.buyersAt.time >= ttlMilliseconds;
    const readsBuyersWhole = isAskedFor && hasPassed && this.circumstances.invoices < 500;
    this.owed.refreshed({ beganAt, ttlMilliseconds, readsBuyersWhole });
    const kind = `${isAskedFor ? 'clicked' : 'unattended'} refresh of ${sheets.join(' and ')}`;
    this.history.push(
      `${kind}: ${refreshed.requests} requests, whole for ${refreshed.wholeFor ?? 'nothing'}`,
    );
    const { whole } = this.tally;
    const why = refreshed.wholeFor ?? 'not';
    whole.set(why, (whole.get(why) ?? 0) + 1);
    return refreshed;
  }

  private refreshWhilePeopleWork(): void {
    const { random, people, line } = this;
    const { faults, edits } = this.circumstances;
    const act = (): void => {
      line.clock.advance(random.int(0, 3) * SECOND);
      people.makeAny(edits ?? EDIT_NAMES, people.anyTiming());
    };
    line.portal.change({ faults: either(faults, restless(random, 0.25, act)) });
    this.history.push('people work while it refreshes:');
    this.refresh(random.chance(0.5));
    this.tally.restless += 1;
    line.portal.change({ faults });
    this.pass(random.pick([0, 5, 100]) * SECOND);
  }

  /** null where the refresh shows and asks what it may. */
  private compared(): string | null {
    const { random, line, owner, circumstances: around } = this;
    const sheets = random.chance(0.15) ? (['brief'] as const) : around.sheets;
    const isAskedFor = random.chance(0.4);
    const memory = owner.memory();
    const beganAt = line.clock.now();
    const done = this.refresh(isAskedFor, sheets);
    this.tally.refreshes += 1;
    if (line.clock.now() !== beganAt) this.note();
    const fresh = new MemoryOwner(line, { cacheTtlSeconds: around.ttlSeconds });
    const full = fresh.refresh(false, sheets);
    const different = this.difference(done.plans, full.plans);
    if (different !== null) return different;
    const truth = fresh.memory();
    if (memory === null || truth === null || !around.isOrdinary) {
      return done.requests <= full.requests + 6 ? null : `${done.requests} requests, full ${full.requests}`;
    }
    if (done.wholeFor !== null && !EXPECTED.includes(done.wholeFor)) return `whole for ${done.wholeFor}`;
    const most = mostRequests(
      {
        memory,
        truth,
        rowsOf: (id) => this.data.rowsOf(id).length,
        savedAt: new Map([...this.data.invoices.values()].map(({ ID, UPDATED_TIME }) => [ID, UPDATED_TIME])),
        hasRows: sheets.length > 1,
        oneOwnerARequest: around.generation === 'new',
        isAfterTtl: beganAt - memory.buyersAt.time >= around.ttlSeconds * SECOND,
        isAskedFor,
        isWhole: done.wholeFor !== null,
      },
      full.requests,
    );
    const told = done.asked.filter((method) => TOLD.includes(method)).length;
    const asked = done.requests - told;
    if (asked <= most && told <= TOLD_ANEW) return null;
    return `${asked} and ${told} requests, at most ${most}, full ${full.requests}`;
  }

  private difference(done: readonly SheetPlan[], full: readonly SheetPlan[]): string | null {
    const { owed } = this;
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
