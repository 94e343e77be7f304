/** Since when a remark is there: from refresh to refresh. */
import { firstSeen, type FirstSeen, type SeenFinding } from '../../../src/checks/first-seen';
import type { CheckName } from '../../../src/domain/check-names';
import { addDays } from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';

type Found = Pick<SeenFinding, 'check' | 'invoiceId' | 'rowId'>;

const FIRST = '2026-05-20' as IsoDate;
const after = (days: number): IsoDate => addDays(FIRST, days);
const found = (invoiceId: number, check: CheckName = 'sum-zero', rowId: number | null = null): Found => ({
  ...{ check, invoiceId, rowId },
});

interface Refresh {
  readonly day: IsoDate;
  readonly findings: readonly Found[];
  /** Those of the findings and these. */
  readonly reported?: readonly number[];
  readonly skipped?: readonly CheckName[];
}

/** One refresh after the other; what the last one tells. */
function lastOf(refreshes: readonly Refresh[], remembered: readonly SeenFinding[] | null = null) {
  let earlier = remembered;
  let last: FirstSeen<Found> | null = null;
  for (const { day, findings, reported = [], skipped = [] } of refreshes) {
    const ids = new Set([...findings.map(({ invoiceId }) => invoiceId), ...reported]);
    last = firstSeen({ findings, earlier, today: day, reported: ids, skipped });
    earlier = last.seen;
  }
  if (last === null) throw new Error('Expected a refresh');
  const { findings, added, gone, seen } = last;
  return {
    ...{ added, gone },
    since: findings.map(({ since }) => since),
    kept: seen.map(({ invoiceId }) => invoiceId),
  };
}

test('without a memory all is of today, and nothing is new', () => {
  expect(lastOf([{ day: FIRST, findings: [found(1), found(2)] }])).toEqual({
    ...{ added: 0, gone: 0, since: [FIRST, FIRST], kept: [1, 2] },
  });
});

test('after a refresh that found nothing all is new', () => {
  expect(lastOf([{ day: FIRST, findings: [found(1)] }], [])).toMatchObject({ added: 1, gone: 0 });
});

test('a remark keeps its day, and one beside it is new', () => {
  const rows = [found(1, 'row-zero', 10), found(1, 'row-zero', 11), found(1)];
  const refreshes = [
    { day: FIRST, findings: [found(1, 'row-zero', 10)] },
    { day: after(3), findings: rows },
  ];
  expect(lastOf(refreshes)).toMatchObject({ added: 2, gone: 0, since: [FIRST, after(3), after(3)] });
});

test('one that is mended is gone, its neighbours keep their days, and broken again it is new', () => {
  const all = { day: FIRST, findings: [found(1), found(2)] };
  const mended = { day: after(1), findings: [found(2)], reported: [1] };
  expect(lastOf([all, mended])).toEqual({ added: 0, gone: 1, since: [FIRST], kept: [2] });
  const broken = { ...all, day: after(2) };
  expect(lastOf([all, mended, broken])).toMatchObject({ added: 1, gone: 0, since: [after(2), FIRST] });
});

test('while its invoice is outside the report a remark keeps its day, for a hundred days', () => {
  const shown = { day: FIRST, findings: [found(1), found(2)] };
  const without = (days: number): Refresh => ({ day: after(days), findings: [found(2)] });
  const again = (days: number): Refresh => ({ ...shown, day: after(days) });
  expect(lastOf([shown, without(1)])).toMatchObject({ added: 0, gone: 0, kept: [2, 1] });
  expect(lastOf([shown, without(1), without(99), again(100)])).toMatchObject({
    added: 0,
    since: [FIRST, FIRST],
  });
  expect(lastOf([shown, without(1), without(100)])).toMatchObject({ kept: [2, 1], gone: 0 });
  expect(lastOf([shown, without(1), without(101)])).toMatchObject({ kept: [2], gone: 0 });
  expect(lastOf([shown, without(1), again(101)])).toMatchObject({ added: 1, since: [after(101), FIRST] });
});

test('a report of nothing but invoices outside keeps none for longer than that', () => {
  const shown = { day: FIRST, findings: [found(1)] };
  expect(lastOf([shown, { day: after(100), findings: [] }])).toMatchObject({ kept: [1] });
  expect(lastOf([shown, { day: after(50), findings: [] }, { day: after(101), findings: [] }])).toMatchObject({
    ...{ kept: [], gone: 0 },
  });
});

test('a sheet that was off for long knows its remarks again', () => {
  const shown = { day: FIRST, findings: [found(1)] };
  expect(lastOf([shown, { ...shown, day: after(400) }])).toMatchObject({ added: 0, since: [FIRST] });
  expect(lastOf([shown, { day: after(400), findings: [], reported: [1] }])).toMatchObject({ gone: 1 });
});

test('a check that is skipped forgets its days, and nothing of it is mended or new', () => {
  const shown = { day: FIRST, findings: [found(1), found(1, 'sum-empty')] };
  const skipped: Refresh = { day: after(1), findings: [found(1)], skipped: ['sum-empty'] };
  expect(lastOf([shown, skipped])).toEqual({ added: 0, gone: 0, since: [FIRST], kept: [1] });
  expect(lastOf([shown, skipped, { ...shown, day: after(2) }])).toMatchObject({
    ...{ added: 1, since: [FIRST, after(2)] },
  });
});

test('what is remembered is plain JSON', () => {
  const { seen } = firstSeen({
    ...{ findings: [{ ...found(1, 'row-zero', 7), details: 'x' }], earlier: null, today: FIRST },
    ...{ reported: new Set([1]), skipped: [] },
  });
  const plain = { check: 'row-zero', invoiceId: 1, rowId: 7, since: FIRST, shownOn: FIRST };
  expect(JSON.parse(JSON.stringify(seen))).toEqual([plain]);
  expect(seen).toEqual([plain]);
});
