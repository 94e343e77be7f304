/** What is paid of an invoice, what is owed, since when it is late: the words that further columns and sheets go by. */
import fc from 'fast-check';
import { addDays, dayNumber } from '../../../src/domain/calendar-day';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { FieldValue, StageSemantics } from '../../../src/domain/records';
import { moneyIn, paidSumOf, standingOf, type Standing } from '../../../src/report/standing';
import { anInvoice } from './builders';

const DUE = 'CLOSEDATE' as FieldName;
const PAID = 'UF_CRM_PAID' as FieldName;
const TODAY = '2026-05-20' as IsoDate;

interface Facts {
  readonly sum?: number | string | null;
  readonly paid?: FieldValue;
  readonly due?: IsoDate | null;
  readonly dueDays?: number;
  readonly isMarked?: boolean;
  readonly semantics?: StageSemantics;
}

function standing({ sum = 1_000, paid = null, due = null, dueDays = 0, ...facts }: Facts): Standing {
  const invoice = { ...anInvoice({ opportunity: sum }), dates: { [DUE]: due }, fields: { [PAID]: paid } };
  const fields = { dueDateField: DUE, dueDays, paidSumField: PAID };
  return standingOf(invoice, facts.isMarked ?? false, facts.semantics ?? 'P', fields, TODAY);
}

const day = (offset: number): IsoDate => addDays(TODAY, offset);
const hundredths = (whole: number): string => (whole / 100).toFixed(2);

describe('a payment', () => {
  it.each<[string, Facts, Partial<Standing>]>([
    ['is missing', {}, { status: 'Не оплачен', debt: 1_000, paidSum: null, overdueDays: null }],
    ['is made in part', { paid: 250.5 }, { status: 'Частично оплачен', debt: 749.5 }],
    ['is made in full', { paid: '1000' }, { status: 'Оплачен', debt: null, isPaid: true }],
    ['is more than the sum', { paid: 1_000.01 }, { status: 'Оплачен', debt: null }],
    ['of what costs nothing is none', { sum: 0, paid: 5 }, { status: 'Частично оплачен', debt: -5 }],
    ['is marked by today’s rule', { isMarked: true, due: day(-9) }, { status: 'Оплачен', overdueDays: null }],
    ['is nobody’s who failed', { semantics: 'F', due: day(-9) }, { status: 'Отменён', debt: null }],
    ['is none who failed, although paid', { semantics: 'F', isMarked: true }, { status: 'Отменён' }],
    ['is due today', { due: TODAY }, { status: 'Не оплачен', overdueDays: null }],
    ['is late', { due: day(-1) }, { status: 'Просрочен', overdueDays: 1, debt: 1_000 }],
    ['is late, although made in part', { due: day(-3), paid: 1 }, { status: 'Просрочен', overdueDays: 3 }],
    ['is deferred', { due: day(-3), dueDays: 5 }, { status: 'Не оплачен', dueDate: dayNumber(day(2)) }],
    ['has the empty day of 1C', { due: '2001-01-01' as IsoDate }, { dueDate: null, overdueDays: null }],
    ['of an invoice without a sum', { sum: null }, { status: 'Не оплачен', debt: null }],
    ['of a refund is owed back', { sum: -100 }, { status: 'Не оплачен', debt: -100 }],
    ['in its own currency counts', { paid: '1000.50|RUB' }, { paidSum: 1_000.5, status: 'Оплачен' }],
    ['in another one does not', { paid: '1000.50|USD' }, { paidSum: null, debt: 1_000 }],
    ['that is none does not', { paid: 'скоро' }, { paidSum: null, debt: 1_000 }],
    ['is rounded away from zero', { sum: '0.125', paid: '0.005' }, { paidSum: 0.01, debt: 0.12 }],
  ])('%s', (_, facts, expected) => {
    expect(standing(facts)).toMatchObject(expected);
  });

  it('and what is owed make the sum, to the kopeck, whatever its size', () => {
    const kopecks = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(kopecks, kopecks, (sum, paid) => {
        const { debt, isPaid } = standing({ sum: hundredths(sum), paid: hundredths(paid) });
        expect(isPaid).toBe(sum > 0 && paid >= sum);
        expect(debt).toBe(isPaid ? null : (sum - paid) / 100 + 0);
      }),
    );
  });

  it('is late by as many days as lie between its day and today, and never in other states', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -800, max: 800 }),
        fc.integer({ min: 0, max: 365 }),
        (offset, dueDays) => {
          const { overdueDays, dueDate, status } = standing({ due: day(offset), dueDays });
          const late = -offset - dueDays;
          expect([overdueDays, status]).toEqual(late > 0 ? [late, 'Просрочен'] : [null, 'Не оплачен']);
          if (overdueDays !== null) expect(dayNumber(TODAY) - overdueDays).toBe(dueDate);
        },
      ),
    );
  });
});

test.each<[FieldValue, unknown]>([
  [5, { sum: 5, currency: '' }],
  ['1000.50|rub', { sum: '1000.50', currency: 'RUB' }],
  ['-3|', { sum: '-3', currency: '' }],
  ['12', { sum: '12', currency: '' }],
  ['', null],
  ['|RUB', null],
  ['1 000|RUB', null],
  ['1|RUB|USD', null],
  [true, null],
  [[5, 6], null],
])('money is read of %j', (value, money) => {
  expect(moneyIn(value)).toEqual(money);
});

test('without a field nothing is paid', () => {
  expect(paidSumOf({ ...anInvoice({}), fields: { [PAID]: 5 } }, '')).toBeNull();
});
