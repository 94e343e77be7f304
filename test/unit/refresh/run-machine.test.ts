/** What becomes of a run: every state, and everything that may happen to it. */
import type { Facts, Happenings, Step } from '../../../src/refresh/run-events';
import { next } from '../../../src/refresh/run-machine';
import { NO_RUN, type Run, type RunState } from '../../../src/state/run';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { aRun, facts as askedFacts, HOUR, NOW, request, runs } from './standing-runs';

/** Nobody waits. */
const facts: Facts = { ...askedFacts, request: null };

const happenings: Omit<Happenings, 'ended'> = {
  wished: { how: 'menu', briefOnly: false },
  resumed: { startedAt: runs.paused.startedAt ?? '' },
  ticked: null,
  requested: null,
  repeated: null,
  cancelled: null,
  tidied: null,
};

/** The run's id and state, what is to be done, and how an earlier run that was still open is remembered. */
function told(step: Step | null): string {
  if (step === null) return '';
  const effects = step.effects.map((effect) => {
    const over = 'over' in effect ? effect.over : null;
    return over === null ? effect.do : `${effect.do}(${over.state})`;
  });
  return [`${step.run.id} ${step.run.state}:`, ...effects].join(' ');
}

const BEGUN = 'new running: forgetCancel save';
const GONE_ON = 'old running: save';
const GONE_ON_AFTER_KILL = 'old running: count save';
const TIDIED = 'tidyDraft forgetCancel';
const ENDED = (state: RunState): string =>
  `old ${state}: removeDraft save(${state}) forgetCancel${state === 'failed' ? ' tellStaleness' : ''}`;

type Row = readonly [keyof typeof runs, Readonly<Partial<Record<keyof typeof happenings, string>>>];

const COURSE: readonly Row[] = [
  ['none', { wished: BEGUN, requested: `${BEGUN} clearRequest`, tidied: ` idle: ${TIDIED}` }],
  ['over', { wished: BEGUN, requested: `${BEGUN} clearRequest`, tidied: `old done: ${TIDIED}` }],
  [
    'to be repeated',
    { wished: BEGUN, requested: `${BEGUN} clearRequest`, repeated: BEGUN, tidied: `old failed: ${TIDIED}` },
  ],
  ['paused', { wished: GONE_ON, resumed: GONE_ON, ticked: GONE_ON, cancelled: ENDED('cancelled') }],
  [
    'outdated',
    { wished: `${BEGUN}(cancelled)`, ticked: `${BEGUN}(cancelled)`, cancelled: ENDED('cancelled') },
  ],
  ['killed', { wished: GONE_ON_AFTER_KILL, ticked: GONE_ON_AFTER_KILL, cancelled: ENDED('cancelled') }],
  [
    'killed without a draft',
    {
      wished: 'new running: count forgetCancel save(failed)',
      ticked: GONE_ON_AFTER_KILL,
      cancelled: ENDED('cancelled'),
    },
  ],
  [
    'killed time and again',
    { wished: GONE_ON_AFTER_KILL, ticked: ENDED('failed'), cancelled: ENDED('cancelled') },
  ],
  [
    'killed while it wrote',
    { wished: GONE_ON_AFTER_KILL, ticked: GONE_ON_AFTER_KILL, cancelled: ENDED('failed') },
  ],
];

describe.each(COURSE)('A run that is %s', (name, expected) => {
  it.each(Object.keys(happenings) as (keyof typeof happenings)[])('%s', (what) => {
    const isAsked = what === 'requested';
    const step = next(runs[name], what, happenings[what], { ...facts, request: isAsked ? request : null });
    expect(told(step)).toBe(expected[what] ?? '');
  });
});

describe('A run goes on', () => {
  it.each<[string, Partial<Facts>]>([
    ['another person', { by: 'another' }],
    ['another connection or report', { scope: 'another' }],
    ['more than a day later', { now: NOW + 24 * HOUR }],
  ])('not with %s, where it begins anew as what it was', (_, change) => {
    const run = { ...runs.paused, briefOnly: true, how: 'sidebar' } as const;
    const step = next(run, 'ticked', null, { ...facts, ...change });
    expect(step?.run).toMatchObject({
      id: 'new',
      how: 'sidebar',
      briefOnly: true,
      drafted: true,
      setbacks: 1,
    });
    expect(step?.run.execution).toEqual({ requestsBefore: 0, isTriggers: true });
  });

  it('at the very end of the day that its data last', () => {
    const now = Date.parse(runs.paused.startedAt ?? '') + 24 * HOUR;
    expect(next(runs.paused, 'ticked', null, { ...facts, now })?.run.id).toBe('old');
  });

  it('as one more setback, and with what it had sent', () => {
    expect(next(runs.paused, 'wished', { how: 'schedule', briefOnly: true }, facts)?.run).toMatchObject({
      state: 'running',
      briefOnly: false,
      heartbeatAt: NOW,
      setbacks: 1,
      execution: { requestsBefore: 12, isTriggers: true },
    });
  });

  it('for nobody but who means that one', () => {
    expect(next(runs.paused, 'resumed', { startedAt: 'another' }, facts)).toBeNull();
  });
});

describe('A run that begins', () => {
  it('counts what a killed execution of the same person had used, and of nobody else', () => {
    const killed = { ...runs['killed without a draft'], execution: { requestsBefore: 5, isTriggers: true } };
    const [count] = next(killed, 'wished', happenings.wished, facts)?.effects ?? [];
    expect(count).toEqual({ do: 'count', used: { requests: 7, triggerMilliseconds: 360_000 } });
    expect(told(next({ ...killed, by: 'another' }, 'wished', happenings.wished, facts))).toBe(
      `${BEGUN}(failed)`,
    );
  });

  it.each([
    [19_999, ''],
    [20_001, refreshTexts.shortOfRequests()],
  ])('warns where the day’s quota is short, killed executions included: %d used', (requests, message) => {
    const used = { requests: requests - 7, triggerMilliseconds: 0 };
    const step = next(runs['killed without a draft'], 'wished', happenings.wished, { ...facts, used });
    expect(step?.run.message).toBe(message);
  });

  it('warns of the triggers’ time where that is short, of a killed execution too', () => {
    const killed = { ...runs['killed without a draft'], execution: { requestsBefore: 5, isTriggers: true } };
    const warning = (milliseconds: number) =>
      next(killed, 'wished', happenings.wished, {
        ...facts,
        used: { requests: 0, triggerMilliseconds: 90 * 60_000 - 360_000 + milliseconds },
      })?.run.message;
    expect([warning(0), warning(1)]).toEqual(['', refreshTexts.shortOfTriggerTime()]);
  });

  it('takes over a draft that a copied file may have, and what is to be repeated but for the schedule’s own', () => {
    const { repeat } = runs['to be repeated'];
    const begun = (run: Run, how: Run['how']) => next(run, 'wished', { how, briefOnly: false }, facts)?.run;
    expect([begun(NO_RUN, 'menu')?.drafted, begun(runs.over, 'menu')?.drafted]).toEqual([true, false]);
    expect(begun(runs['to be repeated'], 'menu')?.repeat).toEqual(repeat);
    expect(begun(runs['to be repeated'], 'schedule')?.repeat.since).toBe(0);
    expect(next(runs['to be repeated'], 'repeated', null, facts)?.run.repeat).toEqual({
      ...repeat,
      begun: 1,
    });
  });

  it('for a request does so only where one waits', () => {
    expect(next(runs.over, 'requested', null, facts)).toBeNull();
    expect(next(runs.over, 'requested', null, { ...facts, request })?.run).toMatchObject({
      how: 'request',
      briefOnly: true,
    });
  });

  it.each([
    [true, true, true],
    [true, false, true],
    [false, false, true],
    [false, true, false],
  ])(
    'fulfils a request of the brief sheet alone (%s) if it makes no less (%s): %s',
    (asked, made, isServed) => {
      const waits = { ...facts, request: { ...request, briefOnly: asked } };
      const step = next(runs.over, 'wished', { how: 'menu', briefOnly: made }, waits);
      expect(told(step)).toBe(isServed ? `${BEGUN} clearRequest` : BEGUN);
    },
  );

  it('fulfils none where it was begun before', () => {
    expect(told(next(runs.paused, 'wished', happenings.wished, { ...facts, request }))).toBe(GONE_ON);
  });
});

describe('The end of an execution', () => {
  const counts = { invoices: 3, rows: 4 };
  const ended = (
    ending: Happenings['ended']['ending'],
    change: Partial<Run> = {},
    given: Partial<Facts> = {},
  ) =>
    next(
      aRun('running', { runningMilliseconds: 10, setbacks: 1, ...change }),
      'ended',
      { ending, hasAdvanced: false, milliseconds: 5, counts },
      { ...facts, ...given },
    );

  it.each([
    ['done', 'old done: saveSurely(done) count forgetCancel'],
    ['cancelled', 'old cancelled: saveSurely(cancelled) count forgetCancel'],
    ['failed', 'old failed: saveSurely(failed) count forgetCancel tellStaleness'],
    ['paused', 'old paused: saveSurely count'],
  ] as const)('that is %s', (state, expected) => {
    expect(told(ended({ state, message: 'x' }))).toBe(expected);
    const drafted = state === 'paused' ? expected : `${expected} tidyDraft`;
    expect(told(ended({ state, message: 'x' }, { drafted: true }))).toBe(drafted);
    expect(ended({ state, message: 'x' })?.mayFail).toBe(true);
    expect(ended({ state, message: 'x' })?.run).toMatchObject({
      phase: null,
      runningMilliseconds: 15,
      setbacks: state === 'failed' ? 1 : 0,
      finishedAt: state === 'paused' ? null : '2026-05-20T12:00:00.000Z',
    });
  });

  it('is remembered with what it wrote, and counts what it sent', () => {
    const [save, count] = ended({ state: 'done', message: 'x' })?.effects ?? [];
    expect(save).toMatchObject({ over: { ...counts, state: 'done', runningMilliseconds: 15, requests: 12 } });
    expect(count).toEqual({ do: 'count', used: { requests: 7, triggerMilliseconds: 0 } });
  });

  it('pauses no run that has heard nothing new for an hour', () => {
    const pause = { state: 'paused', message: 'x', reason: 'limits' } as const;
    const message = refreshTexts.stalled('limits');
    expect(ended(pause, { advancedAt: NOW - HOUR + 1 })?.run.state).toBe('paused');
    expect(ended(pause, { advancedAt: NOW - HOUR, how: 'schedule' })?.run).toMatchObject({
      state: 'failed',
      message,
      repeat: { since: NOW - HOUR / 2, begun: 0, how: 'schedule' },
    });
  });

  it.each([true, false])(
    'in a failure is to be repeated, and the connection’s fault, where it says so: %s',
    (says) => {
      const told = ended(
        { state: 'failed', message: 'x', mayPass: says, isConnectionBroken: says },
        { how: 'schedule' },
      );
      const untold = ended({ state: 'failed', message: 'x' }, { how: 'schedule' });
      expect([told?.run.repeat.since, told?.run.isConnectionBroken]).toEqual([
        says ? NOW - HOUR / 2 : 0,
        says,
      ]);
      expect([untold?.run.repeat.since, untold?.run.isConnectionBroken]).toEqual([0, false]);
    },
  );

  it('gives up half-written sheets after three setbacks', () => {
    const failure = { state: 'failed', message: 'x' } as const;
    const messages = [
      ended(failure, { setbacks: 3 }, { isHalfWritten: true }),
      ended(failure, { setbacks: 2 }, { isHalfWritten: true }),
      ended(failure, { setbacks: 3 }),
      ended({ ...failure, state: 'done' }, { setbacks: 3 }, { isHalfWritten: true }),
    ].map((step) => step?.run.message);
    expect(messages).toEqual([refreshTexts.gaveUp('x'), 'x', 'x', 'x']);
  });

  it('by a cancellation says truly what became of the sheets', () => {
    const cancel = { state: 'cancelled', message: refreshTexts.cancelled() } as const;
    expect(ended(cancel)?.run.message).toBe(refreshTexts.cancelled());
    expect(ended(cancel, {}, { isHalfWritten: true })?.run.message).toBe(refreshTexts.cancelledHalfWritten());
  });
});
