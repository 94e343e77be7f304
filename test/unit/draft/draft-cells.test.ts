/** A draft of any size as cells: each fits, none is read as something else, and nothing damaged is taken. */
import { createHash } from 'node:crypto';
import { CELL_LENGTH } from '../../../src/cache/seal';
import { draftCells, readDraft, type Draft } from '../../../src/draft/Draft';
import type { IsoDate } from '../../../src/domain/ids';
import type { Codec } from '../../../src/platform/platform';
import { nodeCodec } from '../../support/nodeCodec';

const owner = { runId: 'run', spreadsheetId: 'spreadsheet', scope: 'scope' };

/** Nothing in it repeats, so it cannot be compressed. */
const noise = (seed: number): string => createHash('sha512').update(String(seed)).digest('base64');

const draftOf = (size: number): Draft => ({
  owner,
  period: { from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate },
  today: '2026-05-20' as IsoDate,
  answers: Array.from({ length: size }, (_, index) => [`link ${index}`, noise(index), 1, 0] as const),
  unfinished: [{ chunk: [{ kind: 'rows', id: 7, version: '' }], soFar: { after: 5 } }],
});
const LARGE = draftOf(2_000);
const cells = draftCells(LARGE, nodeCodec);

describe('a draft of many answers', () => {
  it('is read as it was written, also with empty cells behind it', () => {
    expect(readDraft(cells, owner, nodeCodec)).toEqual(LARGE);
    expect(readDraft([...cells, '', ''], owner, nodeCodec)).toEqual(LARGE);
  });

  it('fills its cells to the last letter, and begins each but the head with a letter that means nothing', () => {
    const [, ...slices] = cells;
    expect(slices.length).toBeGreaterThan(2);
    expect(slices.slice(0, -1).map(({ length }) => length)).toEqual(slices.slice(1).map(() => CELL_LENGTH));
    expect(slices.at(-1)?.length).toBeLessThanOrEqual(CELL_LENGTH);
    expect(new Set(slices.map((slice) => slice[0]))).toEqual(new Set(['z']));
  });

  it('that just fills a cell has no empty one behind it', () => {
    const length = CELL_LENGTH - 1;
    for (const [size, count] of [
      [length, 2],
      [length + 1, 3],
      [2 * length, 3],
    ] as const) {
      const codec: Codec = { compress: () => 'x'.repeat(size), expand: (packed) => packed };
      expect(draftCells(LARGE, codec)).toHaveLength(count);
    }
  });

  it.each<[string, (slices: readonly unknown[]) => readonly unknown[]]>([
    ['without its last cell', (all) => all.slice(0, -1)],
    ['without its head', (all) => all.slice(1)],
    ['with two cells exchanged', ([head, one, two, ...more]) => [head, two, one, ...more]],
    ['with a cell twice', ([head, one, ...more]) => [head, one, one, ...more]],
    ['with a letter more', (all) => [...all.slice(0, -1), `${String(all.at(-1))}A`]],
    ['with a number instead of a cell', ([head, , ...more]) => [head, 7, ...more]],
    ['of a head alone', ([head]) => [head]],
    ['of nothing', () => []],
    ['of empty cells', () => ['', '']],
    ['whose head is no JSON', ([, ...more]) => ['{', ...more]],
    ['whose head is null', ([, ...more]) => ['null', ...more]],
    ['whose head says nothing', ([, ...more]) => ['{}', ...more]],
  ])('is not taken %s', (_, damage) => {
    expect(readDraft(damage(cells), owner, nodeCodec)).toBeNull();
  });
});
