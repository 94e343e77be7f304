/** The memory of a report of 10,000 invoices and 50,000 rows: how large it is, and what a refresh by it takes. */
import { makeSizedData } from '../../portal/data/sized-data';
import { measuredCost, type Execution, type PlatformCall } from '../../simulator';
import { aWorld } from '../../world/a-world';
import { connect, type World } from '../../world/make-world';
import { TICK } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { changesBy } from '../../world/sheets';
import { memoryCells } from '../bundle/support/memory';
import { DATE_FIELDS } from '../oracle/expected-values';

const SIZE = { invoices: 10_000, rows: 50_000, requisites: 1_000 };
const LATENCY = 400;
/** Assumed, since nobody has published how long Google takes to hand texts over: half a megabyte a second. */
const CHARACTERS_A_MILLISECOND = 500;
/** Above that a text is none of the tables'. */
const LONG_TEXT = 1_000;
const PATIENCE = 900_000;

const lengthOf = (texts: readonly unknown[]): number =>
  texts
    .map((text) => String(text).length)
    .filter((length) => length > LONG_TEXT)
    .reduce((sum, length) => sum + length, 0);

const generation = (world: World, column: number): number => lengthOf(memoryCells(world, column));

/** One execution, with the time that the memory's texts take; the first read of values is the memory's. */
function refreshOnce(world: World): { execution: Execution; milliseconds: number; memory: number } {
  const { clock, simulator } = world;
  let memory = 0;
  let hasRead = false;
  const spend = (characters: number): void => {
    const milliseconds = Math.round(characters / CHARACTERS_A_MILLISECOND);
    memory += milliseconds;
    clock.advance(milliseconds);
  };
  simulator.hooks = {
    before: ({ member, args }: PlatformCall) => {
      if (member === 'Range.getValues' && !hasRead) {
        hasRead = true;
        spend(generation(world, 1) + generation(world, 2));
      }
      if (member === 'Range.setValues') spend(lengthOf((args[0] as unknown[][]).flat()));
    },
  };
  const startedAt = clock.now();
  const execution = startOnce(world);
  simulator.hooks = {};
  return { execution, milliseconds: clock.now() - startedAt, memory };
}

it(
  'is read and written in time, and an unchanged report takes one short execution and a handful of requests',
  () => {
    const world = aWorld((clock) => makeSizedData(SIZE, clock, '2026-05-20'), {
      latency: LATENCY,
      simulator: { cost: measuredCost },
    });
    connect(world, DATE_FIELDS);
    startOnce(world);
    while (progressOf(world).state === 'paused') world.simulator.passTime(TICK);
    for (const [pause, requests] of [
      [TICK, 7],
      [TICK / 5, 2],
    ] as const) {
      world.clock.advance(pause);
      const before = world.portal.requests.length;
      const { execution, milliseconds, memory } = refreshOnce(world);
      expect(progressOf(world)).toMatchObject({ state: 'done', total: 10_000 });
      expect(changesBy(execution.ledger)).toEqual([]);
      expect(world.portal.requests.length - before).toBeLessThanOrEqual(requests);
      expect(memory).toBeLessThanOrEqual(15_000);
      expect(milliseconds).toBeLessThanOrEqual(30_000);
    }
    for (const column of [1, 2]) {
      expect(generation(world, column)).toBeLessThanOrEqual(2_200_000);
      expect(memoryCells(world, column).every(({ length }) => length <= 45_000)).toBe(true);
    }
  },
  PATIENCE,
);
