/** The sheet «Сводка» of a few facts: what matters is said, the rest is ordinary. */
import { debtsOf } from '../../../src/debts/debts-model';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { FieldValue, InvoiceRecord, StageRecord } from '../../../src/domain/records';
import type { Buyer } from '../../../src/report/buyer';
import type { BriefLine } from '../../../src/report/report-model';
import type { CellValue, PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import { summaryOf, type SummaryFacts } from '../../../src/summary/summary-model';
import { summarySheet } from '../../../src/summary/summary-sheet';
import { reportOf } from '../report/a-report';
import { anInvoice, aStage, type InvoiceFacts } from '../report/builders';

const PAID_SUM = 'UF_CRM_PAID_SUM' as FieldName;
const STAGES = [aStage('S', 'S'), aStage('P', 'P'), aStage('F', 'F')];

export interface Billed extends InvoiceFacts {
  /** By which it is in the period. */
  readonly day?: string;
  readonly due?: string | null;
  readonly paidSum?: FieldValue;
  readonly buyer?: Partial<Buyer>;
}

export interface Case extends Partial<Omit<SummaryFacts, 'brief' | 'debts'>> {
  readonly billed: readonly Billed[];
  /** Where «Долги» shows invoices outside the period too. */
  readonly older?: readonly Billed[];
}

function linesOf(billed: readonly Billed[], stages: readonly StageRecord[]): readonly BriefLine[] {
  const invoices = billed.map((one, index): InvoiceRecord => {
    const { day = '2026-04-05', due = null, paidSum = null, dates, ...facts } = one;
    const plain = { id: index + 1, stageId: 'P', ...facts };
    const record = anInvoice({ ...plain, dates: { BEGINDATE: day, CLOSEDATE: due, ...dates } });
    return { ...record, fields: { [PAID_SUM]: paidSum } };
  });
  const buyers = invoices.map(({ id }, index): [number, Buyer] => [
    id,
    { inn: '', name: 'А', ...billed[index]?.buyer },
  ]);
  return reportOf({ invoices, buyers: Object.fromEntries(buyers), stages }).brief;
}

export function summary({ billed, older, ...given }: Case): SheetPlan {
  const facts = {
    ...{ stages: STAGES, today: '2026-04-05' as IsoDate, periodField: 'BEGINDATE' as FieldName },
    payment: { dueDateField: 'CLOSEDATE' as FieldName, dueDays: 0, paidSumField: PAID_SUM },
    period: { from: '2026-04-01' as IsoDate, to: '2026-04-30' as IsoDate },
    ...given,
  };
  const brief = linesOf(billed, facts.stages);
  const debts =
    older === undefined ? null : debtsOf({ ...facts, brief, older: linesOf(older, facts.stages) });
  return summarySheet(summaryOf({ ...facts, brief, debts }), {
    ...{ today: facts.today, period: facts.period, periodFieldTitle: 'Дата счёта' },
    hasOlderDebts: older !== undefined,
  });
}

/** A row of the sheet, whose header is row 2. */
export function rowAt({ header, body }: SheetPlan, row: number): PlannedRow {
  const found = [header, ...body][row - 2];
  if (found === undefined) throw new RangeError(`expected a row ${row} of the sheet`);
  return found;
}

/** What the cells of rows show, but for empty rows. */
export const cellsIn = (plan: SheetPlan, from: number, to: number): readonly (readonly CellValue[])[] =>
  Array.from({ length: to - from + 1 }, (_, index) => rowAt(plan, from + index).values).filter((values) =>
    values.some((value) => value !== null),
  );

/** Of a block its labels, and what stands in one more column. */
export const column = (plan: SheetPlan, rows: readonly [number, number], place: number): readonly unknown[] =>
  cellsIn(plan, ...rows).map((values) => [values[0], values[place]]);

/** First and last line of each block, its titles apart. */
export const LINES = {
  months: [6, 17],
  ages: [20, 25],
  buyers: [28, 38],
  stages: [41, 52],
  currencies: [55, 59],
} as const;
