/** What the note of «Долги» says of the sheet itself. */
import type { IsoDate } from '../domain/ids';
import { debtsTexts as TEXTS } from '../texts/further-sheet-texts';

/** How fields are called; null for one that is not chosen. */
interface NotedFields {
  readonly dueDate: string;
  readonly paymentDate: string | null;
  readonly paidSum: string | null;
}

export interface NotedFacts {
  readonly today: IsoDate;
  readonly dueDays: number;
  /** Whether invoices outside the period are wanted. */
  readonly scope: 'period' | 'all';
  readonly fieldTitles: NotedFields;
}

export function debtsNote({ today, scope, dueDays, fieldTitles }: NotedFacts): readonly string[] {
  const { dueDate, paymentDate, paidSum } = fieldTitles;
  return [
    TEXTS.today(today),
    TEXTS.scope[scope],
    TEXTS.dueDate(dueDate, dueDays),
    paymentDate === null ? TEXTS.unpaidByStage : TEXTS.unpaidByField(paymentDate),
    paidSum === null ? TEXTS.noPaidSums : TEXTS.paidSum(paidSum),
  ];
}
