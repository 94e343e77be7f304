/** Whose texts the cells of the two sheets show otherwise. */
import type { CompanyId, InvoiceId } from '../../../src/domain/ids';
import type {
  BriefLine,
  DetailGroup,
  DetailLine,
  InvoiceHead,
  Report,
} from '../../../src/report/report-model';
import { COLUMNS as DEBTS } from '../../../src/debts/debts-columns';
import { BRIEF, DETAIL, planned } from '../../../src/report/columns';
import { COLUMNS as VAT } from '../../../src/vat/vat-columns';
import { withAlteredTexts } from '../../../src/report/with-altered-texts';
import { anInvoice } from './builders';

const plans = [
  { sheet: 'brief' as const, columns: planned(BRIEF) },
  { sheet: 'detail' as const, columns: planned(DETAIL) },
];

const head = (id: number): InvoiceHead => ({
  invoice: anInvoice({ id, accountNumber: `С-${id}` }),
  buyer: { inn: '', name: '' },
});
const line: DetailLine = { row: null, name: 'Стол', quantity: 1, price: 1, sum: 1, vat: 0, hasVat: false };
const dates = { invoiceDate: null, shipmentDate: null, paymentDate: null };

const brief = (id: number): BriefLine => ({ head: head(id), sum: 1, vat: 0, ...dates, isPaid: false });
const group = (id: number, lines: DetailGroup['lines']): DetailGroup => ({
  ...{ head: head(id), brief: brief(id) },
  lines,
});

/** Invoice 1 has two product rows, 2 has none, those of 3 are unavailable, 4 has one. */
const report: Report = {
  brief: [1, 2, 3, 4].map(brief),
  detail: [group(1, [line, line]), group(3, 'unavailable'), group(4, [line])],
  totals: [],
  productRowCount: 3,
  issues: [
    { kind: 'rowsUnavailable', invoiceId: 3 as InvoiceId, invoice: '№ С-3 (id 3)', sentence: 'Нет строк.' },
    { kind: 'emptyDate', invoiceId: 4 as InvoiceId, invoice: '№ С-4 (id 4)', sentence: 'Пустая дата.' },
  ],
};

const NOBODY = { older: [], ownCompanies: new Map() };

const altered = (id: number, where: string) => ({
  kind: 'textAltered',
  invoiceId: id,
  invoice: `№ С-${id} (id ${id})`,
  sentence: `Счёт № С-${id} (id ${id}): Google Таблицы сохранили текст с изменениями в ${where}.`,
});

test('A report whose cells took every text is the same', () => {
  expect(withAlteredTexts(report, NOBODY, plans, new Map([['brief', []]]))).toBe(report);
});

test('Each invoice is named once, in the order of the report, with its columns in that of the sheet', () => {
  const places = new Map([
    [
      'brief' as const,
      [
        { row: 2, column: 2, text: '' },
        { row: 3, column: 0, text: '' },
      ],
    ],
    [
      'detail' as const,
      [
        { row: 1, column: 3, text: '' },
        { row: 2, column: 3, text: '' },
        { row: 2, column: 1, text: '' },
        { row: 3, column: 0, text: '' },
        { row: 4, column: 2, text: '' },
      ],
    ],
  ]);
  const [unavailable, emptyDate] = report.issues;
  expect(withAlteredTexts(report, NOBODY, plans, places)).toEqual({
    ...report,
    issues: [
      unavailable,
      altered(1, 'столбцах «ИНН», «Наименование товара»'),
      altered(2, 'столбце «Контрагент»'),
      altered(3, 'столбце «Номер»'),
      altered(4, 'столбце «Контрагент»'),
      emptyDate,
    ],
  });
});

test('The header and what stands below the invoices are nobody’s', () => {
  const places = [
    { row: 0, column: 0, text: 'Номер' },
    { row: 5, column: 2, text: 'Всего' },
  ];
  expect(withAlteredTexts(report, NOBODY, plans, new Map([['brief', places]]))).toBe(report);
});

test('On further sheets a text is of all whose it is, be they outside the report', () => {
  const named = (id: number, buyer: InvoiceHead['buyer']): BriefLine => ({
    ...brief(id),
    head: { ...head(id), buyer },
  });
  const [one, other] = [
    named(1, { inn: '', name: 'А\u0000', kpp: '7\u0000' }),
    named(9, { inn: '', name: 'Б\u0000' }),
  ];
  const further = [
    { sheet: 'debts' as const, columns: planned(DEBTS) },
    { sheet: 'vat' as const, columns: planned(VAT) },
  ];
  const places = new Map([
    [
      'debts' as const,
      [
        { row: 1, column: 1, text: 'Б\u0000' },
        { row: 2, column: 1, text: 'Б\u0000' },
        { row: 2, column: 0, text: 'С-9' },
        { row: 3, column: 1, text: 'Всего:' },
      ],
    ],
    ['vat' as const, [{ row: 3, column: 4, text: '7\u0000' }]],
  ]);
  const { issues } = withAlteredTexts(
    { ...report, brief: [one], issues: [] },
    { ...NOBODY, older: [other] },
    further,
    places,
  );
  expect(issues).toEqual([altered(1, 'столбце «КПП»'), altered(9, 'столбцах «Счёт», «Контрагент»')]);
});

test('A name of one’s own company is of all invoices that it bills, in its own column alone', () => {
  const [ours, others] = [5 as CompanyId, 6 as CompanyId];
  const billed = (id: number, ownCompanyId: CompanyId | null, name: string): BriefLine => ({
    ...brief(id),
    head: { ...head(id), invoice: { ...head(id).invoice, ownCompanyId }, buyer: { inn: '', name } },
  });
  const shown = {
    older: [billed(9, ours, '')],
    ownCompanies: new Map([
      [ours, { id: ours, title: 'Мы\u0000' }],
      [others, null],
    ]),
  };
  const ofVat = [{ sheet: 'vat' as const, columns: planned(VAT) }];
  const lines = [
    billed(1, ours, 'А'),
    billed(2, others, 'Мы\u0000'),
    billed(3, null, 'Б'),
    billed(4, ours, 'В'),
  ];
  const issuesOf = (column: number) =>
    withAlteredTexts(
      { ...report, brief: lines, issues: [] },
      shown,
      ofVat,
      new Map([['vat' as const, [{ row: 1, column, text: 'Мы\u0000' }]]]),
    ).issues;
  expect(issuesOf(9)).toEqual([altered(1, 'столбце «Наша компания»'), altered(4, 'столбце «Наша компания»')]);
  expect(issuesOf(2)).toEqual([altered(2, 'столбце «Контрагент»')]);
});
