import fc from 'fast-check';
import { totalsByCurrency } from '../../../src/report/totals';
import { anInvoice } from './builders';

describe('totals', () => {
  it('tell invoices with VAT from those without, null and zero alike', () => {
    const totals = totalsByCurrency([
      anInvoice({ opportunity: 120, taxValue: 20 }),
      anInvoice({ opportunity: 0.1, taxValue: 0 }),
      anInvoice({ opportunity: 0.2, taxValue: null }),
      anInvoice({ opportunity: '7.00', taxValue: '0.00' }),
      anInvoice({ opportunity: -12, taxValue: -2 }),
    ]);
    expect(totals).toEqual([{ currency: 'RUB', all: 115.3, withoutVat: 7.3, withVat: 108, vat: 18 }]);
  });

  it('leave out a sum that is not there, but not its VAT', () => {
    const totals = totalsByCurrency([
      anInvoice({ opportunity: null, taxValue: 5 }),
      anInvoice({ opportunity: null }),
    ]);
    expect(totals).toEqual([{ currency: 'RUB', all: 0, withoutVat: 0, withVat: 0, vat: 25 }]);
  });

  it('come as one block per currency, roubles first, then by code', () => {
    const invoices = ['USD', 'EUR', 'RUB', 'BYN', 'USD'].map((currency) => anInvoice({ currency }));
    expect(totalsByCurrency(invoices).map(({ currency, all }) => [currency, all])).toEqual([
      ['RUB', 120],
      ['BYN', 120],
      ['EUR', 120],
      ['USD', 240],
    ]);
  });

  it('of invoices without a currency come last, wherever those invoices stand', () => {
    for (const currencies of [
      ['', 'USD', 'RUB', 'AMD'],
      ['AMD', 'RUB', '', 'USD'],
      ['USD', 'AMD', 'RUB', ''],
    ]) {
      const totals = totalsByCurrency(currencies.map((currency) => anInvoice({ currency })));
      expect(totals.map(({ currency }) => currency)).toEqual(['RUB', 'AMD', 'USD', '']);
    }
  });

  it('count an invoice whose VAT cannot be read neither with those with VAT nor with those without', () => {
    const unread = { ...anInvoice({ opportunity: 7, taxValue: null }), unreadable: ['taxValue'] as const };
    const odd = { ...anInvoice({ opportunity: 5, taxValue: null }), unreadable: ['buyer'] as const };
    expect(totalsByCurrency([unread, odd, anInvoice()])).toEqual([
      { currency: 'RUB', all: 132, withoutVat: 5, withVat: 120, vat: 20 },
    ]);
  });

  it('come in the same order whatever the order of the invoices', () => {
    const currencies = ['BYN', 'EUR', 'KZT', 'RUB', 'USD'];
    const shuffled = fc.shuffledSubarray(currencies, { minLength: 2 });
    fc.assert(
      fc.property(shuffled, (codes) => {
        const given = totalsByCurrency(codes.map((currency) => anInvoice({ currency })));
        const others = codes.filter((code) => code !== 'RUB').sort();
        expect(given.map(({ currency }) => currency)).toEqual([
          ...codes.filter((code) => code === 'RUB'),
          ...others,
        ]);
      }),
    );
  });

  it('of no invoices are one block of zeros', () => {
    expect(totalsByCurrency([])).toEqual([{ currency: '', all: 0, withoutVat: 0, withVat: 0, vat: 0 }]);
  });

  it('with and without VAT make up the whole, to the kopeck', () => {
    const kopecks = fc.integer({ min: -(10 ** 11), max: 10 ** 11 });
    fc.assert(
      fc.property(fc.array(fc.tuple(kopecks, fc.option(kopecks))), (invoices) => {
        const [totals] = totalsByCurrency(
          invoices.map(([sum, vat]) =>
            anInvoice({ opportunity: sum / 100, taxValue: vat === null ? null : vat / 100 }),
          ),
        );
        const inKopecks = (value = NaN): number => Math.round(value * 100);
        expect(inKopecks(totals?.all)).toBe(invoices.reduce((sum, [next]) => sum + next, 0));
        expect(inKopecks(totals?.withVat) + inKopecks(totals?.withoutVat)).toBe(inKopecks(totals?.all));
        expect(inKopecks(totals?.vat)).toBe(invoices.reduce((sum, [, next]) => sum + (next ?? 0), 0));
      }),
    );
  });
});
