/** Whose draft is taken: that of this run, in this spreadsheet, with these settings, as this version writes it. */
import { RECORD_FORMAT } from '../../../src/cache/seal';
import { draftCells, readDraft, type Draft } from '../../../src/draft/Draft';
import { canonical } from '../../../src/hash/canonical';
import { sha256Hex } from '../../../src/hash/sha256';
import type { IsoDate } from '../../../src/domain/ids';
import { nodeCodec } from '../../support/nodeCodec';

const owner = { runId: 'run', spreadsheetId: 'spreadsheet', scope: 'scope' };
const draft: Draft = {
  owner,
  period: { from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate },
  today: '2026-05-20' as IsoDate,
  answers: [{ key: 'link 1', answer: null, questions: 1 }] as unknown as Draft['answers'],
  unfinished: [],
};
const cells = draftCells(draft, nodeCodec);

/** The cells with a head that was changed so, and an undamaged body. */
function withHead(change: object): readonly string[] {
  const [head = '', ...body] = cells;
  return [JSON.stringify({ ...(JSON.parse(head) as object), ...change }), ...body];
}

describe('A draft', () => {
  it('is read as it was written', () => {
    expect(readDraft(cells, owner, nodeCodec)).toEqual(draft);
    expect(readDraft(withHead({}), owner, nodeCodec)).toEqual(draft);
  });

  it.each(Object.keys(owner))('of another %s is not taken', (key) => {
    expect(readDraft(cells, { ...owner, [key]: 'another' }, nodeCodec)).toBeNull();
  });

  it.each([{ format: RECORD_FORMAT - 1 }, { format: RECORD_FORMAT + 1 }, { format: undefined }])(
    'of another version’s records is not taken, whole as it may be: %j',
    ({ format }) => {
      const [head = '', ...slices] = cells;
      const { owner: whose, period, today } = JSON.parse(head) as Draft;
      const body = slices.map((slice) => slice.slice(1)).join('');
      const sumOf = (number: number | undefined): string =>
        sha256Hex(`${number}:${canonical({ owner: whose, period, today })}:${body}`);
      expect(readDraft(withHead({ sum: sumOf(RECORD_FORMAT) }), owner, nodeCodec)).toEqual(draft);
      expect(readDraft(withHead({ format, sum: sumOf(format) }), owner, nodeCodec)).toBeNull();
    },
  );

  it('whose period was changed is not taken', () => {
    const period = { ...draft.period, to: '2026-07-31' };
    expect(readDraft(withHead({ period }), owner, nodeCodec)).toBeNull();
  });

  it('that was damaged in any character is not taken', () => {
    const columns = cells.flatMap((cell, index) => Array.from(cell, (_, at) => ({ index, at })));
    const damaged = columns.map(({ index, at }) =>
      cells.map((cell, row) => (row === index ? `${cell.slice(0, at)}#${cell.slice(at + 1)}` : cell)),
    );
    // The first letter of a slice only keeps it from being read as a formula.
    const read = damaged.filter((column) => readDraft(column, owner, nodeCodec) !== null);
    expect(read).toHaveLength(cells.length - 1);
  });
});
