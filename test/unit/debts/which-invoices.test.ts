/** Which invoices stand on «Долги», in which column, and what their sums come to. */
import { addDays, dayNumber } from '../../../src/domain/calendar-day';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { CellValue } from '../../../src/report/SheetPlan';
import { debts, invoiceNumbers as numbers, PAID_SUM, shown, type Case, type Owed } from './some-debts';

const TODAY = '2026-04-05' as IsoDate;
const daysAgo = (days: number): IsoDate => addDays(TODAY, -days);
const aBuyer = (name: string, inn = '') => ({ name, inn });

const NUMBER = 0;
const SUM = 6;
const FIRST_AGE = 7;
const column = (facts: Case, place: number): readonly CellValue[] =>
  shown(debts(facts)).map((values) => values[place] ?? null);

const payment = {
  dueDateField: 'CLOSEDATE' as FieldName,
  dueDays: 0,
  paidSumField: PAID_SUM,
};

describe('an invoice stands on the sheet', () => {
  it.each<[string, Owed, boolean]>([
    ['in an open stage', {}, true],
    ['in a stage that nobody knows', { stageId: 'gone' }, true],
    ['in a successful stage', { stageId: 'S' }, false],
    ['in a failed stage', { stageId: 'F' }, false],
    ['of nothing', { opportunity: 0 }, false],
    ['of less than half a kopeck', { opportunity: '0.004' }, false],
    ['of half a kopeck', { opportunity: '0.005' }, true],
    ['without a sum', { opportunity: null }, true],
    ['of a refund', { opportunity: -5 }, true],
  ])('%s: %s, %s', (_, owed, isThere) => {
    expect(numbers({ owed: [owed] })).toEqual(isThere ? ['1'] : []);
  });

  it.each<[string, Owed, boolean]>([
    ['unpaid in an open stage', {}, true],
    ['unpaid, although its stage is successful', { stageId: 'S' }, true],
    ['paid, although its stage is open', { paidOn: '2026-04-01' }, false],
    ['unpaid in a failed stage', { stageId: 'F' }, false],
  ])('where a field tells of payment: %s', (_, owed, isThere) => {
    expect(numbers({ owed: [owed], byPaymentDate: true })).toEqual(isThere ? ['1'] : []);
  });

  it.each<[string, Owed, number | null]>([
    ['nothing', { opportunity: 100 }, 100],
    ['a part', { opportunity: 100, paidSum: 40 }, 60],
    ['all of it', { opportunity: 100, paidSum: 100 }, null],
    ['more than that', { opportunity: 100, paidSum: '130|RUB' }, null],
    ['money of another currency', { opportunity: 100, paidSum: '40|USD' }, 100],
    ['half kopecks', { opportunity: '100.005', paidSum: '0.005' }, 100],
    ['something of nothing', { opportunity: 0, paidSum: 5 }, -5],
  ])('with what is left where %s has been paid', (_, owed, left) => {
    expect(column({ owed: [owed], payment }, SUM)[1] ?? null).toBe(left);
  });

  it('once, as the report has it, with what is unpaid outside its period', () => {
    const older = [
      { id: 1, opportunity: 7 },
      { id: 5, opportunity: 8 },
      { id: 6, stageId: 'S' },
    ];
    const facts: Case = {
      owed: [
        { id: 1, opportunity: 5 },
        { id: 9, stageId: 'S' },
      ],
      older,
      scope: 'all',
    };
    expect(numbers(facts)).toEqual(['1', '5']);
    expect(column(facts, SUM)).toEqual([13, 5, 8, 13, null]);
  });

  it('not as one outside where the report knows it to be paid', () => {
    expect(numbers({ owed: [{ stageId: 'S' }], older: [{ id: 1 }], scope: 'all' })).toEqual([]);
  });
});

test.each([
  [-40, 0],
  [0, 0],
  [1, 1],
  [30, 1],
  [31, 2],
  [60, 2],
  [61, 3],
  [90, 3],
  [91, 4],
  [800, 4],
  [null, 5],
])('due %p days ago a debt stands in column %p of the ages alone', (days, age) => {
  const due = days === null ? null : daysAgo(days);
  const [buyer, invoice, total] = shown(debts({ owed: [{ opportunity: 100, due }] }));
  const alone = Array.from({ length: 6 }, (_, index) => (index === age ? 100 : null));
  expect(buyer?.slice(FIRST_AGE)).toEqual(alone);
  expect(invoice?.slice(FIRST_AGE)).toEqual(alone);
  expect(total?.slice(FIRST_AGE)).toEqual(alone.map((sum) => sum ?? 0));
  expect(invoice?.slice(4, 6)).toEqual([
    due === null ? null : dayNumber(due),
    days !== null && days > 0 ? days : null,
  ]);
});

test('days of deferment are added to the field’s day', () => {
  const facts: Case = {
    owed: [{ opportunity: 100, due: daysAgo(30) }],
    payment: { ...payment, dueDays: 14 },
  };
  expect(shown(debts(facts))[1]?.slice(4, 9)).toEqual([dayNumber(daysAgo(16)), 16, 100, null, 100]);
});

describe('a buyer’s line is filled by its oldest age, whatever comes of the sum', () => {
  it.each<[string, readonly Owed[], string]>([
    ['none is due', [{ due: daysAgo(0) }, { due: null }], '#efefef'],
    ['no date is known', [{}], '#efefef'],
    ['one is a day late', [{ due: daysAgo(1) }, { due: null }, { due: daysAgo(-9) }], '#fff2cc'],
    ['one is 31 days late', [{ due: daysAgo(31) }, { due: daysAgo(2) }], '#fce5cd'],
    ['one is 61 days late', [{ due: daysAgo(61), opportunity: -120 }, { due: daysAgo(62) }], '#f4cccc'],
    ['one is 91 days late', [{ due: daysAgo(91) }, {}], '#ea9999'],
    ['one without a sum is late', [{ due: daysAgo(91), opportunity: null }, {}], '#ea9999'],
  ])('where %s', (_, owed, fill) => {
    const ofOne = owed.map((one) => ({ ...one, buyer: aBuyer('A') }));
    const { style, values } = debts({ owed: ofOne }).body[0] ?? {};
    expect(new Set(style?.fills)).toEqual(new Set([fill]));
    expect(values?.[NUMBER]).toBe(`${owed.length} ${owed.length === 1 ? 'счёт' : 'счёта'}`);
  });
});

describe('an invoice without a sum', () => {
  const nothing = Array.from({ length: 7 }, () => null);

  it('has a line and counts, but adds nothing', () => {
    const owed = [
      { opportunity: null, due: daysAgo(40), buyer: aBuyer('A') },
      { opportunity: 10, due: daysAgo(5), buyer: aBuyer('A') },
    ];
    const [buyer, first, second, total] = shown(debts({ owed }));
    expect(buyer).toEqual([
      '2 счёта',
      'A',
      null,
      null,
      dayNumber(daysAgo(40)),
      40,
      10,
      null,
      10,
      ...nothing.slice(3),
    ]);
    expect(first?.slice(5)).toEqual([40, ...nothing]);
    expect(second?.slice(5)).toEqual([5, 10, null, 10, null, null, null, null]);
    expect(total).toEqual(['2 счёта', 'Всего:', null, null, null, null, 10, 0, 10, 0, 0, 0, 0]);
  });

  it('leaves its buyer’s figures empty, and the totals 0 without shares', () => {
    const rows = shown(debts({ owed: [{ opportunity: null }] }));
    expect(rows.map((values) => values.slice(SUM))).toEqual([
      nothing,
      nothing,
      [0, 0, 0, 0, 0, 0, 0],
      nothing,
    ]);
  });
});

describe('sums', () => {
  it('of debts that cancel out are 0, and no shares are told of them or of what is below 0', () => {
    const owed = [{ opportunity: 50 }, { opportunity: -50 }].map((one) => ({ ...one, buyer: aBuyer('A') }));
    expect(column({ owed }, SUM)).toEqual([0, 50, -50, 0, null]);
    expect(shown(debts({ owed })).at(-1)?.slice(FIRST_AGE)).toEqual(Array(6).fill(null));
    expect(
      shown(debts({ owed: [{ opportunity: -1 }] }))
        .at(-1)
        ?.slice(FIRST_AGE),
    ).toEqual(Array(6).fill(null));
  });

  it('lose no kopeck to binary fractions', () => {
    const owed = Array.from({ length: 30 }, () => ({ opportunity: 0.1, buyer: aBuyer('A') }));
    expect(column({ owed, byInvoice: false }, SUM)).toEqual([3, 3, null]);
  });

  it('have shares rounded half away from zero to three decimals', () => {
    const owed = [
      { opportunity: 1_000.5, due: daysAgo(0) },
      { opportunity: 999.5, due: daysAgo(1) },
      { opportunity: -1, due: daysAgo(50) },
      { opportunity: 1, due: daysAgo(70) },
    ];
    expect(shown(debts({ owed })).at(-1)?.slice(FIRST_AGE)).toEqual([0.5, 0.5, -0.001, 0.001, 0, 0]);
  });
});
