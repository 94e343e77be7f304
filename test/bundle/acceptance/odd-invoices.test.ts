/** Odd invoices: dates, stages, currencies, templates and restored ones, spelled out. */
import { ACCEPTED_AT, PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { ODD_CASES, type OddCaseName } from '../../../portal/data/odd-cases';
import { ODD_INVOICES } from '../../../portal/data/odd-invoices';
import { restFault, type FaultRule } from '../../../portal/faults';
import { addOdd } from '../../../portal/data/odd-case';
import type { Generation } from '../../../portal/generation';
import { day, linksOf, NO_VAT, rowFill, totalLines, type Literal } from './support/literal-cells';
import { BUYER, reportOf, reportOn } from './support/odd-report';

const { name, inn } = BUYER;
const row = (number: string, date: string, ...rest: Literal[]): Literal[] => [
  ...[number, inn, name, 3600, 600, day(date)],
  ...(rest.length > 0 ? rest : ['', '']),
];
const ORDINARY = row('1', '2026-04-11');
const LINK = 'https://demo.bitrix24.ru/crm/type/31/details';
const PINK = '#ffc0cb';
const GREY = '#d3d3d3';
const NO_BLOCK: [string, number, string][] = [
  ['Всего счетов на сумму:', 0, '#,##0.00'],
  ['Счетов без НДС на сумму:', 0, '#,##0.00'],
  ['Счетов с НДС на сумму:', 0, '#,##0.00'],
  ['Всего НДС в счетах:', 0, '#,##0.00'],
];

describe.each(['+03:00', '-05:00'])('on a portal in %s', (zone) => {
  it.each([
    ['first day of the period', [row('1', '2026-04-01')]],
    ['last day of the period', [row('1', '2026-06-30')]],
    ['day before the period', []],
    ['day after the period', []],
    ['no date', []],
  ] as [OddCaseName, Literal[][]][])('the %s puts the invoice where it belongs', (oddCase, rows) => {
    expect(reportOf([oddCase], { portal: { zone } }).brief).toEqual(rows);
  });

  it('user fields filled show the days of the CRM', () => {
    const settings = { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE };
    const { brief } = reportOf(['user fields filled'], { settings, portal: { zone } });
    expect(brief).toEqual([row('1', '2026-04-11', day('2026-04-13'), day('2026-04-16'))]);
  });

  it('a moment shows the day that the portal prints', () => {
    const settings = { shipmentDateField: ACCEPTED_AT };
    const { brief } = reportOn(
      (context) => void addOdd(context, { [ACCEPTED_AT]: '2026-04-17T01:30:00+03:00' }),
      { settings, portal: { zone } },
    );
    expect(brief).toEqual([row('1', '2026-04-11', day(zone === '+03:00' ? '2026-04-17' : '2026-04-16'), '')]);
  });
});

describe('a user field as period', () => {
  const generations: Generation[] = ['old', 'mid', 'new'];
  const edges = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'];
  const kinds = generations.flatMap((generation) =>
    [SHIPMENT_DATE, PAYMENT_DATE].map((field) => [field, generation] as const),
  );

  it.each(kinds)('%s takes the days of the period on a portal of generation %s', (field, generation) => {
    const { brief, world } = reportOn(
      (context) => {
        for (const edge of edges) addOdd(context, { [field]: edge });
        addOdd(context, { [field]: null });
      },
      { settings: { periodField: field }, portal: { generation, zone: '-05:00' } },
    );
    expect(brief).toEqual([row('2', '2026-04-11'), row('3', '2026-04-11')]);
    const filters = world.portal.requests
      .filter(({ method }) => method === 'crm.item.list')
      .map(({ params }) => JSON.stringify(params['filter']));
    // 626D6ABE98692 has digits that touch letters: an old portal refuses it and everything is read.
    const filterable = field === SHIPMENT_DATE || generation !== 'old';
    expect(filters.at(-1)?.includes('2026-04-01')).toBe(filterable);
  });

  it.each(generations)('that holds moments does so on a portal of generation %s', (generation) => {
    const moments = ['2026-03-31T23:59:00+03:00', '2026-04-01T00:00:00+03:00', '2026-06-30T23:59:59+03:00'];
    const { brief } = reportOn(
      (context) => {
        for (const moment of [...moments, '2026-07-01T00:00:00+03:00'])
          addOdd(context, { [ACCEPTED_AT]: moment });
      },
      { settings: { periodField: ACCEPTED_AT }, portal: { generation } },
    );
    expect(brief).toEqual([row('2', '2026-04-11'), row('3', '2026-04-11')]);
  });
});

describe('stages and templates', () => {
  it.each([
    ['recurring template', true, []],
    ['recurring template', false, []],
    ['stage failed', true, []],
    ['stage failed', false, [ORDINARY]],
    ['stage failed by custom stage', true, []],
    ['stage failed by custom stage', false, [ORDINARY]],
    ['stage unknown', true, [ORDINARY]],
    ['stage paid', true, [ORDINARY]],
  ] as [OddCaseName, boolean, Literal[][]][])(
    '«%s» with excludeFailed %s is listed as the contract says',
    (oddCase, excludeFailed, rows) => {
      expect(reportOf([oddCase], { settings: { excludeFailed } }).brief).toEqual(rows);
    },
  );

  it('an unknown stage is open and so unpaid, a paid one is not coloured', () => {
    expect(rowFill(reportOf(['stage unknown']).world.spreadsheet, 0)).toBe(PINK);
    expect(rowFill(reportOf(['stage paid']).world.spreadsheet, 0)).toBeNull();
  });

  it('a payment field takes the place of the stage; without VAT a paid invoice is grey', () => {
    const settings = { paymentDateField: PAYMENT_DATE };
    expect(rowFill(reportOf(['stage paid'], { settings }).world.spreadsheet, 0)).toBe(PINK);
    expect(rowFill(reportOf(['user fields empty'], { settings }).world.spreadsheet, 0)).toBe(PINK);
    expect(rowFill(reportOf(['user fields filled'], { settings }).world.spreadsheet, 0)).toBeNull();
    const { world } = reportOn(
      (context) => void addOdd(context, { [PAYMENT_DATE]: '2026-05-01', rows: [{ TAX_RATE: null }] }),
      { settings },
    );
    expect(rowFill(world.spreadsheet, 0)).toBe(GREY);
  });
});

describe('four currencies', () => {
  const report = reportOf(['currency USD', 'currency EUR', 'currency KZT', 'stage paid']);

  it('stand in one table in the order of ids', () => {
    expect(report.brief).toEqual([
      ...['1', '2'].map((number) => row(number, '2026-04-11')),
      ['3', inn, name, 45000, NO_VAT, day('2026-04-11'), '', ''],
      row('4', '2026-04-11'),
    ]);
  });

  it('have a block of totals each, roubles first, then by code, never added together', () => {
    const block = (code: string, all: number, untaxed: number, taxed: number, vat: number) => [
      [`Всего счетов на сумму, ${code}:`, all, `#,##0.00 [$${code}]`],
      [`Счетов без НДС на сумму, ${code}:`, untaxed, `#,##0.00 [$${code}]`],
      [`Счетов с НДС на сумму, ${code}:`, taxed, `#,##0.00 [$${code}]`],
      [`Всего НДС в счетах, ${code}:`, vat, `#,##0.00 [$${code}]`],
    ];
    expect(totalLines(report.world.spreadsheet)).toEqual([
      ...block('RUB', 3600, 0, 3600, 600),
      null,
      ...block('EUR', 3600, 0, 3600, 600),
      null,
      ...block('KZT', 45000, 45000, 0, 0),
      null,
      ...block('USD', 3600, 0, 3600, 600),
    ]);
  });

  it('are not named where all invoices are of one', () => {
    expect(totalLines(reportOf(['currency USD']).world.spreadsheet)).toEqual([
      ['Всего счетов на сумму:', 3600, '#,##0.00'],
      ['Счетов без НДС на сумму:', 0, '#,##0.00'],
      ['Счетов с НДС на сумму:', 3600, '#,##0.00'],
      ['Всего НДС в счетах:', 600, '#,##0.00'],
    ]);
  });

  it('a report without invoices has one block of zeros after an empty row', () => {
    const { world, brief, detail } = reportOf(['no date']);
    expect([brief, detail]).toEqual([[], []]);
    expect(totalLines(world.spreadsheet)).toEqual(NO_BLOCK);
  });
});

describe('restored invoices', () => {
  it('have the new id in their link and the old number', () => {
    const { brief, world } = reportOf(['deleted and restored']);
    expect(brief).toEqual([row('ВОССТ-1', '2026-04-11')]);
    expect(linksOf(world.spreadsheet)).toEqual([`${LINK}/2/`]);
  });

  it('whose number was given again are two lines', () => {
    const { brief, world } = reportOf(['restored with the number of another']);
    expect(brief).toEqual([row('ВОССТ-2', '2026-04-11'), row('ВОССТ-2', '2026-04-11')]);
    expect(linksOf(world.spreadsheet)).toEqual([`${LINK}/2/`, `${LINK}/3/`]);
  });
});

describe('rows that the portal refuses', () => {
  const faults: FaultRule = ({ method, params }) => {
    const asked = JSON.stringify((params['filter'] as Record<string, unknown> | undefined)?.['=ownerId']);
    const refused = method === 'crm.item.productrow.list' && /\b2\b/.test(asked);
    return refused ? restFault(400, 'ACCESS_DENIED', 'Доступ запрещён') : null;
  };

  it.each(['mid', 'new'] as const)(
    'have one line that says so on a portal of generation %s',
    (generation) => {
      const { detail, message } = reportOf(['stage paid', 'stage unknown', 'tax 0'], {
        portal: { generation, faults },
      });
      expect(detail).toEqual([
        ['1', inn, name, 'Бумага офисная А4, 500 л.', 10, 360, 3600, 600],
        ['2', inn, name, 'Строки счёта недоступны', '', '', '', ''],
        ['3', inn, name, 'Услуга', 1, 100, 100, NO_VAT],
      ]);
      expect(message).toMatch(/\b2\b/);
    },
  );
});

it('every odd case of invoices is tested in this folder', () => {
  const here = [
    ...['first day of the period', 'last day of the period', 'day before the period'],
    ...['day after the period', 'no date', 'currency USD', 'currency EUR', 'currency KZT'],
    ...['recurring template', 'stage failed', 'stage failed by custom stage', 'stage unknown', 'stage paid'],
    ...['user fields empty', 'user fields filled', 'deleted and restored'],
    'restored with the number of another',
  ];
  expect(Object.keys(ODD_INVOICES).sort()).toEqual([...here].sort());
  expect(Object.keys(ODD_CASES)).toEqual(expect.arrayContaining(here));
});
