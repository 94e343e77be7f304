/** When an edit in the CRM becomes visible on the sheets, each in the smallest world. */
import { connect, type World } from '../../world/make-world';
import { aPortal, type PortalBuilder } from '../../portal/data/a-portal';
import { aWorld } from '../../world/a-world';
import {
  aCompanyOfTwoRequisites,
  afterTheTtl,
  atTheNextRefresh,
  invoiceWithRow,
  type Edit,
} from '../bundle/support/edits';
import { byMethod, refreshed } from '../../world/scenario';
import { BRIEF, column, DETAIL, lines } from '../../world/sheets';

const SECOND = 1_000;
const TTL = 300 * SECOND;

/** Made ten minutes before the first refresh, so that nothing counts as just edited. */
function worldOf(compose: (portal: PortalBuilder) => unknown, settings: Record<string, unknown> = {}): World {
  const world = aWorld((clock) => {
    const portal = aPortal(clock);
    compose(portal);
    return portal.data;
  });
  world.clock.advance(600 * SECOND);
  connect(world, settings);
  refreshed(world);
  return world;
}

const cacheEntries = ({ simulator }: World) => simulator.stored().filter(({ kind }) => kind === 'cache');

const named = (edits: Record<string, Edit>) => Object.entries(edits);

describe('What moves the invoice or the list is seen at the next refresh, long before the TTL', () => {
  it.each(named(atTheNextRefresh))(
    'where %s',
    (_, { portal, edit, sheet, column: letter, before, after }) => {
      const world = worldOf(portal);
      expect(column(world, sheet, letter)).toEqual(before);
      world.clock.advance(10 * SECOND);
      edit(world.data);
      world.clock.advance(10 * SECOND);
      refreshed(world);
      expect(column(world, sheet, letter)).toEqual(after);
    },
  );

  it('shows the rows of a restored invoice under its new id', () => {
    const world = worldOf(atTheNextRefresh['a deleted invoice is restored under a new id'].portal);
    world.data.deleteInvoice(1);
    const id = world.data.restoreInvoice(1);
    refreshed(world);
    expect(column(world, DETAIL, 'E')).toEqual(['Стул', 'Стол']);
    expect(world.spreadsheet.sheetNamed(BRIEF)?.peek(4, 2)?.runs[0]?.link).toContain(`/details/${id}/`);
  });
});

describe('What leaves no trace on the invoice', () => {
  it.each(named(afterTheTtl))(
    'is not asked for again within the TTL and seen when it is over, where %s',
    (_, { portal, edit, sheet, column: letter, before, after }) => {
      const world = worldOf(portal);
      expect(column(world, sheet, letter)).toEqual(before);
      edit(world.data);
      // Refreshes in between neither ask again nor make an old answer live longer.
      for (const wait of [TTL / 2, TTL / 2 - SECOND]) {
        world.clock.advance(wait);
        // An empty list is followed by the question whether the portal has any invoice at all.
        const lists = before.length === 0 ? 3 : 2;
        expect(byMethod(refreshed(world))).toEqual({ 'crm.item.list': lists });
        expect(column(world, sheet, letter)).toEqual(before);
      }
      world.clock.advance(SECOND);
      refreshed(world);
      expect(column(world, sheet, letter)).toEqual(after);
    },
  );

  it.each(named(afterTheTtl))(
    'is seen at once when the cache has been cleared, where %s',
    (_, { portal, edit, sheet, column: letter, after }) => {
      const world = worldOf(portal);
      edit(world.data);
      expect(world.simulator.page().call('clearCache')).toEqual({
        ok: true,
        message: 'Кэш очищен. Следующее обновление запросит все данные заново.',
      });
      refreshed(world);
      expect(column(world, sheet, letter)).toEqual(after);
    },
  );

  it.each(named({ ...atTheNextRefresh, ...afterTheTtl }))(
    'is seen at the next refresh when nothing is cached, where %s',
    (_, { portal, edit, sheet, column: letter, before, after }) => {
      const world = worldOf(portal, { cacheTtlSeconds: 0 });
      expect(column(world, sheet, letter)).toEqual(before);
      edit(world.data);
      refreshed(world);
      expect(column(world, sheet, letter)).toEqual(after);
      expect(cacheEntries(world)).toEqual([]);
    },
  );

  it('keeps the colour of an invoice whose stage is renamed, and turns it with its semantics after the TTL', () => {
    const world = worldOf((portal) => portal.withInvoice({ ID: 1, STAGE_ID: 'DT31_7:S', rows: [{}] }));
    const fill = () => world.spreadsheet.sheetNamed(BRIEF)?.peek(3, 2)?.style.background ?? null;
    expect(fill()).toBe('#ffc0cb');
    world.data.renameStage('DT31_7:S', 'Успех');
    world.clock.advance(TTL);
    refreshed(world);
    expect(fill()).toBe('#ffc0cb');
    world.data.changeStage('DT31_7:S', { SEMANTICS: 'S' });
    world.clock.advance(TTL);
    refreshed(world);
    expect(fill()).toBeNull();
  });

  it('follows the TTL of the settings', () => {
    const { portal, edit } = afterTheTtl['a buyer company is renamed'];
    const world = worldOf(portal, { cacheTtlSeconds: 60 });
    edit(world.data);
    world.clock.advance(59 * SECOND);
    refreshed(world);
    expect(column(world, BRIEF, 'D')).toEqual(['Альфа']);
    world.clock.advance(SECOND);
    refreshed(world);
    expect(column(world, BRIEF, 'D')).toEqual(['Бета']);
  });

  it('obeys a TTL that was shortened after the answer was kept', () => {
    const { portal, edit } = afterTheTtl['a buyer company is renamed'];
    const world = worldOf(portal, { cacheTtlSeconds: 3_600 });
    edit(world.data);
    world.clock.advance(100 * SECOND);
    connect(world, { cacheTtlSeconds: 60 });
    refreshed(world);
    expect(column(world, BRIEF, 'D')).toEqual(['Бета']);
  });
});

describe('Product rows', () => {
  it('are kept as long as the invoice does not change, also where the list is read whole after a week', () => {
    const world = worldOf(invoiceWithRow);
    for (const wait of [TTL, 21_600 * SECOND, 7 * 86_400 * SECOND]) {
      world.clock.advance(wait);
      expect(byMethod(refreshed(world))['crm.item.productrow.list']).toBeUndefined();
    }
    world.data.changeRow(1, 11, { PRICE: 240 });
    expect(byMethod(refreshed(world))['crm.item.productrow.list']).toBe(1);
  });

  it('edited again within the second in which they were read are right at the next refresh', () => {
    const world = worldOf(invoiceWithRow);
    world.clock.advance(10 * SECOND + 100);
    world.data.changeRow(1, 11, { PRICE: 240 });
    refreshed(world);
    expect(column(world, DETAIL, 'G')).toEqual([240]);
    const seen = world.data.invoice(1).UPDATED_TIME;
    world.clock.advance(300);
    world.data.changeRow(1, 11, { PRICE: 360 });
    // The portal tells whole seconds: the second edit has the version of the first.
    expect(Math.floor(world.data.invoice(1).UPDATED_TIME / SECOND)).toBe(Math.floor(seen / SECOND));
    refreshed(world);
    expect(column(world, DETAIL, 'G')).toEqual([360]);
  });

  it.each([
    [299, 1],
    [300, undefined],
  ])('read %d s after the edit are asked for again %p times', (seconds, requests) => {
    const world = worldOf(invoiceWithRow);
    world.data.changeRow(1, 11, { PRICE: 240 });
    world.clock.advance(seconds * SECOND);
    refreshed(world);
    expect(byMethod(refreshed(world))['crm.item.productrow.list']).toBe(requests);
  });

  it('that a save of minutes ago changed without a new stamp are right at the next refresh', () => {
    const world = worldOf(invoiceWithRow);
    world.data.changeRow(1, 11, { PRICE: 240 });
    const stamp = world.data.invoice(1).UPDATED_TIME;
    world.clock.advance(200 * SECOND);
    refreshed(world);
    expect(column(world, DETAIL, 'G')).toEqual([240]);
    // What was stamped before the refresh becomes visible after it.
    world.data.changeRow(1, 11, { PRICE: 360 });
    world.data.invoices.set(1, { ...world.data.invoice(1), UPDATED_TIME: stamp });
    refreshed(world);
    expect(column(world, DETAIL, 'G')).toEqual([360]);
  });

  it('and all else are never kept where the TTL is 0', () => {
    const world = worldOf(aCompanyOfTwoRequisites, { cacheTtlSeconds: 0 });
    const first = byMethod(refreshed(world));
    expect(byMethod(refreshed(world))).toEqual(first);
    expect(first).toMatchObject({ 'crm.item.productrow.list': 1, 'crm.status.list': 1, profile: 1 });
    expect(cacheEntries(world)).toEqual([]);
  });

  it('of an empty report leave no line behind', () => {
    const world = worldOf(invoiceWithRow);
    world.data.addInvoice({ ID: 9, BEGINDATE: '2025-01-01' });
    world.data.deleteInvoice(1);
    refreshed(world);
    expect([lines(world, BRIEF), lines(world, DETAIL)]).toEqual([[], []]);
  });
});
