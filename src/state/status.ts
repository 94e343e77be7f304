/** The state of the report for the status page: who, when, how the last runs went. */
import type { Platform } from '../platform';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState, RefreshRequest } from './DocumentState';
import type { FinishedRun, Run } from './run';

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
  readonly runs: readonly FinishedRun[];
}

const HOUR_MILLISECONDS = 60 * 60 * 1000;

export function statusOf(
  platform: Pick<Platform, 'version'>,
  settings: SettingsStore,
  state: DocumentState,
  current: Run,
): Status {
  const owner = settings.owner();
  const runs = state.history();
  const request = state.request.get();
  const { scheduleHours } = settings.settings();
  const isScheduled = owner !== null && scheduleHours > 0 && current.startedAt !== null;
  return {
    version: platform.version,
    owner: owner === null ? null : settings.shownName(owner.id),
    isOwner: settings.isOwner(),
    lastSuccess: runs.find(({ state: ended }) => ended === 'done')?.finishedAt ?? null,
    lastAttempt: current.startedAt,
    nextRun: isScheduled ? later(current.startedAt, scheduleHours * HOUR_MILLISECONDS) : null,
    waiting: request === null ? null : { ...request, by: settings.shownName(request.by) },
    generation: state.portal.get()?.ownerLists ?? 'unknown',
    runs: runs.map((run) => ({ ...run, by: settings.shownName(run.by) })),
  };
}

const later = (time: string, milliseconds: number): string =>
  new Date(Date.parse(time) + milliseconds).toISOString();
