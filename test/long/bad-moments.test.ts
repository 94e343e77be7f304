/** A portal that is out of reach or overloaded for a while: short while, the refresh gets through; long, it is repeated. */
import { connect, type World } from '../../world/make-world';
import { badGateway, reset, tooManyRequests, unavailableHtml, type Fault } from '../../portal/faults';
import { PlatformException } from '../../simulator';
import { FORMS } from '../../world/forms';
import { MINUTE, page, TICK, worldOfThree } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { BRIEF, column } from '../../world/sheets';

const HOUR = 60 * MINUTE;

/** How a portal refuses that will serve again. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['QUERY_LIMIT_EXCEEDED', tooManyRequests],
  ['503 in HTML', unavailableHtml],
  ['502', badGateway],
  ['reset connections', reset],
];

/** The portal refuses everything for so many milliseconds, from the first request of the next refresh on. */
function troubled(world: World, fault: Fault, milliseconds: number): void {
  const { startedAt } = progressOf(world);
  let until: number | null = null;
  world.portal.change({
    faults: ({ at }) => {
      const isAtWork = until !== null || progressOf(world).startedAt !== startedAt;
      return isAtWork && at < (until ??= at + milliseconds) ? fault : null;
    },
  });
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
    const before = progressOf(world).startedAt;
    troubled(world, fault, seconds * 1000);
    while (progressOf(world).startedAt === before) world.simulator.passTime(TICK);
    expect(progressOf(world).state).toBe('done');
  });
});

describe.each(FORMS)(
  'One passing failure of Google Sheets at the scheduled tick of the $form form',
  (form) => {
    it.each(['Spreadsheet.getSheetById', 'Range.getValues', 'Sheet.getRange', 'Range.setValues'])(
      'at %s costs a few minutes, not the day’s report',
      (member) => {
        const world = form.aWorld();
        // Without a memory, where such a failure costs nothing.
        connect(world, { scheduleHours: 4, cacheTtlSeconds: 0 });
        world.simulator.passTime(form.tick);
        expect(progressOf(world).state).toBe('done');
        world.data.changeInvoice(1, { OPPORTUNITY: 5 });
        const { startedAt } = progressOf(world);
        world.simulator.passTime(4 * HOUR - 2 * form.tick);
        let failures = 0;
        world.simulator.hooks = {
          before: (call) => {
            if (call.member !== member || failures > 0 || progressOf(world).startedAt === startedAt) return;
            failures += 1;
            throw new PlatformException('Service Spreadsheets failed while accessing document.');
          },
        };
        world.simulator.passTime(4 * form.tick + 15 * MINUTE);
        const { runs } = page(world).call('getStatus') as { runs: { how: string; state: string }[] };
        expect(failures).toBe(1);
        expect(runs.slice(0, 2).map(({ how, state }) => `${how} ${state}`)).toEqual([
          'schedule done',
          'schedule failed',
        ]);
        expect(column(world, BRIEF, 'E')[0]).toBe(5);
      },
    );
  },
);
