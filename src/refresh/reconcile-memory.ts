/** One turn of the comparison of memory and portal. */
import { MAX_WAVE_WIDTH } from '../bitrix24/Bitrix24Client';
import { MINUTE_MILLISECONDS } from '../domain/durations';
import { query, type QueryKind } from '../domain/query';
import type { Task } from '../domain/task';
import type { Webhook } from '../domain/Webhook';
import { BEGINNING, reconciled, type Reconciled } from '../incremental/reconcile';
import { kindOfKey, type Memory } from '../memory/Memory';
import { MemorySheet } from '../memory/MemorySheet';
import type { Clock, Platform } from '../platform/platform';
import type { Settings } from '../settings/Settings';
import type { DocumentState } from '../state/DocumentState';
import { neededDateFields, needsFieldTypes } from './date-fields';
import { PauseSignal } from './ending';
import { PortalAccess } from './PortalAccess';
import { memoryScope } from './Remembering';

/** Requests of one turn: those of a day are a tenth of what a consumer's account may send. */
const REQUESTS_A_TURN = { bound: 6, published: 72 };
/** No wave is begun after so long: the next tick may have something to do. */
const TURN_MILLISECONDS = MINUTE_MILLISECONDS;
/** How long it waits for the portal's bucket before it looks again whether it is to let go. */
const STEP_MILLISECONDS = 2_000;

export interface ReconcileParts {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly state: DocumentState;
  readonly webhook: Webhook;
  readonly spreadsheetId: string;
  readonly onSent: () => void;
  /** Whether somebody waits for it to let go. */
  readonly isWanted: () => boolean;
}

/** What refreshes ask besides records: the next one finds it in the cache. */
const OF_PORTAL: ReadonlySet<QueryKind> = new Set(['stages', 'profile', 'fields'] as const);

function* ofPortal(settings: Settings): Task {
  const needsTypes = needsFieldTypes(neededDateFields(settings));
  yield [query('stages'), query('profile'), ...(needsTypes ? [query('fields')] : [])];
}

/**
 * Under the lock of refreshes. What differs goes into the memory, so that the next refresh writes it. Whatever ends the
 * turn early, what was compared before counts.
 * @throws Bitrix24Error, PauseSignal: the portal is asked again by a later turn
 */
export function reconcileMemory(parts: ReconcileParts): void {
  const { platform, settings, state, spreadsheetId } = parts;
  const { clock, isPublished } = platform;
  const beganAt = clock.now();
  const before = state.reconcile.get();
  const isDue = beganAt >= (before?.askedAt ?? 0) + settings.cacheTtlSeconds * 1000;
  const portal = portalOf(parts, isDue);
  if (!portal.isAtRest) return;
  const owner = { spreadsheetId, connection: portal.connection };
  const sheet = new MemorySheet(platform, owner, false);
  const { memory, report } = sheet.read();
  if (memory === null || !isOfNow(memory, parts)) return;
  if (isDue) portal.fetcher.start(ofPortal(settings));
  const most = isPublished ? REQUESTS_A_TURN.published : REQUESTS_A_TURN.bound;
  const endsAt = beganAt + TURN_MILLISECONDS;
  let found: Reconciled = {
    ...{ memory, place: before?.place ?? BEGINNING },
    ...{ differences: 0, isRound: false, requests: 0 },
  };
  try {
    while (found.requests < most && !found.isRound && mayGoOn(parts, portal, endsAt))
      found = withNextWave(found, most, portal);
  } finally {
    portal.remember();
    if (found.memory !== memory) sheet.write({ memory: found.memory, report });
    // A turn may find no more than that nothing is left of the round, as where a report of one sheet knows no rows.
    if (found.requests > 0 || found.isRound)
      state.reconcile.set({
        place: found.place,
        at: new Date(clock.now()).toISOString(),
        rounds: (before?.rounds ?? 0) + (found.isRound ? 1 : 0),
        differences: (before?.differences ?? 0) + found.differences,
        askedAt: toldAt(portal, clock) ?? before?.askedAt ?? 0,
      });
  }
}

function withNextWave(
  { memory, place, differences, requests }: Reconciled,
  most: number,
  { fetcher }: PortalAccess,
): Reconciled {
  const turn = {
    requests: Math.min(most - requests, MAX_WAVE_WIDTH),
    rowsAtOnce: fetcher.ownerLists === 'refused' ? 1 : undefined,
  };
  const next = fetcher.run(reconciled(memory, place, turn), memory.list);
  return { ...next, differences: differences + next.differences, requests: requests + next.requests };
}

function portalOf(parts: ReconcileParts, usesCache: boolean): PortalAccess {
  const portal = new PortalAccess({
    ...parts,
    usesCache,
    mayGrow: false,
    wait: () => {
      throw new PauseSignal('limits');
    },
    beforeWave: () => undefined,
  });
  portal.cache.takeNoEarlier();
  return portal;
}

const isOfNow = ({ epoch, scope, list }: Memory, { state, settings }: ReconcileParts): boolean =>
  epoch === state.epoch() && scope === memoryScope(settings, list.period);

/** Waits until half of the portal's bucket is free for others; false where it is to let go instead. */
function mayGoOn(
  { platform: { clock }, isWanted }: ReconcileParts,
  portal: PortalAccess,
  endsAt: number,
): boolean {
  while (clock.now() < endsAt && !isWanted()) {
    if (portal.isAtRest) return true;
    clock.sleep(STEP_MILLISECONDS);
  }
  return false;
}

/** Since when stages, profile and fields are in the cache, milliseconds since 1970; null where nobody has asked. */
function toldAt({ cache }: PortalAccess, clock: Clock): number | null {
  const ages = [...cache.answers()].filter(({ key }) => OF_PORTAL.has(kindOfKey(key))).map(({ age }) => age);
  return ages.length === 0 ? null : clock.now() - Math.max(...ages);
}
