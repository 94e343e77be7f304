/** From parsed answers to both sheet plans: everything the product does between the network and the spreadsheet. */
import type { DatedEnvelope } from '../../src/bitrix24/envelope';
import { readOf } from '../../src/bitrix24/queries';
import type { ListSettings } from '../../src/bitrix24/read-invoices';
import type { InvoiceId, IsoDate } from '../../src/domain/ids';
import type { InvoicePage, InvoiceRecord, ProductRows } from '../../src/domain/records';
import type { Answers, Query, QueryKind } from '../../src/domain/query';
import { carryOut } from '../../src/domain/task';
import { briefSheet } from '../../src/report/brief-sheet';
import { buyerOf, type Buyer } from '../../src/report/buyer';
import { DataProcessor, type ReportFields } from '../../src/report/DataProcessor';
import { detailSheet } from '../../src/report/detail-sheet';
import type { SheetPlan } from '../../src/report/SheetPlan';

export interface ParsedExchange {
  readonly queries: readonly Query[];
  readonly envelopes: readonly DatedEnvelope[];
}

const PORTAL = 'demo.bitrix24.ru';
const TODAY = '2026-05-20' as IsoDate;

export function sheetPlans(
  exchanges: readonly ParsedExchange[],
  list: ListSettings,
  fields: ReportFields,
): readonly SheetPlan[] {
  const answers = new Map<QueryKind, Map<number, unknown>>();
  for (const exchange of exchanges) decode(exchange, list, answers);
  const answersTo = <K extends QueryKind>(kind: K) =>
    (answers.get(kind) ?? new Map()) as ReadonlyMap<number, Answers[K]>;
  const pages = [...answersTo('invoices').values()] as InvoicePage[];
  const invoices = pages.flatMap(({ items }) => items);
  const buyers = buyersOf(invoices, answers);
  const rows = answersTo('rows');
  const report = new DataProcessor(fields, TODAY).process({
    invoices,
    leftOut: { invoices: [], field: '' },
    buyerOf: (id) => buyers.get(id) as Buyer,
    rowsOf: (id) => rows.get(id) as ProductRows,
    stages: answersTo('stages').get(0) ?? [],
  });
  const context = { portal: PORTAL, noteLines: [] };
  return [briefSheet(report, context), detailSheet(report, context)];
}

function decode(
  { queries, envelopes }: ParsedExchange,
  list: ListSettings,
  into: Map<QueryKind, Map<number, unknown>>,
): void {
  const read = readOf(queries, list);
  let step = read.next();
  for (const envelope of envelopes) step = read.next({ kind: 'answer', envelope });
  if (!step.done || step.value === 'again') throw new Error('the recorded answers do not suffice');
  const { kind } = queries[0] as Query;
  const ofKind = into.get(kind) ?? new Map<number, unknown>();
  into.set(kind, ofKind);
  for (const { query, answer } of step.value) ofKind.set(query.id, answer);
}

/** Every buyer of the sized data is named by the requisite that is linked to the invoice. */
function buyersOf(
  invoices: readonly InvoiceRecord[],
  answers: ReadonlyMap<QueryKind, ReadonlyMap<number, unknown>>,
): ReadonlyMap<InvoiceId, Buyer> {
  const answerTo = ({ kind, id }: Query): unknown => {
    const answer = answers.get(kind)?.get(id);
    if (answer === undefined) throw new Error(`nobody asked for ${kind} ${id}`);
    return answer;
  };
  return new Map(
    invoices.map((invoice) => [invoice.id, carryOut(buyerOf(invoice, invoice.updatedTime ?? ''), answerTo)]),
  );
}
