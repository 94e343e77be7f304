/** What the last runs tell: since when a connection is broken, how often nobody's refresh has failed, what is kept. */
import {
  connectionBrokenSince,
  finishedRun,
  isRememberedRun,
  isRun,
  isUnattended,
  NO_RUN,
  progressOf,
  shownRun,
  type Cause,
  type RememberedRun,
  type Run,
} from '../../../src/state/run';

const at = (hour: number): string => new Date(Date.UTC(2026, 4, 20, hour)).toISOString();

/** A run of that hour. */
const over = (hour: number, change: Partial<Run> = {}): RememberedRun =>
  finishedRun({ ...NO_RUN, state: 'failed', startedAt: at(hour), how: 'schedule', ...change });
const refused = (hour: number, change: Partial<Run> = {}): RememberedRun =>
  over(hour, { isConnectionBroken: true, ...change });

describe('a connection is broken', () => {
  it('where the portal has refused it three times in a row: since the first of them', () => {
    expect(connectionBrokenSince([refused(3), refused(2), refused(1)], null)).toBe(at(1));
    expect(connectionBrokenSince([refused(4), refused(3), refused(2), refused(1)], null)).toBe(at(1));
    expect(connectionBrokenSince([refused(5), refused(4), refused(3), over(2), refused(1)], null)).toBe(
      at(3),
    );
  });

  it.each([
    ['none', []],
    ['two refusals', [refused(2), refused(1)]],
    ['a run since then that ended otherwise', [over(4), refused(3), refused(2), refused(1)]],
    ['a success among the last three', [refused(4), over(3, { state: 'done' }), refused(2), refused(1)]],
  ])('not where there is %s', (_, runs) => {
    expect(connectionBrokenSince(runs, null)).toBeNull();
  });

  it('whatever somebody has cancelled in between', () => {
    const cancelled = over(3, { state: 'cancelled' });
    expect(connectionBrokenSince([refused(4), cancelled, refused(2), refused(1)], null)).toBe(at(1));
    const cancelledByRefusal = refused(4, { state: 'cancelled' });
    expect(connectionBrokenSince([cancelledByRefusal, refused(2), refused(1)], null)).toBeNull();
  });

  it('only by runs since the webhook was saved, that moment included', () => {
    const runs = [refused(4), refused(3), refused(2), refused(1)];
    expect(connectionBrokenSince(runs, at(2))).toBe(at(2));
    expect(connectionBrokenSince(runs, at(3))).toBeNull();
    expect(connectionBrokenSince(runs, 'never')).toBe(at(1));
  });

  it('not by runs of which nobody knows when they began', () => {
    const timeless = refused(0, { startedAt: null });
    expect(connectionBrokenSince([timeless, timeless, timeless], null)).toBeNull();
  });
});

describe('nobody looks on', () => {
  it.each<[Cause, boolean]>([
    ['schedule', true],
    ['request', true],
    ['menu', false],
    ['sidebar', false],
  ])('where a run is set off by the %s: %j', (how, isSo) => {
    expect(isUnattended({ how })).toBe(isSo);
  });
});

describe('a run', () => {
  const run: Run = {
    ...NO_RUN,
    ...{ id: 'run-1', state: 'done', phase: 'write', done: 3, total: 7, by: 'id-1', how: 'sidebar' },
    ...{ message: 'Готово.\nСтроки.', startedAt: at(1), finishedAt: at(2), requests: 5, cacheHits: 6 },
    ...{ runningMilliseconds: 8, briefOnly: true, drafted: true, heartbeatAt: 9 },
  };
  const remembered = {
    ...{ startedAt: at(1), finishedAt: at(2), by: 'id-1', how: 'sidebar', state: 'done', message: 'Готово.' },
    ...{ invoices: 0, rows: 0, requests: 5, hits: 6, runningMilliseconds: 8, briefOnly: true },
  };

  it('is remembered by what the history tells of it, with what it brought', () => {
    expect(finishedRun(run)).toEqual(remembered);
    expect(finishedRun(run, { invoices: 1, rows: 2 })).toEqual({ ...remembered, invoices: 1, rows: 2 });
  });

  it.each([
    [true, { isConnectionBroken: true }],
    [false, {}],
  ])('says whether the connection was refused only where it was: %j', (isConnectionBroken, said) => {
    expect(finishedRun({ ...run, isConnectionBroken })).toEqual({ ...remembered, ...said });
  });

  it('is shown with another name for whose it was, and with nothing that only the schedule needs', () => {
    const { runningMilliseconds, briefOnly, ...shown } = remembered;
    expect([runningMilliseconds, briefOnly]).toEqual([8, true]);
    expect(shownRun(finishedRun(run), 'Анна')).toEqual({ ...shown, by: 'Анна' });
  });

  it('is under way as a page shows it', () => {
    expect(progressOf(run)).toEqual({
      ...{ state: 'done', phase: 'write', done: 3, total: 7, message: 'Готово.\nСтроки.' },
      ...{ startedAt: at(1), finishedAt: at(2), requests: 5, cacheHits: 6 },
    });
  });

  it('is one with every property of its own, and damaged without any of them', () => {
    expect([isRun(run), isRememberedRun(finishedRun(run))]).toEqual([true, true]);
    const { briefOnly, ...needed } = finishedRun(run);
    expect([briefOnly, isRememberedRun(needed)]).toEqual([true, true]);
    const damaged = (whole: object) =>
      Object.keys(whole).map((key) =>
        Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key)),
      );
    expect(damaged(NO_RUN).filter(isRun)).toEqual([]);
    expect(damaged(needed).filter(isRememberedRun)).toEqual([]);
  });
});
