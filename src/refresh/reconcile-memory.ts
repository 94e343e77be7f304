/** The comparison of memory and portal that a tick carries out when it has nothing else to do. */
import { query } from '../domain/query';
import type { Task } from '../domain/task';
import type { Webhook } from '../domain/Webhook';
import { BEGINNING, reconciled } from '../incremental/reconcile';
import { MemorySheet } from '../memory/MemorySheet';
import type { Platform } from '../platform/platform';
import { restsFor } from '../quota/quota-policy';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { Settings } from '../settings/Settings';
import type { DocumentState } from '../state/DocumentState';
import { neededDateFields, needsFieldTypes } from './date-fields';
import { PauseSignal } from './ending';
import { PortalAccess } from './PortalAccess';
import { memoryScope } from './Remembering';

/** Requests of one turn: those of a day are a tenth of what a consumer's account may send. */
const REQUESTS_A_TURN = { bound: 6, published: 72 };

export interface ReconcileParts {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly state: DocumentState;
  readonly webhook: Webhook;
  readonly spreadsheetId: string;
  readonly ledger: QuotaLedger;
}

/** What refreshes ask besides records: the next one finds it in the cache. */
function* ofPortal(settings: Settings): Task {
  const needsTypes = needsFieldTypes(neededDateFields(settings));
  yield [query('stages'), query('profile'), ...(needsTypes ? [query('fields')] : [])];
}

/**
 * Under the lock of refreshes. What differs goes into the memory, so that the next refresh writes it.
 * @returns whether there was anything to compare
 * @throws Bitrix24Error, PauseSignal: the portal is asked again by a later turn
 */
export function reconcileMemory(parts: ReconcileParts): boolean {
  const { platform, settings, state, ledger, spreadsheetId } = parts;
  const { clock, isPublished } = platform;
  if (settings.cacheTtlSeconds === 0 || restsFor(ledger.lastDay())) return false;
  let sent = 0;
  const portal = new PortalAccess({
    ...parts,
    usesCache: true,
    wait: () => {
      throw new PauseSignal('limits');
    },
    onSent: () => (sent += 1),
    beforeWave: () => undefined,
  });
  if (!portal.isAtRest) return false;
  portal.cache.takeNoEarlier();
  const owner = { spreadsheetId, connection: portal.connection };
  const sheet = new MemorySheet(platform, owner, false);
  const memory = sheet.read();
  if (memory === null || memory.epoch !== state.epoch()) return false;
  if (memory.scope !== memoryScope(settings, memory.list.period)) return false;
  const before = state.reconcile.get();
  const requests = isPublished ? REQUESTS_A_TURN.published : REQUESTS_A_TURN.bound;
  const rowsAtOnce = portal.fetcher.ownerLists === 'refused' ? 1 : undefined;
  try {
    const task = reconciled(memory, before?.place ?? BEGINNING, { requests, rowsAtOnce });
    portal.fetcher.start(ofPortal(settings));
    const { differences, isRound, ...found } = portal.fetcher.run(task, memory.list);
    if (found.memory !== memory) sheet.write(found.memory);
    state.reconcile.set({
      place: found.place,
      at: new Date(clock.now()).toISOString(),
      rounds: (before?.rounds ?? 0) + (isRound ? 1 : 0),
      differences: (before?.differences ?? 0) + differences,
    });
    return true;
  } finally {
    portal.remember();
    ledger.add({ requests: sent, triggerMilliseconds: 0 });
  }
}
