import type { PortalUser } from '../../../portal/rights';
import { ask } from './support';

const composed = (user: Partial<PortalUser>, generation: 'mid' | 'new' = 'mid') =>
  ask(
    (portal) =>
      portal
        .withCompany({ ID: 7, TITLE: 'ООО «Кедр»' })
        .withCompany({ ID: 8 })
        .withContact({ ID: 3, LAST_NAME: 'Орлова', NAME: 'Вера', SECOND_NAME: 'Павловна' })
        .withRequisite({ ENTITY_TYPE_ID: 4, ENTITY_ID: 7 })
        .withRequisite({ ENTITY_TYPE_ID: 4, ENTITY_ID: 8 })
        .withRequisite({ ENTITY_TYPE_ID: 3, ENTITY_ID: 3 })
        .withInvoice({})
        .withInvoice({}),
    { user: { admin: false, ...user }, generation },
  );
const DENIED = { status: 400, body: { error: '', error_description: 'Access denied.' } };

describe('a user who is not an administrator (item 37)', () => {
  it('gets fewer rows without a hint', () => {
    const asked = composed({ invoices: { except: [1] }, companies: { except: [7] } });
    expect(asked.ids()).toEqual([2]);
    expect(asked.post('crm.item.list', { entityTypeId: 31 }).body).toMatchObject({ total: 1 });
    expect(asked.result('crm.company.list')).toMatchObject([{ ID: '8' }]);
  });

  it('gets an empty list without any right to invoices, and no fields', () => {
    const asked = composed({ invoices: 'none' });
    expect(asked.post('crm.item.list', { entityTypeId: 31 }).body).toMatchObject({
      result: { items: [] },
      total: 0,
    });
    expect(asked.post('crm.item.fields', { entityTypeId: 31 })).toMatchObject({
      status: 400,
      body: { error: 'ACCESS_DENIED' },
    });
    expect(asked.result('crm.category.list', { entityTypeId: 31 })).toEqual({ categories: [] });
    expect(asked.post('crm.requisite.link.list')).toMatchObject(DENIED);
  });

  it('gets Access denied from legacy lists without a right', () => {
    const asked = composed({ companies: 'none', contacts: 'none', invoices: 'none' });
    for (const method of ['crm.requisite.list', 'crm.company.list', 'crm.contact.list', 'crm.status.list']) {
      expect(asked.post(method)).toMatchObject(DENIED);
    }
    expect(asked.post('crm.requisite.get', { id: 1 })).toMatchObject(DENIED);
  });

  it('gets the requisites of whichever owner type is readable, unless a plain ENTITY_TYPE_ID asks for the other', () => {
    const asked = composed({ companies: 'none' });
    expect(asked.result('crm.requisite.list')).toMatchObject([{ ENTITY_TYPE_ID: '3' }]);
    expect(asked.post('crm.requisite.list', { filter: { ENTITY_TYPE_ID: 4 } })).toMatchObject(DENIED);
    expect(asked.result('crm.requisite.list', { filter: { '=ENTITY_TYPE_ID': 4 } })).toEqual([]);
  });

  it('gets requisites of unreadable owners before NEW only', () => {
    const companies = { except: [7] };
    expect(composed({ companies }).result('crm.requisite.list')).toHaveLength(3);
    expect(composed({ companies }, 'new').result('crm.requisite.list')).toHaveLength(2);
  });
});

describe('clients (item 39)', () => {
  it('are text in legacy lists and numbers in crm.item.list', () => {
    const asked = composed({ admin: true });
    expect(asked.result('crm.company.list', { filter: { '@ID': [7] }, select: ['ID', 'TITLE'] })).toEqual([
      { ID: '7', TITLE: 'ООО «Кедр»' },
    ]);
    expect(asked.result('crm.contact.list')).toMatchObject([
      { ID: '3', LAST_NAME: 'Орлова', SECOND_NAME: 'Павловна' },
    ]);
    expect(asked.items({ entityTypeId: 4, select: ['id', 'title'], filter: { '@id': [7] } })).toEqual([
      { id: 7, title: 'ООО «Кедр»' },
    ]);
    const select = ['id', 'name', 'lastName', 'secondName'];
    expect(asked.items({ entityTypeId: 3, select })).toEqual([
      { id: 3, name: 'Вера', lastName: 'Орлова', secondName: 'Павловна' },
    ]);
  });
});
