/** A colleague who asks while an earlier request is being carried out wishes for another refresh after it. */
import { ColleagueRequest } from '../../../src/refresh/ColleagueRequest';
import { NO_RUN } from '../../../src/state/run';
import { COLLEAGUE, Installation, OWNER } from './an-installation';

const AT = '2026-05-20T09:00:00.000Z';
const EARLIER = { briefOnly: true, at: AT, by: 'somebody' };

function asked(run: Partial<typeof NO_RUN>): { left: unknown; after: unknown } {
  const installation = new Installation();
  installation.connect();
  const { document } = installation;
  document.request.set(EARLIER);
  document.saveRun({ ...NO_RUN, id: 'a run', state: 'running', startedAt: AT, ...run });
  const { platform, settings, state } = installation.openedBy(COLLEAGUE);
  const requests = new ColleagueRequest(platform, settings, state);
  expect(requests.leaveToOwner(true).accepted).toBe('queued');
  const left = document.request.get();
  const owner = installation.openedBy(OWNER);
  new ColleagueRequest(owner.platform, owner.settings, owner.state).take(EARLIER);
  return { left, after: document.request.get() };
}

describe('A request that is left', () => {
  it('while the earlier one is being carried out stays when that is forgotten', () => {
    const { left, after } = asked({});
    expect(left).toMatchObject({ briefOnly: true });
    expect(left).not.toMatchObject({ at: AT });
    expect(after).toEqual(left);
  });

  it.each([
    ['before its refresh has begun', { state: 'done' as const }],
    ['while one goes on that began before it', { startedAt: '2026-05-20T08:59:59.999Z' }],
  ])('%s adds none', (_, run) => {
    const { left, after } = asked(run);
    expect(left).toEqual(EARLIER);
    expect(after).toBeNull();
  });
});
