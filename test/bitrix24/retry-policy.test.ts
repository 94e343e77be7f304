/** How long a client waits before it asks again. */
import fc from 'fast-check';
import type { Failure } from '../../src/bitrix24/classify';
import { MAX_ATTEMPTS, MAX_WAIT_MILLISECONDS, retryWait } from '../../src/bitrix24/retry-policy';

const failure = (retry: Failure['retry']): Failure => ({ code: 'serverError', details: {}, retry });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const opensIn = fc.option(fc.integer({ min: 0, max: 600_000 }));

const wait = (
  retry: Failure['retry'],
  number: number,
  chance = 0,
  operatingOpensIn: number | null = null,
): number => retryWait(failure(retry), { number, random: chance, operatingOpensIn });

describe('what may not be retried', () => {
  it('never waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), random, opensIn, (number, chance, opens) => {
        expect(wait('never', number, chance, opens)).toBe(0);
      }),
    );
  });

  it.each(['rate', 'fault', 'operating'] as const)('is anything after the last attempt: %s', (retry) => {
    expect(wait(retry, MAX_ATTEMPTS - 1)).toBeGreaterThan(0);
    expect(wait(retry, MAX_ATTEMPTS)).toBe(0);
    expect(wait(retry, MAX_ATTEMPTS + 1)).toBe(0);
  });
});

describe('what hardly passes', () => {
  it('is asked once more, after a second, and then no more', () => {
    expect([wait('once', 1), wait('once', 2), wait('once', 3)]).toEqual([1000, 0, 0]);
  });
});

describe.each(['rate', 'fault'] as const)('the wait after a failure of kind "%s"', (retry) => {
  it('grows with every attempt, whatever the jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_ATTEMPTS - 2 }), random, random, (number, one, other) => {
        expect(wait(retry, number + 1, other)).toBeGreaterThan(wait(retry, number, one));
      }),
    );
  });

  it('is bounded, and at least a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_ATTEMPTS - 1 }), random, (number, chance) => {
        const milliseconds = wait(retry, number, chance);
        expect(milliseconds).toBeGreaterThanOrEqual(1000);
        expect(milliseconds).toBeLessThanOrEqual(MAX_WAIT_MILLISECONDS);
      }),
    );
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
