import { mergeClients } from '../../../portal/data/clients';
import { COMPANY } from '../../../portal/data/records';
import { aLine, type Line } from '../bitrix24/a-line';
import { countsOf } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

const DAY = 86_400_000;

/** Three companies with a requisite and invoices each: the odd ones have theirs chosen. */
function aPortal(): Line {
  const line = aLine((portal) => {
    for (let id = 1; id <= 3; id += 1)
      portal
        .withCompany({ ID: id, TITLE: `Компания ${id}` })
        .withRequisite({ ID: id, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id, RQ_INN: `770708389${id}` });
    for (let id = 1; id <= 12; id += 1) {
      const company = 1 + (id % 3);
      const link = id % 2 === 1 ? { link: company } : {};
      portal.withInvoice({ ID: id, COMPANY_ID: company, UPDATED_TIME: Date.UTC(2026, 4, 1, 0, id), ...link });
    }
    // Those that are saved last are looked at in any case.
    for (let id = 13; id <= 80; id += 1)
      portal.withInvoice({ ID: id, UPDATED_TIME: Date.UTC(2026, 4, 2, 0, id) });
  });
  line.clock.advance(DAY);
  return line;
}

const same = (owner: MemoryOwner, isAskedFor = false): void => {
  const { plans, wholeFor } = owner.refresh(isAskedFor);
  expect(wholeFor).toBeNull();
  expect(JSON.stringify(plans)).toBe(JSON.stringify(new MemoryOwner(owner.line).refresh().plans));
};

describe('a merged client', () => {
  it.each([true, false])('is told by the checks, and at a person’s click: %s', (isAskedFor) => {
    const line = aPortal();
    const owner = new MemoryOwner(line);
    owner.refresh();
    mergeClients(line.data, COMPANY, 1, 2);
    line.clock.advance(DAY);
    same(owner, isAskedFor);
  });

  it('is told within the TTL by a requisite that a new invoice brings', () => {
    const line = aPortal();
    // Only known as one of its owner's: no invoice has it chosen.
    line.data.addRequisite({ ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 2, RQ_INN: '7707083899', SORT: 900 });
    const [requisite] = [...line.data.requisites.keys()].slice(-1);
    const owner = new MemoryOwner(line);
    owner.refresh();
    mergeClients(line.data, COMPANY, 1, 2);
    line.data.addInvoice({ COMPANY_ID: 1, rows: [{}], link: requisite ?? 0 });
    same(owner);
  });
});

describe('a link', () => {
  it('of an invoice that was saved is asked for, whatever the cache has of it', () => {
    const line = aPortal();
    const owner = new MemoryOwner(line);
    owner.refresh();
    line.data.changeInvoice(1, { COMPANY_ID: 3 });
    line.data.linkRequisite(1, 3);
    line.clock.advance(60_000);
    same(owner);
  });

  it('is asked for once, of all invoices that were saved', () => {
    const line = aPortal();
    const owner = new MemoryOwner(line);
    owner.refresh();
    for (const id of [1, 2, 3]) line.data.changeInvoice(id, { OPPORTUNITY: 5 });
    line.clock.advance(60_000);
    expect(countsOf(owner.refresh().asked)).toEqual({
      'crm.item.list': 2,
      'crm.requisite.link.list': 1,
      'crm.item.productrow.list': 1,
    });
  });
});

describe('a stage that nobody knows yet', () => {
  it('is asked for at once, and is no reason to read everything', () => {
    const line = aPortal();
    const owner = new MemoryOwner(line);
    owner.refresh();
    line.data.addStage(7, 'NEWLY', {});
    line.data.changeInvoice(1, { STAGE_ID: 'DT31_7:NEWLY' });
    const { asked, wholeFor } = owner.refresh();
    expect([countsOf(asked)['crm.status.list'], wholeFor]).toEqual([1, null]);
  });
});
