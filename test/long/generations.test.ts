/** Old, mid and new portals, and webhooks that may not read everything. */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { aPortal, PAYMENT_DATE, SHIPMENT_DATE, type PortalBuilder } from '../../portal/data/a-portal';
import { makeOddData } from '../../portal/data/odd-data';
import { faultQueue, restFault } from '../../portal/faults';
import type { Generation } from '../../portal/generation';
import type { RequestRecord } from '../../portal/request-record';
import type { Clock } from '../../portal/clock';
import { aWorld } from '../../world/a-world';
import { byMethod, refresh, refreshed } from '../../world/scenario';
import { BRIEF, column, DETAIL, picture } from '../../world/sheets';

const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];
const SIX_HOURS = 6 * 60 * 60 * 1_000;
const ROWS = 'crm.item.productrow.list';

/** 60 invoices of one row each, in ids from 11. */
function sixty(portal: PortalBuilder): void {
  portal.withCompany({ ID: 4, TITLE: 'Альфа' });
  portal.withRequisite({ ID: 1, ENTITY_ID: 4, RQ_COMPANY_NAME: 'ООО «Альфа»', RQ_INN: '7701000001' });
  for (let id = 11; id <= 70; id += 1) {
    portal.withInvoice({ ID: id, COMPANY_ID: 4, link: 1, rows: [{ PRODUCT_NAME: `Товар ${id}` }] });
  }
}

function worldOf(compose: (portal: PortalBuilder) => unknown, options: WorldOptions = {}): World {
  const world = aWorld((clock) => {
    const portal = aPortal(clock);
    compose(portal);
    return portal.data;
  }, options);
  world.clock.advance(600_000);
  connect(world);
  return world;
}

const rowOwners = (requests: readonly RequestRecord[]): unknown[] =>
  requests
    .filter(({ method }) => method === ROWS)
    .map(({ params }) => (params['filter'] as Record<string, unknown>)['=ownerId']);

const partial = (rest: object) => ({ user: { admin: false, ...rest } });

describe('The same data', () => {
  const demo = (clock: Clock) => makeOddData({ clock, today: '2026-05-20' }).data;
  /** The month that all odd cases lie in. */
  const april = { preset: 'custom', from: '2026-04-01', to: '2026-04-30' };
  const dates = { period: april, shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE };

  it('makes the same sheets on every generation, with stale totals and without a limiter too', () => {
    const portals = [
      ...GENERATIONS.map((generation) => ({ generation })),
      { generation: 'new' as const, quirks: { staleTotals: true, uncountedTotal: 'zero' as const } },
      { generation: 'mid' as const, limits: 'off' as const, operating: 'off' as const },
    ];
    const [first, ...others] = portals.map((portal) => {
      const world = aWorld(demo, { portal });
      connect(world, dates);
      refreshed(world);
      return picture(world);
    });
    for (const other of others) expect(other).toEqual(first);
  });

  it.each<[Generation, number]>([
    ['old', 2],
    ['mid', 2],
    ['new', 61],
  ])(
    'costs an %s portal %d requests for the rows of sixty invoices, and the same for all else',
    (generation, rows) => {
      const world = worldOf(sixty, { portal: { generation } });
      expect(byMethod(refreshed(world))).toEqual({
        // Two pages and an empty one.
        'crm.item.list': 3,
        'crm.status.list': 1,
        profile: 1,
        'crm.requisite.link.list': 2,
        'crm.requisite.list': 1,
        [ROWS]: rows,
      });
      expect(column(world, DETAIL, 'E')).toHaveLength(60);
    },
  );

  it.each(GENERATIONS)(
    'costs an %s portal two parts of the list and nothing else when nothing has changed',
    (generation) => {
      const world = worldOf(sixty, { portal: { generation } });
      refreshed(world);
      expect(byMethod(refreshed(world))).toEqual({ 'crm.item.list': 2 });
    },
  );
});

describe('Whether a portal takes lists of owners', () => {
  it('is asked with one list, and what was refused is asked owner by owner', () => {
    const world = worldOf(sixty, { portal: { generation: 'new' } });
    const owners = rowOwners(refreshed(world));
    const lists = owners.filter((owner) => Array.isArray(owner));
    expect(lists).toHaveLength(1);
    expect(owners[0]).toBe(lists[0]);
    const singles = owners.filter((owner) => !Array.isArray(owner));
    expect([...singles].sort()).toEqual(Array.from({ length: 60 }, (_, index) => index + 11));
    expect((world.simulator.page().call('getStatus') as { generation: string }).generation).toBe('refused');
  });

  it('is remembered for six hours and then asked again', () => {
    const world = worldOf(sixty, { portal: { generation: 'new' } });
    refreshed(world);
    const editAll = () => {
      for (const id of world.data.invoices.keys()) world.data.addRow(id, {});
    };
    world.clock.advance(SIX_HOURS - 60_000);
    editAll();
    expect(rowOwners(refreshed(world)).filter((owner) => Array.isArray(owner))).toEqual([]);
    world.clock.advance(120_000);
    editAll();
    expect(rowOwners(refreshed(world)).filter((owner) => Array.isArray(owner))).toHaveLength(1);
  });

  it('is learnt again from a portal that takes them no more', () => {
    const world = worldOf(sixty, { portal: { generation: 'mid' } });
    refreshed(world);
    world.portal.change({ generation: 'new' });
    for (const id of world.data.invoices.keys()) world.data.addRow(id, { PRODUCT_NAME: 'Ещё' });
    const owners = rowOwners(refreshed(world));
    expect(owners.filter((owner) => !Array.isArray(owner))).toHaveLength(60);
    expect(column(world, DETAIL, 'E')).toHaveLength(120);
    for (const id of world.data.invoices.keys()) world.data.addRow(id, { PRODUCT_NAME: 'И ещё' });
    expect(rowOwners(refreshed(world)).filter((owner) => Array.isArray(owner))).toEqual([]);
  });

  it('is not taken over from another connection', () => {
    const world = worldOf(sixty, { portal: { generation: 'new' } });
    refreshed(world);
    world.portal.change({ generation: 'old', secret: 'another0secret' });
    connect({ ...world, webhookUrl: world.webhookUrl.replace(/[^/]+\/$/, 'another0secret/') });
    expect(rowOwners(refreshed(world))).toHaveLength(2);
  });

  it('holds for the chunk that is refused in the middle of a refresh', () => {
    const chunks = faultQueue(
      [null, restFault(400, 'ACCESS_DENIED', 'Access denied')],
      ({ method, params }) =>
        method === ROWS && Array.isArray((params['filter'] as Record<string, unknown>)['=ownerId']),
    );
    const world = worldOf(sixty, { portal: { generation: 'mid', faults: chunks } });
    const owners = rowOwners(refreshed(world));
    expect(owners.map((owner) => (Array.isArray(owner) ? owner.length : 1))).toEqual([
      50,
      10,
      ...Array<number>(10).fill(1),
    ]);
    expect(column(world, DETAIL, 'E')).toHaveLength(60);
  });
});

describe('A webhook whose owner may not read everything', () => {
  it.each(GENERATIONS)(
    'of an %s portal sees its invoices with all their rows, one owner a request',
    (generation) => {
      const world = worldOf(sixty, {
        portal: { generation, ...partial({ invoices: { except: [12, 13] } }) },
      });
      const owners = rowOwners(refreshed(world));
      // The portal tests the right to a list of owners as if it were invoice 1, which is not there.
      expect(owners.filter((owner) => !Array.isArray(owner))).toHaveLength(58);
      expect(column(world, DETAIL, 'E')).toHaveLength(58);
      expect(column(world, BRIEF, 'B')).not.toContain('12');
      expect(world.spreadsheet.sheetNamed(BRIEF)?.peek(2, 2)?.note).toContain(
        'Вебхук не администратора: видны не все счета',
      );
    },
  );

  it('makes the same sheets on all generations', () => {
    const pictures = GENERATIONS.map((generation) => {
      const world = worldOf(sixty, { portal: { generation, ...partial({ invoices: { except: [12] } }) } });
      refreshed(world);
      return picture(world);
    });
    expect(pictures[1]).toEqual(pictures[0]);
    expect(pictures[2]).toEqual(pictures[0]);
  });

  it.each(GENERATIONS)('of an %s portal is told where the rows of one invoice are refused', (generation) => {
    const refusal = restFault(400, 'ACCESS_DENIED', 'Доступ запрещён');
    const world = worldOf((portal) => sixty(portal), {
      portal: {
        generation,
        ...partial({ invoices: { except: [12] } }),
        faults: ({ method, params }) =>
          method === ROWS && (params['filter'] as Record<string, unknown>)['=ownerId'] === 15
            ? refusal
            : null,
      },
    });
    const { progress } = refresh(world);
    expect(progress.message).toContain('Строки счёта № 15 (id 15) недоступны.');
    const names = column(world, DETAIL, 'E');
    expect(names).toHaveLength(59);
    expect(names.filter((name) => name === 'Строки счёта недоступны')).toHaveLength(1);
  });

  it.each(GENERATIONS)('of an %s portal fails in one sentence where requisites are denied', (generation) => {
    const world = worldOf(sixty, { portal: { generation } });
    refreshed(world);
    const before = picture(world);
    world.portal.change(partial({ companies: 'none', contacts: 'none' }));
    world.clock.advance(300_000);
    world.data.changeInvoice(11, { ACCOUNT_NUMBER: 'Новый' });
    const { progress } = refresh(world);
    expect(progress).toMatchObject({
      state: 'failed',
      message:
        'У владельца вебхука нет права читать реквизиты. Попросите администратора портала выдать это право.',
    });
    expect(picture(world)).toEqual(before);
  });

  it.each(GENERATIONS)('of an %s portal names a company that may not be read', (generation) => {
    const world = worldOf(
      (portal) =>
        portal
          .withCompany({ ID: 4, TITLE: 'Альфа' })
          .withCompany({ ID: 5, TITLE: 'Бета' })
          .withInvoice({ ID: 11, COMPANY_ID: 4 })
          .withInvoice({ ID: 12, COMPANY_ID: 5 }),
      { portal: { generation, ...partial({ companies: { except: [4] } }) } },
    );
    refreshed(world);
    expect(column(world, BRIEF, 'D')).toEqual(['(компания 4 недоступна)', 'Бета']);
  });

  it.each(GENERATIONS)(
    'of an %s portal loses sight of everything and leaves the sheets as they are',
    (generation) => {
      const world = worldOf(sixty, { portal: { generation } });
      refreshed(world);
      const before = picture(world);
      world.portal.change(partial({ invoices: 'none' }));
      const asked = world.portal.requests.length;
      const { progress } = refresh(world);
      expect(progress).toMatchObject({
        state: 'failed',
        message: 'Вебхук больше не видит ни одного счёта. Проверьте права его владельца.',
      });
      expect(picture(world)).toEqual(before);
      // Two parts of the list and who has left the period, which is doubted; the list itself, and what there is at all.
      expect(byMethod(world.portal.requests.slice(asked))).toEqual({ 'crm.item.list': 5 });
      // Seen again, the next refresh is as good as ever.
      world.portal.change({ user: { admin: true, invoices: 'all' } });
      refreshed(world);
      expect(column(world, BRIEF, 'B')).toHaveLength(60);
    },
  );

  it('is believed where it never saw an invoice of these settings', () => {
    const world = worldOf(sixty, { portal: partial({ invoices: 'none' }) });
    expect(byMethod(refreshed(world))['crm.item.list']).toBe(1);
    expect(column(world, BRIEF, 'B')).toEqual([]);
  });

  it('is believed where other invoices are still seen', () => {
    const world = worldOf((portal) =>
      portal.withInvoice({ ID: 11 }).withInvoice({ ID: 12, BEGINDATE: '2026-01-01' }),
    );
    refreshed(world);
    world.data.deleteInvoice(11);
    // Two parts of the list, who has left the period, and what there is at all.
    expect(byMethod(refreshed(world))['crm.item.list']).toBeLessThanOrEqual(4);
    expect(column(world, BRIEF, 'B')).toEqual([]);
  });

  it('is believed for a period that had no report before', () => {
    const world = worldOf((portal) => portal.withInvoice({ ID: 11 }));
    refreshed(world);
    connect(world, { period: { preset: 'previousQuarter' } });
    world.portal.change(partial({ invoices: 'none' }));
    expect(byMethod(refreshed(world))['crm.item.list']).toBe(1);
  });
});
