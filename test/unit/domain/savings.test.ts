/** What a report would cost without a cache, and how much of it was saved. */
import fc from 'fast-check';
import { baselineRequests, savedPercent } from '../../../src/domain/savings';

describe('the naive scheme', () => {
  it.each([
    [0, 1, 1],
    [0, 2, 2],
    [1, 1, 5],
    [50, 1, 152],
    [51, 1, 156],
    [100, 2, 606],
    [10_000, 2, 60_402],
  ] as const)('asks for %d invoices on %d sheets %d times', (invoices, sheets, requests) => {
    expect(baselineRequests(invoices, sheets)).toBe(requests);
  });
});

describe('what is saved', () => {
  it.each([
    [0, 200, 100],
    [200, 200, 0],
    [300, 200, -50],
    [1, 3, 66.7],
    [2, 3, 33.3],
    [1, 2_000, 100],
    [2, 2_000, 99.9],
  ])('is told of %d requests instead of %d with one decimal: %d %%', (requests, baseline, saved) => {
    expect(savedPercent(requests, baseline)).toBe(saved);
  });

  it('is never more than all, and less the more was asked', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1_000), fc.nat(100_000), (requests, more, invoices) => {
        const baseline = baselineRequests(invoices, 2);
        expect(savedPercent(requests, baseline)).toBeLessThanOrEqual(100);
        expect(savedPercent(requests + more, baseline)).toBeLessThanOrEqual(savedPercent(requests, baseline));
      }),
    );
  });
});
