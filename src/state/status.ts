/** The state of the report for the status page: who, when, how the last runs went. */
import type { Platform } from '../platform/platform';
import type { SettingsStore } from '../settings/SettingsStore';
import { YOU } from '../texts/person-texts';
import { refreshTexts } from '../texts/refresh-texts';
import type { DocumentState, RefreshRequest, StoredReconcile } from './DocumentState';
import { HISTORY_LENGTH } from './History';
import { KeptRemarks } from './KeptRemarks';
import { finishedRun, NO_RUN, shownRun, type FinishedRun, type Run } from './run';

export interface Status {
  readonly version: string;
  /** The shown name of the person whose webhook is in use, null without a connection. */
  readonly owner: string | null;
  readonly isOwner: boolean;
  /** ISO times. */
  readonly lastSuccess: string | null;
  readonly lastAttempt: string | null;
  readonly nextRun: string | null;
  readonly waiting: RefreshRequest | null;
  /** Whether the portal takes lists of owners, which tells its generation. */
  readonly generation: 'unknown' | 'taken' | 'refused';
  /** How the comparison of memory and portal goes: when it was at work last, rounds, what it found; null before. */
  readonly reconcile: Pick<StoredReconcile, 'at' | 'rounds' | 'differences'> | null;
  /**
   * Newest first; before them, without times, why the schedule is late or has stopped. The message of the run that made
   * the last report tells all its remarks, one a line.
   */
  readonly runs: readonly FinishedRun[];
}

/** What becomes of the schedule. */
export interface Outlook {
  /** Milliseconds since 1970, null where the schedule is off. */
  readonly dueAt: number | null;
  /** Whether the day's quotas put it off. */
  readonly isPutOff: boolean;
  /** Whether the platform does not fire the trigger any more. */
  readonly hasStopped: boolean;
}

export function statusOf(
  { version, documentProperties, codec }: Pick<Platform, 'version' | 'documentProperties' | 'codec'>,
  settings: SettingsStore,
  state: DocumentState,
  current: Run,
  outlook: Outlook,
): Status {
  const { people } = settings;
  const owner = people.owner();
  const request = state.request.get();
  const hasStopped = owner !== null && outlook.hasStopped;
  const nextRun = hasStopped || outlook.dueAt === null ? null : new Date(outlook.dueAt).toISOString();
  const runs = [...hindrance(outlook, owner?.id ?? null), ...state.history()].slice(0, HISTORY_LENGTH);
  const kept = (['both', 'brief'] as const).map((sheets) =>
    new KeptRemarks(documentProperties, codec, sheets).read(),
  );
  return {
    version,
    owner: owner === null ? null : people.shownName(owner.id),
    isOwner: people.isOwner(),
    lastSuccess: state.lastSuccess.get(),
    lastAttempt: current.startedAt,
    nextRun,
    waiting: request === null ? null : { ...request, by: people.shownName(request.by) },
    reconcile: reconcileIn(state),
    generation: state.portal.get()?.ownerLists ?? 'unknown',
    runs: runs.map((run) => {
      const own = run.state === 'done' ? kept.find((remarks) => remarks?.startedAt === run.startedAt) : null;
      const told = own ? { ...run, message: `${run.message}\n${own.text}` } : run;
      return shownRun(told, people.isNameless(run.by) ? YOU : people.shownName(run.by));
    }),
  };
}

function reconcileIn(state: DocumentState): Status['reconcile'] {
  const found = state.reconcile.get();
  return found && { at: found.at, rounds: found.rounds, differences: found.differences };
}

/** What keeps the schedule from refreshing when it should, in the place of the run that does not take place. */
function hindrance({ hasStopped, isPutOff }: Outlook, by: string | null): readonly FinishedRun[] {
  if (by === null) return [];
  const told = (state: Run['state'], message: string) => [
    finishedRun({ ...NO_RUN, by, how: 'schedule', state, message }),
  ];
  if (hasStopped) return told('failed', refreshTexts.scheduleStopped());
  return isPutOff ? told('paused', refreshTexts.scheduleSlowed()) : [];
}
