/** «Долги» and «НДС» of the workbook, cell by cell, against an expectation made from the portal's records alone. */
import { ACCEPTED_AT, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeOddData } from '../../portal/data/odd-data';
import type { Generation } from '../../portal/generation';
import type { Clock } from '../../portal/clock';
import { expectedDebts, type DebtsWanted } from '../oracle/expected-debts';
import { expectedFace, daysOf } from '../oracle/expected-sheets';
import { expectedVat } from '../oracle/expected-vat';
import { differences } from '../oracle/picture';
import { HOST, refreshed, throughFile, TODAY } from '../bundle/acceptance/support/refresh';

interface Combination {
  readonly generation: Generation;
  readonly zone: string;
  readonly settings: Record<string, unknown>;
  readonly wanted: Partial<DebtsWanted>;
  /** How the field of the period is called. */
  readonly title: string;
}

const odd = (clock: Clock) => makeOddData({ clock, today: TODAY }).data;

const THIS_QUARTER: DebtsWanted = {
  ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE' },
  ...{ shipmentDateField: '', paymentDateField: '', excludeFailed: true, zone: '+03:00' },
  ...{ today: TODAY, dueDateField: 'CLOSEDATE', dueDays: 0, paidSumField: '' },
  ...{ all: true, byInvoice: true },
};

const combinations: readonly (readonly [string, Combination])[] = [
  [
    'this quarter by stages, all that is unpaid, on a portal of today in Moscow',
    {
      ...{ generation: 'mid', zone: '+03:00', title: 'Дата счёта' },
      settings: { debtsSheet: 'all' },
      wanted: {},
    },
  ],
  [
    'the previous quarter by closing date with failed invoices, buyers alone, on an old portal in New York',
    {
      ...{ generation: 'old', zone: '-05:00', title: 'Срок оплаты' },
      settings: {
        period: { preset: 'previousQuarter', from: null, to: null },
        ...{ periodField: 'CLOSEDATE', excludeFailed: false },
        ...{ debtsSheet: 'period', debtsByInvoice: false, dueDateField: 'BEGINDATE', dueDays: 30 },
      },
      wanted: {
        ...{ from: '2026-01-01', to: '2026-03-31', periodField: 'CLOSEDATE', excludeFailed: false },
        ...{ all: false, byInvoice: false, dueDateField: 'BEGINDATE', dueDays: 30 },
      },
    },
  ],
  [
    'a year by a moment, paid by a date, due by another moment, on a new portal in New York',
    {
      ...{ generation: 'new', zone: '-05:00', title: 'Принят бухгалтерией' },
      settings: {
        period: { preset: 'year', from: null, to: null },
        ...{ periodField: ACCEPTED_AT, shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE },
        ...{ debtsSheet: 'all', dueDateField: ACCEPTED_AT },
      },
      wanted: {
        ...{ from: '2026-01-01', to: '2026-12-31', periodField: ACCEPTED_AT },
        ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, dueDateField: ACCEPTED_AT },
      },
    },
  ],
];

test.each(combinations)('the further sheets of %s are what the portal holds', async (_, combination) => {
  const { settings, wanted, generation, zone, title } = combination;
  const { world } = refreshed(odd, { vatSheet: true, ...settings }, { portal: { generation, zone } });
  const sheets = await throughFile(world);
  const all = { ...THIS_QUARTER, ...wanted, zone };
  const [debts, vat] = [sheets.get('Долги'), sheets.get('НДС')];
  if (debts === undefined || vat === undefined) throw new Error('a sheet is missing');
  const expected = expectedDebts(world.data, all, HOST, expectedFace(debts, daysOf(all), title));
  expect(differences(expected, debts).slice(0, 20)).toEqual([]);
  expect(
    differences(expectedVat(world.data, all, expectedFace(vat, daysOf(all), title)), vat).slice(0, 20),
  ).toEqual([]);
  expect([debts, vat].map(({ cells }) => cells.size > 100)).toEqual([true, true]);
});
