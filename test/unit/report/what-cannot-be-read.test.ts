/** Values that the portal sent and nobody can read: each is named once, and nothing is put in its place. */
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { InvoiceRecord, InvoiceValue } from '../../../src/domain/records';
import { isLeftOut, semanticsOf } from '../../../src/report/invoice-filter';
import { reportOf, type Facts } from './a-report';
import { anInvoice, aRequisite, aRow, aStage, type InvoiceFacts } from './builders';
import { askForBuyer } from './portal-answers';

const SHIPPED = 'UF_CRM_SHIPPED';
const PAID = 'UF_CRM_PAID';

const unread = (unreadable: readonly string[], facts: InvoiceFacts = {}): InvoiceRecord => ({
  ...anInvoice(facts),
  unreadable: unreadable as readonly InvoiceValue[],
});

const issuesOf = (facts: Facts) =>
  reportOf({ shipmentDateField: SHIPPED, paymentDateField: PAID, ...facts }).issues;

describe('A report of an invoice with values that cannot be read', () => {
  test('names them all in one sentence: its own, dates by their columns, the buyer’s, the rows’', () => {
    const invoices = [
      unread(['accountNumber', 'taxValue', 'BEGINDATE', SHIPPED, PAID, 'UF_CRM_OTHER']),
      anInvoice({ id: 2 }),
    ];
    const buyers = { 1: { inn: '', name: '', unreadable: ['inn', 'buyer'] as const } };
    const rows = {
      1: [aRow({ id: 1, unreadable: ['price'] }), aRow({ id: 2, unreadable: ['price', 'productName'] })],
      2: [aRow()],
    };
    const issues = issuesOf({ invoices, buyers, rows });
    expect(issues.filter(({ kind }) => kind === 'unreadable')).toEqual([
      {
        kind: 'unreadable',
        invoiceId: 1,
        invoice: '№ 15 (id 1)',
        sentence:
          'Счёт № 15 (id 1): в CRM не читаются «Номер», «НДС», «Дата счёта», «Дата отгрузки», «Дата оплаты», ' +
          '«ИНН», «Контрагент», «Цена», «Наименование товара», отчёт составлен без этих значений.',
      },
    ]);
  });

  test.each([
    ['BEGINDATE', 'Дата счёта'],
    [SHIPPED, 'Дата отгрузки'],
    [PAID, 'Дата оплаты'],
    ['stage', 'Стадия'],
  ])('names %s alone by «%s», and invoices without any not at all', (value, title) => {
    expect(issuesOf({ invoices: [unread([value]), anInvoice({ id: 2 })] })).toEqual([
      {
        kind: 'unreadable',
        invoiceId: 1,
        invoice: '№ 15 (id 1)',
        sentence: `Счёт № 15 (id 1): в CRM не читается «${title}», отчёт составлен без этого значения.`,
      },
    ]);
  });

  test('says nothing of a field that none of its columns shows', () => {
    expect(issuesOf({ invoices: [unread(['UF_CRM_OTHER'])] })).toEqual([]);
    expect(reportOf({ invoices: [unread([SHIPPED, PAID])] }).issues).toEqual([]);
  });
});

describe('The buyer of an invoice', () => {
  const invoice = {
    ...anInvoice({ id: 9, companyId: 123, contactId: 45 }),
    unreadable: ['taxValue'] as const,
  };
  const requisite = aRequisite({ id: 1, inn: '7712345678', companyName: 'ООО «Ромашка»' });
  const buyerWith = (unreadable: readonly ('inn' | 'buyer')[]) =>
    askForBuyer(invoice, { links: { 9: 1 }, requisites: [{ ...requisite, unreadable }] }).buyer;

  test('whose company or contact cannot be read is nobody, and nobody is asked', () => {
    const facts = { links: { 9: 1 }, requisites: [requisite] };
    expect(askForBuyer({ ...invoice, unreadable: ['buyer'] }, facts)).toEqual({
      buyer: { inn: '', name: '' },
      questions: [],
    });
    expect(askForBuyer(invoice, facts).buyer).toMatchObject({ inn: '7712345678', name: 'ООО «Ромашка»' });
  });

  test('whose requisite lacks a name keeps its INN; whose INN cannot be read has neither', () => {
    expect(buyerWith(['buyer'])).toMatchObject({ inn: '7712345678', name: '', unreadable: ['buyer'] });
    expect(buyerWith(['inn'])).toMatchObject({ inn: '', name: '', unreadable: ['inn', 'buyer'] });
    expect(buyerWith(['buyer', 'inn'])).toMatchObject({ inn: '', name: '', unreadable: ['buyer', 'inn'] });
  });
});

describe('An invoice whose day in the period cannot be read', () => {
  const semantics = semanticsOf([aStage('DT31_7:D', 'F')]);
  const criteria = {
    period: { from: '2026-01-01' as IsoDate, to: '2026-03-31' as IsoDate },
    periodField: 'BEGINDATE' as FieldName,
    excludeFailed: true,
  };
  const leftOut = (invoice: InvoiceRecord, changes: Partial<typeof criteria> = {}) =>
    isLeftOut(invoice, { ...criteria, ...changes }, semantics);

  test('is one that was left out, as long as it would be wanted', () => {
    expect(leftOut(unread(['taxValue', 'BEGINDATE']))).toBe(true);
    expect(leftOut(unread(['BEGINDATE'], { isRecurringTemplate: true }))).toBe(false);
    expect(leftOut(unread(['BEGINDATE'], { stageId: 'DT31_7:D' }))).toBe(false);
    expect(leftOut(unread(['BEGINDATE'], { stageId: 'DT31_7:D' }), { excludeFailed: false })).toBe(true);
  });

  test('is no matter where another day decides, or all can be read', () => {
    expect(leftOut(unread([PAID]))).toBe(false);
    expect(leftOut(unread(['BEGINDATE']), { periodField: PAID as FieldName })).toBe(false);
    expect(leftOut(anInvoice())).toBe(false);
  });

  test('means open where its stage is none that the portal has named', () => {
    expect(semantics('DT31_9:N' as InvoiceRecord['stageId'])).toBe('P');
  });
});
