/** What the status page shows of the report: whose it is, when it was and will be refreshed, the last runs. */
import { HOUR_MILLISECONDS } from '../domain/durations';
import type { Cause, FinishedRun, RunState } from '../state/run';
import type { ScheduleHours, SettingsView } from '../settings/Settings';
import type { ChangedSetting, SettingsChange } from '../state/settings-changes';
import type { Status } from '../state/status';
import { formTexts } from '../texts/form-texts';
import { statusTexts } from '../texts/status-texts';
import type { Fact } from './connection-view';
import { messageParts, type Part } from './message-parts';
import { formatMoment, formatSpan, formatStamp } from './moments';
import type { StoppedSchedule, Tone } from './refresh-view';

export interface RunView {
  readonly tone: Tone;
  readonly state: string;
  readonly when: string;
  readonly message: string;
  /** What of the report needs a look. */
  readonly notices: readonly (readonly Part[])[];
  readonly details: string;
}

const stateTexts: Readonly<Record<RunState, string>> = statusTexts.states;
const causeTexts: Readonly<Record<Cause, string>> = statusTexts.causes;
/** As a list of changes calls them. */
export const settingNames: Readonly<Record<ChangedSetting, string>> = statusTexts.settings;
const TONES: Readonly<Partial<Record<RunState, Tone>>> = { done: 'good', failed: 'bad' };

export function statusFacts(status: Status, scheduleHours: ScheduleHours, now: Date): Fact[] {
  const { lastSuccess, lastAttempt, waiting, version } = status;
  const told = (time: string | null): string => (time === null ? statusTexts.never : formatMoment(time, now));
  return [
    { name: statusTexts.lastSuccess, value: told(lastSuccess) },
    { name: statusTexts.lastAttempt, value: told(lastAttempt) },
    { name: statusTexts.schedule, value: scheduleText(status, scheduleHours, now) },
    { name: statusTexts.owner, value: ownerText(status) },
    ...(waiting === null ? [] : [{ name: statusTexts.waiting, value: `${told(waiting.at)}, ${waiting.by}` }]),
    { name: statusTexts.version, value: version },
  ];
}

function scheduleText(status: Status, scheduleHours: ScheduleHours, now: Date): string {
  if (stoppedSchedule(status, scheduleHours, now) !== null) return statusTexts.stoppedByGoogle;
  const interval = formTexts.schedules[status.owner === null ? 0 : scheduleHours].toLowerCase();
  return status.nextRun === null ? interval : statusTexts.nextAt(interval, nextRunText(status.nextRun, now));
}

/** How the comparison of the portal with the memory goes, `''` before the first. */
export const reconcileText = ({ reconcile }: Pick<Status, 'reconcile'>): string =>
  reconcile === null ? '' : statusTexts.reconciled(formatStamp(reconcile.at), reconcile.differences);

/** A time that has passed is no promise. */
const nextRunText = (nextRun: string, now: Date): string =>
  Date.parse(nextRun) <= now.getTime() ? statusTexts.soon : formatMoment(nextRun, now);

/** A saved schedule promises something. */
export function savedText(
  { scheduleHours }: Pick<SettingsView, 'scheduleHours'>,
  { nextRun }: Pick<Status, 'nextRun'>,
  now: Date,
): string {
  const isScheduled = scheduleHours > 0 && nextRun !== null;
  return isScheduled
    ? `${formTexts.saved} ${formTexts.nextRefresh(nextRunText(nextRun, now))}`
    : formTexts.saved;
}

/** The schedule that Google does not carry out any more: it is on, and nothing follows. Null where there is none such. */
export function stoppedSchedule(
  { owner, nextRun, lastAttempt, lastSuccess }: Status,
  scheduleHours: ScheduleHours,
  now: Date,
): StoppedSchedule | null {
  if (owner === null || scheduleHours === 0 || nextRun !== null) return null;
  const dueAt = Date.parse(lastAttempt ?? '') + scheduleHours * HOUR_MILLISECONDS;
  return { since: dueAt <= now.getTime() ? new Date(dueAt).toISOString() : null, lastSuccess, owner };
}

function ownerText({ owner, isOwner }: Status): string {
  if (owner === null) return statusTexts.noOwner;
  return isOwner ? statusTexts.you : owner;
}

/** Who reads it. */
interface Reader {
  readonly isOwner: boolean;
  /** Scheme and host, null where this person does not get them. */
  readonly portal: string | null;
  readonly now: Date;
}

/** The last runs and the changes of settings between them, newest first; what has no time yet comes before all. */
export function historyView(
  runs: readonly FinishedRun[],
  changes: readonly SettingsChange[],
  reader: Reader,
): RunView[] {
  const told = [
    ...runs.map((run) => ({ at: run.startedAt ?? 'now', view: runView(run, reader) })),
    ...changes.map((change) => ({ at: change.at, view: changeView(change, reader.now) })),
  ];
  return told
    .sort((one, other) => Number(one.at < other.at) - Number(one.at > other.at))
    .map(({ view }) => view);
}

const changeView = ({ at, by, names }: SettingsChange, now: Date): RunView => ({
  tone: 'quiet',
  state: statusTexts.settingsChanged,
  when: formatMoment(at, now),
  message: statusTexts.changed(names.map((name) => settingNames[name])),
  notices: [],
  details: by,
});

export function runView(run: FinishedRun, { isOwner, portal, now }: Reader): RunView {
  const { startedAt, state } = run;
  const { summary, reading, notices } = messageParts(run.message, portal);
  const details = [
    ...causeOf(run, isOwner),
    ...formatSpan(run),
    ...reading.map((text) => text.toLowerCase()),
  ];
  return {
    tone: TONES[state] ?? 'quiet',
    state: stateTexts[state],
    when: startedAt === null ? '' : formatMoment(startedAt, now),
    message: summary,
    notices,
    details: details.join(' · '),
  };
}

/** Whose execution it was is not who asked for it. */
function causeOf({ how, by }: FinishedRun, isOwner: boolean): string[] {
  if (how !== 'request') return [causeTexts[how], by];
  return [isOwner ? statusTexts.colleagueAsked : causeTexts.request];
}
