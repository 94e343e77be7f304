/** What happens to a portal between refreshes and during them: people's edits, time, clocks; and what is owed of it. */
import type { Period } from '../../../portal/data/calendar';
import type { PortalData } from '../../../portal/data/PortalData';
import type { Random } from '../../../portal/data/Random';
import { moveServer } from '../../../portal/data/server-zone';
import { EDIT_NAMES, EDITS, People, type EditName } from '../../../portal/edits/People';
import { either, restless } from '../../../portal/fault-rules';
import type { Portal } from '../../../portal/Portal';
import type { VirtualClock } from '../../../simulator';
import type { Memory } from '../../../src/memory/Memory';
import type { Circumstances } from './circumstances';
import { Owed } from './Owed';
import type { Tally } from './tally';

export const SECOND = 1_000;
const HOUR = 3_600_000;
const STEP = SECOND;
/** Whatever was saved before is seen by now, with all that follows it. */
export const STEPS_OF_A_SAVE = 320;
const BRISK = [0, 4 * SECOND, 40 * SECOND, 150 * SECOND];
const LINES_TOLD = 25;
/** A click reads all about buyers of so few invoices. */
const FEW_INVOICES = 500;

const namesOf = (shows: (typeof EDITS)[EditName]['shows']): readonly EditName[] =>
  EDIT_NAMES.filter((name) => EDITS[name].shows === shows);
const AT_ONCE = namesOf('at the next refresh');
const AFTER_TTL = namesOf('after the TTL');
const SILENT = namesOf('by the reconcile');

export interface CourseParts {
  readonly seed: number;
  readonly random: Random;
  readonly circumstances: Circumstances;
  readonly clock: VirtualClock;
  readonly data: PortalData;
  readonly portal: Portal;
  readonly period: Period;
  /** Lets the time go by, with all that happens of itself meanwhile. */
  readonly wait: (milliseconds: number) => void;
  readonly tally: Tally;
}

export class Course {
  readonly owed = new Owed();
  private readonly people: People;
  private readonly history: string[] = [];
  private noted = 0;
  private zone = '';

  constructor(private readonly parts: CourseParts) {
    const { data, portal, seed, period } = parts;
    this.people = new People({ data, portal, seed, period });
  }

  tell(line: string): void {
    this.history.push(line);
  }

  /** What was wrong, with what led to it. */
  told(wrong: string): string {
    const { seed, circumstances } = this.parts;
    const { generation, invoices, linked, sheets, ttlSeconds, ignores, ...rest } = circumstances;
    const around = JSON.stringify({ generation, invoices, linked, sheets, ttlSeconds, ignores, ...rest });
    return `seed ${seed}: ${wrong}\n    ${around}\n    ${this.history.slice(-LINES_TOLD).join('\n    ')}`;
  }

  /** From one refresh to the next. */
  step(): void {
    const { random } = this.parts;
    const { setsClockBack, moves, isBrisk, edits, ttlSeconds } = this.parts.circumstances;
    const names = edits ?? random.pick([AT_ONCE, AT_ONCE, AT_ONCE, AFTER_TTL, SILENT, EDIT_NAMES]);
    for (let count = random.int(0, 6); count > 0; count -= 1) {
      this.edit(names);
      this.pass(random.chance(isBrisk ? 0.2 : 0.5) ? random.int(0, random.pick([2, 30, 250])) * SECOND : 0);
    }
    if (setsClockBack && random.chance(0.15)) this.setClock(-random.int(1, random.pick([59, 200, 7_200])));
    if (moves && random.chance(0.1)) this.move();
    const ttl = ttlSeconds * SECOND;
    const within = [0, random.int(0, 20) * SECOND, random.int(0, ttl)];
    const after = [ttl + 1, ttl + HOUR];
    const isAfter = random.chance(isBrisk ? 0.1 : names === AFTER_TTL ? 0.8 : 0.4);
    this.pass(random.pick(isAfter ? after : isBrisk ? BRISK : within));
  }

  /** Whether a round of the comparison shall come now: mostly where something waits for it. */
  get wantsRound(): boolean {
    return this.parts.random.chance(this.owed.waitsForRound ? 0.5 : 0.05);
  }

  /** Until all that was saved is settled and the lifetime of answers is over. */
  settle(): void {
    this.pass(Math.max(this.parts.circumstances.ttlSeconds, STEPS_OF_A_SAVE) * SECOND);
  }

  /** Step by step as long as a save may be under way: what is committed late has rows that follow it. */
  pass(milliseconds: number): void {
    const { wait, data } = this.parts;
    let left = milliseconds;
    for (let steps = 0; steps < STEPS_OF_A_SAVE && left > STEP; steps += 1, left -= STEP) {
      wait(STEP);
      data.commits.catchUp();
    }
    wait(left);
    data.commits.catchUp();
    if (milliseconds > 0) this.tell(`${milliseconds / SECOND} s pass`);
    this.note();
  }

  /** What can be seen by now. */
  note(): void {
    for (const line of this.people.log.slice(this.noted)) {
      this.owed.note(line.slice(0, line.indexOf(' (')) as EditName, this.parts.clock.now());
      this.tell(line);
    }
    this.noted = this.people.log.length;
  }

  /** People go on working meanwhile. */
  restlessly(refresh: () => void): void {
    this.beginWork();
    refresh();
    this.endWork();
  }

  /** From here on people work whenever the portal is asked. */
  beginWork(): void {
    const { random, clock, portal, circumstances } = this.parts;
    const { faults, edits } = circumstances;
    const act = (): void => {
      clock.advance(random.int(0, 3) * SECOND);
      this.people.makeAny(edits ?? EDIT_NAMES, this.people.anyTiming());
    };
    portal.change({ faults: either(faults, restless(random, 0.25, act)) });
    this.tell('people work while it refreshes:');
  }

  endWork(): void {
    const { random, portal, tally, circumstances } = this.parts;
    tally.restless += 1;
    portal.change({ faults: circumstances.faults });
    this.pass(random.pick([0, 5, 100]) * SECOND);
  }

  /** @param before the memory that a refresh found when it began */
  refreshed(beganAt: number, isAskedFor: boolean, before: Memory | null): void {
    const { circumstances } = this.parts;
    const ttlMilliseconds = circumstances.ttlSeconds * SECOND;
    const hasPassed = before !== null && beganAt - before.buyersAt.askedAt >= ttlMilliseconds;
    const readsBuyersWhole = isAskedFor && hasPassed && circumstances.invoices < FEW_INVOICES;
    this.owed.refreshed({ beganAt, ttlMilliseconds, readsBuyersWhole });
  }

  /** A round of the comparison that began then is over. */
  reconciled(beganAt: number, differences: number): void {
    const { tally, portal } = this.parts;
    const { invoices } = portal.user;
    const isAllSeen = typeof invoices === 'string' || invoices.except.length === 0;
    this.owed.reconciled(beganAt, isAllSeen);
    tally.rounds += 1;
    this.tell(`a round is compared, ${differences} differ`);
  }

  private edit(names: readonly EditName[]): void {
    const name = this.people.makeAny(names, this.people.anyTiming());
    if (name !== null) this.parts.tally.edits += 1;
    this.note();
  }

  private setClock(seconds: number): void {
    this.parts.data.commits.setClock(seconds);
    this.tell(`the clock is set by ${seconds} s`);
  }

  private move(): void {
    const { data, portal, circumstances } = this.parts;
    const from = circumstances.serverZone;
    const to = '+05:00';
    if (this.zone === to) return;
    moveServer(data, from, to);
    this.zone = to;
    portal.change({ zone: to });
    this.tell('the server moves');
  }
}
