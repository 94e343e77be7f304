import { ask, type Asked } from './support';

const LINKS = 'crm.requisite.link.list';
const of31 = (filter: object) => ({ filter: { '=ENTITY_TYPE_ID': 31, ...filter } });
const linked = (count: number, options = {}) =>
  ask((portal) => {
    portal.withCompany({ ID: 7 });
    for (let id = 1; id <= count; id += 1)
      portal.withRequisite({ ID: id, ENTITY_ID: 7, RQ_INN: '0012345678' }).withInvoice({ ID: id, link: id });
  }, options);
const firstIds = (asked: Asked, start: number): unknown[] =>
  Object.values(asked.result('crm.requisite.list', { order: { ID: 'ASC' }, start })).map(
    (row) => (row as { ID: string }).ID,
  );

describe('requisite links', () => {
  it('takes @ENTITY_ID, but tests a list under ENTITY_ID as invoice 1 (item 32)', () => {
    const asked = linked(3, { user: { admin: false, invoices: { except: [1] } } });
    expect(asked.result(LINKS, of31({ '@ENTITY_ID': [1, 2] }))).toHaveLength(2);
    for (const key of ['ENTITY_ID', '=ENTITY_ID']) {
      expect(asked.post(LINKS, of31({ [key]: [2, 3] }))).toMatchObject({
        status: 400,
        body: { error: '', error_description: 'Access denied.' },
      });
    }
    expect(asked.result(LINKS, of31({ ENTITY_ID: 2 }))).toMatchObject([{ ENTITY_ID: '2' }]);
    expect(linked(3).result(LINKS, of31({ ENTITY_ID: [2, 3] }))).toHaveLength(2);
  });

  it('ignores unknown and lower-case keys, so a typo gives every link (item 32)', () => {
    expect(linked(3).result(LINKS, { filter: { '@entityId': [1], FOO: 2 } })).toHaveLength(3);
    expect(linked(3).result(LINKS, { FILTER: { '@ENTITY_ID': [1] } })).toHaveLength(1);
  });

  it('prints ids as text, has no row where none was saved, and keeps zero and dangling ids (item 33)', () => {
    const asked = ask((portal) => portal.withInvoice({}).withInvoice({ link: 0 }).withInvoice({ link: 99 }));
    const params = { ...of31({ '@ENTITY_ID': [1, 2, 3] }), order: { ENTITY_ID: 'ASC' } };
    expect(asked.result(LINKS, params)).toMatchObject([
      { ENTITY_TYPE_ID: '31', ENTITY_ID: '2', REQUISITE_ID: '0', MC_REQUISITE_ID: '0' },
      { ENTITY_ID: '3', REQUISITE_ID: '99' },
    ]);
    expect(asked.post('crm.requisite.get', { id: 99 }).body).toMatchObject({
      error_description: "The Requisite with ID '99' is not found",
    });
  });
});

describe('the paging of legacy lists (item 34)', () => {
  it('floors start and wraps to page 1 past the end in OLD and MID, counting even for -1', () => {
    for (const generation of ['old', 'mid'] as const) {
      const asked = linked(70, { generation });
      expect(firstIds(asked, 75)[0]).toBe('51');
      expect(firstIds(asked, 500)[0]).toBe('1');
      expect(asked.post('crm.requisite.list', { start: -1 }).body).toMatchObject({ total: 70, next: 50 });
    }
  });

  it('takes the exact offset in NEW, ends empty and counts nothing for -1', () => {
    const asked = linked(70, { generation: 'new' });
    expect(firstIds(asked, 55)[0]).toBe('56');
    expect(firstIds(asked, 500)).toEqual([]);
    expect(Object.keys(asked.post('crm.requisite.list', { start: -1 }).body)).toEqual(['result', 'time']);
    expect(asked.post('crm.requisite.list', { start: 0 }).body).toMatchObject({ total: 70, next: 50 });
  });
});

describe('requisites', () => {
  it('prints ids and SORT as text, unset parts as null, INN as it is kept (item 35)', () => {
    const asked = ask((portal) =>
      portal
        .withRequisite({ ENTITY_ID: 7, RQ_INN: ' 7701 234567', SORT: 500 })
        .withRequisite({ ENTITY_ID: 7, ADDRESS_ONLY: 'Y', SORT: 500 }),
    );
    expect(asked.result('crm.requisite.list', { order: { SORT: 'ASC', ID: 'ASC' } })).toMatchObject([
      { ID: '1', ENTITY_TYPE_ID: '4', SORT: '500', RQ_INN: ' 7701 234567', RQ_NAME: null, DATE_MODIFY: '' },
      { ID: '2', ADDRESS_ONLY: 'Y' },
    ]);
    expect(asked.result('crm.requisite.get', { id: 2 })).toMatchObject({ ID: '2', SORT: '500' });
    expect(asked.result('crm.requisite.list', { filter: { '@ID': [2] }, select: ['ID', 'RQ_INN'] })).toEqual([
      { ID: '2', RQ_INN: null },
    ]);
  });

  it('keeps leading zeros of an INN filter apart from numbers (item 35)', () => {
    expect(linked(1).result('crm.requisite.list', { filter: { RQ_INN: '0012345678' } })).toHaveLength(1);
    expect(linked(1).result('crm.requisite.list', { filter: { RQ_INN: '12345678' } })).toHaveLength(0);
  });

  it('refuses an unknown name in select', () => {
    expect(ask().post('crm.requisite.list', { select: ['ID', 'RQ_FOO'] })).toMatchObject({
      status: 400,
      body: { error: 'ERROR_CORE' },
    });
  });
});
