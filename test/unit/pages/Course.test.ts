import { Course, FIRST_MILLISECONDS, SHORTEST_LOOK_MILLISECONDS, type Told } from '../../../src/pages/Course';
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

type Look = readonly [second: number, progress: ReturnType<typeof running>];

/** What is told after each of these looks, at seconds. */
function told(...looks: readonly Look[]): Told[] {
  const course = new Course();
  return looks.map(([second, progress]) => course.after(progress, second * 1000));
}

const seconds = (...looks: readonly Look[]) => told(...looks).map(({ secondsLeft }) => secondsLeft);
const shares = (...looks: readonly Look[]) => told(...looks).map(({ share }) => share);

const FIRST = FIRST_MILLISECONDS / 1000;
const LOOK = SHORTEST_LOOK_MILLISECONDS / 1000;

describe('the time that a refresh still takes', () => {
  it('follows from what got done since its rows were begun to be read', () => {
    const looks = seconds(
      [0, running(0, { phase: 'links' })],
      [30, running(10)],
      [FIRST, running(20)],
      [FIRST + 30, running(30)],
    );
    expect(looks).toEqual([null, null, 240, 210]);
  });

  it('is not told in the first minute, nor by a shorter look', () => {
    expect(seconds([0, running(0)], [FIRST - 1, running(59)], [FIRST, running(60)])).toEqual([
      null,
      null,
      40,
    ]);
    const late = seconds(
      [0, running(0, { phase: 'links' })],
      [50, running(10)],
      [50 + LOOK - 1, running(20)],
      [50 + LOOK, running(30)],
    );
    expect(late.slice(2)).toEqual([null, Math.ceil((70 * LOOK) / 20)]);
  });

  it('counts the pauses in', () => {
    const paused = { state: 'paused', phase: null };
    const looks = seconds([0, running(0)], [40, running(40, paused)], [80, running(40)], [100, running(50)]);
    expect(looks).toEqual([null, null, 120, 100]);
  });

  it('does not jump to and fro with invoices that get done by leaps', () => {
    const looks = seconds([0, running(0)], [60, running(60)], [80, running(60)], [90, running(90)]);
    expect(looks).toEqual([null, 40, 25, 14]);
  });

  it('is judged anew after a silence, as of a computer that slept', () => {
    const looks = seconds(
      [0, running(0)],
      [FIRST, running(40)],
      [9_000, running(50)],
      [9_000 + LOOK, running(75)],
    );
    expect(looks).toEqual([null, 90, null, LOOK]);
  });

  it('is judged anew for another refresh', () => {
    const other = { startedAt: '2026-11-22T11:00:00Z' };
    const looks = seconds(
      [0, running(0)],
      [FIRST, running(40)],
      [FIRST + 2, running(0, other)],
      [FIRST + 42, running(40, other)],
      [2 * FIRST + 2, running(60, other)],
    );
    expect(looks).toEqual([null, 90, null, null, 40]);
  });

  it.each([
    ['whose list is read', { phase: 'list' }],
    ['whose requisites are read, before rows that nobody has counted', { phase: 'requisites' }],
    ['that writes, which nobody can measure', { phase: 'write' }],
    ['that is paused', { state: 'paused', phase: null }],
    ['that is done', { state: 'done', phase: null, done: 100 }],
    ['that is all but done', { done: 100 }],
    ['that does not advance', { done: 20 }],
  ])('is not told of one %s', (_, change) => {
    expect(seconds([0, running(20)], [FIRST, running(40, change)])).toEqual([null, null]);
  });
});

describe('the share of a refresh that is over', () => {
  it('is not told while the list is read', () => {
    expect(shares([0, running(0, { phase: 'list', total: 0 })], [2, running(9, { phase: 'list' })])).toEqual([
      null,
      null,
    ]);
  });

  it('grows through all phases', () => {
    const told = shares(
      [0, running(0, { phase: 'links' })],
      [1, running(0, { phase: 'requisites' })],
      [2, running(0)],
      [3, running(50)],
      [4, running(100)],
      [5, running(100, { phase: 'write' })],
    ).map((share) => share?.toFixed(2));
    expect(told).toEqual(['0.10', '0.20', '0.25', '0.60', '0.95', '0.95']);
  });

  it('grows by the requests while links are read, of which each is for a page of invoices', () => {
    const links = (requests: number) => running(0, { phase: 'links', total: 1_000, requests });
    const told = shares([0, links(25)], [5, links(35)], [10, links(45)], [15, links(65)]);
    expect(told.map((share) => share?.toFixed(2))).toEqual(['0.10', '0.15', '0.20', '0.20']);
  });

  it('grows by the invoices while links are read, where no rows are wanted', () => {
    expect(shares([0, running(0, { phase: 'links' })], [5, running(100, { phase: 'links' })])).toEqual([
      0.1, 0.95,
    ]);
  });

  it('never goes back: not in a pause, nor where a killed execution is repeated', () => {
    const again = { phase: 'list', total: 50 };
    expect(
      shares(
        [0, running(100)],
        [1, running(100, { state: 'paused', phase: null })],
        [2, running(0, again)],
        [3, running(0, { phase: 'links' })],
      ),
    ).toEqual([0.95, 0.95, 0.95, 0.95]);
  });

  it('is another’s for another refresh', () => {
    expect(shares([0, running(100)], [1, running(0, { startedAt: '2026-11-22T11:00:00Z' })])).toEqual([
      0.95, 0.25,
    ]);
  });
});
