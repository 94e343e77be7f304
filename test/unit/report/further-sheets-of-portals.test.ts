/** «Долги» and «НДС» of whatever a portal holds are, cell for cell, what its records say by the contract. */
import fc from 'fast-check';
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import type { InvoiceCase, PortalData } from '../../../portal/data/PortalData';
import type { Invoice } from '../../../portal/data/records';
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import type { CompanyRecord, InvoiceRecord } from '../../../src/domain/records';
import { debtsOf } from '../../../src/debts/debts-model';
import { debtsSheet } from '../../../src/debts/debts-sheet';
import type { Gathered } from '../../../src/refresh/gather';
import { DataProcessor } from '../../../src/report/DataProcessor';
import type { Report } from '../../../src/report/report-model';
import { vatSheet } from '../../../src/vat/vat-sheet';
import { VirtualClock } from '../../../simulator';
import { NOON } from '../../../world/make-world';
import { expectedDebts, type DebtsWanted } from '../../oracle/expected-debts';
import { expectedVat } from '../../oracle/expected-vat';
import { differences } from '../../oracle/picture';
import { factsOf } from '../refresh/facts-of-data';
import { pictureOf } from './picture-of-plan';

const HOST = 'example.bitrix24.ru';
const FACE = 'Счета';
const PAID_SUM = 'UF_CRM_PAID_SUM';
const TODAY = '2026-05-20';
const FROM = '2023-05-20';
const PERIOD = { from: '2026-01-01' as IsoDate, to: '2026-04-30' as IsoDate };
const ZONE = '+03:00';

const hundredths = (most: number) => fc.integer({ min: -most, max: most }).map((whole) => whole / 100);
const ID = fc.integer({ min: 0, max: 5 });

const row = fc.record({
  PRICE: fc.oneof(hundredths(10 ** 7), fc.constantFrom(0.005, 33.33333333)),
  QUANTITY: fc.constantFrom(1, 3, 0.5, -2),
  TAX_RATE: fc.constantFrom(null, 0, 10, 20, 22, 16.6667),
});

const invoice = fc.record({
  BEGINDATE: fc.constantFrom(
    ...[
      null,
      FROM,
      '2023-05-19',
      '2025-12-31',
      '2026-01-01',
      '2026-01-31',
      '2026-02-28',
      '2026-04-30',
      '2026-06-01',
    ],
  ),
  CLOSEDATE: fc.constantFrom(
    ...[
      null,
      '2001-01-01',
      '2026-01-10',
      '2026-03-01',
      '2026-04-19',
      '2026-04-20',
      '2026-05-19',
      TODAY,
      '2026-08-01',
    ],
  ),
  STAGE_ID: fc.constantFrom('DT31_7:N', 'DT31_7:N', 'DT31_7:S', 'DT31_7:P', 'DT31_7:D', 'DT31_7:GONE'),
  ACCOUNT_NUMBER: fc.constantFrom('7', '=1+1', ''),
  COMPANY_ID: ID,
  CONTACT_ID: ID,
  MYCOMPANY_ID: fc.constantFrom(0, 11, 12, 13),
  CURRENCY_ID: fc.constantFrom('RUB', 'RUB', 'RUB', 'USD', 'EUR', ''),
  OPPORTUNITY: fc.oneof(hundredths(10 ** 8), fc.constantFrom(null, 0, 0.004, 0.005)),
  TAX_VALUE: fc.oneof(hundredths(10 ** 6), fc.constant(null)),
  IS_RECURRING: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  [PAID_SUM]: fc.constantFrom<string | number | null>(null, 100, '55.555|RUB', '1|USD', ''),
  link: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  rows: fc.array(row, { maxLength: 4 }),
});

const requisite = fc.record({
  ENTITY_TYPE_ID: fc.constantFrom(3, 4),
  ENTITY_ID: fc.integer({ min: 1, max: 5 }),
  RQ_COMPANY_NAME: fc.constantFrom('ООО «Б»', 'ООО «А»'),
  RQ_INN: fc.constantFrom('7707083893', '7707083894', '77', '', '500100732259'),
  RQ_KPP: fc.constantFrom('007701001', ''),
});

interface Case {
  readonly invoices: readonly InvoiceCase[];
  readonly requisites: readonly object[];
  readonly companies: number;
  readonly own: readonly number[];
  readonly wanted: Pick<DebtsWanted, 'excludeFailed' | 'all' | 'byInvoice' | 'dueDays' | 'paidSumField'>;
}

const cases: fc.Arbitrary<Case> = fc.record({
  invoices: fc.array(invoice as fc.Arbitrary<InvoiceCase>, { maxLength: 25 }),
  requisites: fc.array(requisite, { maxLength: 9 }),
  companies: fc.integer({ min: 0, max: 5 }),
  own: fc.subarray([11, 12]),
  wanted: fc.record({
    excludeFailed: fc.boolean(),
    all: fc.boolean(),
    byInvoice: fc.boolean(),
    dueDays: fc.constantFrom(0, 14),
    paidSumField: fc.constantFrom('', PAID_SUM),
  }),
});

function portalOf({ invoices, requisites, companies, own }: Case): PortalData {
  const portal: PortalBuilder = aPortal(new VirtualClock(Date.parse(NOON)));
  for (let id = 1; id <= companies; id += 1) portal.withCompany({ ID: id, TITLE: `Клиент ${id % 2}` });
  for (const id of own) portal.withCompany({ ID: id, TITLE: `Мы ${id}`, IS_MY_COMPANY: true });
  for (const one of requisites) portal.withRequisite(one);
  for (const one of invoices) portal.withInvoice(one);
  return portal.data;
}

/** The records of invoices with all that the further sheets need of them. */
function recordsOf(data: PortalData, facts: Gathered): readonly InvoiceRecord[] {
  return facts.invoices.map((record) => {
    const stored: Partial<Invoice> = data.invoices.get(record.id) ?? {};
    const { CLOSEDATE = null, MYCOMPANY_ID = 0, [PAID_SUM]: paid = null } = stored;
    return {
      ...record,
      dates: { ...record.dates, CLOSEDATE: CLOSEDATE as IsoDate | null },
      ownCompanyId: MYCOMPANY_ID === 0 ? null : (MYCOMPANY_ID as CompanyId),
      fields: { [PAID_SUM]: paid as string | number | null },
    };
  });
}

function reportOf(data: PortalData, facts: Gathered): Report {
  return new DataProcessor({ shipmentDateField: '', paymentDateField: '' }, TODAY as IsoDate).process({
    invoices: recordsOf(data, facts),
    leftOut: { invoices: [], field: '' },
    buyerOf: (id) => facts.buyers.get(id) ?? { inn: '', name: '' },
    rowsOf: (id) => facts.rows.get(id) ?? [],
    stages: facts.stages,
  });
}

const wantedOf = ({ wanted }: Case): DebtsWanted => ({
  ...{ ...PERIOD, periodField: 'BEGINDATE', shipmentDateField: '', paymentDateField: '', zone: ZONE },
  ...{ today: TODAY, dueDateField: 'CLOSEDATE', ...wanted },
});

test('«Долги» of any portal', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const data = portalOf(one);
      const { wanted } = one;
      const options = { period: PERIOD, excludeFailed: wanted.excludeFailed, zone: ZONE };
      const facts = factsOf(data, options);
      // What the portal is asked for beside the period: open stages only, from that day on.
      const wide = { from: FROM as IsoDate, to: '9999-12-31' as IsoDate };
      const everything = factsOf(data, { ...options, period: wide, excludeFailed: true });
      const open = new Set(facts.stages.filter(({ semantics }) => semantics === 'P').map(({ id }) => id));
      const debts = debtsOf({
        brief: reportOf(data, facts).brief,
        older: wanted.all
          ? reportOf(data, everything).brief.filter(({ head }) => open.has(head.invoice.stageId))
          : [],
        ...{ stages: facts.stages, today: TODAY as IsoDate },
        payment: {
          dueDateField: 'CLOSEDATE' as FieldName,
          dueDays: wanted.dueDays,
          paidSumField: wanted.paidSumField as FieldName | '',
        },
      });
      const plan = debtsSheet(debts, {
        ...{ today: TODAY as IsoDate, dueDays: wanted.dueDays, portal: HOST, byInvoice: wanted.byInvoice },
        scope: wanted.all ? 'all' : 'period',
        fieldTitles: { dueDate: '', paymentDate: null, paidSum: null },
      });
      const expected = expectedDebts(data, wantedOf(one), HOST, FACE);
      expect(differences(expected, pictureOf(plan, FACE))).toEqual([]);
    }),
  );
});

test('«НДС» of any portal', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const data = portalOf(one);
      const { excludeFailed } = one.wanted;
      const plan = vatSheet({
        report: reportOf(data, factsOf(data, { period: PERIOD, excludeFailed, zone: ZONE })),
        ...{ period: PERIOD, periodField: 'BEGINDATE' as FieldName, periodFieldTitle: '' },
        ownCompanies: new Map(
          [11, 12, 13].map((id): [CompanyId, CompanyRecord | null] => {
            const title = data.companies.get(id)?.TITLE;
            return [id as CompanyId, title === undefined ? null : { id: id as CompanyId, title }];
          }),
        ),
      });
      const expected = expectedVat(data, wantedOf(one), FACE);
      expect(differences(expected, pictureOf(plan, FACE))).toEqual([]);
    }),
  );
});
