import type { PortalOptions } from '../../../portal/options';
import { ask } from './support';

const LIST = 'crm.item.productrow.list';
const composed = (options: Partial<PortalOptions> = {}) =>
  ask((portal) => {
    for (const ID of [1, 5, 7]) portal.withInvoice({ ID, rows: [{ PRODUCT_NAME: `Строка счёта ${ID}` }] });
  }, options);
const of = (owner: unknown, more: object = {}) => ({
  filter: { '=ownerType': 'SI', '=ownerId': owner, ...more },
  order: { id: 'ASC' },
});

describe('crm.item.productrow.list', () => {
  it('gives the rows of many owners at once in OLD and MID, refuses the list in NEW (item 29)', () => {
    for (const generation of ['old', 'mid'] as const) {
      expect(composed({ generation }).rows(of([5, 7]))).toMatchObject([{ ownerId: 5 }, { ownerId: 7 }]);
      expect(composed({ generation }).post(LIST, of([])).body).toMatchObject({ error: 'ACCESS_DENIED' });
    }
    const body = { error: 'REQUIRED_ARG_MISSING', error_description: "Argument '=ownerId' is required" };
    for (const owner of [[5, 7], [], 0, '5x']) {
      expect(composed({ generation: 'new' }).post(LIST, of(owner))).toMatchObject({ status: 400, body });
    }
    expect(composed({ generation: 'new' }).rows(of('5'))).toHaveLength(1);
  });

  it('tests the right to invoice 1 for a list and then gives rows regardless of rights (item 29)', () => {
    const user = { admin: false, invoices: { except: [7] } };
    expect(composed({ user }).rows(of([5, 7]))).toHaveLength(2);
    expect(composed({ user }).post(LIST, of(7)).body).toMatchObject({ error: 'ACCESS_DENIED' });
    const blind = { admin: false, invoices: { except: [1] } };
    expect(composed({ user: blind }).post(LIST, of([5, 7])).body).toMatchObject({ error: 'ACCESS_DENIED' });
  });

  it('tells an absent owner from a forbidden one only to an administrator, and never in NEW (item 29)', () => {
    expect(composed().rows(of(99))).toEqual([]);
    expect(composed({ user: { admin: false } }).post(LIST, of(99)).body).toMatchObject({
      error: 'ACCESS_DENIED',
    });
    expect(composed({ generation: 'new' }).post(LIST, of(99)).body).toMatchObject({ error: 'ACCESS_DENIED' });
  });

  it('demands both owner keys with an equals sign and the abbreviation SI (item 29)', () => {
    const error = (filter: object) => composed().post(LIST, { filter }).body;
    expect(error({ '=ownerId': 5 })).toMatchObject({
      error_description: "Argument '=ownerType' is required",
    });
    expect(error({ '=ownerType': 'SI', '@ownerId': [5] })).toMatchObject({ error: 'REQUIRED_ARG_MISSING' });
    expect(error({ '=ownerType': 'SI', ownerId: 5 })).toMatchObject({ error: 'REQUIRED_ARG_MISSING' });
    expect(error({ '=ownerType': 'XX', '=ownerId': 5 })).toMatchObject({ error: 'ACCESS_DENIED' });
  });

  it('filters by any column in MID and by ID and PRODUCT_ID only in NEW (item 29)', () => {
    const byName = of(5, { '=productName': 'нет такой' });
    expect(composed().rows(byName)).toEqual([]);
    expect(composed({ generation: 'new' }).rows(byName)).toHaveLength(1);
    expect(composed().post(LIST, of(5, { foo: 1 }))).toMatchObject({ status: 400, body: { error: '0' } });
    expect(composed({ generation: 'old' }).post(LIST, of(5, { foo: 1 })).body).toMatchObject({ error: 0 });
    for (const generation of ['old', 'mid', 'new'] as const) {
      expect(composed({ generation }).rows(of(5, { '>id': 2 }))).toEqual([]);
      expect(composed({ generation }).post(LIST, of(5, { '>id': [1] })).body).toMatchObject({
        error: 'INVALID_ARG_VALUE',
      });
    }
  });

  it('orders by sort and id by default in NEW, by nothing before (item 29)', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ SORT: 300 - index }));
    const sorts = (generation: 'mid' | 'new') =>
      ask((portal) => portal.withInvoice({ rows }), { generation })
        .rows({ filter: { '=ownerType': 'SI', '=ownerId': 1 } })
        .map((row) => Number(row['sort']));
    expect(sorts('new')).toEqual(sorts('new').toSorted((a, b) => a - b));
    expect(sorts('mid')).not.toEqual(sorts('new'));
  });

  it('pages rows by fifty and by growing id (item 29)', () => {
    const asked = ask((portal) => portal.withInvoice({ rows: Array.from({ length: 120 }, () => ({})) }));
    expect(asked.post(LIST, { ...of(1), start: 0 }).body).toMatchObject({ next: 50, total: 120 });
    expect(asked.rows(of(1, { '>id': 100 }))).toHaveLength(20);
    expect(Object.keys(asked.post(LIST, { ...of(1), start: -1 }).body)).toEqual(['result', 'time']);
  });

  it('prints numbers of up to eight decimals, rates and flags (item 30)', () => {
    const asked = ask((portal) =>
      portal.withInvoice({
        rows: [
          { PRICE: 0.12345678, TAX_RATE: null },
          { TAX_RATE: 0, TAX_INCLUDED: false },
          { TAX_RATE: 22, DISCOUNT_TYPE_ID: 1, DISCOUNT_SUM: 5 },
          { TAX_RATE: 10, DISCOUNT_TYPE_ID: 2, DISCOUNT_RATE: 12.5 },
        ],
      }),
    );
    expect(asked.rows(of(1))).toMatchObject([
      { price: 0.12345678, taxRate: null, productId: 0, ownerType: 'SI' },
      { taxRate: 0, taxIncluded: 'N' },
      { taxRate: 22, discountTypeId: 1, discountSum: 5, customized: 'Y' },
      { taxRate: 10, discountRate: 12.5, storeId: null },
    ]);
    asked.portal.change({ generation: 'old' });
    expect(asked.rows(of(1))[0]).not.toHaveProperty('storeId');
  });

  it.each([
    [0.35, 1000, 60, 58.33],
    [99.99, 100, 1667, 1666.5],
    [13.61, 2500, 5675, 5670.83],
  ])(
    'stores the tax of %d × %d as %d by the old rounding and %d by the new (item 31)',
    (PRICE, QUANTITY, old, recent) => {
      const taxAt = (precision: 2 | 8) =>
        ask((portal) => portal.withInvoice({ rows: [{ PRICE, QUANTITY }] }), {}, precision).items()[0]?.[
          'taxValue'
        ];
      expect([taxAt(2), taxAt(8)]).toEqual([old, recent]);
    },
  );
});
