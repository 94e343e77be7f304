/** What a finished refresh tells its user: the counts on the first line, then a line for each thing to look at. */
import { baselineRequests, savedPercent } from '../domain/savings';
import type { Run } from '../state/run';
import { refreshTexts } from '../texts/refresh-texts';
import { remarksOf } from '../report/remarks';
import type { ExecutedReport } from './RefreshExecution';

/** How many lines tell of single invoices, unless more are needed for one of each kind. */
const SHOWN_ISSUES = 5;
/** Fewer invoices by less than this are no wonder, however few there were. */
const REMARKABLE_LOSS = 10;

/** @param isListKept whether «Состояние» shows the notices that this does not */
export function doneMessage(
  executed: ExecutedReport,
  run: Pick<Run, 'briefOnly' | 'requests'>,
  isListKept: boolean,
): string {
  const { lines, untold } = remarksOf(executed.report.issues, SHOWN_ISSUES);
  const more = isListKept ? refreshTexts.moreNoticesKept : refreshTexts.moreNotices;
  const rest = untold > 0 ? [more(untold)] : [];
  return [countsLine(executed, run), ...reportNotices(executed), ...lines, ...rest].join('\n');
}

/** The notices alone: so many on single invoices, or more where each kind has to have one. */
export function noticesOf(executed: ExecutedReport, most: number): readonly string[] {
  const { lines, untold } = remarksOf(executed.report.issues, most);
  const rest = untold > 0 ? [refreshTexts.noticesLeftOut(untold)] : [];
  return [...reportNotices(executed), ...lines, ...rest];
}

function countsLine(
  { report, isPortalEmpty }: ExecutedReport,
  { briefOnly, requests }: Pick<Run, 'briefOnly' | 'requests'>,
) {
  const invoices = report.brief.length;
  if (invoices === 0) return isPortalEmpty ? refreshTexts.noSmartInvoices() : refreshTexts.noInvoices();
  const done = refreshTexts.done({ invoices, rows: briefOnly ? null : report.productRowCount, requests });
  const saved = Math.floor(savedPercent(requests, baselineRequests(invoices, briefOnly ? 1 : 2)));
  return saved > 0 ? `${done} ${refreshTexts.saved(saved)}` : done;
}

function reportNotices({ report, profile, invoicesBefore }: ExecutedReport): string[] {
  const now = report.brief.length;
  const isLoss =
    invoicesBefore !== null && now < invoicesBefore / 2 && invoicesBefore - now >= REMARKABLE_LOSS;
  return [
    ...(isLoss ? [refreshTexts.fewerInvoices(invoicesBefore, now)] : []),
    ...(profile?.admin === false ? [refreshTexts.partialView()] : []),
  ];
}
