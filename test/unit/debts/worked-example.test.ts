/** The sheet «Долги» of four invoices, cell for cell. */
import { dayNumber } from '../../../src/domain/calendar-day';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { CellValue, PlannedRow } from '../../../src/report/SheetPlan';
import { debts, shown } from './some-debts';

const day = (iso: string): number => dayNumber(iso as IsoDate);
const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);

const ROMASHKA = { inn: '7707083893', name: 'ООО «Ромашка»' };
const IVANOV = { inn: '500100732259', name: 'ИП Иванов' };
const OWED = [
  { opportunity: '120000.00', due: '2026-03-20', buyer: ROMASHKA },
  { opportunity: '30000.50', due: '2026-04-05', buyer: ROMASHKA },
  { opportunity: 5_000, due: '2025-12-01', buyer: IVANOV },
  { opportunity: -1_000, due: '2026-03-20', buyer: ROMASHKA },
];
const plan = debts({ owed: OWED });

const MADE = day('2026-01-15');
const [SPRING, APRIL, WINTER] = [day('2026-03-20'), day('2026-04-05'), day('2025-12-01')];
const { inn, name } = ROMASHKA;

const AMOUNT = '#,##0.00';
const ALIGNMENTS = ['center', 'left', 'center', 'center', 'center', 'center', ...times(7, 'right')];
const FORMATS = ['@', '@', '@', 'dd.mm.yyyy', 'dd.mm.yyyy', '0', ...times(7, AMOUNT)];
const PLAIN = {
  formats: FORMATS,
  alignments: ALIGNMENTS,
  fills: times(13, null),
  weights: times(13, 'normal'),
  colors: times(13, '#000000'),
};
const at = <T>(place: number, value: T, others: readonly T[]): T[] =>
  others.map((other, index) => (index === place ? value : other));
const invoice = (values: CellValue[], id: number, fill: string | null, endsGroup = false): unknown => ({
  values,
  style: { ...PLAIN, fills: at(5, fill, PLAIN.fills) },
  link: `https://example.bitrix24.ru/crm/type/31/details/${id}/`,
  endsGroup,
});
const buyer = (values: CellValue[], fill: string): unknown => ({
  values,
  style: { ...PLAIN, fills: times(13, fill), weights: times(13, 'bold') },
  link: null,
  endsGroup: false,
});

test('the columns are those of the contract', () => {
  expect(plan.columns.map(({ title, width, kind }) => [title, width, kind])).toEqual([
    ['Счёт', 110, 'text'],
    ['Контрагент', 280, 'wrapped'],
    ['ИНН', 110, 'text'],
    ['Дата счёта', 100, 'day'],
    ['Срок оплаты', 100, 'day'],
    ['Дней просрочки', 90, 'whole'],
    ['Долг', 120, 'money'],
    ['Не просрочено', 120, 'money'],
    ['1–30 дней', 110, 'money'],
    ['31–60 дней', 110, 'money'],
    ['61–90 дней', 110, 'money'],
    ['Более 90 дней', 110, 'money'],
    ['Без срока', 110, 'money'],
  ]);
  expect(plan.columns.map(({ hasLinks }) => hasLinks)).toEqual([true, ...times(12, false)]);
});

test('the header stands bold and centred on its fill', () => {
  expect(plan.header).toEqual<PlannedRow>({
    values: plan.columns.map(({ title }) => title),
    style: {
      formats: times(13, '@'),
      alignments: times(13, 'center'),
      fills: times(13, '#f4cccc'),
      weights: times(13, 'bold'),
      colors: times(13, '#000000'),
    },
    link: null,
    endsGroup: false,
  });
});

const total: unknown = {
  values: ['4 счёта', 'Всего:', null, null, null, null, 154_000.5, 30_000.5, 119_000, 0, 0, 5_000, 0],
  style: { ...PLAIN, alignments: at(1, 'right', ALIGNMENTS), weights: times(13, 'bold') },
  link: null,
  endsGroup: true,
};

test('the body is the worked example', () => {
  expect(plan.body).toEqual([
    buyer(
      ['3 счёта', name, inn, null, SPRING, 16, 149_000.5, 30_000.5, 119_000, null, null, null, null],
      '#fff2cc',
    ),
    invoice(['1', name, inn, MADE, SPRING, 16, 120_000, null, 120_000, ...times(4, null)], 1, '#fff2cc'),
    invoice(['4', name, inn, MADE, SPRING, 16, -1_000, null, -1_000, ...times(4, null)], 4, '#fff2cc'),
    invoice(['2', name, inn, MADE, APRIL, null, 30_000.5, 30_000.5, ...times(5, null)], 2, null, true),
    buyer(
      ['1 счёт', IVANOV.name, IVANOV.inn, null, WINTER, 125, 5_000, ...times(4, null), 5_000, null],
      '#ea9999',
    ),
    invoice(
      ['3', IVANOV.name, IVANOV.inn, MADE, WINTER, 125, 5_000, ...times(4, null), 5_000, null],
      3,
      '#ea9999',
      true,
    ),
    total,
    {
      values: [null, 'Доля:', ...times(5, null), 0.195, 0.773, 0, 0, 0.032, 0],
      style: {
        ...PLAIN,
        formats: [...FORMATS.slice(0, 7), ...times(6, '0.0%')],
        alignments: at(1, 'right', ALIGNMENTS),
        weights: at(1, 'bold', PLAIN.weights),
      },
      link: null,
      endsGroup: true,
    },
  ]);
  expect(plan.footer).toEqual([]);
  expect(plan.ownTexts).toEqual({ totals: [], body: ['Долгов нет', 'Доля:'] });
  expect(plan.fixedColumns).toBe(13);
});

test('by buyers alone it is the same without the invoices, and a line stands under each buyer', () => {
  const alone = debts({ owed: OWED, byInvoice: false });
  const kept = [0, 4, 6, 7].map((index) => plan.body[index]);
  expect(alone.body).toEqual(kept.map((row) => ({ ...row, endsGroup: true })));
});

test('where nothing is owed one plain line says so', () => {
  expect(debts({ owed: [{ stageId: 'S' }] }).body).toEqual([
    {
      values: [null, 'Долгов нет', ...times(11, null)],
      ...{ style: PLAIN, link: null, endsGroup: false },
    },
  ]);
  expect(shown(debts({ owed: [] }))).toEqual([[null, 'Долгов нет', ...times(11, null)]]);
});

describe('the note', () => {
  it('says of when it is, of which invoices and by which rules', () => {
    expect(plan.noteLines).toEqual([
      'На дату: 05.04.2026',
      'Счета: за период отчёта',
      'Срок оплаты: поле «Срок оплаты»',
      'Не оплачен: счёт не в успешной стадии',
      'Частичные оплаты не учтены',
    ]);
  });

  it('names the fields that were chosen', () => {
    const fieldTitles = { dueDate: 'Дата счёта', paymentDate: 'Дата оплаты', paidSum: 'Оплачено' };
    const payment = { dueDateField: 'BEGINDATE' as FieldName, dueDays: 14, paidSumField: '' } as const;
    expect(debts({ owed: [], scope: 'all', fieldTitles, payment }).noteLines.slice(1)).toEqual([
      'Счета: все неоплаченные за три года, и вне периода отчёта',
      'Срок оплаты: поле «Дата счёта» + 14 дней',
      'Не оплачен: пусто поле «Дата оплаты»',
      'Оплаченная часть: поле «Оплачено»',
    ]);
  });
});
