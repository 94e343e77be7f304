/**
 * The fetching half of a report: everything it needs to know of the CRM, and the report made of it. Nothing of
 * the spreadsheet is touched here.
 */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import { mayFilterWrongly } from '../bitrix24/list-filter';
import { PortalReads } from '../bitrix24/PortalReads';
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import type { FieldRecord, InvoiceRecord, ProfileRecord } from '../domain/records';
import { query } from '../domain/query';
import { DataProcessor } from '../report/DataProcessor';
import type { Report } from '../report/report-model';
import { belongsToReport, isLeftOut, type SemanticsOf } from '../report/invoice-filter';
import type { Settings } from '../settings/Settings';
import { needsFieldTypes, neededDateFields, shownField, typedDateFields } from './date-fields';
import type { Fetcher } from './Fetcher';
import { gather, type Gathered, type SheetKind } from './gather';
import { ask, type Task } from '../domain/task';

/** What is fixed when a refresh starts and holds to its end. */
export interface ReportOrder {
  readonly sheets: readonly SheetKind[];
  readonly settings: Settings;
  readonly period: Period;
  /** In the spreadsheet's time zone. */
  readonly today: IsoDate;
  /** The last report of these settings had invoices, so that none at all is suspicious. */
  readonly expectsInvoices: boolean;
}

export interface CollectedReport {
  readonly report: Report;
  readonly profile: ProfileRecord | null;
  /** What the portal says of its fields; empty where only standard fields are used. */
  readonly fields: readonly FieldRecord[];
}

/**
 * @param facts is filled while the report is fetched; the fetcher's `beforeWave` may look at it
 * @throws Bitrix24Error, and whatever the fetcher's `beforeWave` throws
 */
export function collectReport(order: ReportOrder, fetcher: Fetcher, facts: Gathered): CollectedReport {
  const { settings, period, sheets } = order;
  const names = neededDateFields(settings);
  const fieldPeriod = { field: settings.periodField, ...period };
  const fields: readonly FieldRecord[] = needsFieldTypes(names)
    ? fetchOne(fetcher, new PortalReads({ period: fieldPeriod, dateFields: [] }), ask(query('fields')))
    : [];
  const reads = new PortalReads({ period: fieldPeriod, dateFields: typedDateFields(names, fields) });
  const criteria = { ...settings, period };
  const plan = {
    sheets,
    mayFilterWrongly: mayFilterWrongly(fieldPeriod),
    belongs: (invoice: InvoiceRecord, semantics: SemanticsOf) =>
      belongsToReport(invoice, criteria, semantics),
    isLeftOut: (invoice: InvoiceRecord, semantics: SemanticsOf) => isLeftOut(invoice, criteria, semantics),
  };
  fetcher.start(gather(plan, facts, (task) => fetcher.start(task)));
  fetcher.run(reads);
  if (facts.invoices.length === 0 && order.expectsInvoices) refuseBlindness(fetcher, reads);
  const report = new DataProcessor(settings, order.today).process({
    invoices: facts.invoices,
    leftOut: { invoices: facts.leftOut, field: shownField(settings.periodField, fields) },
    buyerOf: (id) => known(facts.buyers, id),
    rowsOf: sheets.includes('detail') ? (id) => known(facts.rows, id) : null,
    stages: facts.stages,
  });
  return { report, profile: facts.profile, fields };
}

/** An empty list may mean that nothing is there or that nothing may be seen any more. */
function refuseBlindness(fetcher: Fetcher, reads: PortalReads): void {
  const total = fetchOne(fetcher, reads, ask(query('total')));
  if (total === 0) throw new Bitrix24Error('invisible');
}

function fetchOne<T>(fetcher: Fetcher, reads: PortalReads, task: Task<T>): T {
  const answers: T[] = [];
  fetcher.start(
    (function* (): Task {
      answers.push(yield* task);
    })(),
  );
  fetcher.run(reads);
  return answers[0] as T;
}

/** When the fetcher has run to its end, every invoice has its facts. */
function known<K, V>(facts: ReadonlyMap<K, V>, key: K): V {
  const value = facts.get(key);
  if (value === undefined) throw new Error('A fact of the report is missing');
  return value;
}
