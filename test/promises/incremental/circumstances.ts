/** Under what circumstances a series of refreshes is made: by chance, each seed its own. */
import type { Random } from '../../../portal/data/Random';
import type { EditName } from '../../../portal/edits/People';
import { reset, sqlFailure, type FaultRule } from '../../../portal/faults';
import { addressTooLong, bodyTooLarge, listRefused, longLists } from '../../../portal/fault-rules';
import type { Generation } from '../../../portal/generation';
import type { Ignores } from '../../../portal/request/ignores';
import type { MainSheet } from '../../../src/domain/sheet-kind';

export interface Circumstances {
  readonly generation: Generation;
  readonly invoices: number;
  /** Every invoice has a requisite chosen. */
  readonly linked: boolean;
  readonly sheets: readonly MainSheet[];
  readonly ttlSeconds: number;
  readonly admin: boolean;
  readonly serverZone: string;
  readonly ownerZone: string;
  readonly beginsAt: string;
  /** Refreshes follow each other within seconds, while late saves are under way. */
  readonly isBrisk: boolean;
  /** People do nothing else; null for anything. */
  readonly edits: readonly EditName[] | null;
  readonly setsClockBack: boolean;
  /** The server moves to another zone. */
  readonly moves: boolean;
  readonly faults: FaultRule;
  readonly ignores: Ignores;
  /** The portal does what a portal should, so that the number of requests has its bound. */
  readonly isOrdinary: boolean;
}

const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];
const REFUSALS = [listRefused, bodyTooLarge, addressTooLong, sqlFailure, reset];
/** Without `@id` no portal could be read at all; these are the questions about changes only. */
const IGNORED: readonly Ignores[] = [
  { orders: ['updatedTime'] },
  { orders: ['DATE_MODIFY'] },
  { furtherOrders: true },
  { filters: ['!@id'] },
  { filters: ['!@ID'] },
  { filters: ['@REQUISITE_ID'] },
  { filters: ['<=id'] },
];
/** In the middle of the period, and an hour before summer time ends in Chile. */
const [NOON, END_OF_SUMMER] = ['2026-05-20T09:00:00Z', '2026-04-05T02:00:00Z'];

const sizeOf = (random: Random): number => {
  if (random.chance(0.02)) return 1_000;
  return random.chance(0.1) ? random.int(0, 3) : random.int(4, 160);
};

export function circumstances(random: Random): Circumstances {
  const isOrdinary = random.chance(0.6);
  const setsClockBack = !isOrdinary && random.chance(0.4);
  const isEndOfSummer = !isOrdinary && random.chance(0.15);
  const refuses = !isOrdinary && random.chance(0.4);
  const ignoresPart = !isOrdinary && random.chance(0.4);
  return {
    generation: random.pick(GENERATIONS),
    invoices: sizeOf(random),
    linked: random.chance(0.5),
    sheets: random.chance(0.3) ? ['brief'] : ['brief', 'detail'],
    ttlSeconds: random.pick([300, 300, 300, 60, 3_600]),
    admin: random.chance(0.5),
    serverZone: isEndOfSummer ? 'America/Santiago' : random.pick(['+03:00', 'Europe/Moscow', '+07:00']),
    ownerZone: random.pick(['', 'Asia/Vladivostok', 'America/New_York']),
    beginsAt: isEndOfSummer ? END_OF_SUMMER : NOON,
    isBrisk: random.chance(0.3),
    edits: null,
    setsClockBack,
    moves: !isOrdinary && random.chance(0.1),
    faults: refuses ? longLists(random.int(50, 170), random.pick(REFUSALS)) : () => null,
    ignores: ignoresPart ? random.pick(IGNORED) : {},
    isOrdinary,
  };
}

export interface BundleCircumstances extends Circumstances {
  readonly scheduleHours: 0 | 1;
  /** The portal's plan allows so many requests at once that refreshes seldom wait. */
  readonly isEnterprise: boolean;
  /** Google applies writes late; an execution that is ended loses those that wait. */
  readonly defersWrites: boolean;
}

const MOST_OF_A_BUNDLE = 60;

export function bundleCircumstances(random: Random): BundleCircumstances {
  const around = circumstances(random);
  return {
    ...around,
    invoices: around.invoices % (MOST_OF_A_BUNDLE + 1),
    scheduleHours: random.pick([0, 1]),
    isEnterprise: random.chance(0.7),
    defersWrites: random.chance(0.3),
  };
}
