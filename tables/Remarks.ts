/** What people have to know of invoices, in bounded memory: of each kind the first ones and how many there are. */
import { ISSUE_KINDS, type Issue, type IssueKind } from '../src/report/report-model';
import { issueTexts } from '../src/texts/sheet-texts';
import { tableTexts } from './texts';

/** Sentences that are told of each kind. */
const TOLD = 5;

interface Kept {
  readonly first: Issue[];
  count: number;
}

export class Remarks {
  private readonly kinds = new Map<IssueKind, Kept>();
  private readonly tooLarge: string[] = [];
  private tooLargeCount = 0;
  /** What was told last: lines of one invoice come one after the other. */
  private latest = { invoice: '', columns: new Set<string>() };

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const kept = this.kinds.get(issue.kind) ?? { first: [], count: 0 };
      this.kinds.set(issue.kind, kept);
      kept.count += 1;
      if (kept.first.length < TOLD) kept.first.push(issue);
    }
  }

  /** Numbers of an invoice have more digits than their column; told once, of however many lines. */
  addTooLarge(invoice: string, column: string): void {
    if (this.latest.invoice !== invoice) this.latest = { invoice, columns: new Set() };
    const { columns } = this.latest;
    if (columns.has(column)) return;
    columns.add(column);
    this.tooLargeCount += 1;
    if (this.tooLarge.length < TOLD) this.tooLarge.push(tableTexts.tooLarge(invoice, column));
  }

  lines(): readonly string[] {
    const told = [...this.tooLarge, ...ISSUE_KINDS.flatMap((kind) => this.linesOf(kind))];
    const ofKopecks = this.kinds.get('offByKopecks')?.count ?? 0;
    const all = [...this.kinds.values()].reduce((sum, { count }) => sum + count, this.tooLargeCount);
    const untold = all - told.length - Math.max(0, ofKopecks - 1);
    return untold > 0 ? [...told, tableTexts.more(untold)] : told;
  }

  /** Kopecks are told in one line, however many invoices they are about. */
  private linesOf(kind: IssueKind): readonly string[] {
    const { first, count } = this.kinds.get(kind) ?? { first: [], count: 0 };
    if (kind !== 'offByKopecks' || count === 0) return first.map(({ sentence }) => sentence);
    return [issueTexts.offByKopecks(count, [...new Set(first.map(({ invoice }) => invoice))])];
  }
}
