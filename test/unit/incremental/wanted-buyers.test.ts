import { COMPANY } from '../../../portal/data/records';
import { aLine } from '../bitrix24/a-line';
import { countsOf } from '../refresh/a-collection';
import { MemoryOwner } from './an-owner';

const TTL = 300_000;
const UPDATED_TIME = Date.UTC(2026, 3, 1);

it('A requisite whose invoice is gone is forgotten, and what becomes of it costs nothing', () => {
  const line = aLine((portal) =>
    portal
      .withCompany({ ID: 1 })
      .withRequisite({ ID: 10, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1 })
      .withRequisite({ ID: 11, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1 })
      .withInvoice({ ID: 1, COMPANY_ID: 1, link: 10, UPDATED_TIME })
      .withInvoice({ ID: 2, COMPANY_ID: 1, link: 11, UPDATED_TIME }),
  );
  const owner = new MemoryOwner(line, { cacheTtlSeconds: TTL / 1_000 });
  owner.refresh();
  line.data.deleteInvoice(1);
  owner.refresh();
  line.data.deleteRequisite(10);
  line.clock.advance(TTL);
  expect(countsOf(owner.refresh().asked)).toMatchObject({
    'crm.item.list': 3,
    'crm.requisite.link.list': 1,
    'crm.requisite.list': 1,
  });
});
