/** Reports of any size: how many executions they take, what they leave in the cache and the draft, every value. */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import type { PortalData } from '../../portal/data/PortalData';
import { Random } from '../../portal/data/Random';
import { makeSizedData, type Size } from '../../portal/data/sized-data';
import type { Execution } from '../../simulator';
import { aWorld } from '../../world/a-world';
import { DATE_FIELDS, expectedValues, type ExpectedValues } from '../oracle/expected-values';
import { draftOf } from '../bundle/support/long-worlds';
import { TICK } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, lines } from '../../world/sheets';

const MEDIUM: Size = { invoices: 1_000, rows: 5_000, requisites: 300 };
const LARGE: Size = { invoices: 10_000, rows: 50_000, requisites: 1_000 };
/** As many invoices, with the time for it kept within bounds. */
const LEAN: Size = { ...LARGE, rows: 20_000 };
/** What a request to a portal takes, milliseconds. */
const LATENCY = 400;
const MAX_EXECUTIONS = 20;
const MAX_DRAFT_CELL = 45_000;
/** Megabytes of draft text stay far below what a spreadsheet takes. */
const MAX_DRAFT_CELLS = 60;
const MAX_CACHE_ENTRY = 100_000;
const MAX_CACHE_ENTRIES = 56;
/** A refresh of minutes in virtual time costs seconds of the machine's, more where it has other work. */
const PATIENCE = 900_000;

const dataOf = (size: Size): PortalData =>
  makeSizedData(size, { now: () => Date.parse('2026-05-20') }, '2026-05-20');

function worldWith(data: PortalData, options: WorldOptions): World {
  const world = aWorld(() => data, { latency: LATENCY, ...options });
  connect(world, DATE_FIELDS);
  return world;
}

interface Kept {
  draftCells: number;
  longestDraftCell: number;
  cacheEntries: number;
  longestCacheEntry: number;
}

/** Adds what lies in the draft and the cache now. */
function measure(world: World, kept: Kept): void {
  let cells = 0;
  draftOf(world)?.forEachCell(({ value }) => {
    cells += 1;
    kept.longestDraftCell = Math.max(kept.longestDraftCell, String(value).length);
  });
  kept.draftCells = Math.max(kept.draftCells, cells);
  const entries = world.simulator.stored().filter(({ kind }) => kind === 'cache');
  kept.cacheEntries = Math.max(kept.cacheEntries, entries.length);
  for (const { value } of entries)
    kept.longestCacheEntry = Math.max(kept.longestCacheEntry, Buffer.byteLength(value));
}

const byTicks = ({ simulator }: World): Execution[] => simulator.passTime(TICK);
const bySidebar = (world: World): Execution[] => [startOnce(world)];

/** Refreshes to the end and gives what was kept meanwhile. */
function refreshLong(world: World, goOn: (world: World) => Execution[]): Kept & { executions: Execution[] } {
  const kept: Kept = { draftCells: 0, longestDraftCell: 0, cacheEntries: 0, longestCacheEntry: 0 };
  const executions = [startOnce(world)];
  measure(world, kept);
  while (progressOf(world).state === 'paused' && executions.length <= MAX_EXECUTIONS) {
    executions.push(...goOn(world));
    measure(world, kept);
  }
  return { ...kept, executions };
}

/** Answers that went out of the cache's memory or packs for want of room. */
const evictions = ({ log }: Execution): number =>
  log
    .filter(({ message }) => message.startsWith('{"refresh"'))
    .reduce(
      (sum, { message }) => sum + (JSON.parse(message) as { cache: { evictions: number } }).cache.evictions,
      0,
    );

function expectReport(world: World, expected: ExpectedValues): void {
  const brief = lines(world, BRIEF);
  expect(firstDifference(expected.brief, brief)).toBeNull();
  expect(firstDifference(expected.detail, lines(world, DETAIL))).toBeNull();
  const area = { row: brief.length + 4, column: 5, rows: expected.totals.length, columns: 1 };
  const sums = world.spreadsheet.sheetNamed(BRIEF)?.map(area, (cell) => cell?.value);
  expect(sums?.flat()).toEqual(expected.totals);
}

/** Comparing sixty thousand lines at once would take longer than making them. */
function firstDifference(expected: ExpectedValues['brief'], found: readonly unknown[][]): unknown {
  if (expected.length !== found.length) return [expected.length, found.length];
  const index = expected.findIndex((line, at) => JSON.stringify(line) !== JSON.stringify(found[at]));
  return index === -1 ? null : [index, expected[index], found[index]];
}

describe('A report of 1,000 invoices and 5,000 rows on a portal without lists of owners', () => {
  it('takes at most three executions and shows what the portal holds', () => {
    const data = dataOf(MEDIUM);
    const world = worldWith(data, { portal: { generation: 'new' } });
    const { executions } = refreshLong(world, byTicks);
    expect(progressOf(world)).toMatchObject({ state: 'done', done: 1_000, total: 1_000 });
    expect(executions.length).toBeLessThanOrEqual(3);
    expectReport(world, expectedValues(data));
  });
});

describe('A report of 10,000 invoices', () => {
  const random = new Random(10_000);
  const portals: readonly [string, Size, WorldOptions, typeof byTicks][] = [
    [
      'an old portal, from the open sidebar, with a sound cache',
      LEAN,
      { portal: { generation: 'old' } },
      bySidebar,
    ],
    [
      'a portal of today, with five rows each, by the ticks, with a cache that loses entries at random',
      LARGE,
      { portal: { generation: 'mid' }, simulator: { cacheEntryVanishes: () => random.chance(0.3) } },
      byTicks,
    ],
    [
      'a new portal without lists of owners, by the ticks, with a cache that keeps nothing',
      LEAN,
      { portal: { generation: 'new' }, simulator: { cacheEntryVanishes: () => true } },
      byTicks,
    ],
  ];

  it.each(portals)(
    'on %s is right, within twenty executions and bounded memory',
    (_, size, options, goOn) => {
      const data = dataOf(size);
      const world = worldWith(data, options);
      const { executions, ...kept } = refreshLong(world, goOn);
      expect(progressOf(world)).toMatchObject({ state: 'done', done: 10_000, total: 10_000 });
      expect(executions.length).toBeLessThanOrEqual(MAX_EXECUTIONS);
      expect(executions.map(({ outcome }) => outcome)).not.toContain('killed');
      expect(executions.map(evictions).filter((count) => count > 0)).toEqual([]);
      expect(kept.draftCells).toBeGreaterThan(0);
      expect(kept.draftCells).toBeLessThanOrEqual(MAX_DRAFT_CELLS);
      expect(kept.longestDraftCell).toBeLessThanOrEqual(MAX_DRAFT_CELL);
      expect(kept.cacheEntries).toBeLessThanOrEqual(MAX_CACHE_ENTRIES);
      expect(kept.longestCacheEntry).toBeLessThan(MAX_CACHE_ENTRY);
      expect(draftOf(world)).toBeUndefined();
      expectReport(world, expectedValues(data));
    },
    PATIENCE,
  );
});
