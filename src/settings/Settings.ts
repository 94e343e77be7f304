/** The add-on's settings as every other module sees them. The webhook is a secret and travels apart from them. */
import type { CheckName } from '../domain/check-names';
import type { BriefColumnName, DetailColumnName } from '../domain/column-names';
import type { FieldName } from '../domain/ids';
import type { PeriodSetting } from '../domain/period';
import { CLOSING_DATE, INVOICE_DATE } from '../domain/portal';

/** The date fields of every portal: one may put an invoice into the period, one may tell when it is to be paid. */
export const STANDARD_DATE_FIELDS: readonly FieldName[] = [INVOICE_DATE, CLOSING_DATE];

/** Hours between unattended refreshes; 0 is off. */
export const SCHEDULE_HOURS = [0, 1, 2, 4, 6, 8, 12, 24] as const;

/** Which invoices «Долги» tells: none, unpaid ones of the report, or those outside its period too. */
export const DEBTS_SHEETS = ['off', 'period', 'all'] as const;

export type DebtsSheet = (typeof DEBTS_SHEETS)[number];

export type ScheduleHours = (typeof SCHEDULE_HOURS)[number];

/** The settings that decide which invoices a report holds. */
export interface InvoiceSettings {
  /** `from` and `to` are null unless the preset is `custom`. */
  readonly period: PeriodSetting;
  /** The date that puts an invoice into the period. */
  readonly periodField: FieldName;
  /** Leave out invoices in stages with semantics `F`. */
  readonly excludeFailed: boolean;
}

/** Those that decide what the sheets show: of other ones it is another report. */
export interface ReportSettings extends InvoiceSettings {
  /** The user field with the shipment date; `''` where none is chosen. */
  readonly shipmentDateField: FieldName | '';
  /** The user field with the payment date; `''` where none is chosen. */
  readonly paymentDateField: FieldName | '';
  /** Further columns of «Краткий» and of «Полный», in this order; no name twice. */
  readonly briefColumns: readonly BriefColumnName[];
  readonly detailColumns: readonly DetailColumnName[];
  /** From which date the due date is counted. */
  readonly dueDateField: FieldName;
  /** Days after it. */
  readonly dueDays: number;
  /** The user field with what the buyer has paid so far; `''` where the portal keeps none. */
  readonly paidSumField: FieldName | '';
  /** Columns of «Краткий» that belong to the people. */
  readonly noteColumns: number;
  readonly debtsSheet: DebtsSheet;
  /** Whether «Долги» has a line for each invoice under its buyer. */
  readonly debtsByInvoice: boolean;
  readonly vatSheet: boolean;
  readonly checksSheet: boolean;
  /** Checks that «Проверка данных» does not make; no name twice. */
  readonly skippedChecks: readonly CheckName[];
  readonly changesSheet: boolean;
  readonly summarySheet: boolean;
}

/** The others say how the report is fetched, and when. */
export interface Settings extends ReportSettings {
  /** A whole number from 0, which keeps nothing across executions, to `CACHE_LIFE_MAX_SECONDS`. */
  readonly cacheTtlSeconds: number;
  readonly scheduleHours: ScheduleHours;
  /** The portal's plan allows 250 requests at once and 5 a second instead of 50 and 2. */
  readonly enterpriseLimits: boolean;
}

/** What a page gets: the settings and the masked webhook, `''` where this person's webhook is not in use. */
export interface SettingsView extends Settings {
  readonly webhookUrl: string;
}

export const DEFAULT_SETTINGS: Settings = {
  period: { preset: 'quarter', from: null, to: null },
  periodField: INVOICE_DATE,
  shipmentDateField: '',
  paymentDateField: '',
  briefColumns: [],
  detailColumns: [],
  dueDateField: CLOSING_DATE,
  dueDays: 0,
  paidSumField: '',
  noteColumns: 0,
  debtsSheet: 'off',
  debtsByInvoice: true,
  vatSheet: false,
  checksSheet: false,
  skippedChecks: [],
  changesSheet: false,
  summarySheet: false,
  excludeFailed: true,
  cacheTtlSeconds: 300,
  scheduleHours: 0,
  enterpriseLimits: false,
};

export const invoiceSettings = (settings: InvoiceSettings): InvoiceSettings => {
  const { period, periodField, excludeFailed } = settings;
  return { period, periodField, excludeFailed };
};

export const reportSettings = (settings: ReportSettings): ReportSettings => {
  const { shipmentDateField, paymentDateField, briefColumns, detailColumns } = settings;
  const { dueDateField, dueDays, paidSumField, noteColumns } = settings;
  const { debtsSheet, debtsByInvoice, vatSheet } = settings;
  const { checksSheet, skippedChecks, changesSheet, summarySheet } = settings;
  return {
    ...invoiceSettings(settings),
    ...{ shipmentDateField, paymentDateField, briefColumns, detailColumns },
    ...{ dueDateField, dueDays, paidSumField, noteColumns },
    ...{ debtsSheet, debtsByInvoice, vatSheet },
    ...{ checksSheet, skippedChecks, changesSheet, summarySheet },
  };
};
