/** The sheet «Долги» of a few facts: what matters is said, the rest is ordinary. */
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { FieldValue, InvoiceRecord, StageRecord } from '../../../src/domain/records';
import { debtsOf, type OwedFacts } from '../../../src/debts/debts-model';
import { debtsSheet, type DebtsContext } from '../../../src/debts/debts-sheet';
import type { Buyer } from '../../../src/report/buyer';
import type { BriefLine } from '../../../src/report/report-model';
import type { CellValue, SheetPlan } from '../../../src/report/SheetPlan';
import { reportOf } from '../report/a-report';
import { anInvoice, aStage, type InvoiceFacts } from '../report/builders';

export const PAID_ON = 'UF_CRM_PAID_ON' as FieldName;
export const PAID_SUM = 'UF_CRM_PAID_SUM' as FieldName;
export const STAGES: readonly StageRecord[] = [aStage('S', 'S'), aStage('P', 'P'), aStage('F', 'F')];

export interface Owed extends InvoiceFacts {
  /** Its due date. */
  readonly due?: string | null;
  readonly paidOn?: string;
  readonly paidSum?: FieldValue;
  readonly buyer?: Partial<Buyer>;
}

type DebtsFacts = OwedFacts & Omit<DebtsContext, 'dueDays'>;

export interface Case extends Partial<Omit<DebtsFacts, 'brief' | 'older'>> {
  readonly owed: readonly Owed[];
  readonly older?: readonly Owed[];
  /** Whether invoices are paid by a date, not by their stage. */
  readonly byPaymentDate?: boolean;
}

function anOwedInvoice(owed: Owed, index: number): InvoiceRecord {
  const { due = null, paidOn, paidSum, dates, ...facts } = owed;
  const id = facts.id ?? index + 1;
  const plain: InvoiceFacts = { id, accountNumber: String(id), stageId: 'P', ...facts };
  const days = { CLOSEDATE: due, ...(paidOn === undefined ? {} : { [PAID_ON]: paidOn }), ...dates };
  return { ...anInvoice({ ...plain, dates: days }), fields: { [PAID_SUM]: paidSum ?? null } };
}

function linesOf(
  owed: readonly Owed[],
  stages: readonly StageRecord[],
  byDate: boolean,
): readonly BriefLine[] {
  const invoices = owed.map(anOwedInvoice);
  const buyers = Object.fromEntries(
    invoices.map(({ id }, index) => [id, { inn: '', name: '', ...owed[index]?.buyer }]),
  );
  return reportOf({ invoices, buyers, stages, ...(byDate ? { paymentDateField: PAID_ON } : {}) }).brief;
}

export function factsOf({ owed, older = [], byPaymentDate = false, ...facts }: Case): DebtsFacts {
  const stages = facts.stages ?? STAGES;
  return {
    brief: linesOf(owed, stages, byPaymentDate),
    older: linesOf(older, stages, byPaymentDate),
    stages,
    payment: { dueDateField: 'CLOSEDATE' as FieldName, dueDays: 0, paidSumField: '' },
    today: '2026-04-05' as IsoDate,
    portal: 'example.bitrix24.ru',
    byInvoice: true,
    scope: 'period',
    fieldTitles: { dueDate: 'Срок оплаты', paymentDate: null, paidSum: null },
    ...facts,
  };
}

export function debts(facts: Case): SheetPlan {
  const all = factsOf(facts);
  return debtsSheet(debtsOf(all), { ...all, dueDays: all.payment.dueDays });
}

/** What the cells of a plan's body show, by row. */
export const shown = (plan: SheetPlan): readonly (readonly CellValue[])[] =>
  plan.body.map(({ values }) => values);

/** Of the lines of invoices, in their order. */
export const invoiceNumbers = (facts: Case): readonly CellValue[] =>
  debts(facts).body.flatMap(({ link, values }) => (link === null ? [] : (values[0] ?? null)));
