/** What «Изменения» and «Проверка данных» go by from refresh to refresh: what leaves it, what begins it anew. */
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { refreshed } from '../../world/scenario';
import { column, MEMORY } from '../../world/sheets';
import { anOffice, copyOf, userOf } from './support/workbook';

const CHANGES = 'Изменения';
const CHECKS = 'Проверка данных';
const ON = { changesSheet: true, checksSheet: true };
const FIRST = 'Журнал начат';

function written(settings: object = ON): World {
  const world = anOffice();
  connect(world, { ...settings });
  refreshed(world);
  world.clock.advance(10 * MINUTE);
  return world;
}

/** What the journal tells, newest first; the events alone. */
const events = (world: World): unknown[] => column(world, CHANGES, 'E');
/** By when each remark was first seen. */
const seenOn = (world: World): unknown[] => column(world, CHECKS, 'H');

function afterAnEdit(world: World, sum: number): readonly unknown[] {
  world.data.changeInvoice(1, { OPPORTUNITY: sum });
  refreshed(world);
  world.clock.advance(10 * MINUTE);
  return events(world);
}

describe('The journal goes on', () => {
  it.each<[string, (world: World) => void]>([
    ['from refresh to refresh', () => undefined],
    [
      'where the cache was cleared',
      ({ simulator }) => void simulator.run({ function: 'clearCache', via: 'menu' }),
    ],
    ['behind a refresh of «Краткий» alone', (world) => void refreshed(world, true)],
    ['where answers are not kept', (world) => connect(world, { cacheTtlSeconds: 0 })],
    ['where its sheet was deleted', (world) => userOf(world).delete(CHANGES)],
  ])('%s', (_, act) => {
    const world = written();
    act(world);
    expect(afterAnEdit(world, 777)).toEqual(['Изменена сумма', FIRST]);
    expect(afterAnEdit(world, 778)).toEqual(['Изменена сумма', 'Изменена сумма', FIRST]);
  });

  it('without ever having been in the cache', () => {
    const world = written({ ...ON, cacheTtlSeconds: 0 });
    expect(afterAnEdit(world, 777)).toEqual(['Изменена сумма', FIRST]);
  });

  it('while its sheet is off, and is told when it is on', () => {
    const world = written();
    connect(world, { changesSheet: false });
    world.data.deleteInvoice(2);
    world.data.addInvoice({ ID: 50, BEGINDATE: '2026-05-20', rows: [{}] });
    refreshed(world);
    expect(events(world)).toEqual([FIRST]);
    world.clock.advance(10 * MINUTE);
    connect(world, ON);
    refreshed(world);
    expect(events(world)).toEqual(['Удалён или недоступен', 'Новый счёт', FIRST]);
  });
});

describe('The journal begins anew', () => {
  it('where the memory was deleted', () => {
    const world = written();
    userOf(world).delete(MEMORY);
    expect(afterAnEdit(world, 777)).toEqual([FIRST]);
  });

  it('of another connection', () => {
    const world = written();
    world.portal.change({ secret: 'another0s3cret' });
    connect({ ...world, webhookUrl: world.webhookUrl.replace(/[^/]+\/$/, 'another0s3cret/') });
    expect(afterAnEdit(world, 777)).toEqual([FIRST]);
  });

  it('in a copy of the file, and goes on in the first', () => {
    const world = written();
    const copy = copyOf(world);
    connect(copy, ON);
    expect(afterAnEdit(copy, 777)).toEqual([FIRST]);
    expect(afterAnEdit(world, 778)).toEqual(['Изменена сумма', FIRST]);
  });
});

test('a remark keeps its day while its sheet is off, and where the cache was cleared', () => {
  const world = written();
  const before = seenOn(world);
  expect(new Set(before).size).toBe(1);
  world.clock.advance(2 * 24 * 60 * MINUTE);
  connect(world, { checksSheet: false });
  refreshed(world);
  world.simulator.run({ function: 'clearCache', via: 'menu' });
  connect(world, ON);
  refreshed(world);
  expect(seenOn(world)).toEqual(before);
});
