/** A page that the menu has opened for the refresh that it begins. */
import {
  EXPECTED_MILLISECONDS,
  IDLE_POLL_MILLISECONDS,
  RUNNING_POLL_MILLISECONDS,
} from '../../../src/pages/RefreshWatch';
import { WatchedServer } from './a-watch';

describe('A refresh that is about to begin elsewhere', () => {
  it('is asked for soon again, as long as it may take to begin', async () => {
    const server = new WatchedServer();
    server.watch.expect();
    await server.watch.poll();
    expect(server.nextPoll).toBe(RUNNING_POLL_MILLISECONDS);
    while (server.now < EXPECTED_MILLISECONDS) await server.tick();
    expect(server.nextPoll).toBe(IDLE_POLL_MILLISECONDS);
  });
});
