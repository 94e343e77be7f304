/** Whose draft is taken: that of this run, in this spreadsheet, with these settings, as this version writes it. */
import { PACK_FORMAT } from '../../src/cache/packs';
import { draftCells, readDraft, type Draft } from '../../src/draft/Draft';
import type { IsoDate } from '../../src/domain/ids';
import { nodeCodec } from '../support/nodeCodec';

const owner = { runId: 'run', spreadsheetId: 'spreadsheet', scope: 'scope' };
const draft: Draft = {
  owner,
  period: { from: '2026-04-01' as IsoDate, to: '2026-06-30' as IsoDate },
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

  it.each([{ format: PACK_FORMAT - 1 }, { format: PACK_FORMAT + 1 }, { format: undefined }])(
    'of another version’s records is not taken: %j',
    (change) => {
      expect(readDraft(withHead(change), owner, nodeCodec)).toBeNull();
    },
  );
});
