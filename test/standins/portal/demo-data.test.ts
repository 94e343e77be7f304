import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { addDays } from '../../../portal/data/calendar';
import { makeDemoData } from '../../../portal/data/demo-data';
import type { PortalData } from '../../../portal/data/PortalData';
import type { Invoice } from '../../../portal/data/records';
import { sumOf, taxOf, type TaxPrecision } from '../../../portal/data/totals';

const make = (today: string, seed?: number, taxPrecision: TaxPrecision = 8): PortalData => {
  const clock = { now: () => Date.parse(`${today}T09:00:00Z`) };
  return makeDemoData({ clock, today, taxPrecision, ...(seed === undefined ? {} : { seed }) });
};

/** The first working day of a year, a quarter's middle, its first day, its last. */
const DAYS = ['2026-01-12', '2026-05-20', '2026-10-01', '2026-12-31'];
const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** The check digit after these, as the tax service counts it. */
function checkDigit(digits: string): string {
  const weights = WEIGHTS.slice(-digits.length);
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((sum % 11) % 10);
}

const invoicesOf = ({ invoices }: PortalData): Invoice[] => [...invoices.values()];

/** What a report of the last 90 days shows of them. */
const recent = (data: PortalData, today: string): Invoice[] =>
  invoicesOf(data).filter(
    ({ BEGINDATE, STAGE_ID }) =>
      BEGINDATE !== null && BEGINDATE > addDays(today, -90) && !STAGE_ID.endsWith(':D'),
  );

describe('the everyday demo data', () => {
  it('is the same for the same seed and another for another', () => {
    expect(invoicesOf(make('2026-05-20'))).toEqual(invoicesOf(make('2026-05-20')));
    expect(invoicesOf(make('2026-05-20', 1))).not.toEqual(invoicesOf(make('2026-05-20')));
  });

  it('holds the same sales a day later, and those of that day', () => {
    const sales = (today: string) =>
      invoicesOf(make(today)).map(({ ACCOUNT_NUMBER, OPPORTUNITY }) => [ACCOUNT_NUMBER, OPPORTUNITY]);
    const [today, tomorrow] = [sales('2026-05-20'), sales('2026-05-21')];
    expect(tomorrow.slice(0, today.length)).toEqual(today);
    expect(tomorrow.length).toBeGreaterThan(today.length);
  });

  it('goes on where it began when a quarter turns, told since when it is looked at', () => {
    const sales = (today: string, since: string) =>
      invoicesOf(makeDemoData({ clock: { now: () => Date.parse(`${today}T09:00:00Z`) }, today, since })).map(
        ({ ID, ACCOUNT_NUMBER, BEGINDATE }) => [ID, ACCOUNT_NUMBER, BEGINDATE],
      );
    const [before, after] = [sales('2026-06-30', '2026-05-20'), sales('2026-07-02', '2026-05-20')];
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.at(-1)).toBe('2026-07-02');
  });

  it('has right check digits in every INN', () => {
    const numbers = [...make('2026-05-20').requisites.values()].map(({ RQ_INN }) => RQ_INN ?? '');
    const filled = numbers.filter((inn) => inn !== '');
    expect(filled.length).toBeGreaterThan(25);
    for (const inn of filled) {
      expect([10, 12]).toContain(inn.length);
      expect([inn, inn.at(-1)]).toEqual([inn, checkDigit(inn.slice(0, -1))]);
      if (inn.length === 12) expect([inn, inn.at(-2)]).toEqual([inn, checkDigit(inn.slice(0, -2))]);
    }
  });

  it.each(DAYS)('numbers its invoices one after another, day by day, up to %s', (today) => {
    const invoices = invoicesOf(make(today));
    const first = Number(invoices[0]?.ACCOUNT_NUMBER.slice('СЧ-'.length));
    expect(invoices.map(({ ACCOUNT_NUMBER }) => ACCOUNT_NUMBER)).toEqual(
      invoices.map((_, index) => `СЧ-${String(first + index).padStart(5, '0')}`),
    );
    const days = invoices.map(({ BEGINDATE }) => BEGINDATE ?? '');
    expect(days).toEqual([...days].sort());
    const events = invoices.flatMap((invoice) => [invoice[SHIPMENT_DATE], invoice[PAYMENT_DATE]]);
    expect([...days, ...events].filter((day) => typeof day === 'string' && day > today)).toEqual([]);
    const now = Date.parse(`${today}T09:00:00Z`);
    expect(invoices.filter(({ UPDATED_TIME }) => UPDATED_TIME > now)).toEqual([]);
  });

  it.each(DAYS)('is paid for the greater part on %s, with some debts that are overdue', (today) => {
    const data = make(today);
    const invoices = recent(data, today);
    const unpaid = invoices.filter((invoice) => invoice[PAYMENT_DATE] === null);
    const overdue = unpaid.filter(({ CLOSEDATE }) => CLOSEDATE !== null && CLOSEDATE < today);
    const inTime = invoices.filter(
      ({ CLOSEDATE, [PAYMENT_DATE]: paid }) => String(paid) <= String(CLOSEDATE),
    );
    expect(invoices.length).toBeGreaterThan(150);
    expect(inTime.length).toBeGreaterThan(invoices.length / 2);
    expect(unpaid.length).toBeLessThan(invoices.length / 4);
    expect(overdue.length).toBeGreaterThan(3);
    expect(unpaid.some((invoice) => invoice[SHIPMENT_DATE] !== null)).toBe(true);
    for (const invoice of invoices) {
      expect(invoice.STAGE_ID.endsWith(':P')).toBe(invoice[PAYMENT_DATE] !== null);
    }
  });

  it.each(DAYS)('has debts of every age on %s, and some that nobody has said a due date of', (today) => {
    const ageOf = ({ CLOSEDATE }: Invoice): number => {
      if (CLOSEDATE === null) return Infinity;
      const daysOverdue = (Date.parse(today) - Date.parse(CLOSEDATE)) / 86_400_000;
      return daysOverdue <= 0 ? 0 : Math.min(4, Math.ceil(daysOverdue / 30));
    };
    const owed = invoicesOf(make(today)).filter(
      (invoice) => invoice[PAYMENT_DATE] === null && !invoice.STAGE_ID.endsWith(':D'),
    );
    expect(new Set(owed.map(ageOf))).toEqual(new Set([0, 1, 2, 3, 4, Infinity]));
  });

  it('is billed by two companies of one owner, works by another than goods', () => {
    const data = make('2026-05-20');
    const sellers = [...data.companies.values()].filter(({ IS_MY_COMPANY }) => IS_MY_COMPANY);
    const used = new Set(
      invoicesOf(data).map(({ MYCOMPANY_ID, CATEGORY_ID }) => [MYCOMPANY_ID, CATEGORY_ID].join()),
    );
    expect(sellers.map(({ TITLE }) => TITLE)).toEqual(['ООО «Прогресс-Снаб»', 'ООО «Прогресс-Сервис»']);
    expect(used.size).toBe(2);
  });

  it.each(DAYS)('is of sums and rows that a company of its size has on %s, all in roubles', (today) => {
    const data = make(today);
    const sums = invoicesOf(data).map(({ OPPORTUNITY }) => OPPORTUNITY ?? 0);
    expect(Math.min(...sums)).toBeGreaterThan(500);
    expect(Math.max(...sums)).toBeGreaterThan(1_000_000);
    expect(Math.max(...sums)).toBeLessThan(6_000_000);
    const sizes = [...data.rowsByInvoice.values()].map((rows) => rows.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 8]);
    expect(new Set(invoicesOf(data).map(({ CURRENCY_ID }) => CURRENCY_ID))).toEqual(new Set(['RUB']));
  });

  it('has the rates of VAT of each invoice’s own day', () => {
    const data = make('2026-01-31');
    const ratesOf = (isWanted: (day: string) => boolean) =>
      new Set(
        invoicesOf(data)
          .filter(({ BEGINDATE }) => BEGINDATE !== null && isWanted(BEGINDATE))
          .flatMap(({ ID }) => data.rowsOf(ID).map(({ TAX_RATE }) => TAX_RATE)),
      );
    expect(ratesOf((day) => day < '2026-01-01')).toEqual(new Set([20, 10, 0, null]));
    expect(ratesOf((day) => day >= '2026-01-01')).toEqual(new Set([22, 10, 0, null]));
  });

  it.each<TaxPrecision>([2, 8])(
    'is exact to the kopeck but for a few sums typed by hand, where VAT of a unit has %d decimals',
    (precision) => {
      const data = make('2026-05-20', undefined, precision);
      const typed = invoicesOf(data).filter(({ IS_MANUAL_OPPORTUNITY }) => IS_MANUAL_OPPORTUNITY);
      expect(typed.length).toBeGreaterThan(0);
      expect(typed.length).toBeLessThan(data.invoices.size / 50);
      for (const { ID, IS_MANUAL_OPPORTUNITY, OPPORTUNITY, TAX_VALUE } of invoicesOf(data)) {
        const rows = data.rowsOf(ID);
        if (!IS_MANUAL_OPPORTUNITY) expect([ID, OPPORTUNITY]).toEqual([ID, sumOf(rows)]);
        const [kopecks, vat] = [
          rows.map(({ PRICE, QUANTITY }) => Math.round(PRICE * QUANTITY * 1e6) / 1e4),
          rows.map((row) => taxOf([row], precision)).reduce((sum, tax) => sum + tax, 0),
        ];
        expect([ID, kopecks.filter((sum) => !Number.isInteger(sum))]).toEqual([ID, []]);
        expect([ID, Math.round(vat * 100)]).toEqual([ID, Math.round((TAX_VALUE ?? 0) * 100)]);
      }
    },
  );
});
