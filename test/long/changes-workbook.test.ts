/** «Изменения» of the workbook, cell by cell, against a journal made from the portal's records alone. */
import { ACCEPTED_AT, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeOddData } from '../../portal/data/odd-data';
import type { PortalData } from '../../portal/data/PortalData';
import type { Invoice } from '../../portal/data/records';
import type { Clock } from '../../portal/clock';
import type { Generation } from '../../portal/generation';
import type { World } from '../../world/make-world';
import { expectedChanges } from '../oracle/expected-changes';
import { journalAfter, type ChangesWanted, type ExpectedJournal } from '../oracle/expected-journal';
import { daysOf, expectedFace } from '../oracle/expected-sheets';
import { differences } from '../oracle/picture';
import { HOST, refresh, refreshed, throughFile, TODAY } from '../bundle/acceptance/support/refresh';

const HOUR = 3_600_000;
const MOSCOW = 3 * HOUR;

interface Combination {
  readonly generation: Generation;
  readonly zone: string;
  readonly settings: Record<string, unknown>;
  readonly wanted: Partial<ChangesWanted>;
}

const odd = (clock: Clock) => makeOddData({ clock, today: TODAY }).data;

const combinations: readonly (readonly [string, Combination])[] = [
  [
    'this quarter, on a portal of today in Moscow',
    { generation: 'mid', zone: '+03:00', settings: {}, wanted: {} },
  ],
  [
    'a year by a moment with failed ones, paid by a date, on a new portal in New York',
    {
      ...{ generation: 'new', zone: '-05:00' },
      settings: {
        period: { preset: 'year', from: null, to: null },
        ...{ periodField: ACCEPTED_AT, shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE },
        ...{ excludeFailed: false, dueDays: 30 },
      },
      wanted: {
        ...{ from: '2026-01-01', to: '2026-12-31', periodField: ACCEPTED_AT, excludeFailed: false },
        ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, dueDays: 30 },
        periodFieldTitle: 'Принят бухгалтерией',
      },
    },
  ],
  [
    'this quarter, on an old portal',
    {
      generation: 'old',
      zone: '+03:00',
      settings: { dueDateField: 'BEGINDATE' },
      wanted: { dueDateField: 'BEGINDATE' },
    },
  ],
];

/** Of each invoice something else; some are gone, some come. */
function edit(data: PortalData, round: number): void {
  const stages = data.stages.filter(({ STATUS_ID }) => STATUS_ID.startsWith('DT31_'));
  [...data.invoices.keys()].forEach((id, index) => {
    const changes: readonly Partial<Invoice>[] = [
      { OPPORTUNITY: 1_000.5 * round, TAX_VALUE: 0.01 * round },
      { STAGE_ID: stages[(index + round) % stages.length]?.STATUS_ID ?? '' },
      { BEGINDATE: '2026-01-15', [ACCEPTED_AT]: '2025-12-31T12:00:00Z' },
      { ACCOUNT_NUMBER: `=${id}`, CLOSEDATE: '2026-05-19', CURRENCY_ID: 'EUR' },
      { BEGINDATE: '2026-05-02', [SHIPMENT_DATE]: '2026-05-03', [PAYMENT_DATE]: '2026-05-04' },
    ];
    const at = (index + round) % (changes.length + 1);
    const change = changes[at];
    if (change === undefined) data.deleteInvoice(id);
    else data.changeInvoice(id, change);
  });
  data.addInvoice({ OPPORTUNITY: 77 * round, [ACCEPTED_AT]: '2026-05-20T12:00:00Z' });
}

test.each(combinations)('the journal of %s is what the portal held', async (_, combination) => {
  const { settings, wanted: more, generation, zone } = combination;
  const { world } = refreshed(odd, { changesSheet: true, ...settings }, { portal: { generation, zone } });
  let expected = after(null, world);
  for (const round of [1, 2, 3]) {
    world.clock.advance(HOUR);
    edit(world.data, round);
    world.clock.advance(9 * HOUR);
    const before = expected;
    expected = after(before, world);
    refresh(world);
  }
  const found = (await throughFile(world)).get('Изменения');
  if (found === undefined) throw new Error('the sheet is missing');
  const { wanted } = expected.last;
  const face = expectedFace(found, daysOf(wanted), wanted.periodFieldTitle);
  expect(differences(expectedChanges(expected, HOST, face), found).slice(0, 20)).toEqual([]);
  expect(expected.lines.length).toBeGreaterThan(100);

  function after(before: ExpectedJournal | null, { data, clock }: World): ExpectedJournal {
    const at = clock.now();
    const shown = new Date(at + MOSCOW).toISOString();
    const all: ChangesWanted = {
      ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE', periodFieldTitle: 'Дата счёта' },
      ...{ shipmentDateField: '', paymentDateField: '', excludeFailed: true, zone },
      ...{ today: shown.slice(0, 10), dueDateField: 'CLOSEDATE', dueDays: 0, paidSumField: '' },
      ...more,
    };
    return journalAfter(before, data, all, { time: shown.slice(11, 16), toldAt: at, isOn: true });
  }
});
