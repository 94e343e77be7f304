/** Within one refresh no question is asked again once it was answered, wherever the refresh has to pause. */
import { Random } from '../../portal/data/Random';
import { operationTimeLimit, tooManyRequests } from '../../portal/faults';
import { canonical } from '../../src/hash/canonical';
import type { World } from '../../world/make-world';
import { inOneGo, worldOf } from '../bundle/support/long-worlds';
import { TICK } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

/** Pauses, as far as they are needed here. */
const MOST_EXECUTIONS = 60;
/** Enough for several executions: new portals give rows invoice by invoice. */
const INVOICES = { old: 400, mid: 400, new: 90 };

/** The refresh to its end, and how many executions it took. */
function carriedThrough(world: World): number {
  for (let executions = 1; executions <= MOST_EXECUTIONS; executions++) {
    startOnce(world);
    const { state, message } = progressOf(world);
    if (state === 'done') return executions;
    if (state !== 'paused') throw new Error(`${state}: ${message}`);
    world.clock.advance(TICK);
  }
  throw new Error('the refresh does not end');
}

/** Questions that were answered more than once, letter for letter. */
function answeredTwice(world: World): string[] {
  const answered = world.portal.requests
    .filter(({ error }) => error === null)
    .map(({ method, params }) => canonical([method, params]));
  return answered.filter((question, index) => answered.indexOf(question) !== index);
}

describe('A refresh whose executions remember nothing but their draft', () => {
  const forgetful = { simulator: { cacheEntryVanishes: () => true } };

  it.each(['old', 'mid', 'new'] as const)(
    'asks nothing twice of a slow portal (%s), whose pauses cut waves and lists of rows in two',
    (generation) => {
      for (const latency of [37_000, 49_000, 58_000]) {
        const world = worldOf(INVOICES[generation], {
          ...forgetful,
          latency,
          portal: { generation },
        });
        expect(carriedThrough(world)).toBeGreaterThan(1);
        expect([latency, answeredTwice(world)]).toEqual([latency, []]);
        expect(picture(world)).toEqual(inOneGo(world));
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6])(
    'asks nothing twice that was answered where others were refused, by dice %d',
    (seed) => {
      const dice = new Random(seed);
      const faults = () => (dice.chance(0.15) ? dice.pick([tooManyRequests, operationTimeLimit]) : null);
      const generation = dice.pick(['old', 'mid', 'new'] as const);
      const latency = dice.int(35_000, 58_000);
      const world = worldOf(INVOICES[generation], { ...forgetful, latency, portal: { generation, faults } });
      expect(carriedThrough(world)).toBeGreaterThan(1);
      expect(answeredTwice(world)).toEqual([]);
      expect(picture(world)).toEqual(inOneGo(world));
    },
  );
});
