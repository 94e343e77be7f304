/** Refreshes that a page begins: their course, and what is wished while one is under way. */
import { RUNNING_POLL_MILLISECONDS } from '../../../src/pages/RefreshWatch';
import { CallFailure } from '../../../src/pages/Server';
import { WatchedServer } from './a-watch';
import { aProgress } from './records';

const running = aProgress({ state: 'running', phase: 'rows' });
const done = aProgress({ state: 'done' });

const opened = async (): Promise<WatchedServer> => {
  const server = new WatchedServer();
  await server.watch.poll();
  return server;
};

describe('a refresh that was begun here', () => {
  it('is over when it is heard to be, whenever the answer to its own call comes', async () => {
    const server = await opened();
    void server.watch.start(false);
    server.progress = running;
    await server.tick();
    expect(server.seen?.isStarting).toBe(true);
    server.progress = done;
    await server.tick();
    expect(server.seen).toMatchObject({ progress: done, isStarting: false });
    await server.answerStart('started');
    expect(server.seen).toMatchObject({ progress: done, isStarting: false, notice: null });
  });
});

describe('a refresh started from the page', () => {
  it('is followed at once, though its call answers only at the end', async () => {
    const server = await opened();
    void server.watch.start(false);
    expect(server.seen?.isStarting).toBe(true);
    expect(server.nextPoll).toBe(RUNNING_POLL_MILLISECONDS);
    server.progress = done;
    await server.answerStart('started', 'Готово.');
    expect(server.seen).toMatchObject({ progress: done, isStarting: false, notice: null });
  });

  it('is started once, however often the button is pressed', async () => {
    const server = await opened();
    void server.watch.start(true);
    void server.watch.start(true);
    expect(server.asked).toEqual(['getProgress', 'startBrief']);
  });

  it.each(['queued', 'busy', 'refused'] as const)(
    'that is %s shows the server’s sentence',
    async (accepted) => {
      const server = await opened();
      void server.watch.start(false);
      await server.answerStart(accepted, 'Потом.');
      expect(server.seen).toMatchObject({ isStarting: false, notice: 'Потом.' });
    },
  );

  it('whose call fails says so, and the truth is asked for', async () => {
    const server = await opened();
    void server.watch.start(false);
    server.progress = running;
    server.starts.shift()?.reject(new CallFailure('Нет связи.'));
    await server.settle();
    expect(server.seen).toMatchObject({ progress: running, notice: 'Нет связи.', isStarting: false });
  });
});

describe('a refresh under settings that were just saved', () => {
  it('begins at once where none is under way', async () => {
    const server = await opened();
    void server.watch.startSaved();
    expect(server.asked).toEqual(['getProgress', 'start']);
  });

  it('follows one that was begun before, once, however often it was wished', async () => {
    const server = await opened();
    void server.watch.start(true);
    void server.watch.startSaved();
    void server.watch.startSaved();
    expect(server.count('start')).toBe(0);
    await server.answerStart('started');
    expect(server.count('start')).toBe(1);
    expect(server.seen?.isStarting).toBe(true);
    await server.answerStart('started');
    expect([server.count('start'), server.seen?.isStarting]).toEqual([1, false]);
  });

  it('is wished no more where the one before it is cancelled', async () => {
    const server = await opened();
    void server.watch.start(false);
    void server.watch.startSaved();
    await server.watch.cancel();
    await server.answerStart('started');
    expect(server.count('start')).toBe(1);
  });
});
