/** How a comparison of several waves treats the portal, and what becomes of one that cannot go on. */
import type { PortalData } from '../../../portal/data/PortalData';
import { internalError } from '../../../portal/faults';
import { Installation, OWNER } from './an-installation';

const INVOICES = 1_000;
const SETTLED = Date.UTC(2026, 4, 1);
/** Of the portal's bucket: requests at once, and a second. */
const [CAPACITY, PER_SECOND] = [50, 2];

/** A turn in the published form, over a link that has silently become another one. */
function compared(onWave: (installation: Installation, wave: number) => void) {
  let data: PortalData | null = null;
  const installation = new Installation(
    (portal) => {
      ({ data } = portal);
      portal.withCompany({ ID: 4 });
      for (const ID of [1, 2]) portal.withRequisite({ ID, ENTITY_ID: 4 });
      for (let id = 1; id <= INVOICES; id += 1)
        portal.withInvoice({ ID: id, COMPANY_ID: 4, link: 1 + (id % 2), UPDATED_TIME: SETTLED });
    },
    { isPublished: true, latency: 400 },
  );
  installation.connect();
  const { refreshes, compare, state } = installation.openedBy(OWNER);
  do refreshes.start('schedule', false);
  while (state.run().state === 'paused');
  installation.clock.advance(600_000);
  (data as PortalData | null)?.linkRequisite(1, 1);
  const before = installation.portal.requests.length;
  let waves = 0;
  installation.onWave = () => onWave(installation, (waves += 1));
  const sent = compare();
  const asked = installation.portal.requests.length - before;
  return { sent, asked, waves, found: state.reconcile.get() };
}

it('The comparison of an hourly tick never fills more than about half of the portal’s bucket', () => {
  let [level, at, before] = [0, 0, 0];
  const levels: number[] = [];
  const { sent, asked, waves, found } = compared(({ clock, portal }) => {
    const { length } = portal.requests;
    if (at > 0) level += length - before;
    level = Math.max(0, level - ((clock.now() - at) / 1000) * PER_SECOND);
    [at, before] = [clock.now(), length];
    levels.push(level);
  });
  expect([sent, asked > 40, waves < asked / 5]).toEqual([asked, true, true]);
  expect(Math.max(...levels)).toBeLessThanOrEqual(CAPACITY / 2);
  expect(found).toMatchObject({ differences: 1 });
});

it('A portal that fails in the middle of a turn takes nothing of what was found before', () => {
  const { found, waves } = compared(({ portal }, wave) => {
    if (wave === 3) portal.change({ faults: () => internalError });
  });
  expect(waves).toBe(3);
  expect(found).toMatchObject({ differences: 1, rounds: 0, place: { after: expect.any(Number) as number } });
});

it('A round comes to its end also where a turn has compared all there is before the rows, and no rows are known', () => {
  const installation = new Installation((portal) => {
    // Three requests for links and three for the list: all that one turn may ask.
    for (let id = 1; id <= 120; id += 1) portal.withInvoice({ ID: id, UPDATED_TIME: SETTLED });
  });
  installation.connect();
  const { refreshes, compare, state } = installation.openedBy(OWNER);
  const briefOnly = true;
  refreshes.start('menu', briefOnly);
  const rounds = [1, 2, 3, 4].map(() => {
    installation.clock.advance(600_000);
    compare();
    return state.reconcile.get()?.rounds;
  });
  expect(rounds).toEqual([0, 1, 1, 2]);
});
