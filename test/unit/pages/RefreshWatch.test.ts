import {
  IDLE_POLL_MILLISECONDS,
  LOST_ANSWER_MILLISECONDS,
  RESUME_PAUSE_MILLISECONDS,
  RUNNING_POLL_MILLISECONDS,
} from '../../../src/pages/RefreshWatch';
import { WatchedServer } from './a-watch';
import { aProgress } from './records';

const running = aProgress({ state: 'running', phase: 'rows' });
const STARTED_AT = '2026-05-20T09:00:00.000Z';
const RESUME = `resume ${STARTED_AT}`;
const paused = aProgress({ state: 'paused', startedAt: STARTED_AT });
const done = aProgress({ state: 'done' });

const opened = async (progress = aProgress()): Promise<WatchedServer> => {
  const server = new WatchedServer();
  server.progress = progress;
  await server.watch.poll();
  return server;
};

describe('an open page', () => {
  it.each([
    ['running', running, RUNNING_POLL_MILLISECONDS],
    ['idle', aProgress(), IDLE_POLL_MILLISECONDS],
    ['done', done, IDLE_POLL_MILLISECONDS],
  ])('asks again at the pace of a refresh that is %s', async (_, progress, pace) => {
    const server = await opened(progress);
    expect(server.nextPoll).toBe(pace);
    await server.tick();
    expect(server.count('getProgress')).toBe(2);
  });

  it('shows what the server says, from the first answer on', async () => {
    const server = await opened(running);
    expect(server.seen?.progress).toEqual(running);
    server.progress = done;
    await server.tick();
    expect(server.seen?.progress).toEqual(done);
  });

  it.each([
    ['the owner how long it still takes', true, 60],
    ['others nothing of that: his executions go on when nobody here knows', false, null],
  ])('tells %s', async (_, isOwner, secondsLeft) => {
    const rows = { ...running, startedAt: STARTED_AT, done: 0, total: 200 };
    const server = await opened(rows);
    server.watch.setOwner(isOwner);
    for (let asked = 1; asked <= 30; asked += 1) {
      server.progress = { ...rows, done: asked * (10 / 3) };
      await server.tick();
    }
    expect(server.seen).toMatchObject({ share: 0.6, secondsLeft });
  });

  it('asks nothing while nobody sees it, and at once when it is seen again', async () => {
    const server = await opened(running);
    server.watch.setVisible(false);
    expect(server.nextPoll).toBeNull();
    server.watch.setVisible(true);
    await server.settle();
    expect(server.count('getProgress')).toBe(2);
    expect(server.nextPoll).toBe(RUNNING_POLL_MILLISECONDS);
  });

  it('plans no question for an answer that comes when nobody sees it any more', async () => {
    const server = await opened(running);
    const asked = server.watch.poll();
    server.watch.setVisible(false);
    await asked;
    expect(server.nextPoll).toBeNull();
  });

  it('says that the server gave no answer, and keeps asking', async () => {
    const server = await opened(running);
    server.isBroken = true;
    await server.tick();
    expect(server.seen).toMatchObject({
      progress: running,
      notice: 'Google не ответил. Проверьте интернет и попробуйте ещё раз.',
    });
    expect(server.nextPoll).not.toBeNull();
  });

  it('has one question under way, however often it is told to ask', async () => {
    const server = new WatchedServer();
    await Promise.all([server.watch.poll(), server.watch.poll()]);
    expect(server.count('getProgress')).toBe(1);
  });
});

describe('a question whose answer does not come', () => {
  const unanswered = async (): Promise<WatchedServer> => {
    const server = await opened();
    server.isSlow = true;
    await server.tick();
    return server;
  };

  it('is asked again, each time more patiently, and the answers bring the usual pace back', async () => {
    const server = await unanswered();
    expect(server.nextPoll).toBe(LOST_ANSWER_MILLISECONDS);
    await server.tick();
    expect(server.nextPoll).toBe(2 * LOST_ANSWER_MILLISECONDS);
    Object.assign(server, { isSlow: false, progress: running });
    await server.tick();
    expect(server.count('getProgress')).toBe(4);
    expect(server.seen?.progress).toEqual(running);
    expect(server.nextPoll).toBe(RUNNING_POLL_MILLISECONDS);
  });

  it('is asked again also where a refresh begins meanwhile', async () => {
    const server = await unanswered();
    void server.watch.start(false);
    expect(server.nextPoll).toBe(LOST_ANSWER_MILLISECONDS);
    Object.assign(server, { isSlow: false, progress: running });
    await server.tick();
    expect(server.seen?.progress).toEqual(running);
  });

  it('is asked again by a page that is seen again', async () => {
    const server = await unanswered();
    server.watch.setVisible(false);
    Object.assign(server, { isSlow: false, progress: running });
    server.watch.setVisible(true);
    await server.settle();
    expect(server.seen?.progress).toEqual(running);
  });

  it('is acted upon when its answer comes late, also while a later one has none', async () => {
    const server = await unanswered();
    server.watch.setOwner(true);
    await server.tick();
    server.answers[0]?.resolve(paused);
    await server.settle();
    expect(server.count(RESUME)).toBe(1);
    expect(server.nextPoll).toBe(RUNNING_POLL_MILLISECONDS);
  });

  it('counts when its answer comes late, but not after that of a later one', async () => {
    const server = await unanswered();
    await server.tick();
    const [first, second] = server.answers;
    first?.resolve(running);
    await server.settle();
    expect(server.seen?.progress).toEqual(running);
    second?.resolve(done);
    await server.settle();
    expect(server.seen?.progress).toEqual(done);
    await server.tick();
    await server.tick();
    const [, , third, fourth] = server.answers;
    fourth?.resolve(paused);
    await server.settle();
    third?.resolve(running);
    await server.settle();
    expect(server.seen?.progress).toEqual(paused);
  });
});

describe('a paused refresh', () => {
  const openedByOwner = async (): Promise<WatchedServer> => {
    const server = await opened(paused);
    server.watch.setOwner(true);
    return server;
  };

  it('is gone on with by its owner’s open page', async () => {
    const server = await openedByOwner();
    expect(server.count(RESUME)).toBe(1);
  });

  it('is left to the owner by a colleague’s page', async () => {
    const server = await opened(paused);
    await server.tick();
    expect(server.count(RESUME)).toBe(0);
  });

  it('is gone on with again each time it pauses after a while', async () => {
    const server = await openedByOwner();
    server.now += RESUME_PAUSE_MILLISECONDS;
    await server.answerStart('started');
    expect(server.count(RESUME)).toBe(2);
  });

  it('that pauses at once is left alone for a minute', async () => {
    const server = await openedByOwner();
    await server.answerStart('started');
    expect(server.count(RESUME)).toBe(1);
    while (server.now < RESUME_PAUSE_MILLISECONDS) await server.tick();
    expect(server.count(RESUME)).toBe(2);
  });

  it('that has ended before the page goes on with it is none, and nothing new is begun', async () => {
    const server = await openedByOwner();
    server.progress = aProgress({ state: 'cancelled' });
    await server.answerStart('refused', 'Продолжать нечего.');
    expect(server.seen).toMatchObject({ progress: { state: 'cancelled' }, notice: null, isStarting: false });
    expect(server.asked.filter((call) => call !== 'getProgress')).toEqual([RESUME]);
  });

  it('is not taken up again while it is being cancelled', async () => {
    const server = await opened(paused);
    const cancelled = server.watch.cancel();
    server.watch.setOwner(true);
    await cancelled;
    expect(server.count(RESUME)).toBe(0);
  });
});

describe('cancelling', () => {
  it('is shown until the refresh is over', async () => {
    const server = await opened(running);
    await server.watch.cancel();
    expect(server.seen).toMatchObject({ isCancelling: true, notice: null });
    server.progress = aProgress({ state: 'cancelled' });
    await server.tick();
    expect(server.seen?.isCancelling).toBe(false);
  });

  it('where nothing is under way says what became of the request that waited', async () => {
    const server = await opened(done);
    server.cancelAnswer = { accepted: true, message: 'Запрос отклонён.' };
    await server.watch.cancel();
    expect(server.seen).toMatchObject({ isCancelling: false, notice: 'Запрос отклонён.' });
  });

  it('that is refused says why', async () => {
    const server = await opened(running);
    server.cancelAnswer = { accepted: false, message: 'Нечего отменять.' };
    await server.watch.cancel();
    expect(server.seen).toMatchObject({ isCancelling: false, notice: 'Нечего отменять.' });
  });

  it('is asked for once', async () => {
    const server = await opened(running);
    await Promise.all([server.watch.cancel(), server.watch.cancel()]);
    expect(server.count('cancel')).toBe(1);
  });
});
