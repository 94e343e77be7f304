import { carryOut } from '../../../src/domain/task';
import { PAGE_SIZE } from '../../../src/domain/portal';
import { query } from '../../../src/domain/query';
import { ask } from '../../../src/domain/task';
import { missingIds } from '../../../src/incremental/missing-ids';

const idsTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
const IDS = idsTo(400);

/** Each invoice has the requisite of its own number, but for some. */
function missing(relinked: ReadonlyMap<number, number | null>) {
  const counts = (ids: readonly number[]) =>
    ids.filter((id) => ids.includes((relinked.has(id) ? relinked.get(id) : id) ?? 0)).length;
  const countOf = (ids: readonly number[]) => ask(query('links', 1, JSON.stringify(ids)));
  return carryOut(missingIds(IDS, countOf, counts(IDS)), ({ version }) => ({
    total: counts(JSON.parse(version) as number[]),
  }));
}

/** Counts and pages of what has to be read again. */
function costOfFinding(last: number, gone: readonly number[]): number {
  let asked = 0;
  const countOf = (ids: readonly number[]) => ask(query('links', 1, JSON.stringify(ids)));
  const found = carryOut(missingIds(idsTo(last), countOf, last - gone.length), ({ version }) => {
    asked += 1;
    return { total: (JSON.parse(version) as number[]).filter((id) => !gone.includes(id)).length };
  });
  expect(found).toEqual(expect.arrayContaining([...gone]));
  return asked + Math.ceil(found.length / PAGE_SIZE);
}

describe('ids that are missing', () => {
  it('are none where all are counted', () => {
    expect(missing(new Map())).toEqual([]);
  });

  it('are among those that are given, be they counted by each other in the whole and not in its halves', () => {
    const found = missing(
      new Map([
        [2, 300],
        [3, 301],
        [4, 302],
        [270, null],
      ]),
    );
    expect(found).toEqual(expect.arrayContaining([2, 3, 4, 270]));
  });

  it.each([60, 100, 130, 150])('are found for no more than reading all of %i costs', (count) => {
    expect(costOfFinding(count, [1, count])).toBeLessThanOrEqual(Math.ceil(count / PAGE_SIZE));
  });

  it.each([1, 200, 777, 1_000])('cost few requests where of many only number %i is missing', (gone) => {
    expect(costOfFinding(1_000, [gone])).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(1_000 / PAGE_SIZE)));
  });
});
