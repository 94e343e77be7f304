/** Since when each remark has been on the sheet, which no sheet tells: it is remembered from refresh to refresh. */
import type { CheckName } from '../domain/check-names';
import { addDays } from '../domain/calendar-day';
import type { IsoDate } from '../domain/ids';

/** Plain JSON. */
export interface SeenFinding {
  readonly check: CheckName;
  readonly invoiceId: number;
  /** null where it is about the whole invoice. */
  readonly rowId: number | null;
  readonly since: IsoDate;
  /** The day of the last refresh that showed it. */
  readonly shownOn: IsoDate;
}

type Found = Pick<SeenFinding, 'check' | 'invoiceId' | 'rowId'>;

export interface SeenFacts<Finding extends Found> {
  /** No two of one check, invoice and row. */
  readonly findings: readonly Finding[];
  /** What the last refresh left; null where nobody remembers it. */
  readonly earlier: readonly SeenFinding[] | null;
  readonly today: IsoDate;
  readonly reported: ReadonlySet<number>;
  readonly skipped: readonly CheckName[];
}

export interface FirstSeen<Finding extends Found> {
  readonly findings: readonly (Finding & Pick<SeenFinding, 'since'>)[];
  /** For the next refresh. */
  readonly seen: readonly SeenFinding[];
  /** How many were not there at the last refresh, and how many are no longer. */
  readonly added: number;
  readonly gone: number;
}

/** For so long an invoice outside the report keeps the days of its remarks. */
const KEPT_DAYS = 100;

/** A remark keeps its day until it is seen to be gone, or its check is not made. */
export function firstSeen<Finding extends Found>(facts: SeenFacts<Finding>): FirstSeen<Finding> {
  const { findings, earlier, today, reported, skipped } = facts;
  const remembered = (earlier ?? []).filter(({ check }) => !skipped.includes(check));
  const isFresh = ({ shownOn }: SeenFinding): boolean => addDays(shownOn, KEPT_DAYS) >= today;
  // What the last refresh showed stands there still, however long ago that was; what it did not show was outside.
  const lastShown = remembered.reduce((last, { shownOn }) => (shownOn > last ? shownOn : last), '');
  const known = new Map(
    remembered
      .filter((seen) => seen.shownOn === lastShown || isFresh(seen))
      .map((seen) => [keyOf(seen), seen]),
  );
  const dated = findings.map((finding) => ({
    ...finding,
    since: known.get(keyOf(finding))?.since ?? today,
  }));
  const now = dated.map(({ check, invoiceId, rowId, since }): SeenFinding => ({
    ...{ check, invoiceId, rowId, since },
    shownOn: today,
  }));
  const added = now.filter((seen) => !known.has(keyOf(seen))).length;
  for (const seen of now) known.delete(keyOf(seen));
  const left = [...known.values()];
  const outside = left.filter(({ invoiceId }) => !reported.has(invoiceId));
  return {
    findings: dated,
    seen: [...now, ...outside.filter(isFresh)],
    added: earlier === null ? 0 : added,
    gone: left.length - outside.length,
  };
}

const keyOf = ({ check, invoiceId, rowId }: Found): string => `${check} ${invoiceId} ${rowId ?? ''}`;
