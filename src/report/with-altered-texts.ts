/** A report with what became of its texts on the sheets. */
import type { InvoiceId } from '../domain/ids';
import type { SheetKind } from '../domain/sheet-kind';
import { issueTexts } from '../texts/sheet-texts';
import { IssueList } from './IssueList';
import type { InvoiceHead, Report } from './report-model';
import type { SheetPlan } from './SheetPlan';

/** A cell of a sheet, by its zero-based place in the table, the header's row being 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** Adds an issue for each invoice that has such a cell on one of the sheets. */
export function withAlteredTexts(
  report: Report,
  plans: readonly Pick<SheetPlan, 'sheet' | 'columns'>[],
  altered: ReadonlyMap<SheetKind, readonly Place[]>,
): Report {
  const alteredOf = new Map<InvoiceId, Set<string>>();
  for (const { sheet, columns } of plans) {
    const places = altered.get(sheet) ?? [];
    const heads = places.length === 0 ? [] : headsOf(report, sheet);
    for (const { row, column } of places) {
      const [head, title] = [heads[row - 1], columns[column]?.title];
      // A title and the label of a total are of no invoice.
      if (head === undefined || title === undefined) continue;
      const { id } = head.invoice;
      alteredOf.set(id, (alteredOf.get(id) ?? new Set()).add(title));
    }
  }
  if (alteredOf.size === 0) return report;
  const titles = new Set(plans.flatMap(({ columns }) => columns.map(({ title }) => title)));
  const issues = new IssueList(report.issues);
  for (const { head } of report.brief) {
    const columns = alteredOf.get(head.invoice.id);
    if (columns === undefined) continue;
    const inOrder = [...titles].filter((title) => columns.has(title));
    issues.add('textAltered', head.invoice, (name) => issueTexts.textAltered(name, inOrder));
  }
  return { ...report, issues: issues.list() };
}

/** The invoice of each row below the header. */
function headsOf({ brief, detail }: Report, sheet: SheetKind): readonly InvoiceHead[] {
  if (sheet === 'brief') return brief.map(({ head }) => head);
  if (sheet !== 'detail') return [];
  return detail.flatMap(({ head, lines }) => (lines === 'unavailable' ? [head] : lines.map(() => head)));
}
