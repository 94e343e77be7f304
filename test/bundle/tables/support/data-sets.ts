/** The portals whose reports are compared, all in the quarter of the worlds' clock. */
import { makeDemoData } from '../../../../portal/data/demo-data';
import { makeFaultyData, PAID_SUM } from '../../../../portal/data/faulty-data';
import { makeMixedData } from '../../../../portal/data/mixed-data';
import { makeOddData } from '../../../../portal/data/odd-data';
import { makeOlderData } from '../../../../portal/data/older-data';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../../portal/data/a-portal';
import type { PortalData } from '../../../../portal/data/PortalData';
import type { UserField } from '../../../../portal/data/records';
import { taxPrecisionOf, type Generation } from '../../../../portal/generation';
import type { StoredValue } from '../../../../portal/values';
import type { VirtualClock } from '../../../../simulator';
import { aWorld } from '../../../../world/a-world';
import type { World } from '../../../../world/make-world';

const today = '2026-05-20';

type MakeData = (clock: VirtualClock, generation: Generation) => PortalData;

const mixed =
  (linked: boolean): MakeData =>
  (clock) =>
    makeMixedData({ clock, today, seed: 7, invoices: 60, linked }).data;

const DATA = {
  demo: (clock) => makeDemoData({ clock, today }),
  odd: (clock, generation) => makeOddData({ clock, today, taxPrecision: taxPrecisionOf(generation) }).data,
  faulty: (clock) => makeFaultyData({ clock, today }),
  'mixed, linked': mixed(true),
  'mixed, not linked': mixed(false),
  older: (clock) =>
    makeOlderData(
      { ...{ invoices: 40, rows: 120, requisites: 10 }, ...{ older: 30, olderRequisites: 5 } },
      clock,
      today,
    ),
} satisfies Readonly<Record<string, MakeData>>;

export type DataName = keyof typeof DATA;

export const SETTINGS = {
  ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, paidSumField: PAID_SUM },
  ...{ dueDays: 3, debtsSheet: 'period', debtsByInvoice: false, vatSheet: true },
};

/** Each type that a column can show, alone and with several values. */
export const FIELDS: readonly UserField[] = (
  ['string', 'url', 'integer', 'double', 'money', 'date', 'datetime', 'boolean', 'enumeration'] as const
).flatMap((type) =>
  [false, true].map((multiple): UserField => {
    const name = `UF_CRM_${multiple ? 'MANY' : 'ONE'}_${type.toUpperCase()}` as const;
    const items = [
      { ID: '11', VALUE: 'Юг' },
      { ID: '12', VALUE: 'Север; «Восток»' },
    ];
    return { ...{ name, type, multiple }, title: `${multiple ? 'Много' : 'Один'} ${type}`, items };
  }),
);

const VALUES: Readonly<Record<UserField['type'], readonly StoredValue[]>> = {
  string: ['да', '00123', '=1+1', ' по краям ', "'01", 'строка\nвторая'],
  url: ['https://x.ru/?a=1&b=2', 'не адрес'],
  integer: [0, 12, -7, 1_234_567_890],
  double: [0.1, -12.345678, 1e-7, 123_456_789.123, 0.123456785, -0.000000005],
  money: ['100|RUB', '1000.505|RUB', '-0.005|USD', '|RUB', '12.3', '0|RUB', '99999999999.99|RUB'],
  date: ['2026-05-01', '1899-12-31', '2099-12-31'],
  datetime: ['2026-05-01T23:30:00+03:00', '2026-05-02T00:15:00+03:00'],
  boolean: [true, false],
  enumeration: [11, 12, 13],
  file: [],
};
const PAID: readonly StoredValue[] = [null, '100|RUB', '50.505|RUB', '|RUB', '7|USD', '33', '999999999|RUB'];

/** A portal of that name with values in fields of all types, and what was paid so far. */
export function worldOf(name: DataName, generation: Generation): World {
  const make: MakeData = DATA[name];
  return aWorld((clock) => withFields(make(clock, generation)), {
    portal: { generation, limits: 'off', operating: 'off' },
  });
}

function withFields(data: PortalData): PortalData {
  const hasPaid = data.userFields.some(({ name }) => name === PAID_SUM);
  for (const field of FIELDS) data.addUserField(field);
  if (!hasPaid) data.addUserField({ name: PAID_SUM, type: 'money', title: 'Оплачено', multiple: false });
  for (const [id, invoice] of data.invoices) {
    const given = FIELDS.map(({ name, type, multiple }, index) => {
      const values = [null, ...VALUES[type]];
      const [value = null, second = null] = [
        values[(id + index) % values.length],
        values[id % values.length],
      ];
      return [name, multiple ? [value, second].filter((one) => one !== null) : value] as const;
    });
    const paid = hasPaid ? {} : { [PAID_SUM]: PAID[id % PAID.length] ?? null };
    data.invoices.set(id, { ...invoice, ...(Object.fromEntries(given) as object), ...paid });
  }
  return data;
}
