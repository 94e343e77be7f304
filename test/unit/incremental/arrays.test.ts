/** Portals, and what stands before them, that refuse long arrays: in words, by a failure, or by cutting the line. */
import { COMPANY } from '../../../portal/data/records';
import { addressTooLong, bodyTooLarge, listRefused, longLists } from '../../../portal/fault-rules';
import { badGateway, reset, type Fault } from '../../../portal/faults';
import { aLine, type Line } from '../bitrix24/a-line';
import { countsOf } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

const INVOICES = 400;
const HOUR = 3_600_000;

/** Each invoice with a requisite of its own. */
const aLinkedLine = (): Line =>
  aLine(
    (portal) => {
      for (let id = 1; id <= INVOICES; id += 1) {
        portal
          .withCompany({ ID: id, TITLE: `Компания ${id}` })
          .withRequisite({ ID: id, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id, RQ_INN: '7707083893' })
          .withInvoice({ ID: id, COMPANY_ID: id, UPDATED_TIME: Date.UTC(2026, 4, 1, 0, id), link: id });
      }
    },
    { portal: { limits: 'off' } },
  );

const refusals: readonly (readonly [string, Fault])[] = [
  ['in words', listRefused],
  ['as too large', bodyTooLarge],
  ['as too long an address', addressTooLong],
  ['by a failure of the server', badGateway],
  ['by cutting the line', reset],
];

describe.each(refusals)('arrays above 120 ids refused %s', (_, fault) => {
  it('are halved at once, without waiting, and the next refresh begins with the size that was taken', () => {
    const line = aLinkedLine();
    const owner = new MemoryOwner(line);
    owner.refresh();
    line.portal.change({ faults: longLists(120, fault) });
    line.clock.advance(HOUR);
    const first = owner.refresh();
    expect([first.wholeFor, line.waits]).toEqual([null, []]);
    expect(JSON.stringify(first.plans)).toBe(JSON.stringify(new MemoryOwner(line).refresh().plans));
    expect(owner.arrays.most).toBe(100);
    line.clock.advance(HOUR);
    // Four of a hundred for links and requisites each, and nothing that is refused.
    expect(countsOf(owner.refresh().asked)).toMatchObject({
      'crm.requisite.link.list': 4,
      'crm.requisite.list': 4,
    });
  });

  it('make a refresh full where they are those of invoices that were seen already', () => {
    const line = aLinkedLine();
    const owner = new MemoryOwner(line);
    line.clock.advance(HOUR);
    owner.refresh();
    line.portal.change({ faults: longLists(60, fault) });
    for (let id = 1; id <= 130; id += 1) line.data.changeInvoice(id, { OPPORTUNITY: 7 });
    const done = owner.refresh();
    expect([done.wholeFor, line.waits]).toEqual(['refused', []]);
    expect(JSON.stringify(done.plans)).toBe(JSON.stringify(new MemoryOwner(line).refresh().plans));
  });
});
