/** Which lines «НДС» has, in which order, as whose, and what they come to where rows and invoices disagree. */
import { dayNumber } from '../../../src/domain/calendar-day';
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import type { CompanyRecord } from '../../../src/domain/records';
import type { CellValue } from '../../../src/report/SheetPlan';
import { row, shown, totals, vat, type Case } from './some-vat';

const PERIOD = 'Итого за период';
const [MONTH_OF, RATE, NAME, INVOICES, OWN] = [0, 1, 2, 5, 9] as const;
const cells = (facts: Case, ...places: readonly number[]): readonly (readonly CellValue[])[] =>
  shown(vat(facts)).map((values) => places.map((place) => values[place] ?? null));
/** The lines of the whole period, from the rate on, without the buyer's empty cells. */
const ofPeriod = (facts: Case): readonly (readonly CellValue[])[] =>
  shown(vat(facts))
    .filter((values) => values[NAME] === PERIOD)
    .map((values) => [values[RATE] ?? null, ...values.slice(INVOICES, OWN)]);
const month = (iso: string): number => dayNumber(iso as IsoDate);
const aBuyer = (name: string, inn = '') => ({ buyer: { name, inn } });

describe('a rate', () => {
  it('of 0 is another line than none, and one with decimals is called by all of them', () => {
    const rows = [row(10, null), row(20, 0), row(30, '16.6667'), row(40, 5)];
    expect(ofPeriod({ sold: [{ rows }] })).toEqual([
      ['16,6667\u00a0%', 1, 30, 25.71, 4.29],
      ['5\u00a0%', 1, 40, 38.1, 1.9],
      ['0\u00a0%', 1, 20, 20, 0],
      ['без НДС', 1, 10, 10, 0],
      ['все', 1, 100, 93.81, 6.19],
    ]);
  });

  it('is one, however the portal writes it', () => {
    expect(ofPeriod({ sold: [{ rows: [row(120, 20), row(120, '20.00'), row(120, '2e1')] }] })).toEqual([
      ['20\u00a0%', 1, 360, 300, 60],
      ['все', 1, 360, 300, 60],
    ]);
  });

  it('that cannot be read has a line without a name, after all others, whose VAT nobody knows', () => {
    const rows = [row(10, null, { unreadable: ['taxRate'] }), row(20, null), row(30, 20)];
    expect(ofPeriod({ sold: [{ rows }] })).toEqual([
      ['20\u00a0%', 1, 30, 25, 5],
      ['без НДС', 1, 20, 20, 0],
      [null, 1, 10, 10, 0],
      ['все', 1, 60, 55, 5],
    ]);
    const formats = vat({ sold: [{ rows }] }).body.map(({ style }) => style.formats[8]);
    const none = '#,##0.00;-#,##0.00;"нет"';
    expect(formats.slice(0, 4)).toEqual(['#,##0.00', none, '#,##0.00', '#,##0.00']);
  });
});

describe('rows', () => {
  it('without price or quantity add nothing, but their invoice counts', () => {
    const rows = [row(null, 20), row(5, 10, { quantity: null })];
    expect(ofPeriod({ sold: [{ rows }] })).toEqual([
      ['20\u00a0%', 1, 0, 0, 0],
      ['10\u00a0%', 1, 0, 0, 0],
      ['все', 1, 0, 0, 0],
    ]);
  });

  it('of 0 count, returns are signed, and an invoice counts once for each rate', () => {
    const sold = [
      { rows: [row(0, 20), row(120, 20), row(60, 20)] },
      { rows: [row(-240, 20), row(-5, null)] },
    ];
    expect(ofPeriod({ sold })).toEqual([
      ['20\u00a0%', 2, -60, -50, -10],
      ['без НДС', 1, -5, -5, 0],
      ['все', 2, -65, -55, -10],
    ]);
  });

  it('are rounded one by one, as on «Полный»', () => {
    const rows = Array.from({ length: 3 }, () => row('0.05', 20));
    expect(ofPeriod({ sold: [{ rows }] })[0]).toEqual(['20\u00a0%', 1, 0.15, 0.12, 0.03]);
  });

  it('that could not be read are not there', () => {
    const sold = [{ rows: 'unavailable' as const }, {}, { rows: [row(120, 20)] }];
    expect(ofPeriod({ sold })).toEqual([
      ['20\u00a0%', 1, 120, 100, 20],
      ['все', 1, 120, 100, 20],
    ]);
  });
});

test('months are those of the field that puts an invoice into the period, of whatever year, ascending', () => {
  const sold = ['2026-03-31', '2025-12-31', '2026-01-01'].map((day) => ({
    day: '2026-02-02',
    dates: { UF_CRM_SHIPPED: day },
    rows: [row(10, 20)],
  }));
  const months = cells({ sold, periodField: 'UF_CRM_SHIPPED' as FieldName }, MONTH_OF).flat();
  expect([...new Set(months)]).toEqual([null, ...['2025-12-01', '2026-01-01', '2026-03-01'].map(month)]);
});

test('buyers stand by rate, then by sum, then by name, then by key', () => {
  const sold = [
    { ...aBuyer('Б'), rows: [row(10, 20), row(999, null)] },
    { ...aBuyer('А'), rows: [row(10, 20)] },
    { ...aBuyer('В'), rows: [row(11, 20), row(1, 10)] },
    { ...aBuyer('Г'), rows: [row(-5, 20)] },
    { ...aBuyer('А'), companyId: 12, rows: [row(10, 20)] },
    { ...aBuyer('А'), companyId: 9, rows: [row(10, 20), row(0, 20)], opportunity: 1 },
  ];
  const lines = shown(vat({ sold })).slice(8);
  expect(lines.map((values) => [values[RATE], values[NAME]])).toEqual([
    ['20\u00a0%', 'В'],
    ['20\u00a0%', 'А'],
    ['20\u00a0%', 'А'],
    ['20\u00a0%', 'А'],
    ['20\u00a0%', 'Б'],
    ['20\u00a0%', 'Г'],
    ['10\u00a0%', 'В'],
    ['без НДС', 'Б'],
  ]);
});

test('a buyer is one in all months and blocks, shown as its last invoice with rows has it', () => {
  const inn = '7707083893';
  const sold = [
    { ...aBuyer('Было', inn), currency: 'USD', rows: [row(1, 20)] },
    { ...aBuyer('Стало', inn), day: '2026-02-01', rows: [row(2, 20)] },
    { ...aBuyer('Ещё не продано', inn) },
  ];
  const names = cells({ sold }, NAME).flat();
  expect(names.filter((name) => name !== PERIOD && name !== 'Итого за месяц')).toEqual(['Стало', 'Стало']);
});

describe('own companies', () => {
  const [ours, theirs] = [5 as CompanyId, 40 as CompanyId];
  const ownCompanies = new Map<CompanyId, CompanyRecord | null>([
    [ours, { id: ours, title: 'ООО «Мы»' }],
    [theirs, null],
  ]);
  const soldBy = (...ids: readonly (number | null)[]) =>
    ids.map((ownCompanyId, index) => ({ ownCompanyId, rows: [row(120 * (index + 1), 20)] }));

  it('that are several have a block each, by id, those without one last, and every line says whose it is', () => {
    const facts = { sold: soldBy(null, 40, 5, 40), ownCompanies };
    const blocks = cells(facts, NAME, INVOICES, 6, OWN).filter(([name]) => name === PERIOD);
    expect(blocks).toEqual([
      [PERIOD, 1, 360, 'ООО «Мы»'],
      [PERIOD, 1, 360, 'ООО «Мы»'],
      [PERIOD, 2, 720, '(компания 40 недоступна)'],
      [PERIOD, 2, 720, '(компания 40 недоступна)'],
      [PERIOD, 1, 120, '(без компании)'],
      [PERIOD, 1, 120, '(без компании)'],
    ]);
    expect(cells(facts, OWN).flat()).not.toContain(null);
    expect(totals(vat(facts))[1]).toEqual(['Строки листа «Полный»:', 1_200, 1_000, 200]);
  });

  it.each([
    ['there is one', soldBy(5, 5)],
    ['there is none', soldBy(null, null)],
    ['nobody has asked', [{ rows: [row(1, 20)] }]],
  ])('are not told where %s', (_, sold) => {
    expect(new Set(cells({ sold, ownCompanies }, OWN).flat())).toEqual(new Set([null]));
  });

  it('are told where another one has an invoice without rows', () => {
    const sold = [...soldBy(5), { ownCompanyId: 40 }];
    expect(new Set(cells({ sold, ownCompanies }, OWN).flat())).toEqual(new Set(['ООО «Мы»']));
  });
});

describe('of several currencies', () => {
  const sold = [
    { currency: 'USD', opportunity: 120, taxValue: 20, rows: [row(120, 20)] },
    { currency: 'RUB', opportunity: 50, taxValue: null, rows: [row(40, null)] },
    { currency: '', opportunity: 7, taxValue: null },
  ];
  const plan = vat({ sold });

  it('each has its blocks, RUB first, and formats that name it', () => {
    const formats = plan.body.map(({ style }) => style.formats.slice(6, 9));
    const rub = '#,##0.00 [$RUB]';
    const usd = '#,##0.00 [$USD]';
    expect(shown(plan).map((values) => values[6])).toEqual([40, 40, 40, 40, 40, 120, 120, 120, 120, 120]);
    expect(formats[0]).toEqual([rub, rub, `${rub};-${rub};"нет"`]);
    expect(formats[9]).toEqual([usd, usd, usd]);
  });

  it('each has its totals below, those of invoices without rows too', () => {
    expect(totals(plan)).toEqual([
      null,
      ['Строки листа «Полный», RUB:', 40, 40, 0],
      ['Счета листа «Краткий», RUB:', 50, 50, 0],
      ['Разница, RUB:', -10, -10, 0],
      ['из неё счета без строк, RUB:', 0, 0, 0],
      ['из неё остальные счета, RUB:', -10, -10, 0],
      null,
      ['Строки листа «Полный», USD:', 120, 100, 20],
      ['Счета листа «Краткий», USD:', 120, 100, 20],
      ['Разница, USD:', 0, 0, 0],
      ['из неё счета без строк, USD:', 0, 0, 0],
      ['из неё остальные счета, USD:', 0, 0, 0],
      null,
      ['Строки листа «Полный», без валюты:', 0, 0, 0],
      ['Счета листа «Краткий», без валюты:', 7, 7, 0],
      ['Разница, без валюты:', -7, -7, 0],
      ['из неё счета без строк, без валюты:', -7, -7, 0],
      ['из неё остальные счета, без валюты:', 0, 0, 0],
    ]);
    const formats = plan.footer.map(({ style }) => style.formats[6]);
    expect(formats.slice(5, 8)).toEqual(['#,##0.00 [$RUB]', 'General', '#,##0.00 [$USD]']);
    expect(formats[13]).toBe('#,##0.00');
  });
});

test('the difference is told in two parts, null of an invoice counts as 0', () => {
  const sold = [
    { opportunity: 100, taxValue: null },
    { opportunity: '50.5', taxValue: '8.42', rows: 'unavailable' as const },
    { opportunity: null, taxValue: null, rows: [row(30, 20)] },
    { opportunity: 125, taxValue: 20, rows: [row(120, 20)] },
  ];
  expect(totals(vat({ sold }))).toEqual([
    null,
    ['Строки листа «Полный»:', 150, 125, 25],
    ['Счета листа «Краткий»:', 275.5, 247.08, 28.42],
    ['Разница:', -125.5, -122.08, -3.42],
    ['из неё счета без строк:', -150.5, -142.08, -8.42],
    ['из неё остальные счета:', 25, 20, 5],
  ]);
});

test('columns are wide enough for their amounts, those below the table too', () => {
  const rows = [row(1_000_000_000_000, 20)];
  const wide = vat({ sold: [{ opportunity: -1_000_000_000_000, taxValue: null, rows }] });
  expect(wide.columns.map(({ width }) => width)).toEqual([80, 90, 280, 110, 90, 70, 150, 150, 130, 200]);
});
