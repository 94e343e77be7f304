/** Whose texts the cells of the two sheets show otherwise. */
import type { InvoiceId } from '../../../src/domain/ids';
import type {
  BriefLine,
  DetailGroup,
  DetailLine,
  InvoiceHead,
  Report,
} from '../../../src/report/report-model';
import { BRIEF, DETAIL, planned } from '../../../src/report/columns';
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

const altered = (id: number, where: string) => ({
  kind: 'textAltered',
  invoiceId: id,
  invoice: `№ С-${id} (id ${id})`,
  sentence: `Счёт № С-${id} (id ${id}): Google Таблицы сохранили текст с изменениями в ${where}.`,
});

test('A report whose cells took every text is the same', () => {
  expect(withAlteredTexts(report, plans, new Map([['brief', []]]))).toBe(report);
});

test('Each invoice is named once, in the order of the report, with its columns in that of the sheet', () => {
  const places = new Map([
    [
      'brief' as const,
      [
        { row: 2, column: 2 },
        { row: 3, column: 0 },
      ],
    ],
    [
      'detail' as const,
      [
        { row: 1, column: 3 },
        { row: 2, column: 3 },
        { row: 2, column: 1 },
        { row: 3, column: 0 },
        { row: 4, column: 2 },
      ],
    ],
  ]);
  const [unavailable, emptyDate] = report.issues;
  expect(withAlteredTexts(report, plans, places)).toEqual({
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
    { row: 0, column: 0 },
    { row: 5, column: 2 },
  ];
  expect(withAlteredTexts(report, plans, new Map([['brief', places]]))).toBe(report);
});
