import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { makeOddData } from '../../../portal/data/odd-data';
import { ODD_CASES } from '../../../portal/data/odd-cases';
import { makeSizedData } from '../../../portal/data/sized-data';
import { TODAY, VirtualClock } from './support';

const make = (seed?: number) =>
  makeOddData({ clock: new VirtualClock(), today: TODAY, ...(seed === undefined ? {} : { seed }) });
const { data, oddInvoices, period } = make();
const invoices = [...data.invoices.values()];
const of = (name: keyof typeof oddInvoices) => oddInvoices[name].map((id) => data.invoice(id));
const rowsOf = (name: keyof typeof oddInvoices) => oddInvoices[name].flatMap((id) => data.rowsOf(id));

describe('the demo data', () => {
  it('holds about 300 invoices, 1,500 rows and 60 buyers, most invoices in the current quarter', () => {
    const rows = invoices.reduce((sum, { ID }) => sum + data.rowsOf(ID).length, 0);
    const current = invoices.filter(
      ({ BEGINDATE }) => BEGINDATE !== null && BEGINDATE >= period.from && BEGINDATE <= period.to,
    );
    expect(period).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(Math.abs(invoices.length - 300)).toBeLessThan(20);
    expect(Math.abs(rows - 1500)).toBeLessThan(150);
    expect(Math.abs(data.companies.size + data.contacts.size - 60)).toBeLessThan(15);
    expect(current.length).toBeGreaterThan(invoices.length * 0.7);
  });

  it('is the same for the same seed and another for another', () => {
    expect([...make().data.invoices]).toEqual([...data.invoices]);
    expect([...make(1).data.invoices]).not.toEqual([...data.invoices]);
  });

  it('was never changed in the future', () => {
    const now = new VirtualClock().now();
    expect(invoices.filter(({ UPDATED_TIME }) => UPDATED_TIME > now)).toEqual([]);
  });

  it.each(['2026-04-01', '2026-05-20', '2026-06-30'])(
    'is shipped and paid by %s and no later, and what is paid at its paid stage has a day of payment',
    (today) => {
      const clock = { now: () => Date.parse(`${today}T09:00:00Z`) };
      const all = [...makeOddData({ clock, today }).data.invoices.values()];
      const days = all.flatMap((invoice) => [invoice[SHIPMENT_DATE], invoice[PAYMENT_DATE]]);
      expect(days.filter((day) => typeof day === 'string' && day > today)).toEqual([]);
      const numbered = all.filter(({ ACCOUNT_NUMBER }) => /^СЧ-\d+$/.test(ACCOUNT_NUMBER));
      for (const invoice of numbered) {
        expect(typeof invoice[PAYMENT_DATE] === 'string').toBe(invoice.STAGE_ID.endsWith(':P'));
      }
    },
  );

  it.each(Object.keys(ODD_CASES) as (keyof typeof oddInvoices)[])('holds the odd case "%s"', (name) => {
    expect(of(name).length).toBeGreaterThan(0);
  });

  it('holds many, missing, manual and foreign sums, templates and twin numbers (item 27)', () => {
    expect([rowsOf('51 rows').length, rowsOf('120 rows').length, rowsOf('no rows').length]).toEqual([
      51, 120, 0,
    ]);
    expect(of('manual sum')).toMatchObject([{ IS_MANUAL_OPPORTUNITY: true, OPPORTUNITY: 99999.99 }]);
    expect(new Set(invoices.map(({ CURRENCY_ID }) => CURRENCY_ID))).toEqual(
      new Set(['RUB', 'USD', 'EUR', 'KZT']),
    );
    expect(of('recurring template')).toMatchObject([{ IS_RECURRING: true }]);
    expect(new Set(of('duplicate number').map(({ ACCOUNT_NUMBER }) => ACCOUNT_NUMBER)).size).toBe(1);
    expect(
      new Set(of('restored with the number of another').map(({ ACCOUNT_NUMBER }) => ACCOUNT_NUMBER)).size,
    ).toBe(1);
    expect(of('empty number')).toMatchObject([{ ACCOUNT_NUMBER: '' }]);
    expect(of('null sum')).toMatchObject([{ OPPORTUNITY: null, TAX_VALUE: null }]);
  });

  it('holds rows at every rate and with odd prices and quantities (item 30)', () => {
    const rates = ['rate 22', 'rate 20', 'rate 10', 'rate 7', 'rate 5', 'rate 0', 'no rate'] as const;
    expect(rates.map((name) => rowsOf(name)[0]?.TAX_RATE)).toEqual([22, 20, 10, 7, 5, 0, null]);
    expect(rowsOf('fractional quantity')[0]).toMatchObject({ QUANTITY: 0.3333 });
    expect(rowsOf('eight decimals')[0]).toMatchObject({ PRICE: 0.12345678, PRODUCT_ID: 0 });
    expect(rowsOf('negative row')[1]?.PRICE).toBeLessThan(0);
  });

  it('holds odd texts as number, product and buyer, one of them of 60,000 characters', () => {
    expect(of('text 60,000 characters')[0]?.ACCOUNT_NUMBER).toHaveLength(60_000);
    expect(rowsOf('text formula')).toMatchObject([{ PRODUCT_NAME: '=IMPORTXML("http://x","//a")' }]);
    expect(data.companies.get(of('text leading zeros')[0]?.COMPANY_ID ?? 0)?.TITLE).toBe('00123');
  });

  it('holds links that are missing, zero or dangling, ties of SORT and address-only requisites (items 33, 35)', () => {
    const link = (name: keyof typeof oddInvoices) => data.links.get(oddInvoices[name][0] ?? 0);
    expect(link('link missing')).toBeUndefined();
    expect(link('link zero')).toMatchObject({ REQUISITE_ID: 0 });
    expect(data.requisites.has(link('link dangling')?.REQUISITE_ID ?? 0)).toBe(false);
    const companyId = of('requisites of equal sort')[0]?.COMPANY_ID;
    const tied = [...data.requisites.values()].filter(
      ({ ENTITY_ID, ENTITY_TYPE_ID }) => ENTITY_TYPE_ID === 4 && ENTITY_ID === companyId,
    );
    expect(tied.map(({ SORT }) => SORT)).toEqual([500, 500]);
    expect(data.companies.has(of('company deleted')[0]?.COMPANY_ID ?? 0)).toBe(false);
    const linkedAddress = data.requisites.get(link('address only linked')?.REQUISITE_ID ?? 0);
    expect(linkedAddress).toMatchObject({ ADDRESS_ONLY: 'Y' });
  });
});

describe('sized data', () => {
  it.each([
    [100, 300, 60],
    [70, 211, 9],
  ])(
    'holds exactly %d invoices, %d rows and %d requisites, every invoice linked',
    (count, rows, requisites) => {
      const sized = makeSizedData({ invoices: count, rows, requisites }, new VirtualClock(), TODAY);
      const sizes = [...sized.rowsByInvoice.values()].map((list) => list.length);
      expect([
        sized.invoices.size,
        sizes.reduce((sum, size) => sum + size, 0),
        sized.requisites.size,
      ]).toEqual([count, rows, requisites]);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect([...sized.links.values()].every(({ REQUISITE_ID }) => sized.requisites.has(REQUISITE_ID))).toBe(
        true,
      );
    },
  );
});
