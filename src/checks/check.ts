/** What a check is, and how its module says one. */
import type { FieldName, InvoiceId, IsoDate } from '../domain/ids';
import type { InvoiceRecord, ProductRow, StageRecord, StageSemantics } from '../domain/records';
import type { Buyer } from '../report/buyer';
import type { BriefLine, DetailLine } from '../report/report-model';
import type { PaymentFields, Standing } from '../report/standing';
import { checkDetails } from '../texts/check-texts';

/** In the order of the lines. */
export const IMPORTANCES = ['error', 'warning', 'remark'] as const;

export type Importance = (typeof IMPORTANCES)[number];

/** An invoice with all that checks go by. Days of shipment and payment are those that count as such. */
export interface CheckedInvoice {
  readonly invoice: InvoiceRecord;
  readonly buyer: Buyer;
  readonly line: BriefLine;
  readonly lines: readonly DetailLine[] | 'unavailable';
  readonly standing: Standing;
  /** null where the portal does not know it. */
  readonly stage: StageRecord | null;
  readonly semantics: StageSemantics;
  readonly invoicedOn: IsoDate | null;
  readonly shippedOn: IsoDate | null;
  readonly paidOn: IsoDate | null;
}

export interface CheckFacts {
  /** By id. */
  readonly invoices: readonly CheckedInvoice[];
  readonly payment: PaymentFields & { readonly paymentDateField: FieldName | '' };
  readonly today: IsoDate;
  /** How the field with due dates is called. */
  readonly dueDateTitle: string;
  /** The columns in which a text of the invoice is cut. */
  readonly cutColumns: ReadonlyMap<InvoiceId, readonly string[]>;
}

/** What a check says of an invoice, or of one of its rows. */
export interface Said {
  readonly details: string;
  /** Where it is another than the check's. */
  readonly importance?: Importance;
  readonly row?: ProductRow | null;
}

export interface Check {
  readonly importance: Importance;
  /** Looks at the whole report before it is asked about each invoice. */
  readonly of: (facts: CheckFacts) => (checked: CheckedInvoice) => readonly Said[];
}

type Answer = Said | string | null;

const saidIn = (answer: Answer): readonly Said[] => {
  if (answer === null) return [];
  return [typeof answer === 'string' ? { details: answer } : answer];
};

/** @param say what is wrong with an invoice; null where nothing is */
export const ofInvoice = (
  importance: Importance,
  say: (checked: CheckedInvoice, facts: CheckFacts) => Answer,
): Check => ({ importance, of: (facts) => (checked) => saidIn(say(checked, facts)) });

/** The same where one invoice alone does not tell. */
export const ofReport = (
  importance: Importance,
  sayOf: (facts: CheckFacts) => (checked: CheckedInvoice) => string | null,
): Check => ({
  importance,
  of: (facts) => {
    const say = sayOf(facts);
    return (checked) => saidIn(say(checked));
  },
});

/** @param say what is wrong with a row, as it goes on behind the row's name */
export const ofRows = (
  importance: Importance,
  say: (row: ProductRow, line: DetailLine, checked: CheckedInvoice) => Answer,
): Check => ({
  importance,
  of: () => (checked) =>
    linesOf(checked).flatMap((line, index) => {
      const { row } = line;
      if (row === null) return [];
      return saidIn(say(row, line, checked)).map((said) => ({
        ...said,
        details: checkDetails.ofRow(index + 1, row.name, said.details),
        row,
      }));
    }),
});

/** None where they could not be read. */
export const linesOf = ({ lines }: CheckedInvoice): readonly DetailLine[] =>
  lines === 'unavailable' ? [] : lines;
