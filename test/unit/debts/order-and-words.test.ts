/** In which order buyers and invoices stand on «Долги», by which currency, as whose and in which words. */
import { addDays } from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';
import type { CellValue } from '../../../src/report/SheetPlan';
import { debts, invoiceNumbers as numbers, shown, type Case, type Owed } from './some-debts';

const TODAY = '2026-04-05' as IsoDate;
const daysAgo = (days: number): IsoDate => addDays(TODAY, -days);
const aBuyer = (name: string, inn = '') => ({ name, inn });

const NUMBER = 0;
const NAME = 1;
const SUM = 6;
const column = (facts: Case, place: number): readonly CellValue[] =>
  shown(debts(facts)).map((values) => values[place] ?? null);

describe('the order', () => {
  const names = (facts: Case): readonly CellValue[] => column({ ...facts, byInvoice: false }, NAME);

  it('of buyers is by what is overdue, then by the whole, then by name', () => {
    const owed = [
      { opportunity: 900, due: daysAgo(0), buyer: aBuyer('Б') },
      { opportunity: 900, due: daysAgo(0), buyer: aBuyer('А') },
      { opportunity: 1_000, due: null, buyer: aBuyer('В') },
      { opportunity: 10, due: daysAgo(100), buyer: aBuyer('Г') },
      { opportunity: 10, due: daysAgo(2), buyer: aBuyer('Д') },
      { opportunity: 5, due: null, buyer: aBuyer('Д') },
      { opportunity: -20, due: daysAgo(2), buyer: aBuyer('Е') },
      { opportunity: 5_000, due: null, buyer: aBuyer('Е') },
      { opportunity: null, due: daysAgo(500), buyer: aBuyer('Ж') },
    ];
    expect(names({ owed }).slice(0, -2)).toEqual(['Д', 'Г', 'В', 'А', 'Б', 'Ж', 'Е']);
  });

  it('of buyers of one name and sum is by key', () => {
    const owed = [{ companyId: 12 }, { contactId: 1 }, { companyId: 9 }].map((one) => ({
      ...one,
      buyer: aBuyer('А'),
    }));
    expect(numbers({ owed })).toEqual(['3', '1', '2']);
  });

  it('of a buyer’s invoices is by due date, those without last, then by id', () => {
    const owed = [
      { id: 7, due: null },
      { id: 4, due: daysAgo(1) },
      { id: 3, due: daysAgo(-1) },
      { id: 2, due: null },
      { id: 10, due: daysAgo(1) },
      { id: 5, due: daysAgo(9) },
    ].map((one) => ({ ...one, buyer: aBuyer('А') }));
    expect(numbers({ owed })).toEqual(['5', '4', '10', '3', '2', '7']);
  });
});

describe('of several currencies', () => {
  const owed = [
    { opportunity: 10, currency: 'USD', buyer: aBuyer('Прежнее имя', '7707083893') },
    { opportunity: 20, currency: 'EUR', buyer: aBuyer('Имя', '7707083893 ') },
    { opportunity: 30, stageId: 'S' },
  ];
  const plan = debts({ owed });

  it('each has its own lines, totals and shares, named in labels and formats; a buyer is one on all of them', () => {
    expect(shown(plan).map((values) => [values[NUMBER], values[NAME], values[SUM]])).toEqual([
      ['1 счёт', 'Имя', 20],
      ['2', 'Имя', 20],
      ['1 счёт', 'Всего, EUR:', 20],
      [null, 'Доля:', null],
      ['1 счёт', 'Имя', 10],
      ['1', 'Имя', 10],
      ['1 счёт', 'Всего, USD:', 10],
      [null, 'Доля:', null],
    ]);
    const formats = plan.body.map(({ style }) => new Set(style.formats.slice(SUM)));
    const named = (code: string) => `#,##0.00 [$${code}]`;
    expect(formats[2]).toEqual(new Set([named('EUR')]));
    expect(formats[5]).toEqual(new Set([named('USD')]));
    expect(formats[7]).toEqual(new Set([named('USD'), '0.0%']));
  });

  it('one that only a paid invoice of the report has makes them several', () => {
    const one = debts({ owed: [{ currency: 'USD' }, { stageId: 'S' }] });
    expect(
      shown(one)
        .map((values) => values[NAME])
        .at(-2),
    ).toBe('Всего, USD:');
    expect(one.body[0]?.style.formats[SUM]).toBe('#,##0.00 [$USD]');
  });

  it('one that only an invoice outside the report has does too', () => {
    const one = debts({ owed: [{}], older: [{ id: 8, currency: 'USD' }], scope: 'all' });
    expect(shown(one).flatMap((values) => values[NAME] ?? [])).toEqual(
      expect.arrayContaining(['Всего, RUB:', 'Всего, USD:']),
    );
  });

  it('one outside that is paid does not', () => {
    const one = debts({ owed: [{}], older: [{ id: 8, currency: 'USD', stageId: 'S' }], scope: 'all' });
    expect(
      shown(one)
        .map((values) => values[NAME])
        .at(-2),
    ).toBe('Всего:');
  });

  it('one that the portal does not tell is called so, and its sums name none', () => {
    const one = debts({ owed: [{ currency: '' }, { currency: 'USD' }] });
    expect(
      shown(one)
        .map((values) => values[NAME])
        .at(-2),
    ).toBe('Всего, без валюты:');
    expect(one.body.at(-2)?.style.formats[SUM]).toBe('#,##0.00');
  });
});

test('two companies of one INN are one buyer, two of one name without INN are two', () => {
  const lines = (owed: readonly Owed[]) => column({ owed, byInvoice: false }, NUMBER).slice(0, -2);
  const inn = '7707083893';
  expect(
    lines([
      { companyId: 1, buyer: aBuyer('A', inn) },
      { companyId: 2, buyer: aBuyer('B', inn) },
    ]),
  ).toEqual(['2 счёта']);
  expect(
    lines([
      { companyId: 1, buyer: aBuyer('A') },
      { companyId: 2, buyer: aBuyer('A') },
    ]),
  ).toEqual(['1 счёт', '1 счёт']);
});

test('an invoice without a number is called by its id, and its cell leads to its card too', () => {
  const { values, link } = debts({ owed: [{ id: 57, accountNumber: '' }] }).body[1] ?? {};
  expect(values?.[NUMBER]).toBe('id 57');
  expect(link).toBe('https://example.bitrix24.ru/crm/type/31/details/57/');
});

test('texts of the CRM are cut to what a cell holds, and those that look like formulas stay texts', () => {
  const plan = debts({ owed: [{ accountNumber: '=1+1', buyer: aBuyer('я'.repeat(60_000)) }] });
  expect(plan.body[1]?.values.slice(0, 2)).toEqual(['=1+1', `${'я'.repeat(49_999)}…`]);
  expect(plan.body[1]?.style.formats.slice(0, 3)).toEqual(['@', '@', '@']);
});

test('columns are wide enough for their amounts, the totals’ too', () => {
  const owed = [{ opportunity: 99_999_999_999.5 }, { opportunity: 99_999_999_999.5 }];
  const widths = debts({ owed }).columns.map(({ width }) => width);
  expect(widths).toEqual([110, 280, 110, 100, 100, 90, 130, 120, 110, 110, 110, 110, 130]);
});
