/** The report as tables for an analyst's engine: the same client and report, in a process instead of a spreadsheet. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { realClock, RealHttp } from '../../simulator';
import type { IsoDate } from '../../src/domain/ids';
import { baselineRequests, savedPercent } from '../../src/domain/savings';
import { SentenceError } from '../../src/domain/SentenceError';
import { DEFAULT_SETTINGS } from '../../src/settings/Settings';
import { validateSettings } from '../../src/settings/validate-settings';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { makeTables, type TablesJob } from '../../tables/make-tables';
import type { TablesForm } from '../../tables/target';
import { tableTexts } from '../../tables/texts';
import { CommandError } from '../CommandError';
import { CountingHttp } from './CountingHttp';
import { fetchOver } from './fetch-over-http';
import { refusedSettings } from './refused-settings';
import { addCounts, NO_COUNTS, type RefreshStatistics } from './statistics';
import { costs } from './summary';
import { tablesProgressView } from './TablesProgressView';
import { TIME_ZONE } from './time-zone';

export interface TablesReportJob {
  readonly settings: unknown;
  readonly out: string;
  readonly form: TablesForm;
  readonly readsWhole: boolean;
}

/** What a file's name asks for; null for a workbook. */
export function formOf(out: string): TablesForm | null {
  const forms: Readonly<Record<string, TablesForm>> = { '.parquet': 'parquet', '.duckdb': 'duckdb' };
  return forms[path.extname(out).toLowerCase()] ?? null;
}

/** Writes the tables and prints a summary. @throws CommandError; then what was at `out` is as it was */
export async function makeTablesReport(job: TablesReportJob): Promise<RefreshStatistics> {
  const startedAt = Date.now();
  const { out, form, readsWhole } = job;
  const http = new CountingHttp(new RealHttp());
  const view = tablesProgressView(process.stdout, () => Date.now());
  const made = await makeTables({
    ...connection(job.settings),
    target: { form, out },
    ...{ readsWhole, http: fetchOver(http), clock: realClock, random: Math.random, newId: randomUUID },
    log: { info: () => undefined, warn: () => undefined },
    today: today(),
    onProgress: (progress) => view.show(progress),
  })
    .catch((error: unknown) => {
      throw error instanceof SentenceError ? new CommandError(error.message) : error;
    })
    .finally(() => view.close());
  const { invoices, rows, since, isWholeView, remarks, cache } = made;
  const baseline = baselineRequests(invoices, 2);
  const statistics = {
    ...{ invoices, rows },
    requests: { total: http.total, byMethod: http.byMethod },
    cache: cache.reduce(addCounts, NO_COUNTS),
    baselineRequests: baseline,
    savedPercent: savedPercent(http.total, baseline),
    durationMs: Date.now() - startedAt,
  };
  const lines = [
    invoices === 0 ? refreshTexts.noInvoices() : tableTexts.done(invoices, rows),
    since === null ? tableTexts.whole() : tableTexts.since(since.changed, since.gone),
    ...(isWholeView ? [] : [refreshTexts.partialView()]),
    ...remarks,
    tableTexts.standsIn(form, out),
    ...costs(statistics),
  ];
  console.log(lines.join('\n'));
  return statistics;
}

/** @throws CommandError where the settings are refused, or name no webhook */
function connection(input: unknown): Pick<TablesJob, 'settings' | 'webhook'> {
  const checked = validateSettings(input, DEFAULT_SETTINGS, null);
  if (!checked.ok) throw new CommandError(refusedSettings(checked.errors));
  const { settings, webhook } = checked;
  if (webhook.kind !== 'replaced') throw new CommandError(tableTexts.noWebhook());
  return { settings, webhook: webhook.webhook };
}

/** Presets are periods of the same zone as in a workbook of the command line. */
const today = (): IsoDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(Date.now()) as IsoDate;
