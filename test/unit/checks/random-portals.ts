/** Random portals of whatever checks go by, and «Проверка данных» of each beside what its records say by the contract. */
import fc from 'fast-check';
import { aPortal } from '../../../portal/data/a-portal';
import type { InvoiceCase, PortalData } from '../../../portal/data/PortalData';
import type { Invoice } from '../../../portal/data/records';
import { VirtualClock } from '../../../simulator';
import { checksOf } from '../../../src/checks/checks-model';
import { checksSheet } from '../../../src/checks/checks-sheet';
import { CHECK_NAMES, type CheckName } from '../../../src/domain/check-names';
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import type { InvoiceRecord } from '../../../src/domain/records';
import type { Gathered } from '../../../src/refresh/gather';
import { DataProcessor } from '../../../src/report/DataProcessor';
import { NOON } from '../../../world/make-world';
import { expectedChecks, expectedLines, type ChecksWanted } from '../../oracle/expected-checks';
import { differences } from '../../oracle/picture';
import { factsOf } from '../refresh/facts-of-data';
import { pictureOf } from '../report/picture-of-plan';

const [HOST, FACE, TODAY, ZONE] = ['example.bitrix24.ru', 'Счета', '2026-05-20', '+03:00'];
const [SHIPPED, PAID_ON, PAID_SUM] = ['UF_CRM_SHIPPED', 'UF_CRM_PAID_ON', 'UF_CRM_PAID_SUM'] as const;
const PERIOD = { from: '2018-01-01' as IsoDate, to: '2026-12-31' as IsoDate };

const DAYS = ['2018-12-31', '2019-01-01', '2025-12-31', '2026-01-01', '2026-03-10', TODAY, '2026-05-21'];
const day = fc.constantFrom(null, '2001-01-01', ...DAYS);
const ID = fc.constantFrom(0, 1, 1, 1, 2, 3);

const row = fc.record({
  PRODUCT_NAME: fc.constantFrom('Болт', '«Гайка»', '', 'д'.repeat(101)),
  PRICE: fc.constantFrom(100, 122, 122, -50, 0, 0.005, 33.33333333, 1500),
  QUANTITY: fc.constantFrom(1, 1, 3, 0.5, -2, 0),
  TAX_RATE: fc.constantFrom(null, 0, 10, 18, 20, 22, 22, 16.6667),
});

const invoice = fc.record(
  {
    BEGINDATE: fc.constantFrom(...DAYS),
    CLOSEDATE: day,
    STAGE_ID: fc.constantFrom('DT31_7:N', 'DT31_7:S', 'DT31_7:P', 'DT31_7:D', 'DT31_7:GONE'),
    ACCOUNT_NUMBER: fc.constantFrom('7', ' 7', '8', '', '=1+1'),
    COMPANY_ID: ID,
    CONTACT_ID: ID,
    MYCOMPANY_ID: fc.constantFrom(0, 0, 11),
    CURRENCY_ID: fc.constantFrom('RUB', 'RUB', 'USD', ''),
    OPPORTUNITY: fc.constantFrom(null, 0, 122, 122, -5, 0.004, 366),
    TAX_VALUE: fc.constantFrom(null, 0, 22, 22.01, 22.02, 66),
    IS_MANUAL_OPPORTUNITY: fc.boolean(),
    [SHIPPED]: day,
    [PAID_ON]: day,
    [PAID_SUM]: fc.constantFrom<string | number | null>(null, 122, '366|RUB', '1|USD', '0|USD', '', 'x'),
    link: fc.integer({ min: 0, max: 9 }),
    rows: fc.array(row, { maxLength: 3 }),
  },
  { requiredKeys: ['BEGINDATE', 'COMPANY_ID', 'CONTACT_ID', 'rows'] },
);

const requisite = fc.record({
  ENTITY_TYPE_ID: fc.constantFrom(3, 4, 4, 4),
  ENTITY_ID: fc.constantFrom(1, 1, 2, 9),
  ADDRESS_ONLY: fc.constantFrom('N', 'N', 'N', 'Y'),
  SORT: fc.constantFrom(100, 500),
  RQ_COMPANY_NAME: fc.constantFrom('ООО «Б»', 'ООО «А»', 'ИП В', '', 'д'.repeat(101)),
  RQ_INN: fc.constantFrom(
    ...[
      '7707083893',
      ' 7707083893',
      '7707083894',
      '77',
      '',
      '500100732259',
      '500100732258',
      '0000000000',
      '7А',
    ],
  ),
  RQ_BIN: fc.constantFrom(null, null, '190340012576'),
  RQ_KPP: fc.constantFrom('770701001', '', '7707AZ001', '77'),
});

interface Case {
  readonly invoices: readonly InvoiceCase[];
  readonly requisites: readonly object[];
  readonly companies: number;
  /** Whether the first invoice is there twice. */
  readonly isDoubled: boolean;
  readonly wanted: Pick<
    ChecksWanted,
    'excludeFailed' | 'dueDays' | 'paidSumField' | 'shipmentDateField' | 'paymentDateField'
  > & { readonly skipped: readonly CheckName[] };
}

const cases: fc.Arbitrary<Case> = fc.record({
  invoices: fc.array(invoice as fc.Arbitrary<InvoiceCase>, { maxLength: 12 }),
  requisites: fc.array(requisite, { maxLength: 9 }),
  companies: fc.integer({ min: 0, max: 3 }),
  isDoubled: fc.boolean(),
  wanted: fc.record({
    excludeFailed: fc.boolean(),
    dueDays: fc.constantFrom(0, 14),
    paidSumField: fc.constantFrom('', PAID_SUM),
    shipmentDateField: fc.constantFrom('', SHIPPED),
    paymentDateField: fc.constantFrom('', PAID_ON),
    skipped: fc.oneof(fc.constant([]), fc.subarray<CheckName>([...CHECK_NAMES])),
  }),
});

function portalOf({ invoices, requisites, companies, isDoubled }: Case): PortalData {
  const portal = aPortal(new VirtualClock(Date.parse(NOON)));
  for (let id = 1; id <= companies; id += 1) {
    portal.withCompany({ ID: id, TITLE: `Клиент ${id % 2}` });
    portal.withContact({ ID: id, LAST_NAME: 'Иванов', NAME: 'Пётр' });
  }
  for (const one of requisites) portal.withRequisite(one);
  for (const one of isDoubled ? [...invoices.slice(0, 1), ...invoices] : invoices) portal.withInvoice(one);
  return portal.data;
}

/** The records of invoices with all that checks go by. */
function recordsOf(data: PortalData, facts: Gathered): readonly InvoiceRecord[] {
  return facts.invoices.map((record) => {
    const stored: Partial<Invoice> = data.invoices.get(record.id) ?? {};
    const dates = { CLOSEDATE: stored.CLOSEDATE, [SHIPPED]: stored[SHIPPED], [PAID_ON]: stored[PAID_ON] };
    return {
      ...record,
      dates: { ...record.dates, ...(dates as InvoiceRecord['dates']) },
      ownCompanyId: (stored.MYCOMPANY_ID || null) as CompanyId | null,
      isManualSum: stored.IS_MANUAL_OPPORTUNITY === true,
      fields: { [PAID_SUM]: (stored[PAID_SUM] ?? null) as string | number | null },
    };
  });
}

const wantedOf = ({ wanted }: Case): ChecksWanted => ({
  ...{ ...PERIOD, periodField: 'BEGINDATE', zone: ZONE, today: TODAY, dueDateField: 'CLOSEDATE' },
  ...{ dueDateTitle: 'Срок оплаты', ...wanted },
});

function planOf(data: PortalData, { wanted }: Case): ReturnType<typeof checksSheet> {
  const facts = factsOf(data, { period: PERIOD, excludeFailed: wanted.excludeFailed, zone: ZONE });
  const payment = {
    shipmentDateField: wanted.shipmentDateField as FieldName | '',
    paymentDateField: wanted.paymentDateField as FieldName | '',
    ...{ dueDateField: 'CLOSEDATE' as FieldName, dueDays: wanted.dueDays },
    paidSumField: wanted.paidSumField as FieldName | '',
  };
  const report = new DataProcessor(payment, TODAY as IsoDate).process({
    invoices: recordsOf(data, facts),
    leftOut: { invoices: [], field: '' },
    buyerOf: (id) => facts.buyers.get(id) ?? { inn: '', name: '' },
    rowsOf: (id) => facts.rows.get(id) ?? [],
    stages: facts.stages,
  });
  const checks = checksOf({
    ...{ report, stages: facts.stages, payment, today: TODAY as IsoDate, dueDateTitle: 'Срок оплаты' },
    ...{ skipped: wanted.skipped, earlier: null, shownColumn: (title) => title },
  });
  return checksSheet(checks, HOST);
}

/** Cell for cell. @param runs how many portals */
export function compareWithRecords(runs: number): void {
  fc.assert(
    fc.property(cases, (one) => {
      const data = portalOf(one);
      const expected = expectedChecks(data, wantedOf(one), HOST, FACE);
      expect(differences(expected, pictureOf(planOf(data, one), FACE))).toEqual([]);
    }),
    { numRuns: runs },
  );
}

/** The checks that some of these portals raise. */
export function raisedBy(portals: number): ReadonlySet<string> {
  const samples = fc.sample(cases, { numRuns: portals, seed: 1 });
  return new Set(
    samples.flatMap((one) => {
      const wanted = { ...wantedOf(one), skipped: [] };
      return expectedLines(portalOf(one), wanted).map(({ fault: [check] }) => check);
    }),
  );
}
