/** The whole workbook, cell by cell, against an expectation made from the portal's records alone. */
import type { WorldOptions } from '../../world/make-world';
import { ACCEPTED_AT, aPortal, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeOddData } from '../../portal/data/odd-data';
import type { Generation } from '../../portal/generation';
import type { Clock } from '../../portal/clock';
import { expectedInvoices, type ExpectedInvoice, type Wanted } from '../oracle/expected-invoices';
import {
  BRIEF,
  daysOf,
  DETAIL,
  expectedBrief,
  expectedDetail,
  expectedFace,
} from '../oracle/expected-sheets';
import { differences } from '../oracle/picture';
import type { ReadSheet } from '../bundle/acceptance/support/read-workbook';
import { HOST, refreshed, throughFile, TODAY } from '../bundle/acceptance/support/refresh';

interface Combination {
  readonly generation: Generation;
  readonly zone: string;
  readonly settings: Record<string, unknown>;
  readonly wanted: Partial<Wanted>;
}

const demo = (clock: Clock) => makeOddData({ clock, today: TODAY }).data;
const period = (preset: string, from: string | null = null, to: string | null = null) => ({
  period: { preset, from, to },
});

const combinations: readonly (readonly [string, Combination])[] = [
  [
    'this quarter, both dates chosen, on a portal of today in Moscow',
    {
      ...{ generation: 'mid', zone: '+03:00' },
      settings: { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE },
      wanted: { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE },
    },
  ],
  [
    'the previous quarter by closing date with failed invoices, on an old portal in New York',
    {
      ...{ generation: 'old', zone: '-05:00' },
      settings: { ...period('previousQuarter'), periodField: 'CLOSEDATE', excludeFailed: false },
      wanted: { from: '2026-01-01', to: '2026-03-31', periodField: 'CLOSEDATE', excludeFailed: false },
    },
  ],
  [
    'a custom period without payment field, failed invoices included, on a new portal in New York',
    {
      ...{ generation: 'new', zone: '-05:00' },
      settings: {
        ...period('custom', '2026-03-31', '2026-04-11'),
        ...{ shipmentDateField: SHIPMENT_DATE, excludeFailed: false },
      },
      wanted: {
        ...{ from: '2026-03-31', to: '2026-04-11' },
        ...{ shipmentDateField: SHIPMENT_DATE, excludeFailed: false },
      },
    },
  ],
  [
    'a year by a moment that the portal can filter by, on a new portal in New York',
    {
      ...{ generation: 'new', zone: '-05:00' },
      settings: { ...period('year'), periodField: ACCEPTED_AT, paymentDateField: PAYMENT_DATE },
      wanted: {
        ...{ from: '2026-01-01', to: '2026-12-31', periodField: ACCEPTED_AT },
        paymentDateField: PAYMENT_DATE,
      },
    },
  ],
  [
    'a month by a date that the portal cannot filter by, on an old portal in Moscow',
    {
      ...{ generation: 'old', zone: '+03:00' },
      settings: { ...period('month'), periodField: PAYMENT_DATE, paymentDateField: PAYMENT_DATE },
      wanted: {
        ...{ from: '2026-05-01', to: '2026-05-31', periodField: PAYMENT_DATE },
        paymentDateField: PAYMENT_DATE,
      },
    },
  ],
];

const FIELD_TITLES: Readonly<Record<string, string>> = {
  BEGINDATE: 'Дата счёта',
  CLOSEDATE: 'Срок оплаты',
  [PAYMENT_DATE]: 'Дата оплаты',
  [ACCEPTED_AT]: 'Принят бухгалтерией',
};

const THIS_QUARTER: Wanted = {
  ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE' },
  ...{ shipmentDateField: '', paymentDateField: '', excludeFailed: true, zone: '+03:00' },
};

const optionsOf = ({ generation, zone }: Combination): WorldOptions => ({ portal: { generation, zone } });

/** What tells the time may differ; that it stands there is part of the cells. */
function withoutTimes(read: ReadSheet): ReadSheet {
  const cells = new Map(read.cells);
  const face = cells.get('1:2');
  if (face) cells.set('1:2', { ...face, value: face.value.replace(/обновлено .*/, 'обновлено') });
  return { ...read, cells, notes: new Map() };
}

function sheet(sheets: ReadonlyMap<string, ReadSheet>, name: string): ReadSheet {
  const found = sheets.get(name);
  if (!found) throw new Error(`there is no sheet «${name}»`);
  return found;
}

describe.each(combinations)('the workbook of %s', (_, combination) => {
  const { settings, wanted, zone } = combination;
  let sheets: ReadonlyMap<string, ReadSheet>;
  let invoices: readonly ExpectedInvoice[];

  beforeAll(async () => {
    const { world } = refreshed(demo, settings, optionsOf(combination));
    sheets = await throughFile(world);
    invoices = expectedInvoices(world.data, { ...THIS_QUARTER, ...wanted, zone });
  });

  it('is what the portal holds, in every cell of both sheets', () => {
    expect(invoices.length).toBeGreaterThan(5);
    const [brief, detail] = [sheet(sheets, BRIEF), sheet(sheets, DETAIL)];
    const { periodField, ...days } = { ...THIS_QUARTER, ...wanted };
    const face = expectedFace(brief, daysOf(days), FIELD_TITLES[periodField] ?? periodField);
    expect(differences(expectedBrief(invoices, HOST, face), brief).slice(0, 20)).toEqual([]);
    expect(differences(expectedDetail(invoices, face), detail).slice(0, 20)).toEqual([]);
  });

  it('has the same brief sheet, cell for cell, where only that was asked for', async () => {
    const options = { ...optionsOf(combination), briefOnly: true };
    const alone = await throughFile(refreshed(demo, settings, options).world);
    expect([...alone.keys()]).not.toContain(DETAIL);
    expect(withoutTimes(sheet(alone, BRIEF))).toEqual(withoutTimes(sheet(sheets, BRIEF)));
  });
});

describe('the note of B2', () => {
  const note = async (name: string, admin: boolean): Promise<string> => {
    const one = (clock: Clock) => aPortal(clock).withInvoice({ rows: [{}] }).data;
    const { world } = refreshed(one, {}, { portal: { user: { admin } } });
    return sheet(await throughFile(world), name).notes.get('2:2') ?? '';
  };

  it.each([BRIEF, DETAIL])('of «%s» says period, field, portal, times and colours', async (name) => {
    const text = await note(name, true);
    expect(text).toMatch(/01\.04\.2026.*30\.06\.2026/);
    expect(text).toContain('Дата счёта');
    expect(text).toContain(HOST);
    expect(text.match(/20\.05\.2026 12:0\d/g)).toHaveLength(2);
    expect(text).toMatch(name === BRIEF ? /розов.*сер/s : /сер/);
    expect(text).not.toContain('Вебхук не администратора');
  });

  it.each([BRIEF, DETAIL])('of «%s» says where the webhook is not an administrator’s', async (name) => {
    expect(await note(name, false)).toContain('Вебхук не администратора: видны не все счета');
  });
});
