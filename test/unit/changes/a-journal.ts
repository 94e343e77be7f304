/** Refreshes of a portal in a few facts, one after another: what matters is said, the rest is ordinary. */
import { changesSheet } from '../../../src/changes/changes-sheet';
import { journalAfter, type JournalStep } from '../../../src/changes/journal-after';
import { decodeKnown, encodeKnown } from '../../../src/changes/kept-known';
import { knownReport, type KnownReport } from '../../../src/changes/known-report';
import { stagesNamed } from '../../../src/changes/stages';
import { idsToAsk, type FoundInvoice, type KeptChanges } from '../../../src/changes/whereabouts';
import type { FieldName, InvoiceId, IsoDate } from '../../../src/domain/ids';
import type { FieldValue, InvoiceRecord, StageRecord } from '../../../src/domain/records';
import { belongsToReport, semanticsOf } from '../../../src/report/invoice-filter';
import type { CellValue, SheetPlan } from '../../../src/report/SheetPlan';
import { reportOf } from '../report/a-report';
import { anInvoice, aStage, type InvoiceFacts } from '../report/builders';

export const SHIPPED = 'UF_CRM_SHIPPED' as FieldName;
export const PAID_ON = 'UF_CRM_PAID_ON' as FieldName;
const PAID_SUM = 'UF_CRM_PAID_SUM' as FieldName;
export const CREATED_EARLIER = '2026-01-10T10:00:00+03:00';

export const STAGES: readonly StageRecord[] = [
  { ...aStage('N', 'P'), name: 'Новый' },
  { ...aStage('P', 'P'), name: 'Отправлен' },
  { ...aStage('S', 'S'), name: 'Оплачен' },
  { ...aStage('F', 'F'), name: 'Не оплачен' },
];

export interface Invoice extends InvoiceFacts {
  readonly id: number;
  readonly buyer?: string;
  readonly inn?: string;
  readonly createdTime?: string | null;
  readonly paidSum?: FieldValue;
  readonly unreadable?: InvoiceRecord['unreadable'];
}

/** The portal and the settings at the moment of a refresh of both sheets. */
export interface Moment {
  /** All that the portal has. */
  readonly invoices: readonly Invoice[];
  readonly stages?: readonly StageRecord[];
  readonly selection?: Partial<Record<keyof KnownReport['selection'], string | boolean>>;
  readonly fields?: Partial<Record<keyof KnownReport['fields'], string | number>>;
  readonly today?: string;
  readonly time?: string;
  /** When the portal was asked, ISO time. */
  readonly at?: string;
  readonly isShown?: boolean;
}

export interface Refreshed {
  readonly kept: KeptChanges;
  readonly step: JournalStep;
  readonly asked: readonly number[];
  readonly plan: SheetPlan;
}

const SELECTION = {
  from: '2026-01-01',
  to: '2026-03-31',
  periodField: 'BEGINDATE',
  periodFieldTitle: 'Дата счёта',
  excludeFailed: true,
};
const FIELDS = {
  dueDateField: 'CLOSEDATE',
  dueDays: 0,
  shipmentDateField: SHIPPED,
  paymentDateField: '',
  paidSumField: '',
};

function recordOf({ createdTime, paidSum, unreadable, ...facts }: Invoice): InvoiceRecord {
  const plain = anInvoice({ accountNumber: String(facts.id), stageId: 'N', ...facts });
  return {
    ...plain,
    ...(createdTime === undefined ? { createdTime: CREATED_EARLIER } : { createdTime }),
    ...(paidSum === undefined ? {} : { fields: { [PAID_SUM]: paidSum } }),
    ...(unreadable === undefined ? {} : { unreadable }),
  };
}

/** A refresh as those do that keep a memory: list, what is asked by id, comparison. */
export function refreshed(kept: KeptChanges | null, moment: Moment): Refreshed {
  const { invoices, stages = STAGES, today = '2026-03-10', time = '09:15', isShown = true } = moment;
  const selection = { ...SELECTION, ...moment.selection } as KnownReport['selection'];
  const fields = { ...FIELDS, ...moment.fields } as KnownReport['fields'];
  const records = new Map(invoices.map((invoice) => [invoice.id as InvoiceId, recordOf(invoice)]));
  const dayOf = ({ dates }: InvoiceRecord): string => dates[selection.periodField] ?? '';
  // The list holds failed invoices and templates too, and tells when each was made only where somebody wants to know.
  const told = new Map<InvoiceId, FoundInvoice | null>(
    [...records]
      .filter(([, record]) => dayOf(record) >= selection.from && dayOf(record) <= selection.to)
      .map(([id, { createdTime = null, ...record }]) => [id, isShown ? { ...record, createdTime } : record]),
  );
  const criteria = { ...selection, period: selection };
  const belonging = [...records.values()].filter((record) =>
    belongsToReport(record, criteria, semanticsOf(stages)),
  );
  const ids = new Set(belonging.map(({ id }) => id));
  const stageOf = stagesNamed(stages);
  const asked = isShown ? idsToAsk({ kept, selection, ids, told, stageOf }) : [];
  for (const id of asked) told.set(id, records.get(id) ?? null);
  const buyers = Object.fromEntries(
    invoices.map(({ id, buyer = 'ООО «Ромашка»', inn = '7707083893' }) => [id, { name: buyer, inn }]),
  );
  const { shipmentDateField, paymentDateField } = fields;
  const { brief } = reportOf({
    ...{ buyers, stages, shipmentDateField, paymentDateField },
    invoices: belonging,
  });
  const at = Date.parse(moment.at ?? `${today}T${time}:00+03:00`);
  const now = knownReport({
    ...{ brief, stages, selection, fields },
    toldAt: { time: at, offset: 180, askedAt: at },
    noticedAt: { day: today as IsoDate, time },
  });
  const step = journalAfter({ kept, now, told, stages, isShown });
  return {
    kept: {
      known: decodeKnown(asKept(encodeKnown(now, NOTHING_KNOWN)), NOTHING_KNOWN),
      journal: asKept(step.journal),
    },
    step,
    asked,
    plan: changesSheet(step, 'example.bitrix24.ru'),
  };
}

const NOTHING_KNOWN = new Map();

/** As a memory gives it back. */
const asKept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One refresh after another; what each has come to. */
export function refreshes(...moments: readonly Moment[]): readonly Refreshed[] {
  const all: Refreshed[] = [];
  for (const moment of moments) all.push(refreshed(all[all.length - 1]?.kept ?? null, moment));
  return all;
}

export const shown = ({ plan }: Refreshed): readonly (readonly CellValue[])[] =>
  plan.body.map(({ values }) => values);

/** What the last refresh has told: invoice, event, before, after, change of the sum, sum. */
export function told(...moments: readonly Moment[]): readonly (readonly CellValue[])[] {
  const last = refreshes(...moments)[moments.length - 1] as Refreshed;
  return shown(last)
    .slice(0, last.step.changes)
    .map(([invoice = null, , , event = null, before = null, after = null, , amount = null, sum = null]) => [
      ...[invoice, event, before, after, amount, sum],
    ]);
}
