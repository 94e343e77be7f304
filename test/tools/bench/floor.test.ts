import fc from 'fast-check';
import { floorRequests, type Reading } from '../../../cli/bench/floor';
import { baselineRequests, savedPercent } from '../../../src/domain/savings';

const spread = (invoices: number, rows: number): number[] =>
  Array.from({ length: invoices }, () => rows / invoices);

const cold = (invoices: number, rows: number, requisites: number): Reading => ({
  invoices,
  requisites,
  rowCounts: spread(invoices, rows),
  userFields: false,
  ownerLists: true,
});

const reading = fc.record({
  invoices: fc.nat(2_000),
  requisites: fc.nat(500),
  rowCounts: fc.array(fc.nat(300), { maxLength: 300 }),
  userFields: fc.boolean(),
  ownerLists: fc.boolean(),
});

test('the floor of a cold refresh is its list, links, requisites, stages, profile and pages of rows', () => {
  expect(floorRequests(cold(100, 300, 60))).toBe(3 + 2 + 2 + 1 + 1 + 6);
  expect(floorRequests(cold(1_000, 5_000, 300))).toBe(21 + 20 + 6 + 1 + 1 + 100);
});

test('without lists of owners every invoice takes a request for each page of its rows', () => {
  const single = { ...cold(3, 0, 1), ownerLists: false, rowCounts: [0, 50, 51] };
  expect(floorRequests(single)).toBe(2 + 1 + 1 + 1 + 1 + (1 + 1 + 2));
});

test('with lists of owners fifty invoices share pages of rows, the next fifty begin a new one', () => {
  const rowsOf = (rowCounts: number[]): number =>
    floorRequests({ ...cold(0, 0, 0), rowCounts }) - floorRequests({ ...cold(0, 0, 0), rowCounts: [] });
  expect(rowsOf(spread(50, 0))).toBe(1);
  expect(rowsOf(spread(50, 50))).toBe(1);
  expect(rowsOf(spread(51, 51))).toBe(2);
  expect(rowsOf([1, 50])).toBe(2);
});

test('a user field takes one request more', () => {
  const plain = cold(100, 300, 60);
  expect(floorRequests({ ...plain, userFields: true })).toBe(floorRequests(plain) + 1);
});

test('owner lists and fewer invoices whose rows are read never raise the floor', () => {
  fc.assert(
    fc.property(reading, (any) => {
      const floor = floorRequests(any);
      expect(floorRequests({ ...any, ownerLists: true })).toBeLessThanOrEqual(floor);
      expect(floorRequests({ ...any, rowCounts: any.rowCounts.slice(1) })).toBeLessThanOrEqual(floor);
      expect(floor).toBeGreaterThan(0);
    }),
  );
});

test('the naive scheme asks for the rows, the link and the requisite of every invoice for each sheet', () => {
  expect(baselineRequests(100, 2)).toBe(606);
  expect(baselineRequests(1_000, 2)).toBe(6_042);
  expect(baselineRequests(1_000, 1)).toBe(3_021);
  expect(savedPercent(150, 6_042)).toBe(97.5);
});
