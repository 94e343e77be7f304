/** Why a refresh pauses: each reason has its own sentence, and none claims what is not so. */
import type { World } from '../../world/make-world';
import { badGateway, tooManyRequests, type Fault } from '../../portal/faults';
import { inOneGo, worldOf } from './support/long-worlds';
import { TICK } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

const SECOND = 1_000;

/** Of every execution the fault meets whatever is asked after four minutes. */
function worldWithLate(fault: Fault): World {
  let startedAt = Infinity;
  const world = worldOf(200, {
    latency: 15 * SECOND,
    portal: { faults: ({ at }) => (at >= startedAt + 240 * SECOND ? fault : null) },
  });
  startedAt = world.clock.now();
  return world;
}

it.each([
  [
    'fails',
    badGateway,
    'Запросы к порталу сейчас не проходят: обновление продолжится само через несколько минут.',
  ],
  [
    'asks for patience',
    tooManyRequests,
    'Портал ограничил запросы: обновление продолжится само через несколько минут.',
  ],
])(
  'A portal that %s when the time is nearly up is named as the reason, and not the number of invoices',
  (_, fault, message) => {
    const world = worldWithLate(fault);
    startOnce(world);
    expect(progressOf(world)).toMatchObject({ state: 'paused', message });
    world.portal.change({ faults: () => null });
    world.clock.advance(TICK);
    refreshed(world);
    expect(picture(world)).toEqual(inOneGo(world));
  },
);

it('What is read, and would not be written to the end, is said so', () => {
  const world = worldOf(60, { latency: 30 * SECOND, portal: { generation: 'new' } });
  refreshed(world);
  world.simulator.state.propertyStore('document').setAll({ writePace: '4000000' });
  world.data.changeInvoice(1, { OPPORTUNITY: 7 });
  world.simulator.page().call('clearCache');
  world.clock.advance(TICK);
  startOnce(world);
  expect(progressOf(world)).toMatchObject({
    state: 'paused',
    done: 60,
    message: 'На запись листов не хватило времени: обновление продолжится само через несколько минут.',
  });
});
