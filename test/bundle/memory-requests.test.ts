/** How many requests a report of a thousand invoices costs that is remembered, and what they are. */
import { aPortal } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { aWorld } from '../../world/a-world';
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { byMethod, refreshed } from '../../world/scenario';
import { column, BRIEF, picture } from '../../world/sheets';
import { inOneGo } from './support/long-worlds';
import { isFull } from './support/memory';

const INVOICES = 1_000;
const REQUISITES = 300;

/** Each invoice with a chosen requisite of its client. */
function fullyLinked(clock: World['clock']): PortalData {
  const portal = aPortal(clock);
  for (let ID = 1; ID <= REQUISITES; ID += 1) {
    portal.withCompany({ ID, TITLE: `Клиент ${ID}` });
    portal.withRequisite({
      ID,
      ENTITY_ID: ID,
      RQ_COMPANY_NAME: `ООО «${ID}»`,
      RQ_INN: String(7_701_000_000 + ID),
    });
  }
  for (let ID = 1; ID <= INVOICES; ID += 1) {
    const client = (ID % REQUISITES) + 1;
    portal.withInvoice({ ID, COMPANY_ID: client, link: client, rows: [{}, {}] });
  }
  return portal.data;
}

/** A report on invoices that have rested, remembered and right. */
function remembered(scheduleHours = 0): World {
  const world = aWorld(fullyLinked, { portal: { generation: 'mid' } });
  connect(world, { scheduleHours });
  world.clock.advance(20 * MINUTE);
  refreshed(world);
  return world;
}

/** What the refreshes of the schedule ask, apart from what ticks ask that have nothing else to do. */
function asked(world: World, act: () => unknown): Record<string, number> {
  const before = world.portal.requests.length;
  act();
  return byMethod(world.portal.requests.slice(before));
}

const ONCE_PER_TTL = ['profile', 'crm.item.fields', 'crm.status.list'];

test('within the lifetime of answers nothing but two parts of the list are asked for', () => {
  const world = remembered();
  world.clock.advance(2 * MINUTE);
  expect(asked(world, () => refreshed(world))).toEqual({ 'crm.item.list': 2 });
});

test('after it an unattended refresh counts links and looks at the newest requisite, which makes four', () => {
  const world = remembered(1);
  for (const trigger of world.simulator.state.triggers.all())
    trigger.nextAt = world.clock.now() + 65 * MINUTE;
  const requests = asked(world, () => world.simulator.passTime(66 * MINUTE));
  const others = Object.entries(requests).filter(([method]) => !ONCE_PER_TTL.includes(method));
  expect(Object.fromEntries(others)).toEqual({
    ...{ 'crm.item.list': 2, 'crm.requisite.link.list': 1, 'crm.requisite.list': 1 },
  });
  expect(Object.values(requests).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(4 + 3);
});

test('a person’s click reads links and requisites whole then, and shows what was just mended', () => {
  const world = remembered();
  world.clock.advance(20 * MINUTE);
  world.data.changeRequisite(2, { RQ_COMPANY_NAME: 'ООО «Новое»' });
  const requests = asked(world, () => refreshed(world));
  expect(requests).toMatchObject({
    'crm.item.list': 2,
    'crm.requisite.link.list': 20,
    'crm.requisite.list': 6,
  });
  expect(requests['crm.item.productrow.list']).toBeUndefined();
  expect(column(world, BRIEF, 'D')[0]).toBe('ООО «Новое»');
});

test('ten changed invoices, one new and one deleted cost their rows and a search, and are right', () => {
  const world = remembered();
  world.clock.advance(2 * MINUTE);
  for (let id = 10; id < 20; id += 1) world.data.changeInvoice(id, { OPPORTUNITY: id });
  world.data.addInvoice({ ID: 2_000, COMPANY_ID: 4, link: 4, rows: [{}] });
  world.data.deleteInvoice(500);
  const requests = refreshed(world);
  expect(isFull(requests)).toBe(false);
  // Two parts of the list, who left the period, halving 1,000 ids to 50; rows and links of what is new or changed.
  expect(requests.length).toBeLessThanOrEqual(2 + 2 + 5 + 1 + 1 + 1);
  expect(picture(world)).toEqual(inOneGo(world));
});
