/** What a page shows of a refresh: one headline, what the server said, how far it is, what can be done. */
import type { Phase } from '../state/run';
import type { Progress } from '../state/progress';
import { progressTexts } from '../texts/progress-texts';
import type { Watched } from './RefreshWatch';
import { formatMoment } from './moments';

export type Tone = 'quiet' | 'busy' | 'good' | 'bad';

export interface RefreshView {
  readonly tone: Tone;
  readonly headline: string;
  readonly details: readonly string[];
  /** How far it is; `'unknown'` where that cannot be told yet, null where nothing is under way. */
  readonly bar: { readonly done: number; readonly total: number } | 'unknown' | null;
  readonly counts: readonly string[];
  readonly canStart: boolean;
  readonly canCancel: boolean;
}

export interface Viewer {
  /** Whether anyone has connected a portal. */
  readonly isConnected: boolean;
  readonly isOwner: boolean;
  readonly now: Date;
}

const phaseTexts: Readonly<Record<Phase, string>> = progressTexts.phases;

export function refreshView(watched: Watched, viewer: Viewer): RefreshView {
  const { progress, notice, isStarting } = watched;
  const notices = notice === null ? [] : [notice];
  if (progress?.state === 'running') return runningView(progress, watched, notices);
  if (progress?.state === 'paused') return pausedView(progress, watched, viewer, notices);
  if (isStarting) return { ...NOTHING, tone: 'busy', headline: progressTexts.starting, bar: 'unknown' };
  const canStart = viewer.isConnected;
  const unconnected = canStart ? [] : [progressTexts.noConnection];
  return { ...endedView(progress, viewer.now, [...unconnected, ...notices]), canStart };
}

const NOTHING = {
  tone: 'quiet',
  details: [],
  bar: null,
  counts: [],
  canStart: false,
  canCancel: false,
} as const;

function runningView(progress: Progress, { isCancelling }: Watched, details: readonly string[]): RefreshView {
  const phase = progress.phase === null ? progressTexts.starting : phaseTexts[progress.phase];
  return {
    ...NOTHING,
    tone: 'busy',
    headline: isCancelling ? progressTexts.cancelling : phase,
    details,
    bar: barOf(progress) ?? 'unknown',
    counts: countsOf(progress),
    canCancel: !isCancelling,
  };
}

function pausedView(
  progress: Progress,
  { isStarting, isCancelling }: Watched,
  { isOwner }: Viewer,
  notices: readonly string[],
): RefreshView {
  const headline = isStarting ? progressTexts.resuming : progressTexts.paused;
  const outlook = isOwner ? progressTexts.keepOpen : progress.message;
  return {
    ...NOTHING,
    tone: 'busy',
    headline: isCancelling ? progressTexts.cancelling : headline,
    details: [outlook, ...notices],
    bar: barOf(progress),
    counts: countsOf(progress),
    canCancel: !isCancelling,
  };
}

function endedView(progress: Progress | null, now: Date, notices: readonly string[]): RefreshView {
  if (progress === null || progress.state === 'idle') {
    return { ...NOTHING, headline: progressTexts.idle, details: notices };
  }
  const moment = progress.finishedAt ?? progress.startedAt;
  const when = moment === null ? '' : formatMoment(moment, now);
  const details = [progress.message, ...notices];
  switch (progress.state) {
    case 'done':
      return {
        ...NOTHING,
        tone: 'good',
        headline: progressTexts.done(when),
        details,
        counts: savedOf(progress),
      };
    case 'cancelled':
      return { ...NOTHING, headline: progressTexts.cancelled(when), details };
    default:
      return { ...NOTHING, tone: 'bad', headline: progressTexts.failed(when), details };
  }
}

function barOf({ done, total }: Progress): RefreshView['bar'] {
  return total > 0 ? { done: Math.min(done, total), total } : null;
}

function countsOf(progress: Progress): string[] {
  const { done, total, requests } = progress;
  return [
    ...(total > 0 ? [progressTexts.invoices(Math.min(done, total), total)] : []),
    progressTexts.requests(requests),
    ...savedOf(progress),
  ];
}

const savedOf = ({ cacheHits }: Progress): string[] =>
  cacheHits > 0 ? [progressTexts.saved(cacheHits)] : [];
