/** «Сводка» of random portals, large enough to overflow each of its blocks, against what their records say. */
import fc from 'fast-check';
import { aPortal, PAYMENT_DATE, type PortalBuilder } from '../../../portal/data/a-portal';
import type { InvoiceCase, PortalData } from '../../../portal/data/PortalData';
import type { Invoice } from '../../../portal/data/records';
import { VirtualClock } from '../../../simulator';
import { debtsOf } from '../../../src/debts/debts-model';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { Period } from '../../../src/domain/period';
import { DataProcessor } from '../../../src/report/DataProcessor';
import type { BriefLine } from '../../../src/report/report-model';
import { columnName, type PlannedArea } from '../../../src/report/SheetPlan';
import { summaryOf } from '../../../src/summary/summary-model';
import { summarySheet } from '../../../src/summary/summary-sheet';
import { NOON } from '../../../world/make-world';
import { expectedLines, expectedSummary, type SummaryWanted } from '../../oracle/expected-summary';
import { differences } from '../../oracle/picture';
import { factsOf } from '../refresh/facts-of-data';
import { pictureOf } from '../report/picture-of-plan';

const FACE = 'Счета';
const PAID_SUM = 'UF_CRM_PAID_SUM';
const ZONE = '+03:00';

const day = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 15, 28))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-') as IsoDate);

const hundredths = (most: number) => fc.integer({ min: -most / 5, max: most }).map((whole) => whole / 100);

const invoice = fc.record({
  BEGINDATE: fc.option(day, { freq: 9 }),
  CLOSEDATE: fc.option(day, { freq: 9 }),
  [PAYMENT_DATE]: fc.option(day),
  STAGE_ID: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('DT31_7:N', 'DT31_7:S', 'DT31_7:P', 'DT31_7:D', 'DT31_7:GONE') },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 15 }).map((code) => `DT31_8:${code}`) },
  ),
  COMPANY_ID: fc.integer({ min: 0, max: 14 }),
  CONTACT_ID: fc.constantFrom(0, 0, 3),
  CURRENCY_ID: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('RUB', 'USD') },
    { weight: 1, arbitrary: fc.constantFrom('', 'BYN', 'CNY', 'EUR', 'KZT', 'TRY', 'UAH') },
  ),
  OPPORTUNITY: fc.oneof(
    hundredths(10 ** 9),
    hundredths(10 ** 4),
    fc.constantFrom(null, 0, 0.01, 0.005, 1e12),
  ),
  TAX_VALUE: fc.oneof(hundredths(10 ** 6), fc.constant(null)),
  IS_RECURRING: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  [PAID_SUM]: fc.constantFrom<string | number | null>(null, 100, 0.01, '55.555|RUB', '1|USD', -3),
});

const stage = fc.record({
  NAME: fc.constantFrom('Новый', 'Оплачен', ...'АБВГДЕЖЗИКЛМНОПРСТУФХЦ'.split('')),
  SORT: fc.integer({ min: 1, max: 9 }),
  SEMANTICS: fc.constantFrom(null, null, 'P', 'S', 'F'),
});

export interface SummaryCase {
  readonly invoices: readonly InvoiceCase[];
  readonly requisites: readonly object[];
  readonly stages: readonly object[];
  readonly period: Period;
  readonly wanted: Pick<
    SummaryWanted,
    'excludeFailed' | 'all' | 'debtsOn' | 'dueDays' | 'paidSumField' | 'paymentDateField' | 'today'
  >;
}

const requisite = fc.record({
  ENTITY_TYPE_ID: fc.constant(4),
  ENTITY_ID: fc.integer({ min: 1, max: 14 }),
  RQ_COMPANY_NAME: fc.constantFrom('ООО «Б»', 'ООО «А»'),
  RQ_INN: fc.constantFrom('7707083893', '77', ''),
});

export const summaryCases: fc.Arbitrary<SummaryCase> = fc.record({
  invoices: fc.array(invoice as fc.Arbitrary<InvoiceCase>, { maxLength: 60, size: 'max' }),
  requisites: fc.array(requisite, { maxLength: 6 }),
  stages: fc.array(stage, { minLength: 16, maxLength: 16 }),
  period: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  wanted: fc.record({
    ...{ excludeFailed: fc.boolean(), all: fc.boolean(), debtsOn: fc.boolean(), today: day },
    ...{ dueDays: fc.constantFrom(0, 14), paidSumField: fc.constantFrom('', PAID_SUM) },
    paymentDateField: fc.constantFrom('', PAYMENT_DATE),
  }),
});

function portalOf({ invoices, requisites, stages }: SummaryCase): PortalData {
  const portal: PortalBuilder = aPortal(new VirtualClock(Date.parse(NOON)));
  portal.withCategory(8, 'Опт');
  stages.forEach((one, index) => portal.withStage(8, String(index), one));
  for (let id = 1; id <= 14; id += 1) portal.withCompany({ ID: id, TITLE: `Клиент ${id % 9}` });
  for (const one of requisites) portal.withRequisite(one);
  for (const one of invoices) portal.withInvoice(one);
  return portal.data;
}

function linesOf(data: PortalData, period: Period, { wanted }: SummaryCase): readonly BriefLine[] {
  const facts = factsOf(data, { period, excludeFailed: wanted.excludeFailed, zone: ZONE });
  const invoices = facts.invoices.map((record) => {
    const stored: Partial<Invoice> = data.invoices.get(record.id) ?? {};
    const { CLOSEDATE = null, [PAYMENT_DATE]: paidOn = null, [PAID_SUM]: paid = null } = stored;
    const dates = { ...record.dates, CLOSEDATE, [PAYMENT_DATE]: paidOn } as typeof record.dates;
    return { ...record, dates, fields: { [PAID_SUM]: paid as string | number | null } };
  });
  const paymentDateField = wanted.paymentDateField as FieldName | '';
  const processor = new DataProcessor({ shipmentDateField: '', paymentDateField }, wanted.today as IsoDate);
  return processor.process({
    ...{ invoices, leftOut: { invoices: [], field: '' }, rowsOf: null, stages: facts.stages },
    buyerOf: (id) => facts.buyers.get(id) ?? { inn: '', name: '' },
  }).brief;
}

/** In words, how the sheet and its charts differ from what they should be. */
export function summaryDiffers(one: SummaryCase): readonly string[] {
  const { period, wanted } = one;
  const data = portalOf(one);
  const { stages } = factsOf(data, { period, excludeFailed: false, zone: ZONE });
  const brief = linesOf(data, period, one);
  const today = wanted.today as IsoDate;
  const payment = {
    ...{ dueDateField: 'CLOSEDATE' as FieldName, dueDays: wanted.dueDays },
    paidSumField: wanted.paidSumField as FieldName | '',
  };
  // What the portal is asked for beside the period: open stages only, of three years.
  const since = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}` as IsoDate;
  const open = new Set(stages.filter(({ semantics }) => semantics === 'P').map(({ id }) => id));
  const older = wanted.all
    ? linesOf(data, { from: since, to: '9999-12-31' as IsoDate }, one).filter(({ head, isPaid }) => {
        return !isPaid && open.has(head.invoice.stageId);
      })
    : [];
  const debts = wanted.debtsOn ? debtsOf({ brief, older, stages, today, payment }) : null;
  const periodField = 'BEGINDATE' as FieldName;
  const summary = summaryOf({ brief, debts, stages, payment, today, period, periodField });
  const hasOlderDebts = wanted.debtsOn && wanted.all;
  const plan = summarySheet(summary, { today, period, periodFieldTitle: '', hasOlderDebts });
  const all: SummaryWanted = {
    ...{ ...period, periodField, shipmentDateField: '', zone: ZONE, dueDateField: 'CLOSEDATE' },
    ...{ byInvoice: true, ...wanted },
  };
  const [months = 0, ages = 0, buyers = 0, shown = 0] = expectedLines(data, all);
  const charts = [
    [`B5:B${5 + months}`, `E5:F${5 + months}`],
    [`B19:B${19 + ages}`, `D19:D${19 + ages}`],
    [`B27:B${27 + buyers}`, `D27:D${27 + buyers}`],
    [`B40:B${40 + shown}`, `D40:D${40 + shown}`],
  ].join(' ');
  const planned = (plan.charts ?? []).map(({ ranges }) => ranges.map(areaName)).join(' ');
  return [
    ...differences(expectedSummary(data, all, FACE), pictureOf(plan, FACE)),
    ...(planned === charts ? [] : [`charts: expected ${charts}, found ${planned}`]),
  ];
}

/** Of a table whose header begins in B2. */
const areaName = ({ row, column, rows, columns }: PlannedArea): string =>
  `${columnName(2 + column)}${2 + row}:${columnName(1 + column + columns)}${1 + row + rows}`;
