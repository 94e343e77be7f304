import { SHORTEST_LOOK_MILLISECONDS, TimeLeft } from '../../../src/pages/TimeLeft';
import { aProgress } from './records';

const running = (done: number, change: object = {}) =>
  aProgress({
    state: 'running',
    phase: 'rows',
    done,
    total: 100,
    startedAt: '2026-11-22T10:00:00Z',
    ...change,
  });

/** What is told after each of these looks, at seconds. */
function told(
  ...looks: (readonly [second: number, progress: ReturnType<typeof running>])[]
): (number | null)[] {
  const left = new TimeLeft();
  return looks.map(([second, progress]) => left.after(progress, second * 1000));
}

const LOOK = SHORTEST_LOOK_MILLISECONDS / 1000;

describe('the time that a refresh still takes', () => {
  it('follows from what got done since the page looked on', () => {
    expect(told([0, running(20)], [LOOK, running(40)], [2 * LOOK, running(50)])).toEqual([
      null,
      3 * LOOK,
      Math.ceil((50 * 2 * LOOK) / 30),
    ]);
  });

  it('is not told before there was enough to see', () => {
    expect(told([0, running(20)], [LOOK - 1, running(40)])).toEqual([null, null]);
    expect(told([0, running(20)], [LOOK, running(20)])).toEqual([null, null]);
  });

  it('is not told while the list still grows, and judged anew afterwards', () => {
    const looks = told(
      [0, running(0, { total: 50 })],
      [LOOK, running(10, { total: 100 })],
      [2 * LOOK, running(20, { total: 100 })],
    );
    expect(looks).toEqual([null, null, 8 * LOOK]);
  });

  it('is judged anew for another refresh', () => {
    const other = { startedAt: '2026-11-22T11:00:00Z' };
    expect(told([0, running(20)], [LOOK, running(40, other)], [2 * LOOK, running(60, other)])).toEqual([
      null,
      null,
      2 * LOOK,
    ]);
  });

  it.each([
    ['writing, which nobody can measure', { phase: 'write' }],
    ['paused', { state: 'paused', phase: null }],
    ['done', { state: 'done', phase: null, done: 100 }],
    ['all but done', { done: 100 }],
  ])('is not told of one that is %s', (_, change) => {
    expect(told([0, running(20)], [LOOK, running(40, change)])).toEqual([null, null]);
  });
});
