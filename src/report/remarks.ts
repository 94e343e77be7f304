/** The issues of a report as the lines that people read: all of them, or the first of each kind. */
import { issueTexts } from '../texts/sheet-texts';
import { ISSUE_KINDS, type Issue, type IssueKind } from './report-model';

export interface Remarks {
  readonly lines: readonly string[];
  /** How many issues none of the lines tells. */
  readonly untold: number;
}

/**
 * @param issues in the order in which they are told
 * @param most lines, as long as each kind has one
 * @param mostNamed invoices that one line names
 */
export function remarksOf(issues: readonly Issue[], most = Infinity, mostNamed = most): Remarks {
  const kinds = ISSUE_KINDS.map((kind) => linesOf(issues, kind, mostNamed)).filter(
    ({ length }) => length > 0,
  );
  let free = Math.max(0, most - kinds.length);
  const lines = kinds.flatMap(([first = '', ...others]) => {
    const more = others.slice(0, free);
    free -= more.length;
    return [first, ...more];
  });
  const all = kinds.reduce((sum, { length }) => sum + length, 0);
  return { lines, untold: all - lines.length };
}

/** Kopecks are told in one line, however many invoices they are about: they are many and of little weight. */
function linesOf(issues: readonly Issue[], kind: IssueKind, mostNamed: number): readonly string[] {
  const ofKind = issues.filter((issue) => issue.kind === kind);
  if (kind !== 'offByKopecks' || ofKind.length === 0) return ofKind.map(({ sentence }) => sentence);
  const invoices = [...new Set(ofKind.map(({ invoice }) => invoice))];
  return [issueTexts.offByKopecks(invoices.length, invoices.slice(0, mostNamed))];
}
