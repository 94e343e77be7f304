/**
 * How an execution ends, as a state and a sentence: the only place that turns an error into a sentence. Two signals end
 * it early and are no errors: they are thrown between two requests, and deliberately no `SentenceError`.
 */
import { Bitrix24Error, isThrottled } from '../bitrix24/Bitrix24Error';
import type { Checks } from '../checks/checks-model';
import { overdueIn } from '../debts/overdue';
import { SentenceError } from '../domain/SentenceError';
import { remarksOf } from '../report/remarks';
import { totalsByCurrency } from '../report/totals';
import { WriterError } from '../sheets/WriterError';
import type { ReportCounts, Run } from '../state/run';
import { outcomeTexts, type CheckOutcome } from '../texts/outcome-texts';
import { readingTexts } from '../texts/reading-texts';
import type { PauseReason } from '../texts/ending-texts';
import { refreshTexts } from '../texts/refresh-texts';
import { sentenceFor } from '../texts/sentence-for';
import type { GeneratedReport } from './ReportGenerator';
import type { Ending } from './run-events';
import { isHopeless } from './run-standing';

/** How many lines tell of single invoices, unless more are needed for one of each kind. */
const SHOWN_ISSUES = 5;

export interface ExecutedReport extends GeneratedReport {
  /** Of the last report of the same settings, null without one. */
  readonly invoicesBefore: number | null;
  /** Of how many invoices the portal has told something where it was asked for changes. */
  readonly lookedThrough: number;
}

/** The execution's time is nearly up; what was fetched is kept, and another execution goes on. */
export class PauseSignal extends Error {
  override readonly name = 'PauseSignal';

  constructor(readonly reason: PauseReason) {
    super();
  }
}

/** Someone asked for it. */
export class CancelSignal extends Error {
  override readonly name = 'CancelSignal';
}

/** Why another execution shall go on; null where none shall. */
export function pauseReason(error: unknown): PauseReason | null {
  if (error instanceof PauseSignal) return error.reason;
  return isThrottled(error) ? 'limits' : null;
}

/** @param isListKept whether «Состояние» shows the notices that the message does not */
export function doneBy(executed: ExecutedReport, run: Run, isListKept: boolean): Ending {
  const more = isListKept ? refreshTexts.moreNoticesKept : refreshTexts.moreNotices;
  const message = [
    summary(executed, run),
    ...outcomesOf(executed),
    ...told(executed, SHOWN_ISSUES, 0, more),
  ].join('\n');
  return { state: 'done', message, checkedAt: executed.checkedAt };
}

/** A line for each further sheet that has something to tell. */
function outcomesOf({ debts, lookedBack }: ExecutedReport): readonly string[] {
  const overdue = debts === null ? null : overdueIn(debts);
  const checks = lookedBack?.checks ?? null;
  const changes = lookedBack?.isJournalShown === true ? lookedBack.journal.changes : 0;
  return [
    ...(overdue === null ? [] : [outcomeTexts.overdue(overdue)]),
    ...(checks === null ? [] : [outcomeTexts.checks(outcomeOf(checks))]),
    ...(changes === 0 ? [] : [outcomeTexts.changes(changes)]),
  ];
}

const outcomeOf = ({ counts, added, gone }: Checks): CheckOutcome => ({
  ...{ errors: counts.error, fresh: added, gone },
});

/** Errors of our own carry their sentence; the text of any other may quote the webhook's address. */
export function endedBy(
  error: unknown,
  { phase, setbacks }: Pick<Run, 'phase' | 'setbacks'>,
  isPublished: boolean,
): Ending {
  if (error instanceof CancelSignal) return { state: 'cancelled', message: refreshTexts.cancelled() };
  const reason = pauseReason(error);
  if (reason !== null) return { state: 'paused', message: refreshTexts.paused(reason, isPublished), reason };
  return {
    state: 'failed',
    message: sentenceFor(error, unknownReason(phase === 'write', isHopeless({ setbacks }))),
    mayPass: mayPass(error),
    isConnectionBroken: error instanceof Bitrix24Error && error.kind === 'connection',
  };
}

function unknownReason(isWriting: boolean, isRepeated: boolean): string {
  if (!isWriting) return refreshTexts.unforeseen();
  return isRepeated ? refreshTexts.writingKeepsFailing() : refreshTexts.writingInterrupted();
}

/** For the log. */
export function errorName(error: unknown): string {
  if (error instanceof Bitrix24Error || error instanceof WriterError) return `${error.name} ${error.code}`;
  if (error instanceof PauseSignal) return `${error.name} ${error.reason}`;
  return error instanceof CancelSignal ? error.name : 'unforeseen';
}

/**
 * Whether a later execution may succeed without anybody's doing. What is no error of ours is Google's, or unforeseen:
 * both may pass. Our own sentences ask somebody to do something, but for those of a portal in trouble.
 */
function mayPass(error: unknown): boolean {
  return error instanceof Bitrix24Error ? error.kind === 'passing' : !(error instanceof SentenceError);
}

/** A smaller drop is not worth reporting. */
const REMARKABLE_LOSS = 10;

/** The notices alone: so many on single invoices, or more where each kind has to have one. */
export const noticesOf = (executed: ExecutedReport, most: number): readonly string[] =>
  told(executed, most, most, refreshTexts.noticesLeftOut);

function told(
  executed: ExecutedReport,
  most: number,
  mostNamed: number,
  more: (untold: number) => string,
): string[] {
  const { lines, untold } = remarksOf(executed.report.issues, most, mostNamed);
  return [...reportNotices(executed), ...lines, ...(untold > 0 ? [more(untold)] : [])];
}

function summary(executed: ExecutedReport, run: Pick<Run, 'briefOnly' | 'requests'>): string {
  const { report, isPortalEmpty } = executed;
  const { brief, totals, productRowCount } = report;
  if (brief.length === 0) return isPortalEmpty ? refreshTexts.noSmartInvoices() : refreshTexts.noInvoices();
  const unpaid = brief.filter(({ isPaid }) => !isPaid).map(({ head }) => head.invoice);
  const done = refreshTexts.done({
    invoices: brief.length,
    sums: totals,
    unpaid: unpaid.length === 0 ? [] : totalsByCurrency(unpaid),
    rows: run.briefOnly ? null : productRowCount,
  });
  return `${done} ${readingOf(executed, run)}`;
}

const readingOf = ({ told, lookedThrough }: ExecutedReport, { requests }: Pick<Run, 'requests'>): string =>
  told.wholeFor === null ? readingTexts.changes(lookedThrough, requests) : readingTexts.whole(told.wholeFor);

function reportNotices({ report, profile, invoicesBefore, chartsRefused }: ExecutedReport): string[] {
  const now = report.brief.length;
  const isLoss =
    invoicesBefore !== null && now < invoicesBefore / 2 && invoicesBefore - now >= REMARKABLE_LOSS;
  return [
    ...(isLoss ? [refreshTexts.fewerInvoices(invoicesBefore, now)] : []),
    ...(profile?.admin === false ? [refreshTexts.partialView()] : []),
    ...(chartsRefused ? [refreshTexts.chartsRefused()] : []),
  ];
}

/** What a finished refresh has brought. */
export const countsOf = (generated: ExecutedReport | null): ReportCounts | undefined =>
  generated === null
    ? undefined
    : { invoices: generated.report.brief.length, rows: generated.report.productRowCount };
