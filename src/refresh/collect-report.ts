/**
 * The fetching half of a report: everything it needs to know of the CRM, and the report made of it. Nothing of
 * the spreadsheet is touched here.
 */
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import { mayFilterWrongly } from '../bitrix24/list-filter';
import type { ListSettings } from '../bitrix24/read-invoices';
import { yearsBefore } from '../domain/calendar-day';
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import type { FieldRecord, ProfileRecord } from '../domain/records';
import type { MainSheet } from '../domain/sheet-kind';
import { query } from '../domain/query';
import { debtsOf, type Debts } from '../debts/debts-model';
import { DataProcessor } from '../report/DataProcessor';
import { furtherColumns, type FurtherColumns } from '../report/further-columns';
import { IssueList } from '../report/IssueList';
import { olderLines } from '../report/older-lines';
import type { BriefLine, Report } from '../report/report-model';
import { belongsToReport, isLeftOut, isPaid } from '../report/invoice-filter';
import type { Settings } from '../settings/Settings';
import {
  checkUserFields,
  furtherNames,
  goesByDebts,
  namesOfOwn,
  neededDateFields,
  needsFieldTypes,
  showsDueDates,
  shownField,
  shownUserFields,
  typedDateFields,
} from './date-fields';
import type { Fetcher } from './Fetcher';
import { gather, type Gathered, type GatherPlan, type Recall, type Told } from './gather';
import type { OlderPlan } from './gather-older';
import { lookBack, vanishedFor, type LookedBack } from './looking-back';
import { ask } from '../domain/task';

/** What is fixed when a refresh starts and holds to its end. */
export interface ReportOrder {
  readonly sheets: readonly MainSheet[];
  readonly settings: Settings;
  readonly period: Period;
  /** In the spreadsheet's time zone. */
  readonly today: IsoDate;
  /** Of the day when it goes on, in the same zone: `09:15`. */
  readonly time: string;
  readonly earlierInvoices: EarlierInvoices;
  readonly recall: Recall;
}

/** Where the last report had invoices: under these settings, under others only, or no report has had any yet. */
export type EarlierInvoices = 'here' | 'elsewhere' | 'none';

export interface CollectedReport {
  readonly report: Report;
  /** Unpaid invoices outside the report, by id; none where they are not wanted. */
  readonly older: readonly BriefLine[];
  /** null where «Долги» is not made. */
  readonly debts: Debts | null;
  /** null where only the brief sheet is made. */
  readonly lookedBack: LookedBack | null;
  readonly profile: ProfileRecord | null;
  /** Right of the eight of each sheet. */
  readonly columns: FurtherColumns;
  /** What the portal says of its fields; empty where only standard fields are used. */
  readonly fields: readonly FieldRecord[];
  /** The portal has no smart invoice at all; only asked where no report has had any. */
  readonly isPortalEmpty: boolean;
  readonly facts: Gathered;
  readonly told: Told;
  /** How the list was asked for. */
  readonly list: ListSettings;
}

/** @throws Bitrix24Error, and whatever the fetcher's `beforeWave` throws */
export function collectReport(order: ReportOrder, fetcher: Fetcher): CollectedReport {
  return reportOf(order, collectFacts(order, fetcher));
}

type Facts = Omit<CollectedReport, 'report' | 'older' | 'debts' | 'lookedBack' | 'profile' | 'columns'>;

/** Everything that the report needs to know, complete. */
export function collectFacts(order: ReportOrder, fetcher: Fetcher): Facts {
  const { settings, period, sheets, recall } = order;
  const { list, fields } = howListed(settings, period, fetcher);
  const criteria = { ...settings, period };
  const plan: GatherPlan = {
    sheets,
    recall,
    wantsPipelines: list.further?.includes('categoryId') ?? false,
    ownCompanies: namesOfOwn(settings, sheets.includes('detail')),
    mayFilterWrongly: mayFilterWrongly(list.period),
    belongs: (invoice, semantics) => belongsToReport(invoice, criteria, semantics),
    isLeftOut: (invoice, semantics) => isLeftOut(invoice, criteria, semantics),
    older: olderPlan(order),
    vanished: vanishedFor(order, fields),
  };
  const { facts, told } = fetcher.run(gather(plan, fetcher), list);
  // An empty list may mean that the period has none, that the portal has none, or that nothing may be seen any more.
  const isPortalEmpty = wouldTell(order, facts) && fetcher.run(ask(query('total')), list) === 0;
  if (isPortalEmpty && order.earlierInvoices === 'here') throw new Bitrix24Error('invisible');
  return { facts, told, list, fields, isPortalEmpty };
}

/**
 * How the list is to be read, which is known only when the types of its date fields are.
 * @returns with it what the portal says of its fields; nothing where only standard fields are needed
 * @throws Bitrix24Error where a field that the settings name is gone or does not fit
 */
export function howListed(
  settings: Settings,
  period: Period,
  fetcher: Pick<Fetcher, 'run'>,
): Pick<Facts, 'list' | 'fields'> {
  const names = neededDateFields(settings);
  const fieldPeriod = { field: settings.periodField, ...period };
  const [further, userFields] = [furtherNames(settings), shownUserFields(settings)];
  const fields = needsFieldTypes([...names, ...userFields])
    ? fetcher.run(ask(query('fields')), { period: fieldPeriod, dateFields: [] })
    : [];
  const list: ListSettings = {
    ...{ period: fieldPeriod, dateFields: typedDateFields(names, fields) },
    ...(further.length === 0 ? {} : { further }),
    ...(userFields.length === 0 ? {} : { fields: userFields }),
  };
  checkUserFields(settings, fields);
  return { list, fields };
}

/** The usual limitation period, in years. */
const LIMITATION_YEARS = 3;

function olderPlan(order: ReportOrder): OlderPlan | null {
  const { settings, today } = order;
  if (settings.debtsSheet !== 'all' || !makesDebts(order)) return null;
  return {
    since: yearsBefore(today, LIMITATION_YEARS),
    isPaid: (invoice, semantics) => isPaid(invoice, settings.paymentDateField, semantics),
  };
}

/** Whether a total of none would tell anything. Of a portal that is seen in part nobody can say that it is empty. */
const wouldTell = ({ earlierInvoices }: ReportOrder, { invoices, profile }: Gathered): boolean =>
  invoices.length === 0 &&
  (earlierInvoices === 'here' || (earlierInvoices === 'none' && profile?.admin === true));

export function reportOf(order: ReportOrder, collected: Facts): CollectedReport {
  const { settings, sheets, today } = order;
  const { facts, fields } = collected;
  const { invoices, leftOut, profile, stages } = facts;
  const columns = furtherColumns(settings, {
    ...{ ...facts, payment: settings, today, fields },
    goesByDebts: sheets.includes('detail') && goesByDebts(settings),
    showsVat: sheets.includes('detail') && settings.vatSheet,
  });
  const { shipmentDateField, paymentDateField, dueDateField } = settings;
  const dateFields = {
    ...{ shipmentDateField, paymentDateField },
    ...(showsDueDates(settings) ? { dueDateField } : {}),
  };
  const processor = new DataProcessor(dateFields, today);
  const report = processor.process({
    invoices,
    leftOut: { invoices: leftOut, field: shownField(settings.periodField, fields) },
    buyerOf: (id) => known(facts.buyers, id),
    rowsOf: sheets.includes('detail') ? (id) => known(facts.rows, id) : null,
    stages,
    further: columns,
  });
  const ofDebts = new DataProcessor({ ...dateFields, shipmentDateField: '' }, today);
  const older = olderLines(ofDebts, { ...facts, payment: settings });
  const issues = new IssueList([...report.issues, ...older.issues]).list();
  const owed = { brief: report.brief, older: older.lines, stages, payment: settings, today };
  const debts = makesDebts(order) ? debtsOf(owed) : null;
  const lookedBack = sheets.includes('detail') ? lookBack(order, { ...collected, report }) : null;
  return {
    ...collected,
    ...{ report: { ...report, issues }, older: older.lines },
    ...{ debts, lookedBack, profile, columns },
  };
}

/** The brief sheet alone makes no «Долги». */
const makesDebts = ({ settings, sheets }: Pick<ReportOrder, 'settings' | 'sheets'>): boolean =>
  settings.debtsSheet !== 'off' && sheets.includes('detail');

/** When the fetcher has run to its end, every invoice has its facts. */
export function known<K, V>(facts: ReadonlyMap<K, V>, key: K): V {
  const value = facts.get(key);
  if (value === undefined) throw new Error('A fact of the report is missing');
  return value;
}
