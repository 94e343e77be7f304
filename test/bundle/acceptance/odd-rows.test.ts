/** Odd product rows and sums: what stands on both sheets, spelled out. */
import type { OddCaseName } from '../../../portal/data/odd-cases';
import { day, NO_VAT, type Literal } from './support/literal-cells';
import { BUYER, reportOf } from './support/odd-report';

const { name, inn } = BUYER;
/** Everything is of 11 April, without shipment and payment date; the number is left out. */
const brief = (sum: Literal, vat: Literal): Literal[] => [inn, name, sum, vat, day('2026-04-11'), '', ''];
const line = (...cells: Literal[]): Literal[] => [inn, name, ...cells];
const atRate = (vat: Literal): Literal[][] => [line('Услуга', 3, 1220, 3660, vat)];

const cases: [OddCaseName, Literal[], Literal[][]][] = [
  ['rate 22', brief(3660, 660), atRate(660)],
  ['rate 20', brief(3660, 610), atRate(610)],
  ['rate 10', brief(3660, 332.73), atRate(332.73)],
  ['rate 7', brief(3660, 239.44), atRate(239.44)],
  ['rate 5', brief(3660, 174.29), atRate(174.29)],
  ['rate 0', brief(3660, NO_VAT), atRate(0)],
  ['no rate', brief(3660, NO_VAT), atRate(NO_VAT)],
  [
    'mixed rates',
    brief(400, 25.76),
    [
      line('Услуга', 1, 100, 100, 16.67),
      line('Услуга', 1, 100, 100, 9.09),
      line('Услуга', 1, 100, 100, 0),
      line('Услуга', 1, 100, 100, NO_VAT),
    ],
  ],
  ['tax on top', brief(1200, 200), [line('Услуга', 1, 1200, 1200, 200)]],
  [
    'fractional quantity',
    brief(158.33, 26.39),
    [line('Услуга', 0.3333, 99.99, 33.33, 5.55), line('Услуга', 12.5, 10, 125, 20.83)],
  ],
  [
    'eight decimals',
    brief(223.46, 37.24),
    [line('Услуга', 1000, 0.12345678, 123.46, 20.58), line('Услуга', 3, 33.33333333, 100, 16.67)],
  ],
  [
    'half a kopeck',
    brief(351.01, 58.5),
    [line('Услуга', 1000, 0.35, 350, 58.33), line('Услуга', 1, 1.005, 1.01, 0.17)],
  ],
  ['zero row', brief(0, NO_VAT), [line('Услуга', 5, 0, 0, 0), line('Услуга', 0, 500, 0, 0)]],
  [
    'negative row',
    brief(849.5, 141.58),
    [line('Услуга', 1, 1000, 1000, 166.67), line('Скидка', 1, -150.5, -150.5, -25.08)],
  ],
  ['discounts', brief(1800, 300), [line('Услуга', 1, 900, 900, 150), line('Услуга', 1, 900, 900, 150)]],
  ['equal sort', brief(200, 33.33), [line('Первый', 1, 100, 100, 16.67), line('Второй', 1, 100, 100, 16.67)]],
  ['no rows', brief(15000, NO_VAT), []],
  ['null sum', brief('', NO_VAT), []],
  ['manual sum', brief(99999.99, 600), [line('Бумага офисная А4, 500 л.', 10, 360, 3600, 600)]],
  ['tax 0', brief(100, NO_VAT), [line('Услуга', 1, 100, 100, NO_VAT)]],
  ['tax null', brief(100, NO_VAT), [line('Услуга', 1, 100, 100, NO_VAT)]],
  [
    'huge sum',
    brief(123456789012.34, 20576131502.06),
    [line('Услуга', 1, 123456789012.34, 123456789012.34, 20576131502.06)],
  ],
  ['deleted product', brief(100, 16.67), [line('', 1, 100, 100, 16.67)]],
];

const LONG: [OddCaseName, number, Literal[], Literal[]][] = [
  ['51 rows', 51, brief(1785, 297.5), line('Позиция 51', 1, 60, 60, 10)],
  ['120 rows', 120, brief(8340, 1390), line('Позиция 120', 1, 129, 129, 21.5)],
];

describe('product rows', () => {
  const names = [...cases.map(([oddCase]) => oddCase), ...LONG.map(([oddCase]) => oddCase)];
  const report = reportOf(names);
  const of = (rows: readonly Literal[][], oddCase: OddCaseName): Literal[][] => {
    const number = String(names.indexOf(oddCase) + 1);
    return rows.filter(([first]) => first === number).map(([, ...rest]) => rest);
  };

  it.each(cases)('in the case «%s» stand as they are in the CRM', (oddCase, briefRow, detailRows) => {
    expect(of(report.brief, oddCase)).toEqual([briefRow]);
    expect(of(report.detail, oddCase)).toEqual(detailRows);
  });

  it.each(LONG)(
    'of an invoice with %s are all there, in their order',
    (oddCase, count, briefRow, lastRow) => {
      const detail = of(report.detail, oddCase);
      expect(of(report.brief, oddCase)).toEqual([briefRow]);
      expect(detail.map(([, , product]) => product)).toEqual(
        Array.from({ length: count }, (_, index) => `Позиция ${index + 1}`),
      );
      expect(detail[0]).toEqual(line('Позиция 1', 1, 10, 10, 1.67));
      expect(detail.at(-1)).toEqual(lastRow);
    },
  );
});
