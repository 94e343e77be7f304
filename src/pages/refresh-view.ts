/** What a page shows of a refresh: one headline, what the server said, how far it is, what can be done. */
import type { Phase, Progress } from '../state/run';
import { progressTexts } from '../texts/progress-texts';
import type { Watched } from './RefreshWatch';
import { messageParts, type Part } from './message-parts';
import { formatDuration, formatMoment } from './moments';

export type Tone = 'quiet' | 'busy' | 'good' | 'bad';

export interface RefreshView {
  readonly tone: Tone;
  readonly headline: string;
  readonly details: readonly string[];
  /** What of a finished refresh needs a look. */
  readonly notices: readonly (readonly Part[])[];
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
  /** Scheme and host, null where this person does not get them. */
  readonly portal: string | null;
  /** When a colleague's request was left that nobody has carried out yet, ISO time. */
  readonly waitingSince: string | null;
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
  const { waitingSince, now } = viewer;
  const waiting =
    waitingSince === null || notice !== null ? [] : [progressTexts.waiting(formatMoment(waitingSince, now))];
  return { ...endedView(progress, viewer, [...unconnected, ...waiting, ...notices]), canStart };
}

const NOTHING = {
  tone: 'quiet',
  details: [],
  notices: [],
  bar: null,
  counts: [],
  canStart: false,
  canCancel: false,
} as const;

function runningView(
  progress: Progress,
  { isCancelling, secondsLeft }: Watched,
  details: readonly string[],
): RefreshView {
  const phase = progress.phase === null ? progressTexts.starting : phaseTexts[progress.phase];
  return {
    ...NOTHING,
    tone: 'busy',
    headline: isCancelling ? progressTexts.cancelling : phase,
    details,
    bar: barOf(progress) ?? 'unknown',
    counts: [...countsOf(progress), ...(isCancelling ? [] : timeLeft(secondsLeft))],
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

function endedView(
  progress: Progress | null,
  { now, portal }: Viewer,
  notices: readonly string[],
): RefreshView {
  if (progress === null || progress.state === 'idle') {
    return { ...NOTHING, headline: progressTexts.idle, details: notices };
  }
  const moment = progress.finishedAt ?? progress.startedAt;
  const when = moment === null ? '' : formatMoment(moment, now);
  const told = messageParts(progress.message, portal);
  const details = [told.summary, ...notices];
  switch (progress.state) {
    case 'done':
      return {
        ...NOTHING,
        tone: 'good',
        headline: progressTexts.done(when),
        details,
        notices: told.notices,
        counts: [...tookOf(progress), ...savedOf(progress)],
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

function tookOf({ startedAt, finishedAt }: Progress): string[] {
  if (startedAt === null || finishedAt === null) return [];
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return seconds > 0 ? [progressTexts.took(formatDuration(seconds))] : [];
}

function timeLeft(seconds: number | null): string[] {
  if (seconds === null) return [];
  return [seconds < 60 ? progressTexts.secondsLeft : progressTexts.minutesLeft(Math.ceil(seconds / 60))];
}
