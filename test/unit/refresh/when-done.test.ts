/** By when a colleague's request is carried out: the ticks, the pauses of what is under way, and its own. */
import { doneAtLatest, type Situation } from '../../../src/refresh/when-done';
import { NO_RUN, type RememberedRun, type Run } from '../../../src/state/run';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const MINUTE = 60_000;
const ago = (milliseconds: number): string => new Date(NOW - milliseconds).toISOString();

const OVER: Run = {
  ...NO_RUN,
  id: 'a',
  state: 'done',
  startedAt: ago(60 * MINUTE),
  runningMilliseconds: 50_000,
};
const paused = (change: Partial<Run>): Run => ({
  ...OVER,
  state: 'paused',
  runningMilliseconds: 270_000,
  ...change,
});
const running = (change: Partial<Run>): Run => ({
  ...OVER,
  state: 'running',
  runningMilliseconds: 0,
  ...change,
});

const remembered = (state: string, runningMilliseconds: number, briefOnly = false, requests = 0) =>
  ({ state, runningMilliseconds, briefOnly, requests }) as unknown as RememberedRun;

/** Milliseconds from now on. */
function lastsFor(run: Run, change: Partial<Situation> = {}): number | null {
  const at = doneAtLatest({ run, history: [], takesLists: false, isPublished: false, now: NOW, ...change });
  return at === null ? null : at - NOW;
}

describe('Where nothing is under way it is', () => {
  test('the next tick, and as long as the longest of the refreshes of both sheets took', () => {
    expect(lastsFor(OVER)).toBe(5 * MINUTE);
    const history = [
      remembered('done', 90_000),
      remembered('done', 100_000),
      remembered('failed', 200_000),
      remembered('done', 250_000, true),
    ];
    expect(lastsFor(OVER, { history })).toBe(5 * MINUTE + 100_000);
    expect(lastsFor(OVER, { history, isPublished: true })).toBe(60 * MINUTE + 100_000);
  });

  test('six requests more, at the pace of the last refresh: the memory may turn out wrong', () => {
    const history = [remembered('done', 100_000, false, 12)];
    expect(lastsFor(OVER, { history })).toBe(5 * MINUTE + 150_000);
  });

  test('a tick more than an execution lasts for each pause', () => {
    const history = (milliseconds: number) => ({ history: [remembered('done', milliseconds)] });
    expect(lastsFor(OVER, history(270_000))).toBe(5 * MINUTE + 270_000);
    expect(lastsFor(OVER, history(270_001))).toBe(5 * MINUTE + 10 * MINUTE + 270_000);
    expect(lastsFor(OVER, history(600_000))).toBe(5 * MINUTE + 2 * 10 * MINUTE + 270_000);
    const published = { ...history(600_000), isPublished: true };
    expect(lastsFor(OVER, published)).toBe(60 * MINUTE + 2 * 60 * MINUTE + 270_000);
  });
});

describe('Where a refresh is under way it is', () => {
  test('a tick later, and no sooner than that one took so far', () => {
    expect(lastsFor(running({ startedAt: ago(MINUTE) }))).toBe(10 * MINUTE + MINUTE);
    expect(lastsFor(running({ startedAt: null }))).toBe(10 * MINUTE);
    const history = [remembered('done', 2 * MINUTE)];
    expect(lastsFor(running({ startedAt: ago(MINUTE) }), { history })).toBe(10 * MINUTE + 2 * MINUTE);
  });

  test('unknown as long as nobody knows how much it has to read', () => {
    expect(lastsFor(paused({ total: 0, requests: 9 }))).toBeNull();
    expect(lastsFor(paused({ total: 9, requests: 0 }))).toBeNull();
    expect(lastsFor(running({ startedAt: ago(270_000), total: 0, requests: 9 }))).toBeNull();
    expect(
      lastsFor(running({ startedAt: ago(MINUTE), runningMilliseconds: 1, total: 0, requests: 9 })),
    ).toBeNull();
  });

  test('later by its pauses and the own ones, at the pace so far: 20 requests, and 1.2 for each invoice', () => {
    // 140 requests at most, 35 of them in one execution: three more executions of it, and four of the next.
    expect(lastsFor(paused({ total: 100, requests: 35 }))).toBe(10 * MINUTE + 5 * 10 * MINUTE + 270_000);
    // 270 seconds for 70 requests: one more execution of it, and two of the next.
    expect(lastsFor(paused({ total: 100, requests: 70 }))).toBe(10 * MINUTE + 10 * MINUTE + 270_000);
  });

  test('sooner where the portal answers for many invoices at once: 0.5 for each', () => {
    const change = { takesLists: true };
    // 70 requests at most: half of them took an execution, so that one more of it is left.
    expect(lastsFor(paused({ total: 100, requests: 35 }), change)).toBe(20 * MINUTE + 270_000);
    // More than it may take have been sent: one more, of one second.
    const nearly = paused({ total: 100, requests: 100, runningMilliseconds: 100_000 });
    expect(lastsFor(nearly, change)).toBe(10 * MINUTE + 101_000);
  });

  test('counted with the time since its start, as far as one execution lasts', () => {
    const later = running({
      runningMilliseconds: 100_000,
      total: 100,
      requests: 200,
      startedAt: ago(200_000),
    });
    expect(lastsFor(later)).toBe(10 * MINUTE + 201_000);
    // 100 seconds before and 270 of this one at most: two executions.
    const long = { ...later, startedAt: ago(60 * MINUTE) };
    expect(lastsFor(long)).toBe(10 * MINUTE + 10 * MINUTE + 270_000);
  });
});
