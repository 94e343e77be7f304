/** What the status page shows of the report: whose it is, when it was and will be refreshed, the last runs. */
import type { Cause, FinishedRun, RunState } from '../state/run';
import type { ChangedSetting, SettingsChange } from '../state/settings-changes';
import type { Status } from '../state/status';
import { statusTexts } from '../texts/status-texts';
import type { Fact } from './connection-view';
import { messageParts, type Part } from './message-parts';
import { formatDuration, formatMoment } from './moments';
import type { Tone } from './refresh-view';

export interface RunView {
  readonly tone: Tone;
  readonly state: string;
  readonly when: string;
  readonly message: string;
  /** What of the report needs a look; the first of them are shown at once. */
  readonly notices: readonly (readonly Part[])[];
  readonly moreNotices: readonly (readonly Part[])[];
  readonly details: string;
}

/** So many notices are read at a glance; a few more are not worth a click. */
const NOTICES_AT_ONCE = 5;

const stateTexts: Readonly<Record<RunState, string>> = statusTexts.states;
const causeTexts: Readonly<Record<Cause, string>> = statusTexts.causes;
/** As a list of changes calls them. */
export const settingNames: Readonly<Record<ChangedSetting, string>> = statusTexts.settings;
const TONES: Readonly<Partial<Record<RunState, Tone>>> = { done: 'good', failed: 'bad' };

export function statusFacts(status: Status, now: Date): Fact[] {
  const { lastSuccess, lastAttempt, nextRun, waiting, version } = status;
  const told = (time: string | null, otherwise: string): string =>
    time === null ? otherwise : formatMoment(time, now);
  const isOverdue = nextRun !== null && Date.parse(nextRun) <= now.getTime();
  return [
    { name: statusTexts.lastSuccess, value: told(lastSuccess, statusTexts.never) },
    { name: statusTexts.lastAttempt, value: told(lastAttempt, statusTexts.never) },
    {
      name: statusTexts.nextRun,
      value: isOverdue ? statusTexts.soon : told(nextRun, statusTexts.noSchedule),
    },
    { name: statusTexts.owner, value: ownerText(status) },
    ...(waiting === null
      ? []
      : [{ name: statusTexts.waiting, value: `${told(waiting.at, '')}, ${waiting.by}` }]),
    { name: statusTexts.version, value: version },
  ];
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
  moreNotices: [],
  details: by,
});

export function runView(run: FinishedRun, { isOwner, portal, now }: Reader): RunView {
  const { startedAt, finishedAt, state } = run;
  const { summary, notices } = messageParts(run.message, portal);
  const details = [...causeOf(run, isOwner), ...durationOf(startedAt, finishedAt)];
  return {
    tone: TONES[state] ?? 'quiet',
    state: stateTexts[state],
    when: startedAt === null ? '' : formatMoment(startedAt, now),
    message: summary,
    notices: notices.slice(0, NOTICES_AT_ONCE),
    moreNotices: notices.slice(NOTICES_AT_ONCE),
    details: details.join(' · '),
  };
}

/** Whose execution it was is not who asked for it. */
function causeOf({ how, by }: FinishedRun, isOwner: boolean): string[] {
  if (how !== 'request') return [causeTexts[how], by];
  return [isOwner ? statusTexts.colleagueAsked : causeTexts.request];
}

function durationOf(startedAt: string | null, finishedAt: string | null): string[] {
  if (startedAt === null || finishedAt === null) return [];
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return seconds > 0 ? [formatDuration(seconds)] : [];
}
