/** A portal that is out of reach or overloaded for a while: short while, the refresh gets through; long, it is repeated. */
import { connect, type World } from '../../cli/world';
import { badGateway, reset, tooManyRequests, unavailableHtml, type Fault } from '../../portal/faults';
import { TICK, worldOfThree } from './support/people';
import { progressOf, startOnce } from './support/scenario';

/** How a portal refuses that will serve again. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['QUERY_LIMIT_EXCEEDED', tooManyRequests],
  ['503 in HTML', unavailableHtml],
  ['502', badGateway],
  ['reset connections', reset],
];

/** The portal refuses everything, from its next request on for so many milliseconds. */
function troubled(world: World, fault: Fault, milliseconds: number): void {
  let until: number | null = null;
  world.portal.change({ faults: ({ at }) => (at < (until ??= at + milliseconds) ? fault : null) });
}

describe.each(FAULTS)('A portal that answers with %s', (_, fault) => {
  it.each([5, 20, 60])('for %d seconds costs a refresh time, and nothing else', (seconds) => {
    const world = worldOfThree();
    connect(world);
    troubled(world, fault, seconds * 1000);
    startOnce(world);
    expect(progressOf(world)).toMatchObject({ state: 'done', done: 3, total: 3 });
  });

  it.each([5, 20, 60])('for %d seconds at the scheduled tick does not cost the day its report', (seconds) => {
    const world = worldOfThree();
    connect(world, { scheduleHours: 1 });
    world.simulator.passTime(TICK);
    expect(progressOf(world).state).toBe('done');
    const { finishedAt } = progressOf(world);
    troubled(world, fault, seconds * 1000);
    const asked = world.portal.requests.length;
    while (world.portal.requests.length === asked) world.simulator.passTime(TICK);
    const { state, startedAt } = progressOf(world);
    expect([state, (startedAt ?? '') > (finishedAt ?? '')]).toEqual(['done', true]);
  });
});
