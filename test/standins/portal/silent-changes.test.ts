import { deleteClient, mergeClients, restoreClient } from '../../../portal/data/clients';
import { addLegacyRow, changeLegacyRow, deleteLegacyRow } from '../../../portal/data/legacy-rows';
import { COMPANY, CONTACT } from '../../../portal/data/records';
import { ask, type Asked } from './support';

const composed = (): Asked =>
  ask((portal) =>
    portal
      .withCompany({ ID: 7, TITLE: 'ООО «Кедр»' })
      .withCompany({ ID: 8, TITLE: 'ООО «Дуб»' })
      .withContact({ ID: 3, LAST_NAME: 'Орлова' })
      .withRequisite({ ID: 70, ENTITY_ID: 7 })
      .withRequisite({ ID: 30, ENTITY_TYPE_ID: 3, ENTITY_ID: 3 })
      .withInvoice({
        ID: 1,
        ...{ COMPANY_ID: 7, CONTACT_ID: 3, link: 70 },
        rows: [{ ID: 5, PRODUCT_ID: 100, PRODUCT_NAME: 'Стол', PRICE: 100 }],
      }),
  );
const invoice = (asked: Asked) => asked.items()[0];
/** Whether the time of the only invoice moves. */
const moves = (asked: Asked, act: () => void): boolean => {
  const before = invoice(asked)?.['updatedTime'];
  asked.clock.advance(60);
  act();
  return invoice(asked)?.['updatedTime'] !== before;
};
const rows = (asked: Asked) =>
  asked.rows({ filter: { '=ownerType': 'SI', '=ownerId': 1 }, order: { id: 'ASC' } });
const links = (asked: Asked) => asked.result('crm.requisite.link.list');
const requisites = (asked: Asked) => asked.result('crm.requisite.list', { order: { ID: 'ASC' } });

describe('what is done to an invoice besides its card', () => {
  it('moves its time by an activity, though nothing else changes', () => {
    const asked = composed();
    const before = invoice(asked);
    expect(moves(asked, () => asked.data.addActivity(1))).toBe(true);
    expect(invoice(asked)).toEqual({ ...before, updatedTime: '2026-05-20T12:01:00+03:00' });
  });

  it('leaves its time where rows are written by legacy methods, and its sum and tax', () => {
    const asked = composed();
    const silent = [
      () => changeLegacyRow(asked.data, 1, 5, { PRICE: 900 }),
      () => addLegacyRow(asked.data, 1, { PRODUCT_NAME: 'Стул', PRICE: 50 }),
    ];
    for (const act of silent) expect(moves(asked, act)).toBe(false);
    expect(rows(asked)).toMatchObject([{ price: 900 }, { productName: 'Стул' }]);
    expect(moves(asked, () => deleteLegacyRow(asked.data, 1, 5))).toBe(false);
    expect(rows(asked)).toHaveLength(1);
    expect(invoice(asked)).toMatchObject({ opportunity: 100, taxValue: 16.67 });
  });

  it('leaves its time where a field is written past the CRM', () => {
    const asked = composed();
    expect(moves(asked, () => asked.data.writePast(1, { OPPORTUNITY: 5 }))).toBe(false);
    expect(invoice(asked)).toMatchObject({ opportunity: 5 });
  });

  it('shows the catalogue’s name of the moment where a row has none of its own', () => {
    const asked = composed();
    asked.data.products.set(100, 'Стол письменный');
    expect(rows(asked)).toMatchObject([{ productName: 'Стол' }]);
    changeLegacyRow(asked.data, 1, 5, { PRODUCT_NAME: 'Стол письменный' });
    expect(asked.data.rowsOf(1)).toMatchObject([{ PRODUCT_NAME: '' }]);
    expect(rows(asked)).toMatchObject([{ productName: 'Стол письменный' }]);
    expect(moves(asked, () => asked.data.products.set(100, 'Стол новый'))).toBe(false);
    expect(rows(asked)).toMatchObject([{ productName: 'Стол новый' }]);
  });

  it('imports with times of long ago under a new id, but never of the future', () => {
    const asked = composed();
    const CREATED_TIME = Date.parse('2020-01-01T00:00:00Z');
    const id = asked.data.importInvoice({ CREATED_TIME, UPDATED_TIME: CREATED_TIME + 1_000 });
    expect(asked.items({ filter: { id } })).toMatchObject([
      { id: 2, updatedTime: '2020-01-01T03:00:01+03:00' },
    ]);
    const now = asked.clock.now();
    expect(() => asked.data.importInvoice({ CREATED_TIME, UPDATED_TIME: now + 1 })).toThrow('before now');
    expect(() => asked.data.importInvoice({ CREATED_TIME: now, UPDATED_TIME: now - 1 })).toThrow('after');
  });

  it('forgets a user field that is deleted: in lists it is unknown from then on', () => {
    const asked = composed();
    asked.data.deleteUserField('UF_CRM_ACCEPTED_AT');
    expect(
      asked.post('crm.item.list', { entityTypeId: 31, order: { ufCrmAcceptedAt: 'ASC' } }).body,
    ).toMatchObject({ error: 'INVALID_ARG_VALUE' });
    expect(asked.items({ select: ['id', 'ufCrmAcceptedAt'] })).toEqual([{ id: 1 }]);
  });
});

describe('a requisite that is deleted', () => {
  it('takes its links along, but for the seller’s half of one', () => {
    const asked = composed();
    asked.data.addInvoice({ ID: 2, COMPANY_ID: 7 });
    asked.data.linkRequisite(2, 70, 30);
    expect(moves(asked, () => asked.data.deleteRequisite(70))).toBe(false);
    expect(links(asked)).toMatchObject([{ ENTITY_ID: '2', REQUISITE_ID: '0', MC_REQUISITE_ID: '30' }]);
    asked.data.linkRequisite(2, 0);
    expect(links(asked)).toMatchObject([{ MC_REQUISITE_ID: '30' }]);
    asked.data.deleteRequisite(30);
    expect(links(asked)).toEqual([]);
  });

  it('has no time of change while it was only added', () => {
    const asked = composed();
    asked.data.addRequisite({ ID: 71, ENTITY_ID: 7 });
    expect(requisites(asked)).toMatchObject([{}, {}, { ID: '71', DATE_MODIFY: '' }]);
  });

  it('is another thing than a choice taken back, which removes the link alone', () => {
    const asked = composed();
    expect(moves(asked, () => asked.data.unlinkRequisite(1))).toBe(false);
    expect([links(asked), Object.values(requisites(asked)).length]).toEqual([[], 2]);
  });
});

describe('a client that is deleted', () => {
  it.each([
    [COMPANY, 7, 'companyId', '70'],
    [CONTACT, 3, 'contactId', '30'],
  ] as const)(
    'of type %d leaves its invoice silently, and hides its requisites',
    (type, id, key, requisite) => {
      const asked = composed();
      expect(moves(asked, () => deleteClient(asked.data, type, id))).toBe(false);
      expect(invoice(asked)).toMatchObject({ [key]: 0 });
      expect(Object.values(requisites(asked)).map((row) => (row as { ID: string }).ID)).not.toContain(
        requisite,
      );
      expect(asked.post('crm.requisite.get', { id: requisite }).status).toBe(400);
      expect(links(asked)).toMatchObject([{ REQUISITE_ID: '70' }]);
      expect(asked.items({ entityTypeId: type, filter: { id } })).toEqual([]);
    },
  );

  it('comes back under a new id with its requisites and invoices, as silently', () => {
    const asked = composed();
    deleteClient(asked.data, COMPANY, 7);
    expect(moves(asked, () => restoreClient(asked.data, COMPANY, 7))).toBe(false);
    expect(invoice(asked)).toMatchObject({ companyId: 9 });
    expect(requisites(asked)).toMatchObject([{ ID: '30' }, { ID: '70', ENTITY_ID: '9', DATE_MODIFY: '' }]);
    expect(() => restoreClient(asked.data, COMPANY, 7)).toThrow('not in the recycle bin');
  });

  it('is missing from an invoice that is restored before it, and there under its new id after it', () => {
    const asked = composed();
    const companyOf = (id: number) => asked.data.invoice(id).COMPANY_ID;
    asked.data.addInvoice({ ID: 2, COMPANY_ID: 7 });
    [1, 2].forEach((id) => asked.data.deleteInvoice(id));
    deleteClient(asked.data, COMPANY, 7);
    expect(companyOf(asked.data.restoreInvoice(1))).toBe(0);
    const company = restoreClient(asked.data, COMPANY, 7);
    expect(companyOf(asked.data.restoreInvoice(2))).toBe(company);
  });
});

describe('clients that are merged', () => {
  it('leave one with the invoices of both, silently, and with the requisites, which were updated', () => {
    const asked = composed();
    const updated = () => asked.items({ entityTypeId: 4, filter: { id: 8 } })[0]?.['updatedTime'];
    const before = updated();
    expect(moves(asked, () => mergeClients(asked.data, COMPANY, 8, 7))).toBe(false);
    expect(invoice(asked)).toMatchObject({ companyId: 8 });
    expect(requisites(asked)).toMatchObject([
      { ID: '30' },
      { ID: '70', ENTITY_ID: '8', DATE_MODIFY: '2026-05-20T12:01:00+03:00' },
    ]);
    expect(updated()).not.toBe(before);
    expect(asked.items({ entityTypeId: 4, filter: { id: 7 } })).toEqual([]);
  });
});
