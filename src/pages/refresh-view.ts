/** What a page shows of a refresh: one headline, what the server said, how far it is, what can be done. */
import { HOUR_MILLISECONDS } from '../domain/durations';
import { allowedHours } from '../domain/report-age';
import type { RefreshRequest } from '../state/DocumentState';
import type { FinishedRun, Phase, Progress } from '../state/run';
import { progressTexts } from '../texts/progress-texts';
import { firstSentence } from '../texts/russian';
import type { Watched } from './RefreshWatch';
import { messageParts, type MessageParts, type Part } from './message-parts';
import { daysSince, formatAbout, formatMoment, formatSince, formatSpan } from './moments';

export type Tone = 'quiet' | 'busy' | 'good' | 'old' | 'bad';

export interface RefreshView {
  readonly tone: Tone;
  readonly headline: string;
  readonly details: readonly string[];
  /** What of a finished refresh needs a look. */
  readonly notices: readonly (readonly Part[])[];
  /** All of them, where those are only some; else none. */
  readonly allNotices: readonly (readonly Part[])[];
  /** How far it is, 0 to 1; `'unknown'` where that cannot be told yet, null where nothing is under way. */
  readonly bar: number | 'unknown' | null;
  readonly counts: readonly string[];
  /** For who wants to know exactly. */
  readonly more: readonly string[];
  readonly canStart: boolean;
  readonly canCancel: boolean;
  /** What it is to start or to cancel: a request that waits for the owner is carried out or refused. */
  readonly start: string;
  readonly cancel: string;
}

export interface Viewer {
  /** Whether anyone has connected a portal. */
  readonly isConnected: boolean;
  readonly isOwner: boolean;
  /** Scheme and host, null where this person does not get them. */
  readonly portal: string | null;
  /** A colleague's request that nobody has carried out yet. */
  readonly waiting: Pick<RefreshRequest, 'at' | 'briefOnly'> | null;
  /** Why a request of this person would not be taken, as far as is known; null for the owner. */
  readonly refusal: string | null;
  /** The last runs; that of the report tells all its notices. */
  readonly runs: readonly FinishedRun[];
  /** The schedule that Google does not carry out any more; null where it does, or there is none. */
  readonly stopped: StoppedSchedule | null;
  readonly now: Date;
}

/** Times are ISO. */
export interface StoppedSchedule {
  /** When it should have refreshed next; null where that is still to come. */
  readonly since: string | null;
  readonly lastSuccess: string | null;
  /** Whose it is, as shown. */
  readonly owner: string;
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
  const refusal = viewer.refusal === null || notice !== null ? [] : [viewer.refusal];
  const told = [...unconnected, ...refusal, ...waitingOf(watched, viewer), ...notices];
  const view = { ...endedView(progress, viewer, told), canStart };
  if (viewer.waiting === null) return view;
  const { carryOut, refuse, takeBack } = progressTexts;
  return viewer.isOwner
    ? { ...view, canCancel: true, start: carryOut, cancel: refuse }
    : { ...view, canStart: canStart && viewer.waiting.briefOnly, canCancel: true, cancel: takeBack };
}

/** Who left it just now has been told more. */
function waitingOf({ answer }: Watched, { waiting, isOwner, now }: Viewer): string[] {
  if (waiting === null || answer === 'queued') return [];
  const when = formatMoment(waiting.at, now);
  return [isOwner ? progressTexts.colleagueWaits(when) : progressTexts.waiting(when)];
}

const NOTHING = {
  tone: 'quiet',
  details: [],
  notices: [],
  allNotices: [],
  bar: null,
  counts: [],
  more: [],
  canStart: false,
  canCancel: false,
  start: progressTexts.start,
  cancel: progressTexts.cancel,
} as const;

function runningView(progress: Progress, watched: Watched, details: readonly string[]): RefreshView {
  const { isCancelling, share, secondsLeft } = watched;
  return {
    ...NOTHING,
    tone: 'busy',
    headline: isCancelling ? progressTexts.cancelling : underWay(progress),
    details,
    bar: share ?? 'unknown',
    counts: [...countsOf(progress, share), ...(isCancelling ? [] : timeLeft(secondsLeft))],
    more: moreOf(progress),
    canCancel: !isCancelling,
  };
}

/** An execution that has not heard of the portal yet begins the refresh or goes on with it. */
function underWay({ phase, readsOlder, requests }: Progress): string {
  if (readsOlder === true) return progressTexts.older;
  if (phase !== null) return phaseTexts[phase];
  return requests > 0 ? progressTexts.resuming : progressTexts.starting;
}

function pausedView(
  progress: Progress,
  { isStarting, isCancelling, share }: Watched,
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
    bar: share,
    counts: countsOf(progress, share),
    more: moreOf(progress),
    canCancel: !isCancelling,
  };
}

function endedView(
  progress: Progress | null,
  viewer: Viewer,
  notices: readonly string[],
): Omit<RefreshView, 'canStart'> {
  const { now, portal, runs, stopped } = viewer;
  if (stopped !== null) return stoppedView(stopped, viewer, notices);
  if (progress === null || progress.state === 'idle') {
    return { ...NOTHING, headline: progressTexts.idle, details: notices };
  }
  const moment = progress.finishedAt ?? progress.startedAt;
  const when = moment === null ? '' : formatMoment(moment, now);
  const told = messageParts(progress.message, portal);
  // What the owner has to do against it is not for a colleague, who is told what he can do.
  const cause = viewer.refusal === null ? told.summary : firstSentence(told.summary);
  const details = [cause, ...told.outcome, ...notices];
  switch (progress.state) {
    case 'done':
      return {
        ...NOTHING,
        ...agedSince(progress.finishedAt ?? '', now),
        details,
        ...noticesOf(progress, told, runs, portal),
        more: [...formatSpan(progress).map(progressTexts.took), ...moreOf(progress), ...told.reading],
      };
    case 'cancelled':
      return { ...NOTHING, headline: progressTexts.cancelled(when), details };
    default:
      return { ...NOTHING, tone: 'bad', headline: progressTexts.failed(when), details };
  }
}

/** As the line over the tables has it of a daily report: a later one of a shorter schedule is told as stopped. */
const FRESH_MILLISECONDS = allowedHours(0) * HOUR_MILLISECONDS;
const OLD_DAYS = 7;

/** What was right a week ago is no good news today. */
function agedSince(finishedAt: string, now: Date): Pick<RefreshView, 'tone' | 'headline'> {
  const isFresh = now.getTime() - Date.parse(finishedAt) <= FRESH_MILLISECONDS;
  const days = daysSince(finishedAt, now);
  const when = formatMoment(finishedAt, now);
  return {
    tone: days >= OLD_DAYS ? 'old' : isFresh ? 'good' : 'quiet',
    headline: progressTexts.done(days < 2 ? when : `${when}, ${progressTexts.daysAgo(days)}`),
  };
}

/** Whatever the last refresh was, nothing follows it by itself any more. */
function stoppedView(
  { since, lastSuccess, owner }: StoppedSchedule,
  { isOwner, now }: Viewer,
  notices: readonly string[],
): Omit<RefreshView, 'canStart'> {
  const last = lastSuccess === null ? [] : [progressTexts.lastReport(formatMoment(lastSuccess, now))];
  const advice = isOwner ? progressTexts.stoppedYours : progressTexts.stoppedOf(owner);
  return {
    ...NOTHING,
    tone: 'bad',
    headline: progressTexts.stopped(since === null ? null : formatSince(since, now)),
    details: [...last, advice, ...notices],
  };
}

/** The message of a run tells some of its notices and how many more there are; the run in the history tells all. */
function noticesOf(
  { startedAt }: Progress,
  { notices }: MessageParts,
  runs: readonly FinishedRun[],
  portal: string | null,
): Pick<RefreshView, 'notices' | 'allNotices'> {
  const own = runs.find((run) => run.state === 'done' && run.startedAt === startedAt);
  const all = own === undefined ? [] : messageParts(own.message, portal).notices;
  if (all.length === 0 || JSON.stringify(all) === JSON.stringify(notices)) return { notices, allNotices: [] };
  return { notices: notices.filter(([first]) => !isRest(first)), allNotices: all };
}

const isRest = (part: Part | undefined): boolean =>
  typeof part === 'string' && part.startsWith(progressTexts.rest);

/** As long as the list is read, its length is no total. */
function countsOf({ phase, done, total }: Progress, share: number | null): string[] {
  if (total === 0) return [];
  const isListed = share !== null && phase !== 'list';
  return [isListed ? progressTexts.invoices(Math.min(done, total), total) : progressTexts.found(total)];
}

const moreOf = ({ requests, cacheHits }: Progress): string[] => [
  ...(requests > 0 ? [progressTexts.requests(requests)] : []),
  ...(cacheHits > 0 ? [progressTexts.saved(cacheHits)] : []),
];

function timeLeft(seconds: number | null): string[] {
  if (seconds === null) return [];
  return [seconds < 60 ? progressTexts.secondsLeft : progressTexts.timeLeft(formatAbout(seconds))];
}
