import type { PortalDecimal, ProductRow } from '../../../src/domain/records';
import { briefSheet } from '../../../src/report/brief-sheet';
import { detailSheet } from '../../../src/report/detail-sheet';
import type { BriefLine, DetailLine } from '../../../src/report/report-model';
import { anInvoice, aRow, aStage, type InvoiceFacts } from './builders';
import { reportOf, type Facts } from './a-report';

function briefLine(invoice: InvoiceFacts, facts: Facts = {}): BriefLine | undefined {
  return reportOf({ ...facts, invoices: [anInvoice(invoice)] }).brief[0];
}

function detailLines(...rows: ProductRow[]): readonly DetailLine[] {
  const lines = reportOf({ rows: { 1: rows } }).detail[0]?.lines;
  return lines === undefined || lines === 'unavailable' ? [] : lines;
}

describe('the order of the report', () => {
  it('is by invoice id on both sheets, as a number', () => {
    const invoices = [100, 9, 20].map((id) => anInvoice({ id }));
    const { brief, detail } = reportOf({ invoices, rows: { 9: [aRow()], 20: [aRow()], 100: [aRow()] } });
    expect(brief.map(({ head }) => head.invoice.id)).toEqual([9, 20, 100]);
    expect(detail.map(({ head }) => head.invoice.id)).toEqual([9, 20, 100]);
    expect(invoices.map(({ id }) => id)).toEqual([100, 9, 20]);
  });

  it('is by sort, then id, within an invoice', () => {
    const rows = [
      aRow({ id: 1, sort: 100, name: 'd' }),
      aRow({ id: 30, sort: 9, name: 'c' }),
      aRow({ id: 4, sort: 9, name: 'b' }),
      aRow({ id: 99, sort: 0, name: 'a' }),
    ];
    expect(detailLines(...rows).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows[0]?.name).toBe('d');
  });
});

describe('an invoice on the brief sheet', () => {
  it('shows number, buyer, sums and dates', () => {
    const facts = {
      buyers: { 5: { inn: '007', name: 'ООО' } },
      shipmentDateField: 'UF_CRM_SHIPPED',
      paymentDateField: 'UF_CRM_PAID',
    };
    const dates = { BEGINDATE: '2026-01-01', UF_CRM_SHIPPED: '2026-01-02', UF_CRM_PAID: '2026-01-03' };
    const invoice = { id: 5, opportunity: 1234.5, taxValue: 205.75, dates };
    expect(briefLine(invoice, facts)).toEqual({
      head: { invoice: anInvoice(invoice), buyer: { inn: '007', name: 'ООО' } },
      sum: 1234.5,
      vat: 205.75,
      invoiceDate: 46_023,
      shipmentDate: 46_024,
      paymentDate: 46_025,
      isPaid: true,
    });
  });

  it('without dates or chosen fields has empty dates', () => {
    const empty = { invoiceDate: null, shipmentDate: null, paymentDate: null };
    expect(briefLine({ dates: { BEGINDATE: null, UF_CRM_PAID: '2026-01-03' } })).toMatchObject(empty);
    const facts = { shipmentDateField: 'UF_CRM_GONE', paymentDateField: 'UF_CRM_PAID' };
    expect(briefLine({ dates: { BEGINDATE: null, UF_CRM_PAID: null } }, facts)).toMatchObject(empty);
  });

  it.each<[PortalDecimal | null, number | null]>([
    [null, null],
    [0, 0],
    [-0, 0],
    [-5.5, -5.5],
    ['90071992547409.93', 90071992547409.93],
  ])('with the sum %p shows %p', (opportunity, sum) => {
    expect(briefLine({ opportunity })?.sum).toBe(sum);
  });

  it.each<[PortalDecimal | null, number]>([
    [null, 0],
    [0, 0],
    ['0.00', 0],
    [-0, 0],
    [0.01, 0.01],
    [-3, -3],
  ])('with the VAT %p shows %p', (taxValue, vat) => {
    expect(briefLine({ taxValue })?.vat).toBe(vat);
  });
});

describe('an invoice is paid', () => {
  it.each<[string, boolean, InvoiceFacts]>([
    ['in a stage of success', true, { stageId: 'DT31_2:S' }],
    ['not in an open stage', false, { stageId: 'DT31_2:N' }],
    ['not in a failed stage', false, { stageId: 'DT31_2:D' }],
    ['not in an unknown stage', false, { stageId: 'DT31_8:S' }],
    [
      'not by a date in a field that was not chosen',
      false,
      { stageId: 'N', dates: { UF_CRM_PAID: '2026-01-01' } },
    ],
  ])('%s where no payment field is chosen', (_, paid, invoice) => {
    const stages = [aStage('DT31_2:S', 'S'), aStage('DT31_2:N', 'P'), aStage('DT31_2:D', 'F')];
    expect(briefLine(invoice, { stages })?.isPaid).toBe(paid);
  });

  it('by the payment field alone where one is chosen', () => {
    const facts = { paymentDateField: 'UF_CRM_PAID' };
    expect(briefLine({ stageId: 'N', dates: { UF_CRM_PAID: '2026-01-01' } }, facts)?.isPaid).toBe(true);
    expect(briefLine({ stageId: 'DT31_2:S', dates: { UF_CRM_PAID: null } }, facts)?.isPaid).toBe(false);
  });
});

describe('a product row', () => {
  it.each<[string, Partial<ProductRow>, Partial<DetailLine>]>([
    ['at a rate', {}, { sum: 120, vat: 20, hasVat: true }],
    ['without VAT', { taxRate: null }, { sum: 120, vat: 0, hasVat: false }],
    ['at 0 %', { taxRate: 0 }, { sum: 120, vat: 0, hasVat: true }],
    [
      'with an unrounded price',
      { price: 0.12345678, quantity: 100 },
      { price: 0.12345678, sum: 12.35, vat: 2.06 },
    ],
    [
      'with a fractional quantity',
      { price: 10, quantity: 0.3333 },
      { quantity: 0.3333, sum: 3.33, vat: 0.56 },
    ],
    ['returned', { quantity: -1 }, { sum: -120, vat: -20 }],
    ['of zero', { price: 0, quantity: 0 }, { price: 0, quantity: 0, sum: 0, vat: 0 }],
    ['without a price', { price: null }, { price: null, quantity: 1, sum: null, vat: null, hasVat: true }],
    ['without a quantity', { quantity: null }, { price: 120, quantity: null, sum: null, vat: null }],
    ['without price and VAT', { price: null, taxRate: null }, { sum: null, vat: 0, hasVat: false }],
    ['without a name', { name: '' }, { name: '', sum: 120 }],
  ])('%s: %j', (_, row, line) => {
    expect(detailLines(aRow(row))[0]).toMatchObject(line);
  });
});

describe('the rows of invoices', () => {
  const invoices = [1, 2, 3].map((id) => anInvoice({ id, accountNumber: `A-${id}` }));
  const A_2_UNAVAILABLE = {
    kind: 'rowsUnavailable',
    invoiceId: 2,
    invoice: '№ A-2 (id 2)',
    sentence: 'Строки счёта № A-2 (id 2) недоступны.',
  };

  it('that do not add up to the invoice are an issue, behind all others', () => {
    const rows = { 1: [aRow(), aRow()], 2: 'unavailable', 3: [aRow()] } as const;
    expect(reportOf({ invoices, rows }).issues).toEqual([
      A_2_UNAVAILABLE,
      {
        kind: 'rowSumDiffers',
        invoiceId: 1,
        invoice: '№ A-1 (id 1)',
        sentence: 'Счёт № A-1 (id 1): сумма товаров 240,00, а сумма счёта 120,00.',
      },
      {
        kind: 'rowVatDiffers',
        invoiceId: 1,
        invoice: '№ A-1 (id 1)',
        sentence: 'Счёт № A-1 (id 1): НДС товаров 40,00, а НДС счёта 20,00.',
      },
    ]);
  });

  it('that have none make no line, those that could not be read make a group without lines and an issue', () => {
    const report = reportOf({ invoices, rows: { 1: [], 2: 'unavailable', 3: [aRow(), aRow({ price: 0 })] } });
    expect(report.detail.map(({ head, lines }) => [head.invoice.accountNumber, lines.length])).toEqual([
      ['A-2', 'unavailable'.length],
      ['A-3', 2],
    ]);
    expect(report.detail[0]?.lines).toBe('unavailable');
    expect(report.productRowCount).toBe(2);
    expect(report.brief).toHaveLength(3);
    expect(report.issues).toEqual([A_2_UNAVAILABLE]);
  });

  it('are left alone where only the brief sheet is wanted, which is the same then', () => {
    const briefOnly = reportOf({ invoices, rows: null });
    const both = reportOf({ invoices, rows: { 1: [aRow()] } });
    expect(briefOnly).toMatchObject({ detail: [], productRowCount: 0, issues: [] });
    expect(briefOnly.brief).toEqual(both.brief);
    expect(briefOnly.totals).toEqual(both.totals);
  });
});

describe('texts', () => {
  const long = 'x'.repeat(50_001);

  it('are kept letter for letter', () => {
    const hostile = " '=1+1\n&quot;007\t";
    const report = reportOf({
      invoices: [anInvoice({ accountNumber: hostile })],
      buyers: { 1: { inn: hostile, name: hostile } },
      rows: { 1: [aRow({ name: hostile })] },
    });
    expect(report.brief[0]?.head).toMatchObject({
      invoice: { accountNumber: hostile },
      buyer: { inn: hostile, name: hostile },
    });
    expect(report.detail[0]?.lines).toMatchObject([{ name: hostile }]);
    expect(report.issues).toEqual([]);
  });

  it('too long for a cell are cut, and one sentence for each invoice names their columns', () => {
    const report = reportOf({
      invoices: [7, 8, 9].map((id) => anInvoice({ id })),
      buyers: { 7: { inn: long, name: long }, 8: { inn: '', name: long } },
      rows: { 7: [aRow({ name: long }), aRow({ name: `${long}y`, price: 0 })], 8: [], 9: 'unavailable' },
    });
    const context = { portal: 'example.bitrix24.ru', noteLines: [] };
    const cut = `${'x'.repeat(49_999)}…`;
    expect(briefSheet(report, context).body[0]?.values.slice(0, 3)).toEqual(['15', cut, cut]);
    expect(detailSheet(report, context).body[0]?.values.slice(0, 4)).toEqual(['15', cut, cut, cut]);
    expect(report.issues.map(({ sentence }) => sentence)).toEqual([
      'Строки счёта № 15 (id 9) недоступны.',
      'Счёт № 15 (id 7): слишком длинный текст сокращён в столбцах «ИНН», «Контрагент», «Наименование товара».',
      'Счёт № 15 (id 8): слишком длинный текст сокращён в столбце «Контрагент».',
    ]);
  });

  it('too long for a cell are nothing to tell of where they are shown whole', () => {
    const facts = {
      invoices: [anInvoice({ opportunity: 0, taxValue: 0 })],
      buyers: { 1: { inn: '', name: long } },
      rows: { 1: [aRow({ name: long, price: 0 })] },
    };
    expect(reportOf({ ...facts, anyLength: false }).issues).toHaveLength(1);
    expect(reportOf({ ...facts, anyLength: true }).issues).toEqual([]);
  });

  it('that are invoice numbers are quoted only when short', () => {
    const sentences = [long, '', 'A\nB'].map(
      (accountNumber) =>
        reportOf({ invoices: [anInvoice({ accountNumber })], rows: { 1: 'unavailable' } }).issues[0]
          ?.sentence,
    );
    expect(new Set(sentences)).toEqual(new Set(['Строки счёта id 1 недоступны.']));
  });
});
