/** What is counted of a day's quotas where Google ends executions: what was sent, and the time of triggers. */
import type { World } from '../../world/make-world';
import { COLLEAGUE } from '../../world/make-world';
import { OWNER, type Execution } from '../../simulator';
import { slowWorld } from './support/long-worlds';
import { MINUTE, page } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';

/** What the add-on counts of that person: requests, milliseconds of triggers. */
function usageOf({ simulator }: World, user = OWNER): readonly [requests: number, milliseconds: number] {
  const usage = simulator.stored().find(({ key, store }) => key === 'usage' && store === `user:${user}`);
  const hours = JSON.parse(usage?.value ?? '[]') as [number, number, number][];
  return [
    hours.reduce((sum, [, requests]) => sum + requests, 0),
    hours.reduce((sum, [, , time]) => sum + time, 0),
  ];
}

/** One execution that Google ends before it sends its wave of that number. */
function killedBeforeWave(world: World, wave: number, run: (world: World) => Execution): void {
  let waves = 0;
  world.simulator.hooks = {
    before: (call) => {
      if (call.member === 'UrlFetchApp.fetchAll' && ++waves === wave) call.kill();
    },
  };
  expect(run(world).outcome).toBe('killed');
  world.simulator.hooks = {};
}

const tick = ({ simulator }: World): Execution =>
  simulator.run({ function: 'scheduledRefresh', user: OWNER, via: 'timeTrigger' });

describe('A long refresh that Google ends time and again', () => {
  it('counts each request once', () => {
    const world = slowWorld();
    startOnce(world);
    for (const wave of [3, 2]) killedBeforeWave(world, wave, startOnce);
    while (progressOf(world).state !== 'done') startOnce(world);
    expect(usageOf(world)).toEqual([world.portal.requests.length, 0]);
  });

  it('counts the whole time of a trigger that was killed, though a person had begun the refresh', () => {
    const world = slowWorld();
    startOnce(world);
    killedBeforeWave(world, 2, tick);
    expect(usageOf(world)[1]).toBe(0);
    startOnce(world);
    expect(usageOf(world)[1]).toBe(6 * MINUTE);
  });

  it('counts no time of triggers for a person’s execution that was killed, though a tick goes on with it', () => {
    const world = slowWorld();
    startOnce(world);
    killedBeforeWave(world, 2, startOnce);
    const { startedAt, finishedAt } = tick(world);
    expect(usageOf(world)[1]).toBe(finishedAt - startedAt);
  });

  it('costs nobody but its own person', () => {
    const world = slowWorld();
    killedBeforeWave(world, 3, startOnce);
    page(world, COLLEAGUE).call('saveSettings', { webhookUrl: world.webhookUrl });
    const before = world.portal.requests.length;
    startOnce(world, false, COLLEAGUE);
    expect(usageOf(world, COLLEAGUE)[0]).toBe(world.portal.requests.length - before);
  });
});
