/** After any edits a refresh by memory shows what a full one shows, each edit by the time that is promised for it. */
import type { Generation } from '../../../portal/generation';
import type { PortalData } from '../../../portal/data/PortalData';
import { COMPANY } from '../../../portal/data/records';
import { aLine, type Line } from '../bitrix24/a-line';
import { MemoryOwner } from './an-owner';
import { numbers } from './numbers';
import { EDITS, type EditClass, type Pick } from './random-edits';

const SEEDS = Number(process.env['SEEDS'] ?? 40);
const TTL = 310_000;
const HOUR = 3_600_000;

function pickBy(next: () => number): Pick {
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    one: (things) => {
      const all = [...things];
      return all[below(all.length)];
    },
  };
}

/** Buyers with none, one and two requisites; invoices with a choice or, on a mixed portal, without one. */
function aPortal(generation: Generation, pick: Pick, isMixed: boolean): { line: Line; data: PortalData } {
  const made: { data?: PortalData } = {};
  const line = aLine(
    (portal) => {
      made.data = portal.data;
      for (let id = 1; id <= 12; id += 1) {
        portal.withCompany({ ID: id, TITLE: `Компания ${id}` });
        for (let index = 0; index < (isMixed ? id % 3 : 1); index += 1)
          portal.withRequisite({
            ID: id * 10 + index,
            ENTITY_TYPE_ID: COMPANY,
            ENTITY_ID: id,
            RQ_INN: `${7_700_000_000 + id * 10 + index}`,
            RQ_COMPANY_NAME: id % 4 === 0 ? null : `ООО «${id}.${index}»`,
          });
      }
      for (let id = 1; id <= pick.below(140); id += 1) {
        const company = 1 + pick.below(12);
        const hasChoice = !isMixed || (pick.below(3) > 0 && company % 3 > 0);
        portal.withInvoice({
          ID: id,
          COMPANY_ID: company,
          UPDATED_TIME: Date.UTC(2026, 4, 1, 0, id),
          rows: [{ PRICE: id }, {}],
          ...(hasChoice ? { link: company * 10 } : {}),
        });
      }
    },
    { portal: { generation, limits: 'off' } },
  );
  if (made.data === undefined) throw new Error('no portal');
  return { line, data: made.data };
}

/** What a full refresh asks of so few invoices, and six more, is never passed. */
const MOST_MORE_THAN_FULL = 6;

/** Some edits of one class, at moments near and far from each other and from the refresh. */
function editSome(line: Line, data: PortalData, pick: Pick, owed: EditClass): readonly string[] {
  const edits = EDITS.filter((edit) => edit.class === owed);
  const names: string[] = [];
  for (let count = pick.below(6); count > 0; count -= 1) {
    const edit = pick.one(edits);
    if (edit === undefined) continue;
    edit.act(data, pick);
    names.push(edit.name);
    line.clock.advance(pick.below(2) * pick.below(pick.below(2) === 0 ? 200_000 : 2_000));
  }
  return names;
}

/** What a series of refreshes got wrong, each with its seed. */
function series(seed: number, generation: Generation): readonly unknown[] {
  const pick = pickBy(numbers(seed));
  const { line, data } = aPortal(generation, pick, seed % 2 === 0);
  const owner = new MemoryOwner(line);
  owner.refresh();
  const wrong: unknown[] = [];
  for (let refresh = 0; refresh < 10; refresh += 1) {
    const owed = pick.one<EditClass>(['list', 'list', 'list', 'buyers', 'silent']) ?? 'list';
    const edits = editSome(line, data, pick, owed);
    if (owed === 'buyers') line.clock.advance(TTL + pick.below(HOUR));
    if (owed === 'silent') {
      line.clock.advance(TTL);
      owner.refresh();
      owner.reconcile();
    }
    const isClick = pick.below(2) === 0;
    const done = owner.refresh(isClick);
    const full = owner.full();
    const isSame = JSON.stringify(done.plans) === JSON.stringify(full.plans);
    const isCheap = done.requests <= full.requests + MOST_MORE_THAN_FULL;
    const isIncremental = done.wholeFor === null;
    if (!isSame || !isCheap || !isIncremental)
      wrong.push({ seed, generation, refresh, owed, isClick, edits, isSame, isCheap, whole: done.wholeFor });
  }
  return wrong;
}

describe.each<Generation>(['old', 'mid', 'new'])('a refresh by memory, portal: %s', (generation) => {
  it('shows what a full one shows, whatever was edited before', () => {
    const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
    expect(seeds.flatMap((seed) => series(seed, generation))).toEqual([]);
  });
});
