/** How long a client waits before it asks again. */
import fc from 'fast-check';
import type { Failure } from '../../../src/bitrix24/classify';
import {
  LEAST_ATTEMPTS,
  MAX_WAIT_MILLISECONDS,
  PATIENCE_MILLISECONDS,
  retryWait,
} from '../../../src/bitrix24/retry-policy';

const failure = (retry: Failure['retry']): Failure => ({ code: 'serverError', details: {}, retry });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const opensIn = fc.option(fc.integer({ min: 0, max: 600_000 }));

const wait = (
  retry: Failure['retry'],
  number: number,
  chance = 0,
  operatingOpensIn: number | null = null,
  failingFor = 0,
): number => retryWait(failure(retry), { number, failingFor, random: chance, operatingOpensIn });

/** The waits of a request that is refused at once every time. */
function waits(retry: Failure['retry'], chance: number): number[] {
  const found: number[] = [];
  const sum = () => found.reduce((total, milliseconds) => total + milliseconds, 0);
  for (;;) {
    const next = wait(retry, found.length + 1, chance, null, sum());
    if (next === 0) return found;
    found.push(next);
  }
}

describe('what may not be retried', () => {
  it('never waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), random, opensIn, (number, chance, opens) => {
        expect(wait('never', number, chance, opens)).toBe(0);
      }),
    );
  });

  it.each(['rate', 'fault', 'operating'] as const)(
    'is anything that has failed for a minute: %s',
    (retry) => {
      const after = (milliseconds: number, number: number) => wait(retry, number, 0, null, milliseconds);
      expect(after(PATIENCE_MILLISECONDS - 1, LEAST_ATTEMPTS)).toBeGreaterThan(0);
      expect(after(PATIENCE_MILLISECONDS, LEAST_ATTEMPTS)).toBe(0);
      expect(after(PATIENCE_MILLISECONDS + 1, 9)).toBe(0);
      // Each of its failures took long: it is asked a third time all the same.
      expect(after(PATIENCE_MILLISECONDS * 3, LEAST_ATTEMPTS - 1)).toBeGreaterThan(0);
    },
  );
});

describe('what hardly passes', () => {
  it('is asked once more, after a second, and then no more', () => {
    expect([wait('once', 1), wait('once', 2), wait('once', 3)]).toEqual([1000, 0, 0]);
  });
});

describe.each(['rate', 'fault'] as const)('the wait after a failure of kind "%s"', (retry) => {
  it('grows with every attempt, whatever the jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), random, random, (number, one, other) => {
        expect(wait(retry, number + 1, other)).toBeGreaterThan(wait(retry, number, one));
      }),
    );
  });

  it('is of whole milliseconds, bounded, and at least a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), random, (number, chance) => {
        const milliseconds = wait(retry, number, chance);
        expect(Number.isInteger(milliseconds)).toBe(true);
        expect(milliseconds).toBeGreaterThanOrEqual(1000);
        expect(milliseconds).toBeLessThanOrEqual(MAX_WAIT_MILLISECONDS);
      }),
    );
  });

  it('comes to a minute in all, and not to two, whatever the jitter', () => {
    fc.assert(
      fc.property(random, (chance) => {
        const total = waits(retry, chance).reduce((sum, milliseconds) => sum + milliseconds, 0);
        expect(total).toBeGreaterThanOrEqual(PATIENCE_MILLISECONDS);
        expect(total).toBeLessThan(PATIENCE_MILLISECONDS * 1.5);
      }),
    );
    expect(waits(retry, 0)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000]);
  });

  it('is jittered, so that clients that failed together do not come back together', () => {
    expect(wait(retry, 1, 0.9)).toBeGreaterThan(wait(retry, 1, 0.1));
    expect([wait(retry, 1), wait(retry, 2), wait(retry, 3)]).toEqual([1000, 2000, 4000]);
  });
});

describe("the wait for a method's operating time", () => {
  it('lasts until the portal forgives, and a second more', () => {
    expect(wait('operating', 1, 0, 240_000)).toBe(241_000);
    expect(wait('operating', 3, 0.9, 0)).toBe(1000);
  });

  it('is a little more than a minute where the portal never said', () => {
    expect(wait('operating', 1)).toBe(61_000);
  });
});
