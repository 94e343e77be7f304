/**
 * The life of a run, decided without doing anything: what becomes of the run in the document when something happens, and
 * what has to be done for it, in this order. RefreshService asks under the lock of refreshes and carries out the answer.
 *
 * COURSE has it all on one screen; run-events.ts says what may happen. Under the lock nobody is at work, so a run that says
 * `running` was killed by the platform, except to its own execution, which alone tells of `ended`. While an execution is
 * under way RunProgress notes its progress and its draft in the run; that changes nothing here.
 */
import { DAY_MILLISECONDS, HOUR_MILLISECONDS } from '../domain/durations';
import { EXECUTION_MILLISECONDS } from '../platform/limits';
import { expectedOf, shortageOf } from '../quota/quota-policy';
import type { Amounts } from '../quota/QuotaLedger';
import { finishedRun, isUnattended, NO_REPEAT, NO_RUN, type Run } from '../state/run';
import { refreshTexts } from '../texts/refresh-texts';
import { repeatAfter, repeatDueAt } from './repeats';
import type { Effect, EndedExecution, Ending, Facts, Happenings, Step, Wish } from './run-events';
import { isHopeless, isOpen, makesAll, standingOf, type Standing } from './run-standing';

/** What was fetched longer ago is asked anew. */
const DRAFT_LIFE_MILLISECONDS = DAY_MILLISECONDS;
/** The portal frees operating time within ten minutes; a run that got nothing new for an hour will not recover. */
const STALL_MILLISECONDS = HOUR_MILLISECONDS;

type Rule<Happening> = (run: Run, happening: Happening, facts: Facts) => Step | null;

/**
 * What becomes of the run in the document, by what happens and how it stands: `over` is none yet, done, failed or
 * cancelled, `running` is killed, or at work where it tells of its own end. Of what is missing nothing comes.
 */
const COURSE: { readonly [K in keyof Happenings]: Readonly<Partial<Record<Standing, Rule<Happenings[K]>>>> } =
  {
    wished: { over: begin, paused: goOnWidened, running: goOnIfDrafted },
    resumed: { paused: goOnIfMeant },
    ticked: { paused: goOnByTrigger, running: goOnUnlessHopeless },
    requested: { over: beginRequested },
    repeated: { over: beginRepeat },
    cancelled: { paused: cancel, running: cancel },
    tidied: { over: tidy },
    ended: { running: end },
  };

/** @returns null where nothing comes of it */
export function next<K extends keyof Happenings>(
  run: Run,
  what: K,
  happening: Happenings[K],
  facts: Facts,
): Step | null {
  return COURSE[what][standingOf(run)]?.(run, happening, facts) ?? null;
}

/**
 * A run that begins anew; the last one is over if it was not. It takes over a draft that may lie there: a copied file has
 * one and no memory of its run.
 * @param isTriggers whether the trigger begins it, which may be in the place of a run that a person had begun
 * @param repeat what it repeats; the schedule's own turn takes the place of whatever was to be repeated
 */
function begin(
  last: Run,
  { how, briefOnly }: Wish,
  facts: Facts,
  isTriggers = isUnattended({ how }),
  repeat = how === 'schedule' ? NO_REPEAT : last.repeat,
): Step {
  const { now, by, scope } = facts;
  const killed = killedIn(last, by);
  const run: Run = {
    ...NO_RUN,
    id: facts.newId(),
    state: 'running',
    phase: 'list',
    message: warningOf(killed, facts),
    startedAt: isoTime(now),
    by,
    how,
    briefOnly,
    drafted: last.drafted || last.id === '',
    scope,
    heartbeatAt: now,
    advancedAt: now,
    setbacks: last.setbacks + 1,
    execution: { requestsBefore: 0, isTriggers },
    repeat,
  };
  const over = isOpen(last) ? finishedRun(endedAs(leftBehind(last), last, now)) : null;
  const effects: Effect[] = [...killed, { do: 'forgetCancel' }, { do: 'save', run, over }];
  // Only when everybody can see the run is a request forgotten that it fulfils: whatever becomes of it, people hear of it.
  const { request } = facts;
  if (request !== null && makesAll(run, request)) effects.push({ do: 'clearRequest', request });
  return { run, effects };
}

function beginRequested(last: Run, _: null, facts: Facts): Step | null {
  const { request } = facts;
  return request && begin(last, { how: 'request', briefOnly: request.briefOnly }, facts);
}

function beginRepeat(last: Run, _: null, facts: Facts): Step | null {
  const { repeat } = last;
  return repeatDueAt(last) === null
    ? null
    : begin(last, repeat, facts, true, { ...repeat, begun: repeat.begun + 1 });
}

/**
 * The next execution of the same run, a setback until it has come to a good end; null where it was another person's,
 * of another connection or report, or is too old. Who wants it to end still does: the wish to cancel stays.
 */
function goOn(run: Run, isTriggers: boolean, { now, by, scope }: Facts): Step | null {
  const age = now - Date.parse(run.startedAt ?? '');
  if (!(age <= DRAFT_LIFE_MILLISECONDS) || run.by !== by || run.scope !== scope) return null;
  const execution = { requestsBefore: run.requests, isTriggers };
  const going: Run = { ...run, execution, state: 'running', heartbeatAt: now, setbacks: run.setbacks + 1 };
  return { run: going, effects: [...killedIn(run, by), { do: 'save', run: going, over: null }] };
}

/** A run of the brief sheet becomes one of both where both are wished: its answers are of use. */
function goOnWidened(run: Run, wish: Wish, facts: Facts): Step {
  const widened = { ...run, briefOnly: run.briefOnly && wish.briefOnly };
  return goOn(widened, isUnattended(wish), facts) ?? begin(run, wish, facts);
}

/** One without a draft has nothing to go on with, and was told as failed. */
function goOnIfDrafted(run: Run, wish: Wish, facts: Facts): Step {
  return run.drafted ? goOnWidened(run, wish, facts) : begin(run, wish, facts);
}

function goOnIfMeant(run: Run, { startedAt }: Happenings['resumed'], facts: Facts): Step | null {
  return run.startedAt === startedAt ? goOn(run, false, facts) : null;
}

function goOnByTrigger(run: Run, _: null, facts: Facts): Step {
  return goOn(run, true, facts) ?? begin(run, run, facts, true);
}

function goOnUnlessHopeless(run: Run, _: null, facts: Facts): Step {
  if (!isHopeless(run)) return goOnByTrigger(run, _, facts);
  return endAtRest(run, failed(refreshTexts.gaveUp(refreshTexts.interrupted())), facts);
}

/** What was killed while it wrote may have changed the sheets. */
function cancel(run: Run, _: null, facts: Facts): Step {
  return run.state === 'running' && run.phase === 'write'
    ? endAtRest(run, leftBehind(run), facts)
    : endAtRest({ ...run, setbacks: 0 }, cancelledBy(facts), facts);
}

/** The end of a run that no execution is at work on. */
function endAtRest(run: Run, ending: Ending, { now }: Facts): Step {
  const over = { ...endedAs(ending, run, now), drafted: false };
  const save: Effect = { do: 'save', run: over, over: finishedRun(over) };
  const told: Effect[] = over.state === 'failed' ? [{ do: 'tellStaleness', run: over }] : [];
  return { run: over, effects: [{ do: 'removeDraft' }, save, { do: 'forgetCancel' }, ...told] };
}

function tidy(run: Run): Step {
  return { run, effects: [...tidied(run), { do: 'forgetCancel' }] };
}

const tidied = (run: Run): Effect[] => [{ do: 'tidyDraft', run: { ...run, drafted: false } }];

/** What cannot be noted of the end leaves the sheets as they are and the answer true. */
function end(worked: Run, { ending, hasAdvanced, milliseconds, counts }: EndedExecution, facts: Facts): Step {
  const { now } = facts;
  const advancedAt = hasAdvanced ? now : worked.advancedAt;
  const told = endingOf({ ...worked, advancedAt }, ending, facts);
  const run: Run = {
    ...endedAs(told, worked, now),
    advancedAt,
    runningMilliseconds: worked.runningMilliseconds + milliseconds,
    setbacks: told.state === 'failed' ? worked.setbacks : 0,
  };
  const over = isOpen(run) ? null : finishedRun(run, counts);
  const noted: Effect[] = [
    { do: 'saveSurely', run, over },
    { do: 'count', used: usedBy(run, 0) },
  ];
  if (over !== null) noted.push({ do: 'forgetCancel' });
  if (run.state === 'failed') noted.push({ do: 'tellStaleness', run });
  if (over !== null && run.drafted) noted.push(...tidied(run));
  return { run, effects: noted, mayFail: true };
}

/** What an execution's end means for the run. */
function endingOf(run: Run, ending: Ending, facts: Facts): Ending {
  const { state, reason } = ending;
  if (state === 'cancelled') return cancelledBy(facts);
  const isStalled = facts.now - run.advancedAt >= STALL_MILLISECONDS;
  if (reason !== undefined && isStalled) return { ...failed(refreshTexts.stalled(reason)), mayPass: true };
  if (state !== 'failed' || !isHopeless(run) || !facts.isHalfWritten) return ending;
  return failed(refreshTexts.gaveUp(ending.message));
}

/** What an execution before has left half-written is not as it was. */
const cancelledBy = ({ isHalfWritten }: Facts): Ending => ({
  state: 'cancelled',
  message: isHalfWritten ? refreshTexts.cancelledHalfWritten() : refreshTexts.cancelled(),
});

const leftBehind = ({ state }: Run): Ending =>
  state === 'paused'
    ? { state: 'cancelled', message: refreshTexts.outdated() }
    : failed(refreshTexts.interrupted());

const failed = (message: string): Ending => ({ state: 'failed', message });

const isoTime = (now: number): string => new Date(now).toISOString();

function endedAs(ending: Ending, run: Run, now: number): Run {
  const { state, message, checkedAt = isoTime(now), mayPass = false, isConnectionBroken = false } = ending;
  const finishedAt = state === 'paused' ? null : checkedAt;
  const repeat = repeatAfter(run, state, mayPass);
  return { ...run, state, message, phase: null, finishedAt, repeat, isConnectionBroken };
}

/** What a killed execution has used and could not count itself; the quotas of another person are his own. */
const killedIn = (run: Run, me: string): Effect<'count'>[] =>
  run.state === 'running' && run.by === me
    ? [{ do: 'count', used: usedBy(run, run.execution.isTriggers ? EXECUTION_MILLISECONDS : 0) }]
    : [];

const usedBy = ({ requests, execution }: Run, triggerMilliseconds: number): Amounts => ({
  requests: requests - execution.requestsBefore,
  triggerMilliseconds,
});

/** Said before the refresh is under way; it may still get through, since only Google knows the account. */
function warningOf([killed]: readonly Effect<'count'>[], { used, history }: Facts): string {
  const all = {
    requests: used.requests + (killed?.used.requests ?? 0),
    triggerMilliseconds: used.triggerMilliseconds + (killed?.used.triggerMilliseconds ?? 0),
  };
  const shortage = shortageOf(all, expectedOf(history));
  if (shortage === null) return '';
  return shortage === 'requests' ? refreshTexts.shortOfRequests() : refreshTexts.shortOfTriggerTime();
}
