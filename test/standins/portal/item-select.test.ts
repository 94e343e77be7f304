import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { ask, invoices } from './support';

const shipped = () =>
  ask((portal) =>
    portal.withInvoice({ [SHIPMENT_DATE]: '2026-05-04', [PAYMENT_DATE]: '2026-05-05', rows: [{}] }),
  );

describe('what crm.item.list selects', () => {
  it('demands a known entity type (item 15)', () => {
    const asked = ask();
    expect(asked.post('crm.item.list')).toMatchObject({
      status: 400,
      body: { error: '100', error_description: 'Could not find value for parameter {entityTypeId}' },
    });
    expect(asked.post('crm.item.list', { entityTypeId: 5 })).toMatchObject({
      status: 400,
      body: { error: 'ENTITY_TYPE_NOT_SUPPORTED' },
    });
    expect(asked.post('crm.item.list', { entityTypeId: 1032 })).toMatchObject({
      status: 400,
      body: { error: 'NOT_FOUND' },
    });
  });

  it('drops unknown names, never adds id, and gives empty items for nothing known (item 16)', () => {
    const asked = shipped();
    expect(asked.items({ select: ['accountNumber', 'statusId', 'price'] })).toEqual([{ accountNumber: '1' }]);
    expect(asked.items({ select: [] })).toEqual([[]]);
  });

  it('gives everything for a star: user fields and parents, but no product rows (item 16)', () => {
    const [item] = shipped().items({ select: ['*'] });
    expect(item).toMatchObject({
      id: 1,
      entityTypeId: 31,
      parentId2: null,
      ufCrm_626D6ABE98692: '2026-05-05T03:00:00+03:00',
    });
    expect(Object.keys(item ?? {}).filter((key) => /row|requisite/i.test(key))).toEqual([]);
  });

  it.each([
    'ufCrm_SMART_INVOICE_1651168135187',
    'UFCRM_SMART_INVOICE_1651168135187',
    'ufcrm_SMART_INVOICE_1651168135187',
  ])('answers a user field under the spelling it was asked by: %s (item 17)', (name) => {
    expect(shipped().items({ select: [name] })).toEqual([{ [name]: '2026-05-04T03:00:00+03:00' }]);
  });

  it('does not know the original name of a user field without the option (item 17)', () => {
    expect(shipped().items({ select: ['id', SHIPMENT_DATE] })).toEqual([{ id: 1 }]);
    expect(
      shipped().post('crm.item.list', { entityTypeId: 31, filter: { [SHIPMENT_DATE]: 1 } }),
    ).toMatchObject({
      status: 400,
      body: {
        error: 'INVALID_ARG_VALUE',
        error_description: expect.stringContaining('UF__CRM_SMART') as string,
      },
    });
  });

  it.each([
    [{ '>ID': 0 }, '>_ID'],
    [{ '@STAGE_ID': ['x'] }, '@_ST_AG_E_I_D'],
    [{ '>=BEGINDATE': '2026-01-01' }, '>=_BE_GI_ND_AT_E'],
    [{ '>=ufCrm_SMART_INVOICE_1651168135187': '2026-01-01' }, '>=UF_CRM_S_MA_RT_I_NV_OI_CE_1651168135187'],
    [{ beginDate: '2026-01-01' }, 'BEGIN_DATE'],
  ])('refuses the filter %j and names the converted key (item 18)', (filter, converted) => {
    expect(ask().post('crm.item.list', { entityTypeId: 31, filter })).toMatchObject({
      status: 400,
      body: {
        error: 'INVALID_ARG_VALUE',
        error_description: `Invalid filter: field '${converted}' is not allowed in filter`,
      },
    });
  });

  it('understands a lower-case tail under a prefix and unprefixed upper-case names (item 18)', () => {
    const asked = shipped();
    for (const filter of [
      { '>=ufCrm_smart_invoice_1651168135187': '2026-05-04' },
      { '>=uf_crm_smart_invoice_1651168135187': '2026-05-04' },
      { ID: 1, BEGINDATE: '2026-05-20' },
      { ufCrm_626D6ABE98692: '2026-05-05' },
    ]) {
      expect(asked.ids({ filter })).toEqual([1]);
    }
    expect(asked.ids({ filter: { '>ufCrm_smart_invoice_1651168135187': '2026-05-04' } })).toEqual([]);
  });

  it('keeps only user fields when original names meet a select, everything with a star (item 19)', () => {
    const asked = shipped();
    const original = { useOriginalUfNames: 'Y', filter: { [`>=${SHIPMENT_DATE}`]: '2026-05-04' } };
    expect(asked.items({ ...original, select: ['id', SHIPMENT_DATE] })).toEqual([
      { [SHIPMENT_DATE]: '2026-05-04T03:00:00+03:00' },
    ]);
    expect(asked.items({ ...original, select: ['id'] })).toEqual([[]]);
    expect(asked.items(original)).toMatchObject([{ id: 1, [PAYMENT_DATE]: '2026-05-05T03:00:00+03:00' }]);
    const nested = { ...original, filter: { 0: { [`>=${SHIPMENT_DATE}`]: '2026-05-04' } } };
    expect(asked.post('crm.item.list', { entityTypeId: 31, ...nested }).status).toBe(400);
  });

  it('ignores original names in the OLD generation (item 19)', () => {
    const asked = ask(invoices(1), { generation: 'old' });
    expect(asked.items({ useOriginalUfNames: 'Y' })[0]).toHaveProperty('ufCrm_626D6ABE98692');
  });

  it('describes every field by its key and its original name', () => {
    const fields = ask().result('crm.item.fields', { entityTypeId: 31 })['fields'] as Record<string, object>;
    expect(fields['ufCrm_626D6ABE98692']).toMatchObject({
      upperName: PAYMENT_DATE,
      type: 'date',
      isDynamic: true,
      isMultiple: false,
      title: 'Дата оплаты',
    });
    expect(fields['stageId']).toMatchObject({ statusType: 'SMART_INVOICE_STAGE_7' });
    expect(fields).toHaveProperty('ufCrm7_1639669411830.upperName', 'UF_CRM_7_1639669411830');
  });
});
