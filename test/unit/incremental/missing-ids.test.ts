import { carryOut } from '../../../src/domain/task';
import { query } from '../../../src/domain/query';
import { ask } from '../../../src/domain/task';
import { missingIds } from '../../../src/incremental/missing-ids';

const IDS = Array.from({ length: 120 }, (_, index) => index + 1);

/** Each invoice has the requisite of its own number, but for some. */
function missing(relinked: ReadonlyMap<number, number | null>) {
  const counts = (ids: readonly number[]) =>
    ids.filter((id) => ids.includes((relinked.has(id) ? relinked.get(id) : id) ?? 0)).length;
  const countOf = (ids: readonly number[]) => ask(query('links', 1, JSON.stringify(ids)));
  return carryOut(missingIds(IDS, countOf, counts(IDS)), ({ version }) => ({
    total: counts(JSON.parse(version) as number[]),
  }));
}

describe('ids that are missing', () => {
  it('are none where all are counted', () => {
    expect(missing(new Map())).toEqual([]);
  });

  it('are among those that are given, be they counted by each other in the whole and not in its halves', () => {
    const found = missing(
      new Map([
        [2, 100],
        [3, 101],
        [4, 102],
        [70, null],
      ]),
    );
    expect(found).toEqual(expect.arrayContaining([2, 3, 4, 70]));
  });
});
