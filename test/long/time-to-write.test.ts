/** Writing begins only where it will end: Google ends an execution after six minutes, in the midst of whatever it does. */
import type { World } from '../../world/make-world';
import { assumedCellCost } from '../../simulator';
import { inOneGo, worldOf } from '../bundle/support/long-worlds';
import { TICK } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

const INVOICES = 60;

/** The refresh to its end; gives how each execution came out, and whether any left half-written sheets behind. */
function carriedThrough(world: World): string[] {
  const ends: string[] = [];
  for (let execution = 0; execution < 20; execution++) {
    const { outcome } = startOnce(world);
    const isHalf = world.simulator.stored().some(({ key }) => key === 'writing');
    ends.push(isHalf ? `${outcome}, half-written` : outcome);
    if (progressOf(world).state === 'done') return ends;
    world.clock.advance(TICK);
  }
  throw new Error('the refresh does not end');
}

/** A portal that takes so long, and a spreadsheet whose cells take many times what is assumed of Google. */
const slow = (latency: number, times: number): World =>
  worldOf(INVOICES, {
    latency,
    portal: { generation: 'new' },
    simulator: { cellCost: (member, cells) => assumedCellCost(member, cells) * times },
  });

it('is never cut short, whenever the last answers come', () => {
  for (const latency of [20_000, 25_000, 30_000, 31_000, 32_000, 33_000, 40_000, 50_000, 58_000]) {
    const world = slow(latency, 85);
    expect([latency, new Set(carriedThrough(world))]).toEqual([latency, new Set(['returned'])]);
    expect(picture(world)).toEqual(inOneGo(world));
  }
});

it('begins in an execution of its own where it is known to take longer than is left', () => {
  const world = slow(30_000, 1);
  carriedThrough(world);
  // As if the last writing of these few rows had taken more than four minutes.
  world.simulator.state.propertyStore('document').setAll({ writePace: '4000000' });
  world.data.changeInvoice(1, { OPPORTUNITY: 7 });
  world.simulator.page().call('clearCache');
  world.clock.advance(TICK);
  expect(carriedThrough(world)).toEqual(['returned', 'returned']);
});

it('begins all the same where no execution would have the time', () => {
  const world = slow(20_000, 1);
  carriedThrough(world);
  world.simulator.state.propertyStore('document').setAll({ writePace: '100000000' });
  world.data.changeInvoice(1, { OPPORTUNITY: 7 });
  world.simulator.page().call('clearCache');
  world.clock.advance(TICK);
  expect(carriedThrough(world).length).toBeLessThanOrEqual(3);
  expect(picture(world)).toEqual(inOneGo(world));
});
