/** The main job, from settings to a workbook: builds the add-on, runs it in the simulator, saves the spreadsheet. */
import path from 'node:path';
import { Project, RealHttp, realClock, Simulator } from '../../simulator';
import { saveWorkbook, SpreadsheetModel, SpreadsheetUser } from '../../simulator/spreadsheet';
import { baselineRequests, savedPercent } from '../../src/domain/savings';
import { buildDistribution, writeDistribution } from '../../bundler/distribution';
import { CommandError } from '../CommandError';
import { CountingHttp } from './CountingHttp';
import { leaveOutAges } from './leave-out-ages';
import { progressView } from './ProgressView';
import { runRefresh } from './run-refresh';
import type { RefreshStatistics } from './statistics';
import { summary } from './summary';
import { TIME_ZONE } from './time-zone';
import { isTooLong, pastLimit } from './workbook-limits';

export interface ReportJob {
  readonly settings: unknown;
  readonly out: string;
  readonly briefOnly: boolean;
}

const DIST = 'dist';
const FIRST_SHEET = 'Лист1';
const FOOTER = 'Лист &P из &N';

/** Writes the workbook and prints a summary. @throws CommandError; then `out` is as it was */
export async function makeReport({ settings, out, briefOnly }: ReportJob): Promise<RefreshStatistics> {
  const startedAt = Date.now();
  writeDistribution(DIST, await buildDistribution(process.cwd(), { published: false }));
  const http = new CountingHttp(new RealHttp());
  const spreadsheet = new SpreadsheetModel({ timeZone: TIME_ZONE, locale: 'ru_RU' });
  const project = Project.fromFolder(path.resolve(DIST));
  const simulator = new Simulator({ project, http, clock: realClock, spreadsheet });
  const view = progressView(process.stdout);
  let outcome;
  try {
    outcome = runRefresh(simulator, settings, briefOnly, {
      onProgress: (progress) => view.show(progress),
      isTooLong: () => isTooLong(spreadsheet),
      pastLimit: (limit) => pastLimit(limit, out),
    });
  } finally {
    view.close();
  }
  // A new spreadsheet has one empty sheet of its own, which nobody wants in the workbook.
  const user = new SpreadsheetUser(spreadsheet);
  user.delete(FIRST_SHEET);
  // What is hidden is the add-on's memory, which no later refresh would find in the file.
  for (const { name, hidden } of [...spreadsheet.sheets]) if (hidden) user.delete(name);
  leaveOutAges(spreadsheet);
  await saveWorkbook(spreadsheet, out, { footer: FOOTER }).catch(() => {
    throw new CommandError(`Не удалось записать файл ${out}. Проверьте папку и права на неё.`);
  });
  const baseline = baselineRequests(outcome.invoices, briefOnly ? 1 : 2);
  const statistics = {
    invoices: outcome.invoices,
    rows: outcome.rows,
    requests: { total: http.total, byMethod: http.byMethod },
    cache: outcome.cache,
    baselineRequests: baseline,
    savedPercent: savedPercent(http.total, baseline),
    durationMs: Date.now() - startedAt,
  };
  console.log(summary(statistics, outcome, out));
  return statistics;
}
