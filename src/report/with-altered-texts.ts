/** A report with what became of its texts on the sheets. */
import type { InvoiceId } from '../domain/ids';
import { DETAIL_HEADER, type TextColumn } from '../texts/sheet-texts';
import { IssueList } from './IssueList';
import type { InvoiceHead, Report } from './report-model';
import type { SheetPlan } from './SheetPlan';

/** A cell of a sheet, by its zero-based place in the table, the header's row being 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const [NUMBER, INN, BUYER, PRODUCT_NAME] = DETAIL_HEADER;
/** As both sheets begin. */
const TEXT_COLUMNS: readonly TextColumn[] = [NUMBER, INN, BUYER, PRODUCT_NAME];

/** Adds an issue for each invoice that has such a cell on one of the sheets. */
export function withAlteredTexts(
  report: Report,
  altered: ReadonlyMap<SheetPlan['sheet'], readonly Place[]>,
): Report {
  const columnsOf = new Map<InvoiceId, Set<number>>();
  for (const [sheet, places] of altered) {
    const heads = places.length === 0 ? [] : headsOf(report, sheet);
    for (const { row, column } of places) {
      const head = heads[row - 1];
      // A title and the label of a total are of no invoice.
      if (head === undefined) continue;
      columnsOf.set(head.invoiceId, (columnsOf.get(head.invoiceId) ?? new Set()).add(column));
    }
  }
  if (columnsOf.size === 0) return report;
  const issues = new IssueList(report.issues);
  for (const { head } of report.brief) {
    const columns = columnsOf.get(head.invoiceId);
    if (columns === undefined) continue;
    const titles = TEXT_COLUMNS.filter((_, column) => columns.has(column));
    issues.textAltered({ id: head.invoiceId, accountNumber: head.number }, titles);
  }
  return { ...report, issues: issues.list() };
}

/** The invoice of each row below the header. */
function headsOf({ brief, detail }: Report, sheet: SheetPlan['sheet']): readonly InvoiceHead[] {
  if (sheet === 'brief') return brief.map(({ head }) => head);
  return detail.flatMap(({ head, lines }) => (lines === 'unavailable' ? [head] : lines.map(() => head)));
}
