/** Invoices of which a finished report has something to say: empty dates, payments to come, what cannot be read. */
import type { BriefLine } from '../../../src/report/report-model';
import { reportOf } from './a-report';
import { anInvoice } from './builders';

describe('days of shipment and payment', () => {
  const PAID = 'UF_CRM_PAID';
  const SHIPPED = 'UF_CRM_SHIPPED';
  const fields = { shipmentDateField: SHIPPED, paymentDateField: PAID };
  const daysOf = (shipped: string | null, paid: string | null) => {
    const { brief, issues } = reportOf({
      ...fields,
      invoices: [anInvoice({ dates: { [SHIPPED]: shipped, [PAID]: paid } })],
    });
    const { shipmentDate, paymentDate, isPaid } = brief[0] as BriefLine;
    return { shipmentDate, paymentDate, isPaid, said: issues.map(({ sentence }) => sentence) };
  };
  const empty = (column: string, day: string) =>
    `Счёт № 15 (id 1): ${column} ${day} похожа на пустую дату 1С и не учтена.`;

  it.each([
    ['0001-01-01', '01.01.0001'],
    ['1970-01-01', '01.01.1970'],
    ['2001-01-01', '01.01.2001'],
    ['2002-01-01', '01.01.2002'],
  ])('as an exchange leaves them where there are none, such as %s, are none', (day, shown) => {
    expect(daysOf(day, day)).toEqual({
      shipmentDate: null,
      paymentDate: null,
      isPaid: false,
      said: [empty('дата отгрузки', shown), empty('дата оплаты', shown)],
    });
  });

  it('from 02.01.2002 on are days', () => {
    expect(daysOf('2002-01-02', '2002-01-02')).toEqual({
      ...{ shipmentDate: 37_258, paymentDate: 37_258, isPaid: true, said: [] },
    });
  });

  it('to come count as paid, and the payment is named', () => {
    expect(daysOf('2026-05-21', '2026-05-20').said).toEqual([]);
    expect(daysOf(null, '2026-05-21')).toEqual({
      shipmentDate: null,
      paymentDate: 46_163,
      isPaid: true,
      said: ['Счёт № 15 (id 1): дата оплаты 21.05.2026 ещё не наступила, но счёт считается оплаченным.'],
    });
  });

  it('as empty as that leave the invoice’s own date and its period alone', () => {
    const { brief, issues } = reportOf({
      ...fields,
      invoices: [anInvoice({ dates: { BEGINDATE: '2001-01-01' } })],
    });
    expect([brief[0]?.invoiceDate, issues]).toEqual([36_892, []]);
  });
});

describe('an invoice whose VAT cannot be read', () => {
  it('has an empty cell, and is counted neither with VAT nor without', () => {
    const invoices = [{ ...anInvoice({ taxValue: null }), unreadable: ['taxValue' as const] }];
    const { brief, totals } = reportOf({ invoices });
    expect(brief[0]).toMatchObject({ sum: 120, vat: null });
    expect(totals).toEqual([{ currency: 'RUB', all: 120, withoutVat: 0, withVat: 0, vat: 0 }]);
  });
});

describe('an invoice that nobody can date', () => {
  it('is named first of all, by the field that cannot be read', () => {
    const leftOut = [anInvoice({ id: 7, accountNumber: 'Б-7' })];
    expect(reportOf({ leftOut, rows: { 1: 'unavailable' } }).issues.map(({ sentence }) => sentence)).toEqual([
      'Счёт № Б-7 (id 7) не вошёл в отчёт: в CRM не читается «Срок оплаты».',
      'Строки счёта № 15 (id 1) недоступны.',
    ]);
  });
});
