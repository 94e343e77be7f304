/** Of which file, connection, report and time a memory is: of any other the refresh is full, and it ends with its connection. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { MINUTE, page } from '../../world/people';
import { refresh, refreshed, startOnce } from '../../world/scenario';
import { DETAIL, lines, picture } from '../../world/sheets';
import { draftOf, inOneGo, slowWorld } from './support/long-worlds';
import { isFull, memoryCells, memorySheets, memoryText } from './support/memory';
import { anOffice, copyOf, userOf } from './support/workbook';

function written(world = anOffice()): World {
  refreshed(world);
  world.clock.advance(10 * MINUTE);
  return world;
}

/** A refresh after an edit, which is right in any case. */
function next(world: World, briefOnly = false) {
  world.data.changeInvoice(1, { ACCOUNT_NUMBER: `Новый ${world.clock.now()}` });
  const requests = refreshed(world, briefOnly);
  if (!briefOnly) expect(picture(world)).toEqual(inOneGo(world));
  world.clock.advance(10 * MINUTE);
  return requests;
}

const another = (world: World): World => {
  world.portal.change({ secret: 'another0s3cret' });
  return { ...world, webhookUrl: world.webhookUrl.replace(/[^/]+\/$/, 'another0s3cret/') };
};

describe('A full refresh, and then none,', () => {
  it('follows where the cache was cleared', () => {
    const world = written();
    world.simulator.run({ function: 'clearCache', via: 'menu' });
    expect([isFull(next(world)), isFull(next(world))]).toEqual([true, false]);
  });

  it('follows in a copy of the file, which leaves nothing of the first file’s memory', () => {
    const world = written();
    refreshed(world);
    const copy = copyOf(world);
    connect(copy);
    const [theirs] = memoryCells(world, 2);
    expect(isFull(refreshed(copy))).toBe(true);
    expect([1, 2].flatMap((column) => memoryCells(copy, column))).not.toContain(theirs);
    world.clock.advance(10 * MINUTE);
    expect([isFull(refreshed(copy)), isFull(refreshed(world))]).toEqual([false, false]);
  });

  it('follows another connection, of whose memory the first leaves nothing', () => {
    const world = written();
    refreshed(world);
    const [theirs] = memoryCells(world, 2);
    connect(another(world));
    expect(isFull(next(world))).toBe(true);
    expect([1, 2].flatMap((column) => memoryCells(world, column))).not.toContain(theirs);
    expect(isFull(next(world))).toBe(false);
  });

  it('follows another report', () => {
    const world = written();
    connect(world, { period: { preset: 'custom', from: '2026-05-01', to: '2026-06-30' } });
    expect(isFull(refreshed(world))).toBe(true);
    expect(isFull(refreshed(world))).toBe(false);
  });

  it('follows after a week', () => {
    const world = written();
    connect(world, { scheduleHours: 0 });
    world.clock.advance(7 * 24 * 60 * MINUTE);
    expect([isFull(next(world)), isFull(next(world))]).toEqual([true, false]);
  });
});

test('with answers that are not kept, every refresh is full and leaves no memory', () => {
  const world = anOffice();
  connect(world, { cacheTtlSeconds: 0 });
  expect([isFull(next(world)), isFull(next(world))]).toEqual([true, true]);
  expect(memorySheets(world)).toEqual([]);
});

test('a memory of both sheets serves the brief one, and the other way round, where only rows are asked for', () => {
  const world = written();
  expect(isFull(next(world, true))).toBe(false);
  expect(isFull(next(world))).toBe(false);
  const brief = anOffice();
  refreshed(brief, true);
  brief.clock.advance(10 * MINUTE);
  expect(isFull(next(brief))).toBe(false);
  expect(lines(brief, DETAIL)).toHaveLength(6);
});

test('a refresh that pauses leaves the memory as it was, and ends right', () => {
  const world = slowWorld();
  refresh(world);
  world.clock.advance(10 * MINUTE);
  const before = memoryText(world, 1);
  world.simulator.run({ function: 'clearCache', via: 'menu' });
  startOnce(world);
  expect([draftOf(world)?.hidden, memoryText(world, 1), memoryCells(world, 2)]).toEqual([true, before, []]);
  refresh(world);
  expect(picture(world)).toEqual(inOneGo(world));
  expect(draftOf(world)).toBeUndefined();
  world.clock.advance(10 * MINUTE);
  expect(isFull(refreshed(world))).toBe(false);
});

describe('The end of a connection', () => {
  it('is the end of its memory, and of what comparisons have found', () => {
    const world = written();
    world.simulator.passTime(30 * MINUTE);
    expect(page(world).call('getStatus')).toMatchObject({ reconcile: { at: expect.any(String) as string } });
    page(world).call('saveSettings', { webhookUrl: '' });
    expect(memorySheets(world)).toEqual([]);
    expect(page(world).call('getStatus')).toMatchObject({ reconcile: null });
  });

  it('is that of what comparisons have found, also where another takes its place', () => {
    const world = written();
    world.simulator.passTime(30 * MINUTE);
    connect(another(world));
    expect(page(world).call('getStatus')).toMatchObject({ reconcile: null });
  });

  it('is so while a refresh writes, which goes on to its end', () => {
    const world = written();
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    let isOver = false;
    world.simulator.hooks = {
      after: ({ member }) => {
        if (isOver || member !== 'Range.setBackgrounds') return;
        isOver = true;
        page(world).call('saveSettings', { webhookUrl: '' });
      },
    };
    startOnce(world);
    world.simulator.hooks = {};
    expect(isOver).toBe(true);
    expect(memorySheets(world)).toEqual([]);
  });

  it('does not come to a colleague’s click, who has none: the owner’s next refresh goes by the memory', () => {
    const world = written();
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    page(world, COLLEAGUE).call('saveSettings', { scheduleHours: 4 });
    expect(memorySheets(world)).toHaveLength(1);
    expect(isFull(next(world))).toBe(false);
  });

  it('is survived by a sheet of somebody’s own that bears its name', () => {
    const world = written();
    userOf(world).rename('Лист1', 'Bitrix24 (Память) 2');
    page(world).call('saveSettings', { webhookUrl: '' });
    expect(world.spreadsheet.sheetNamed('Bitrix24 (Память) 2')).toBeDefined();
  });
});
