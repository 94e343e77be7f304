/** What one refresh tells of the last one: lines whose amounts are, by currency, the change of the total. */
import type { CurrencyCode, InvoiceId } from '../domain/ids';
import { compareCurrencies } from '../report/currencies';
import { changeTexts as TEXTS } from '../texts/change-texts';
import { negated, SumsByCurrency } from './amounts';
import { amountOf, comparableIn, invoiceEvents, tell, type Told } from './invoice-events';
import type { JournalLine, OpenQuestion } from './journal';
import type { KnownInvoice, KnownReport } from './known-report';
import { createdSince, fateOf, isSameSelection, lastSeen, wasCreated, type Whereabouts } from './whereabouts';
import type { StageOf } from './stages';

export interface Comparison {
  readonly before: KnownReport;
  readonly now: KnownReport;
  readonly whereabouts: Whereabouts;
  readonly stageOf: StageOf;
  /** Whether all has been asked that can be; else what is not known stays open. */
  readonly isAllAsked: boolean;
}

type LineOf = (told: Told, more?: Partial<JournalLine>) => JournalLine;

/** The journal's first lines: how many invoices of each currency there are, and their total. */
export function begun(now: KnownReport): readonly JournalLine[] {
  const counts = new Map<CurrencyCode, number>();
  for (const { currency } of now.invoices.values()) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const totals = new Map(totalsOf(now).list());
  const first = (count: number): Told => tell('begun', '', TEXTS.invoices(count));
  const lines = [...counts]
    .sort(([a], [b]) => compareCurrencies(a, b))
    .map(([currency, count]) => ({ ...first(count), amount: totals.get(currency) ?? 0, currency }));
  return (lines.length === 0 ? [{ ...first(0), amount: 0 }] : lines).map((line) => ({
    ...now.noticedAt,
    ...line,
  }));
}

/** Lines of the whole report, then those of the invoices by id. */
export function changesSince(comparison: Comparison): readonly JournalLine[] {
  const { before, now } = comparison;
  const ids = [...new Set([...before.invoices.keys(), ...now.invoices.keys()])].sort((a, b) => a - b);
  const ofInvoices = ids.flatMap((id) => linesOf(id, comparison));
  if (isSameSelection(before.selection, now.selection)) return ofInvoices;
  return [...selectionLines(before, now, ofInvoices), ...ofInvoices];
}

function linesOf(id: InvoiceId, comparison: Comparison): readonly JournalLine[] {
  const { before, now } = comparison;
  const [earlier, later] = [before.invoices.get(id), now.invoices.get(id)];
  if (later === undefined) return earlier === undefined ? [] : goneLines(id, earlier, comparison);
  const lineOf = lineAbout(id, later, now);
  if (earlier === undefined) return cameLines(id, later, comparison, lineOf);
  const comparable = comparableIn(before.fields, now.fields);
  return invoiceEvents(earlier, later, comparable, now.noticedAt.day).map((event) =>
    lineOf(event, sumOf(later)),
  );
}

/** What the invoice is of now. */
const sumOf = ({ sum, currency }: KnownInvoice): Partial<JournalLine> =>
  sum === null ? {} : { sum, sumCurrency: currency };

const lineAbout =
  (id: InvoiceId, { number, buyer }: KnownInvoice, { noticedAt }: KnownReport): LineOf =>
  (told, more = {}) => ({ ...noticedAt, ...told, ...{ id, number, buyer }, ...more });

/** One that is gone by another selection alone is part of what no line explains. */
function goneLines(
  id: InvoiceId,
  earlier: KnownInvoice,
  { before, now, whereabouts, stageOf, isAllAsked }: Comparison,
): readonly JournalLine[] {
  if (!isSameSelection(before.selection, now.selection)) return [];
  const lineOf = lineAbout(id, earlier, now);
  const amount = { ...amountOf(earlier.sum, -1), currency: earlier.currency };
  const seen = lastSeen(earlier, before.selection);
  const found = whereabouts.get(id);
  const fate = found === undefined ? null : fateOf(seen, found, stageOf);
  if (fate !== null) return [lineOf(fate, amount)];
  const open = { lastSeen: seen };
  return [isAllAsked ? lineOf(leastOf(open), amount) : lineOf(tell('left'), { ...amount, open })];
}

/** After another selection only what was created since is told. */
function cameLines(
  id: InvoiceId,
  later: KnownInvoice,
  { before, now, whereabouts, isAllAsked }: Comparison,
  lineOf: LineOf,
): readonly JournalLine[] {
  const amount = { ...amountOf(later.sum, 1), currency: later.currency, ...sumOf(later) };
  const found = whereabouts.get(id);
  if (!isSameSelection(before.selection, now.selection)) {
    const after = before.toldAt === null ? null : before.toldAt.time + 1;
    return wasCreated(after, found) === true ? [lineOf(tell('created'), amount)] : [];
  }
  const since = createdSince(before);
  const isNew = wasCreated(since, found);
  if (isNew === null && since !== null && !isAllAsked) {
    const open = { createdSince: since };
    return [lineOf(tell('entered'), { ...amount, open })];
  }
  return [lineOf(tell(isNew === true ? 'created' : 'entered'), amount)];
}

/** What can be said of it without having been told more. */
export const leastOf = ({ lastSeen: seen }: OpenQuestion): Told =>
  seen === undefined ? tell('entered') : tell('left', TEXTS.day(seen.day));

/** That another selection was chosen, and what that alone has changed of the totals. */
function selectionLines(
  before: KnownReport,
  now: KnownReport,
  explained: readonly JournalLine[],
): readonly JournalLine[] {
  const rest = totalsOf(now);
  for (const [currency, total] of totalsOf(before).list()) rest.add(currency, negated(total));
  for (const { currency, amount } of explained)
    if (currency !== undefined && amount !== undefined) rest.add(currency, negated(amount));
  const from = TEXTS.selection(before.selection);
  const to = TEXTS.selection(now.selection);
  return [
    { ...now.noticedAt, ...tell('selection', from, to) },
    ...rest
      .list()
      .filter(([, amount]) => Number(amount) !== 0)
      .map(([currency, amount]) => ({ ...now.noticedAt, ...tell('selection'), amount, currency })),
  ];
}

function totalsOf({ invoices }: KnownReport): SumsByCurrency {
  const totals = new SumsByCurrency();
  for (const { currency, sum } of invoices.values()) if (sum !== null) totals.add(currency, sum);
  return totals;
}
