/** What is wrong with the invoices of a report, since when, before anything is laid out in cells. */
import { CHECK_NAMES, type CheckName } from '../domain/check-names';
import type { FieldName, InvoiceId, IsoDate } from '../domain/ids';
import { INVOICE_DATE } from '../domain/portal';
import type { StageRecord } from '../domain/records';
import { dayOfBusiness } from '../report/day-of-business';
import { semanticsOf } from '../report/invoice-filter';
import type { BriefLine, Report } from '../report/report-model';
import { standingOf, type PaymentFields } from '../report/standing';
import { IMPORTANCES, type CheckedInvoice, type CheckFacts, type Importance } from './check';
import { CHECKS } from './checks';
import { firstSeen, type SeenFinding } from './first-seen';

export interface ChecksFacts {
  /** With product rows. */
  readonly report: Pick<Report, 'brief' | 'detail' | 'issues'>;
  readonly stages: readonly StageRecord[];
  readonly payment: PaymentFields & {
    readonly shipmentDateField: FieldName | '';
    readonly paymentDateField: FieldName | '';
  };
  readonly today: IsoDate;
  /** How the field with due dates is called. */
  readonly dueDateTitle: string;
  /** How a column of that title is called in a sentence. */
  readonly shownColumn: (title: string) => string;
  readonly skipped: readonly CheckName[];
  /** What the last refresh of the sheet left; null where nobody remembers it. */
  readonly earlier: readonly SeenFinding[] | null;
}

export interface Finding {
  readonly check: CheckName;
  readonly importance: Importance;
  readonly invoiceId: InvoiceId;
  readonly rowId: number | null;
  readonly details: string;
  readonly line: BriefLine;
  readonly since: IsoDate;
}

export interface Checks {
  /** By importance, then by check, invoice and row. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Importance, number>>;
  /** How many are new since the last refresh of the sheet, and how many are no longer there. */
  readonly added: number;
  readonly gone: number;
  /** How many checks are not made. */
  readonly skipped: number;
  /** For the next refresh. */
  readonly seen: readonly SeenFinding[];
}

export function checksOf(facts: ChecksFacts): Checks {
  const { report, today, skipped, earlier } = facts;
  const found = foundBy(facts);
  const reported = new Set<number>(report.brief.map(({ head }) => head.invoice.id));
  const { findings, seen, added, gone } = firstSeen({ findings: found, earlier, today, reported, skipped });
  const countOf = (wanted: Importance): number =>
    findings.filter(({ importance }) => importance === wanted).length;
  return {
    ...{ findings, seen, added, gone, skipped: skipped.length },
    counts: { error: countOf('error'), warning: countOf('warning'), remark: countOf('remark') },
  };
}

function foundBy(facts: ChecksFacts): readonly Omit<Finding, 'since'>[] {
  const checkFacts = factsOfChecks(facts);
  const made = CHECK_NAMES.filter((name) => !facts.skipped.includes(name));
  const found = made.flatMap((check) => {
    const { importance, of } = CHECKS[check];
    const say = of(checkFacts);
    return checkFacts.invoices.flatMap((checked) =>
      say(checked).map((said) => ({
        ...{ check, importance: said.importance ?? importance, details: said.details },
        ...{ invoiceId: checked.invoice.id, rowId: said.row?.id ?? null, line: checked.line },
      })),
    );
  });
  return IMPORTANCES.flatMap((importance) => found.filter((finding) => finding.importance === importance));
}

function factsOfChecks({
  report,
  stages,
  payment,
  today,
  dueDateTitle,
  shownColumn,
}: ChecksFacts): CheckFacts {
  const semantics = semanticsOf(stages);
  const stageById = new Map(stages.map((stage) => [stage.id, stage]));
  const linesById = new Map(report.detail.map(({ head, lines }) => [head.invoice.id, lines]));
  const invoices = report.brief.map((line): CheckedInvoice => {
    const { invoice, buyer } = line.head;
    const { id, stageId, dates } = invoice;
    const dayOf = (field: FieldName | ''): IsoDate | null =>
      field === '' ? null : dayOfBusiness(dates[field] ?? null);
    return {
      ...{ invoice, buyer, line, lines: linesById.get(id) ?? [] },
      standing: standingOf(invoice, line.isPaid, semantics(stageId), payment, today),
      ...{ stage: stageById.get(stageId) ?? null, semantics: semantics(stageId) },
      invoicedOn: dates[INVOICE_DATE] ?? null,
      shippedOn: dayOf(payment.shipmentDateField),
      paidOn: dayOf(payment.paymentDateField),
    };
  });
  const cutColumns = new Map(
    report.issues.flatMap(({ kind, invoiceId, columns = [] }) =>
      kind === 'textCut' ? [[invoiceId, columns.map(shownColumn)] as const] : [],
    ),
  );
  return { invoices, payment, today, dueDateTitle, cutColumns };
}
