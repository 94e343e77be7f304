/** The rarer cases of a report: sums that differ by a kopeck, names that are missing, lines that look alike. */
import { briefSheet } from '../../../src/report/brief-sheet';
import { ExactSum } from '../../../src/report/ExactSum';
import { withAlteredTexts } from '../../../src/report/with-altered-texts';
import { reportOf } from './a-report';
import { anInvoice, aRequisite, aRow } from './builders';
import { askForBuyer } from './portal-answers';

describe('Rows that miss the invoice by what rounding makes', () => {
  test('are told as such: of the sum a kopeck, of the VAT kopecks', () => {
    const invoices = [anInvoice({ opportunity: 120.01, taxValue: 20.01 }), anInvoice({ id: 2 })];
    expect(reportOf({ invoices, rows: { 1: [aRow()], 2: [aRow()] } }).issues).toEqual([
      {
        kind: 'offByKopecks',
        invoiceId: 1,
        invoice: '№ 15 (id 1)',
        sentence: 'Счёт № 15 (id 1): сумма товаров 120,00, а сумма счёта 120,01.',
      },
      {
        kind: 'offByKopecks',
        invoiceId: 1,
        invoice: '№ 15 (id 1)',
        sentence: 'Счёт № 15 (id 1): НДС товаров 20,00, а НДС счёта 20,01.',
      },
    ]);
  });
});

describe('A buyer whose requisite has no name', () => {
  const named = (entityTypeId: number, entityId: number, facts: Parameters<typeof askForBuyer>[1] = {}) => {
    const requisites = [aRequisite({ id: 1, inn: '7', entityTypeId, entityId })];
    const invoice = anInvoice({ id: 9, companyId: 123, contactId: 45 });
    return askForBuyer(invoice, {
      companies: { 123: ' ' },
      contacts: { 45: ['', ' ', ''] },
      ...facts,
      links: { 9: 1 },
      requisites,
    });
  };
  const asked = ['link 9', 'requisite 1', 'company 123', 'contact 45'];

  test('is asked about once where the requisite is the invoice’s own company’s or contact’s', () => {
    expect(named(4, 123)).toMatchObject({ buyer: { inn: '7', name: ' ' }, questions: asked });
    expect(named(3, 45)).toMatchObject({ buyer: { inn: '7', name: '' }, questions: asked });
  });

  test('is the owner of the requisite, whatever has the same number among the others', () => {
    const companies = { 123: '', 45: 'ООО «Прежний»' };
    expect(named(4, 45, { companies })).toMatchObject({
      buyer: { inn: '7', name: 'ООО «Прежний»' },
      questions: [...asked, 'company 45'],
    });
    const contacts = { 45: ['', '', ''], 123: ['Иванов', 'Пётр', ''] } as const;
    expect(named(3, 123, { contacts })).toMatchObject({
      buyer: { inn: '7', name: 'Иванов Пётр' },
      questions: [...asked, 'contact 123'],
    });
    expect(named(3, 7, { contacts: { 45: ['', '', ''], 7: ['Иванов', '', ''] } }).buyer.name).toBe('Иванов');
    expect(named(8, 123)).toMatchObject({ buyer: { inn: '7', name: '' }, questions: asked });
  });
});

describe('Lines of the brief sheet', () => {
  const line = (vat: number, isPaid: boolean) => {
    const head = { invoice: anInvoice(), buyer: { inn: '', name: '' } };
    const dates = { invoiceDate: null, shipmentDate: null, paymentDate: null };
    return { head, sum: 100, vat, ...dates, isPaid };
  };
  const stylesOf = (...brief: ReturnType<typeof line>[]) =>
    briefSheet({ brief, totals: [] }, { portal: 'demo.bitrix24.ru', noteLines: [] }).body.map(({ style }) => [
      style.formats[4],
      style.alignments[4],
      style.fills[4],
    ]);

  test('say «нет» where there is no VAT, also beside an unpaid one that has some', () => {
    const withVat = ['#,##0.00', 'right'];
    const noVat = ['#,##0.00;-#,##0.00;"нет"', 'center'];
    const lines = [
      line(20, false),
      line(0, false),
      line(0, true),
      line(20, true),
      line(0, false),
      line(20, false),
    ];
    expect(stylesOf(...lines)).toEqual([
      [...withVat, '#ffc0cb'],
      [...noVat, '#ffc0cb'],
      [...noVat, '#d3d3d3'],
      [...withVat, null],
      [...noVat, '#ffc0cb'],
      [...withVat, '#ffc0cb'],
    ]);
  });
});

test('An altered text is told of its own invoice, and of none beside it', () => {
  const report = reportOf({ invoices: [1, 2, 3].map((id) => anInvoice({ id })) });
  const plan = briefSheet(report, { portal: 'demo.bitrix24.ru', noteLines: [] });
  const { issues } = withAlteredTexts(
    report,
    { older: [], ownCompanies: new Map() },
    [plan],
    new Map([['brief', [{ row: 2, column: 1, text: '' }]]]),
  );
  expect(issues.map(({ kind, invoiceId }) => [kind, invoiceId])).toEqual([['textAltered', 2]]);
});

test('A sum of thousandths is exact, as one of kopecks is', () => {
  const sum = new ExactSum();
  for (const value of [0.001, '0.0001', 1.5, '1e-3', -0.1]) sum.add(value);
  expect(sum.toNumber()).toBe(1.4021);
});
