/** How long a page says what the last wish came to. */
import type { Progress } from '../../../src/state/run';
import { WatchedServer } from './a-watch';
import { aProgress } from './records';

const opened = async (progress: Progress = aProgress()): Promise<WatchedServer> => {
  const server = new WatchedServer();
  server.progress = progress;
  await server.watch.poll();
  return server;
};

describe('what was said of a wish', () => {
  const at = (minute: number, state: 'running' | 'done') =>
    aProgress({ state, startedAt: `2026-11-22T10:0${minute}:00.000Z` });

  const queued = async (progress = at(1, 'done')): Promise<WatchedServer> => {
    const server = await opened(progress);
    void server.watch.start(false);
    await server.answerStart('queued', 'Не позже 10:07.');
    expect(server.seen).toMatchObject({ notice: 'Не позже 10:07.', answer: 'queued' });
    return server;
  };

  it('goes once a refresh that began later has ended, though nobody saw it running', async () => {
    const server = await queued();
    await server.tick();
    expect(server.seen?.notice).toBe('Не позже 10:07.');
    server.progress = at(2, 'done');
    await server.tick();
    expect(server.seen).toMatchObject({ notice: null, answer: null });
  });

  it('stays until then where another refresh was under way', async () => {
    const server = await queued(at(1, 'running'));
    for (const progress of [at(1, 'done'), at(2, 'running')]) {
      server.progress = progress;
      await server.tick();
      expect(server.seen?.notice).toBe('Не позже 10:07.');
    }
    server.progress = at(2, 'done');
    await server.tick();
    expect(server.seen?.notice).toBeNull();
  });

  it('goes when the request waits no more, whatever has become of it', async () => {
    const server = await queued();
    server.watch.setWaiting(true);
    expect(server.seen?.notice).toBe('Не позже 10:07.');
    server.watch.setWaiting(false);
    expect(server.seen).toMatchObject({ notice: null, answer: null });
  });

  it('stays where it is no request that waits', async () => {
    const server = await opened();
    void server.watch.start(false);
    await server.answerStart('busy', 'Занято.');
    server.watch.setWaiting(false);
    expect(server.seen).toMatchObject({ notice: 'Занято.', answer: 'busy' });
  });
});
