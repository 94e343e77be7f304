/** A report with what became of its texts on the sheets. */
import type { InvoiceId } from '../domain/ids';
import type { SheetKind } from '../domain/sheet-kind';
import { issueTexts, VALUE_TITLES } from '../texts/sheet-texts';
import { IssueList } from './IssueList';
import { cutText } from './planned-rows';
import { ownCompanyName, ownCompanyOf, type OwnCompanies } from './own-company';
import type { BriefLine, InvoiceHead, Report } from './report-model';
import type { SheetPlan } from './SheetPlan';

/** A cell of a sheet, by its zero-based place in the table, the header's row being 0. */
interface Place {
  readonly row: number;
  readonly column: number;
  /** What it should show. */
  readonly text: string;
}

/** What sheets show beside the report. */
interface Beside {
  /** Invoices outside the report. */
  readonly older: readonly BriefLine[];
  readonly ownCompanies: OwnCompanies;
}

/** Adds an issue for each invoice that has such a cell on one of the sheets. */
export function withAlteredTexts(
  report: Report,
  beside: Beside,
  plans: readonly Pick<SheetPlan, 'sheet' | 'columns'>[],
  altered: ReadonlyMap<SheetKind, readonly Place[]>,
): Report {
  const alteredOf = new Map<InvoiceId, Set<string>>();
  for (const { sheet, columns } of plans) {
    const places = altered.get(sheet) ?? [];
    if (places.length === 0) continue;
    const headsOf = HEADS[sheet](report, beside);
    for (const place of places) {
      const title = columns[place.column]?.title;
      if (title === undefined) continue;
      for (const { invoice } of headsOf(place, title))
        alteredOf.set(invoice.id, (alteredOf.get(invoice.id) ?? new Set()).add(title));
    }
  }
  if (alteredOf.size === 0) return report;
  const titles = new Set(plans.flatMap(({ columns }) => columns.map(({ title }) => title)));
  const issues = new IssueList(report.issues);
  for (const { head } of [...report.brief, ...beside.older]) {
    const columns = alteredOf.get(head.invoice.id);
    if (columns === undefined) continue;
    const inOrder = [...titles].filter((title) => columns.has(title));
    issues.add('textAltered', head.invoice, (name) => issueTexts.textAltered(name, inOrder));
  }
  return { ...report, issues: issues.list() };
}

/** The invoices whose text a cell under a title should show; none for that of a title or a total. */
type HeadsOf = (place: Place, title: string) => readonly InvoiceHead[];

const HEADS: Readonly<Record<SheetKind, (report: Report, beside: Beside) => HeadsOf>> = {
  brief: ({ brief }) => byRow(brief.map(({ head }) => head)),
  detail: ({ detail }) =>
    byRow(detail.flatMap(({ head, lines }) => (lines === 'unavailable' ? [head] : lines.map(() => head)))),
  summary: toldElsewhere,
  debts: byText,
  vat: byTextOrCompany,
  checks: byText,
  changes: byText,
};

const byRow =
  (heads: readonly InvoiceHead[]): HeadsOf =>
  ({ row }) =>
    heads.slice(Math.max(0, row - 1), row);

/** Its buyers stand on «Краткий» too, where a column bears their name. */
function toldElsewhere(): HeadsOf {
  return () => [];
}

/** Lines of these sheets are of many invoices. */
function byText({ brief }: Report, { older }: Pick<Beside, 'older'>): HeadsOf {
  const heads = [...brief, ...older].map(({ head }) => head);
  return ({ text }) =>
    heads.filter(({ invoice, buyer: { inn, name, kpp = '' } }) =>
      [invoice.accountNumber, inn, name, kpp].some((one) => cutText(one) === text),
    );
}

/** A column of its own names the company that bills, and is of the report alone. */
function byTextOrCompany(report: Report, beside: Beside): HeadsOf {
  const ofBuyer = byText(report, beside);
  const heads = report.brief.map(({ head }) => head);
  const isBilledBy = (name: string, { invoice }: InvoiceHead): boolean =>
    cutText(ownCompanyName(ownCompanyOf(invoice), beside.ownCompanies) ?? '') === name;
  return (place, title) =>
    title === VALUE_TITLES.ownCompany
      ? heads.filter((head) => isBilledBy(place.text, head))
      : ofBuyer(place, title);
}
