/** The budget of working time that each method has. */
import fc from 'fast-check';
import { OPERATING_LIMIT_SECONDS } from '../../../src/bitrix24/limits';
import { OperatingBudget } from '../../../src/bitrix24/OperatingBudget';

const NOW = 1_779_267_600_000;
const METHOD = 'crm.item.list';

/** A budget after an answer that said so much use, forgiven in so many seconds by the portal's own clock. */
function budgetAt(
  share: number,
  resetSeconds: number | null = 300,
  portalClock: number | null = 5_000_000,
): OperatingBudget {
  const budget = new OperatingBudget();
  budget.note(
    METHOD,
    {
      offset: null,
      startedAt: portalClock,
      operating: OPERATING_LIMIT_SECONDS * share,
      operatingResetAt: resetSeconds === null ? null : (portalClock ?? 0) / 1000 + resetSeconds,
    },
    NOW,
  );
  return budget;
}

describe('a method', () => {
  it.each([0, 0.5, 0.79])('that has used up %d of its time does not wait', (share) => {
    expect(budgetAt(share).wait(METHOD, NOW)).toBe(0);
  });

  it.each([0.8, 0.9, 0.97])('that has used up %d of its time waits a little before each request', (share) => {
    expect(budgetAt(share).wait(METHOD, NOW)).toBe(3000);
    expect(budgetAt(share, 599).wait(METHOD, NOW)).toBe(5990);
  });

  it('never waits longer than the ten minutes in which all work is forgiven, whatever an answer says', () => {
    expect(budgetAt(0.9, 1e12).wait(METHOD, NOW)).toBe(6000);
    expect(budgetAt(1, 1e12).wait(METHOD, NOW)).toBe(601_000);
    expect(budgetAt(1, 1e12).opensIn(METHOD, NOW)).toBe(600_000);
  });

  it.each([0.98, 1, 2])(
    'that has used up %d of its time waits until it is forgiven, and a second more',
    (share) => {
      const budget = budgetAt(share);
      expect(budget.wait(METHOD, NOW)).toBe(301_000);
      expect(budget.wait(METHOD, NOW + 200_000)).toBe(101_000);
      expect(budget.wait(METHOD, NOW + 300_000)).toBe(0);
    },
  );

  it('waits whole milliseconds, whatever fractions the portal reckons with', () => {
    const used = fc.integer({ min: 700, max: 1100 }).map((thousandths) => thousandths / 1000);
    const reset = fc.integer({ min: -1e6, max: 7e8 }).map((millionths) => millionths / 1e6);
    fc.assert(
      fc.property(used, reset, fc.nat(400_000), (share, seconds, later) => {
        const budget = budgetAt(share, seconds);
        const waits = [budget.wait(METHOD, NOW + later), budget.opensIn(METHOD, NOW + later) ?? 0];
        expect(waits.filter((wait) => !Number.isInteger(wait))).toEqual([]);
      }),
    );
  });

  it('has a budget of its own', () => {
    expect(budgetAt(1).wait('profile', NOW)).toBe(0);
  });

  it('goes by its last answer', () => {
    const budget = budgetAt(1);
    budget.note(METHOD, { offset: null, startedAt: 5_000_000, operating: 10, operatingResetAt: 5300 }, NOW);
    expect(budget.wait(METHOD, NOW)).toBe(0);
  });
});

describe('a portal', () => {
  it('whose clock is years off is understood all the same', () => {
    expect(budgetAt(1, 300, 1_000).opensIn(METHOD, NOW)).toBe(300_000);
    expect(budgetAt(1, 300, NOW * 2).opensIn(METHOD, NOW)).toBe(300_000);
  });

  it('without the limit never makes anyone wait', () => {
    const budget = new OperatingBudget();
    budget.note(METHOD, { offset: null, startedAt: NOW, operating: null, operatingResetAt: null }, NOW);
    expect([budget.wait(METHOD, NOW), budget.opensIn(METHOD, NOW)]).toEqual([0, null]);
  });

  it('that is silent about it in one answer is believed what it said before', () => {
    const budget = budgetAt(1);
    budget.note(
      METHOD,
      { offset: null, startedAt: 5_000_000, operating: null, operatingResetAt: 5_900 },
      NOW,
    );
    expect([budget.wait(METHOD, NOW), budget.opensIn(METHOD, NOW)]).toEqual([301_000, 300_000]);
  });

  it.each([
    [null, 5_000_000],
    [300, null],
    [-300, 5_000_000],
  ])('that does not say when it forgives (%j s, clock %j) makes nobody wait', (reset, clock) => {
    const budget = clock === null ? new OperatingBudget() : budgetAt(1, reset, clock);
    if (clock === null)
      budget.note(METHOD, { offset: null, startedAt: null, operating: 480, operatingResetAt: 300 }, NOW);
    expect([budget.wait(METHOD, NOW), budget.opensIn(METHOD, NOW)]).toEqual([0, null]);
  });
});
