/** What stands in the columns of one's choice, on both sheets, and that the eight beside them stay as they are. */
import fc from 'fast-check';
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../../src/domain/column-names';
import { dayNumber } from '../../../src/domain/calendar-day';
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import type {
  CompanyRecord,
  FieldRecord,
  FieldValue,
  InvoiceRecord,
  ProductRow,
} from '../../../src/domain/records';
import { briefSheet } from '../../../src/report/brief-sheet';
import { DataProcessor } from '../../../src/report/DataProcessor';
import { detailSheet } from '../../../src/report/detail-sheet';
import { discountOf, furtherColumns, type ColumnSettings } from '../../../src/report/further-columns';
import { rateName } from '../../../src/report/rate';
import type { Report } from '../../../src/report/report-model';
import { ROWS_UNAVAILABLE } from '../../../src/texts/sheet-texts';
import { anInvoice, aRow, aStage } from './builders';

const TODAY = '2026-05-20' as IsoDate;
const FIELD = 'UF_CRM_PROJECT' as FieldName;
const NONE = { shipmentDateField: '', paymentDateField: '' } as const;
const CONTEXT = { portal: 'example.bitrix24.ru', noteLines: [] };

const MORE: Partial<InvoiceRecord> = {
  title: '=1+1',
  comments: 'a\nb',
  categoryId: 3,
  ownCompanyId: 5 as CompanyId,
  createdTime: '2026-05-01T23:30:00+03:00',
};
const INVOICES = [
  { ...anInvoice({ id: 1, stageId: 'DT31_2:N', dates: { CLOSEDATE: '2026-05-10' } }), ...MORE },
  {
    ...anInvoice({ id: 2, stageId: 'gone', currency: 'USD' }),
    ...MORE,
    categoryId: 9,
    ownCompanyId: 6 as CompanyId,
  },
];
const FULL_ROW = {
  ...{ unit: 'шт', netPrice: '83.33333333', fullPrice: 150, productId: 77, externalId: '0012' },
};

function sheetsOf(
  settings: Partial<ColumnSettings>,
  fields: readonly FieldRecord[] = [],
  invoices: readonly InvoiceRecord[] = INVOICES,
  paidSumField: FieldName | '' = '',
  beside: { readonly showsVat: boolean; readonly ourTitle: string } = {
    showsVat: false,
    ourTitle: 'ООО «Мы»',
  },
) {
  const stages = [aStage('DT31_2:N', 'P')];
  const further = furtherColumns(
    { briefColumns: [], detailColumns: [], ...settings },
    {
      ...{ today: TODAY, stages, fields, goesByDebts: false, showsVat: beside.showsVat },
      payment: { dueDateField: 'CLOSEDATE' as FieldName, dueDays: 0, paidSumField },
      categories: [{ id: 3, name: 'Опт' }],
      ownCompanies: new Map<CompanyId, CompanyRecord | null>([
        [5 as CompanyId, { id: 5 as CompanyId, title: beside.ourTitle }],
        [6 as CompanyId, null],
      ]),
    },
  );
  const report = new DataProcessor(NONE, TODAY).process({
    ...{ invoices, stages, further, leftOut: { invoices: [], field: '' } },
    buyerOf: () => ({ inn: '0077', name: 'ООО «Покупатель»', kpp: '007701001' }),
    rowsOf: (id) => (id === 2 ? 'unavailable' : [aRow(FULL_ROW), aRow({ id: 2, taxRate: null })]),
  });
  return {
    report,
    brief: briefSheet(report, CONTEXT, further.brief),
    detail: detailSheet(report, CONTEXT, further.detail),
  };
}

const unreadIn = (report?: Report): readonly string[] =>
  (report?.issues ?? []).filter(({ kind }) => kind === 'unreadable').map(({ sentence }) => sentence);

const briefCells = (name: (typeof BRIEF_COLUMNS)[number]) =>
  sheetsOf({ briefColumns: [name] }).brief.body.map(({ values }) => values[8]);
const detailCells = (name: (typeof DETAIL_COLUMNS)[number]) =>
  sheetsOf({ detailColumns: [name] }).detail.body.map(({ values }) => values[8]);

test.each<[(typeof BRIEF_COLUMNS)[number], unknown, unknown]>([
  ['kpp', '007701001', '007701001'],
  ['stage', 'DT31_2:N', 'Неизвестная стадия'],
  ['pipeline', 'Опт', '(воронка 9)'],
  ['status', 'Просрочен', 'Не оплачен'],
  ['dueDate', dayNumber('2026-05-10' as IsoDate), null],
  ['overdueDays', 10, null],
  ['paidSum', null, null],
  ['debt', 120, 120],
  ['currency', 'RUB', 'USD'],
  ['title', '=1+1', '=1+1'],
  ['comments', 'a\nb', 'a\nb'],
  ['ourCompany', 'ООО «Мы»', '(компания 6 недоступна)'],
  ['created', dayNumber('2026-05-01' as IsoDate), dayNumber('2026-05-01' as IsoDate)],
  ['id', 1, 2],
])('on «Краткий» %s is %j, and %j', (name, ...cells) => {
  expect(briefCells(name)).toEqual(cells);
});

test.each<[(typeof DETAIL_COLUMNS)[number], readonly unknown[]]>([
  ['unit', ['шт', null, null]],
  ['vatRate', ['20\u00a0%', 'без НДС', null]],
  ['priceWithoutVat', [83.33333333, null, null]],
  ['fullPrice', [150, null, null]],
  ['discount', [30, null, null]],
  ['productId', [77, null, null]],
  ['externalId', ['0012', null, null]],
  ['invoiceDate', [46_037, 46_037, 46_037]],
  ['shipmentDate', [null, null, null]],
  ['paymentDate', [null, null, null]],
  ['status', ['Просрочен', 'Просрочен', 'Не оплачен']],
  ['stage', ['DT31_2:N', 'DT31_2:N', 'Неизвестная стадия']],
  ['currency', ['RUB', 'RUB', 'USD']],
  ['ourCompany', ['ООО «Мы»', 'ООО «Мы»', '(компания 6 недоступна)']],
  ['kpp', ['007701001', '007701001', '007701001']],
])('on «Полный» %s stands by row, an unreadable one with its invoice alone: %j', (name, cells) => {
  const { detail } = sheetsOf({ detailColumns: [name] });
  expect(detail.body[2]?.values[3]).toBe(ROWS_UNAVAILABLE);
  expect(detailCells(name)).toEqual(cells);
});

test('the eight are those of a report without further columns, header, lines, totals and looks', () => {
  const [plain, all] = [
    sheetsOf({}),
    sheetsOf({ briefColumns: BRIEF_COLUMNS, detailColumns: DETAIL_COLUMNS }),
  ];
  for (const sheet of ['brief', 'detail'] as const) {
    const rows = (of: typeof plain) => [of[sheet].header, ...of[sheet].body, ...of[sheet].footer];
    const eight = rows(all).map(({ values, style, ...row }) => ({
      ...row,
      values: values.slice(0, 8),
      style: Object.fromEntries(
        Object.entries(style).map(([aspect, cells]) => [aspect, (cells as unknown[]).slice(0, 8)]),
      ),
    }));
    expect(eight).toEqual(rows(plain));
    expect(all[sheet].columns.slice(0, 8)).toEqual(plain[sheet].columns);
  }
  expect(all.report.issues).toEqual(plain.report.issues);
});

test('they are filled as their row, and totals have empty cells there', () => {
  const { brief } = sheetsOf({ briefColumns: ['stage', 'debt'] });
  expect(brief.body[0]?.style.fills).toEqual(Array(10).fill('#ffc0cb'));
  expect(brief.body[1]?.style.formats.slice(8)).toEqual(['@', '#,##0.00 [$USD]']);
  for (const { values } of brief.footer) expect(values.slice(8)).toEqual([null, null]);
});

test('a discount is what price and full price differ by, times the quantity, exactly', () => {
  const decimal = (scale: number) =>
    fc.integer({ min: 0, max: 10 ** 12 }).map((mantissa) => ({
      text: `${Math.floor(mantissa / 10 ** scale)}.${String(mantissa % 10 ** scale).padStart(scale, '0')}`,
      mantissa: BigInt(mantissa),
    }));
  fc.assert(
    fc.property(decimal(8), decimal(8), decimal(4), (full, price, quantity) => {
      const row: ProductRow = aRow({ fullPrice: full.text, price: price.text, quantity: quantity.text });
      const exact = (full.mantissa - price.mantissa) * quantity.mantissa;
      const [size, unit] = [exact < 0n ? -exact : exact, 10n ** 10n];
      const hundredths = (size + unit / 2n) / unit;
      const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
      expect(discountOf(row)).toBe(exact < 0n && hundredths > 0n ? -Number(text) : Number(text));
    }),
  );
});

test.each<[ProductRow['taxRate'], string]>([
  [22, '22\u00a0%'],
  ['16.6700', '16,67\u00a0%'],
  [0, '0\u00a0%'],
  [null, 'без НДС'],
])('the rate %j is called %s', (taxRate, name) => {
  expect(rateName(aRow({ taxRate }))).toBe(name);
});

test.each<[string, Partial<ColumnSettings>, FieldValue, boolean]>([
  ['shown', { briefColumns: ['paidSum'] }, 'много', true],
  ['what debts go by', { briefColumns: ['debt'] }, 'много', true],
  ['what days overdue go by', { briefColumns: ['overdueDays'] }, 'много', true],
  ['what the status on «Полный» goes by', { detailColumns: ['status'] }, 'много', true],
  ['shown nowhere', { briefColumns: ['stage'] }, 'много', false],
  ['a sum', { briefColumns: ['paidSum'] }, '100|RUB', false],
  ['empty', { briefColumns: ['paidSum'] }, '|RUB', false],
])('a paid sum that is %s is named where it is none', (_, settings, value, isNamed) => {
  const invoice = { ...anInvoice(), fields: { [FIELD]: value } };
  const { report } = sheetsOf(settings, [], [invoice], FIELD);
  const named = unreadIn(report);
  const sentence = 'Счёт № 15 (id 1): в CRM не читается «Оплачено», отчёт составлен без этого значения.';
  expect(named).toEqual(isNamed ? [sentence] : []);
});

describe('a user field', () => {
  const OPTIONS = { 11: 'Юг', 13: 'Север' };
  const field = (type: string, isMultiple = false): FieldRecord => ({
    ...{ name: FIELD, title: 'Проект', type, isMultiple, isUserField: true, options: OPTIONS },
  });
  const planOf = (of: FieldRecord, value: FieldValue) =>
    sheetsOf({ briefColumns: [FIELD] }, [of], [{ ...anInvoice(), fields: { [FIELD]: value } }]).brief;

  it.each<[string, FieldValue]>([
    ['integer', 'много'],
    ['double', '1,5'],
    ['money', 'сто рублей'],
    ['date', '2026-02-30'],
    ['datetime', 'завтра'],
    ['boolean', 'наверное'],
    ['double', true],
  ])('of type %s with %j is empty, and named', (type, value) => {
    const [one, several] = [value, [value] as FieldValue].map((given) =>
      sheetsOf(
        { briefColumns: [FIELD] },
        [field(type, Array.isArray(given))],
        [{ ...anInvoice(), fields: { [FIELD]: given } }],
      ),
    );
    const sentence = 'Счёт № 15 (id 1): в CRM не читается «Проект», отчёт составлен без этого значения.';
    for (const sheets of [one, several]) {
      expect(sheets?.brief.body[0]?.values[8]).toBeNull();
      expect(unreadIn(sheets?.report)).toEqual([sentence]);
    }
  });

  it('that the portal sends as what is no value is named; one that is empty is not', () => {
    const named = (invoice: Partial<InvoiceRecord>, type: string): number =>
      unreadIn(sheetsOf({ briefColumns: [FIELD] }, [field(type)], [{ ...anInvoice(), ...invoice }]).report)
        .length;
    expect(named({ fields: { [FIELD]: null }, unreadable: [FIELD] }, 'string')).toBe(1);
    for (const value of [null, '', [], false]) expect(named({ fields: { [FIELD]: value } }, 'date')).toBe(0);
    expect(named({ fields: { [FIELD]: '|RUB' } }, 'money')).toBe(0);
  });

  it.each<[string, FieldValue, unknown, string]>([
    ['string', '=1+1', '=1+1', '@'],
    ['url', 'https://a.ru/?b', 'https://a.ru/?b', '@'],
    ['integer', '12', 12, 'General'],
    ['double', 0.125, 0.125, 'General'],
    ['double', 'много', null, 'General'],
    ['money', '1000.50|EUR', 1_000.5, '#,##0.00 [$EUR]'],
    ['money', '7', 7, '#,##0.00'],
    ['date', '2026-05-01T03:00:00+03:00', dayNumber('2026-05-01' as IsoDate), 'dd.mm.yyyy'],
    ['datetime', '2026-05-01T23:59:00+03:00', dayNumber('2026-05-01' as IsoDate), 'dd.mm.yyyy'],
    ['boolean', 'Y', 'Да', '@'],
    ['boolean', 0, 'Нет', '@'],
    ['boolean', false, 'Нет', '@'],
    ['enumeration', 11, 'Юг', '@'],
    ['enumeration', '12', '(значение 12)', '@'],
    ...['string', 'integer', 'money', 'date', 'boolean', 'enumeration'].flatMap((type) => [
      [type, null, null, ''] as [string, FieldValue, unknown, string],
      [type, '', null, ''] as [string, FieldValue, unknown, string],
      [type, [], null, ''] as [string, FieldValue, unknown, string],
    ]),
    ['string', false, null, '@'],
  ])('of type %s with %j is %j', (type, value, cell, format) => {
    const plan = planOf(field(type), value);
    expect([plan.columns[8]?.title, plan.body[0]?.values[8]]).toEqual(['Проект', cell]);
    if (format !== '') expect(plan.body[0]?.style.formats[8]).toBe(format);
  });

  it.each<[string, FieldValue, string | null]>([
    ['string', ['a', '', 'b'], 'a; b'],
    ['double', [1.5, '2'], '1,5; 2'],
    ['money', ['1000.5|RUB', '2|'], '1\u00a0000,50\u00a0RUB; 2,00'],
    ['date', ['2026-05-01T03:00:00+03:00', '2026-05-02T03:00:00+03:00'], '01.05.2026; 02.05.2026'],
    ['enumeration', [11, 12], 'Юг; (значение 12)'],
    ['boolean', ['Y', 'N'], 'Да; Нет'],
    ['string', false, null],
  ])('of type %s with several values %j is the text %j', (type, values, text) => {
    expect(planOf(field(type, true), values).body[0]?.values[8]).toBe(text);
  });

  it('without a title goes by its name', () => {
    expect(planOf({ ...field('string'), title: '' }, 'a').columns[8]?.title).toBe(FIELD);
  });
});

test('a text too long for a cell of «НДС» alone is named where that sheet is made', () => {
  const ourTitle = 'Мы'.repeat(25_001);
  const cutIn = (settings: Partial<ColumnSettings>, showsVat: boolean) =>
    sheetsOf(settings, [], INVOICES, '', { showsVat, ourTitle })
      .report.issues.filter(({ kind }) => kind === 'textCut')
      .map(({ invoiceId, columns }) => [invoiceId, columns]);
  const named = [[1, ['Наша компания']]];
  expect(cutIn({}, false)).toEqual([]);
  expect(cutIn({}, true)).toEqual(named);
  expect(cutIn({ briefColumns: ['ourCompany'] }, true)).toEqual(named);
});
