/** The sheets that look back: what they need of the last refresh of both sheets, and leave to the next. */
import { journalAfter, type JournalStep } from '../changes/journal-after';
import { knownReport, type EventFields, type Selection } from '../changes/known-report';
import { stagesNamed } from '../changes/stages';
import { checksOf, type Checks } from '../checks/checks-model';
import { idsToAsk, type KeptChanges, type Whereabouts } from '../changes/whereabouts';
import type { ReportMemory } from '../memory/ReportMemory';
import type { Report } from '../report/report-model';
import type { IsoDate } from '../domain/ids';
import type { Period } from '../domain/period';
import type { FieldRecord } from '../domain/records';
import type { MainSheet } from '../domain/sheet-kind';
import type { ReportSettings } from '../settings/Settings';
import { showsDueDates, shownColumn, shownField, shownUserFields, titleOfField } from './date-fields';
import type { Gathered, GatherPlan, Recall, Told } from './gather';

export interface LookedBack {
  readonly journal: JournalStep;
  readonly isJournalShown: boolean;
  /** null where «Проверка данных» is not made. */
  readonly checks: Checks | null;
  readonly memory: ReportMemory;
}

/** What is fixed when a refresh starts, and when it goes on: `09:15`, in the spreadsheet's time zone. */
interface Order {
  readonly sheets: readonly MainSheet[];
  readonly settings: ReportSettings;
  readonly period: Period;
  readonly today: IsoDate;
  readonly time: string;
  readonly recall: Pick<Recall, 'report'>;
}

interface Collected {
  readonly report: Report;
  readonly facts: Gathered;
  readonly told: Told;
  readonly fields: readonly FieldRecord[];
}

/** Without the sheet nothing is asked for: what became of invoices is then left open. */
export function vanishedFor(order: Order, fields: readonly FieldRecord[]): GatherPlan['vanished'] {
  const kept = keptChanges(order);
  if (!isMade(order, 'changesSheet')) return () => [];
  const selection = selectionOf(order, fields);
  return ({ invoices, stages }, told) => {
    const ids = new Set(invoices.map(({ id }) => id));
    return idsToAsk({ kept, selection, ids, told, stageOf: stagesNamed(stages) });
  };
}

export function lookBack(order: Order, collected: Collected): LookedBack {
  const { report, facts, told, fields } = collected;
  const { stages } = facts;
  const now = knownReport({
    toldAt: told.toldAt,
    noticedAt: { day: order.today, time: order.time },
    selection: selectionOf(order, fields),
    fields: eventFields(order),
    brief: report.brief,
    stages,
  });
  const known: Whereabouts = new Map([...told.invoices, ...facts.whereabouts]);
  const kept = keptChanges(order);
  const isJournalShown = isMade(order, 'changesSheet');
  const checks = checksFor(order, collected);
  const journal = journalAfter({ kept, now, told: known, stages, isShown: isJournalShown });
  return {
    ...{ journal, isJournalShown, checks },
    memory: { known: now, journal: journal.journal, seen: checks?.seen ?? seenBefore(order) },
  };
}

const seenBefore = ({ recall: { report } }: Order): ReportMemory['seen'] => report?.seen ?? null;

function checksFor(order: Order, { report, facts, fields }: Collected): Checks | null {
  if (!isMade(order, 'checksSheet')) return null;
  const { settings, today } = order;
  return checksOf({
    ...{ report, today, stages: facts.stages, payment: settings },
    dueDateTitle: shownField(settings.dueDateField, fields),
    shownColumn: (title) => shownColumn(title, fields),
    skipped: settings.skippedChecks,
    earlier: seenBefore(order),
  });
}

/** The brief sheet alone makes neither. */
const isMade = ({ settings, sheets }: Order, sheet: 'changesSheet' | 'checksSheet'): boolean =>
  settings[sheet] && sheets.includes('detail');

const keptChanges = ({ recall: { report } }: Order): KeptChanges | null =>
  report && { known: report.known, journal: report.journal };

function selectionOf({ settings, period }: Order, fields: readonly FieldRecord[]): Selection {
  const { periodField, excludeFailed } = settings;
  const periodFieldTitle = titleOfField(periodField, fields);
  return { from: period.from, to: period.to, periodField, periodFieldTitle, excludeFailed };
}

/** `''` for what was not asked for. */
function eventFields({ settings }: Order): EventFields {
  const { dueDateField, dueDays, shipmentDateField, paymentDateField, paidSumField } = settings;
  return {
    ...{ shipmentDateField, paymentDateField, dueDays },
    dueDateField: showsDueDates(settings) ? dueDateField : '',
    paidSumField: paidSumField !== '' && shownUserFields(settings).includes(paidSumField) ? paidSumField : '',
  };
}
