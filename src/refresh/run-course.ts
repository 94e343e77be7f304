/**
 * The course of a run over its executions, decided without doing anything: which run goes on, which is given up,
 * when trying again has no sense any more.
 */
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';
import { reportSettings } from '../settings/report-settings';
import type { Settings } from '../settings/Settings';
import type { Webhook } from '../domain/Webhook';
import type { Run } from '../state/run';

/** A run that has been silent for so long was ended by the platform. */
export const SILENCE_MILLISECONDS = 7 * 60 * 1000;
/** What was fetched longer ago than this is given up. */
const DRAFT_LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;
/** The portal forgives used-up time within ten minutes; who hears nothing new for so long will not in a day. */
const STALL_MILLISECONDS = 60 * 60 * 1000;
/** So many bad ends in a row are no chance any more: nobody tries again on his own before the schedule does. */
const MAX_SETBACKS = 3;

/** Who works, and with what: a run goes on only with the same. */
export interface RunTerms {
  /** The owner's identity. */
  readonly by: string;
  /** SHA-256 of the connection and of the settings that decide what the report shows. */
  readonly scope: string;
}

export function scopeOf(webhook: Webhook, settings: Settings): string {
  return sha256Hex(canonical([webhook.fingerprint(), reportSettings(settings)]));
}

/** Neither done nor given up. Under the lock nobody is at work on it, so a running one was ended by the platform. */
export const isOpen = ({ state }: Run): boolean => state === 'paused' || state === 'running';

/** `now` is in milliseconds since 1970. */
export const isSilent = (run: Run, now: number): boolean =>
  run.state === 'running' && now - run.heartbeatAt > SILENCE_MILLISECONDS;

/** Whether an open run is worth going on with: the same person, portal and report, and data of the last day. */
export function mayGoOn(run: Run, { by, scope }: RunTerms, now: number): boolean {
  if (!isOpen(run) || run.startedAt === null) return false;
  const isFresh = now - Date.parse(run.startedAt) <= DRAFT_LIFE_MILLISECONDS;
  return isFresh && run.by === by && run.scope === scope;
}

/** The next execution's run; a setback until it has come to a good end. */
export const goneOnWith = (run: Run, now: number, isTriggers: boolean): Run => ({
  ...run,
  execution: { requestsBefore: run.requests, isTriggers },
  state: 'running',
  heartbeatAt: now,
  setbacks: run.setbacks + 1,
});

/** The run as it gives all that is wished: one of the brief sheet becomes one of both, and its answers are of use. */
export const widened = (run: Run, briefOnly: boolean): Run => ({
  ...run,
  briefOnly: run.briefOnly && briefOnly,
});

/** Whether a pause would be one too many: nothing new has come for too long. */
export const isStalled = ({ advancedAt }: Run, now: number): boolean =>
  now - advancedAt >= STALL_MILLISECONDS;

/** Whether trying again unattended, at the next tick, has failed often enough. */
export const isHopeless = ({ setbacks }: Pick<Run, 'setbacks'>): boolean => setbacks >= MAX_SETBACKS;
