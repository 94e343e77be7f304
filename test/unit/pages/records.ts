/** What the server answers, as the tests of the pages need it. */
import type { ConnectionReport } from '../../../src/connection/ConnectionCheck';
import type { ShownField } from '../../../src/connection/describe-portal';
import { NO_RUN, progressOf, type FinishedRun, type Progress } from '../../../src/state/run';
import type { Status } from '../../../src/state/status';

/** A moment in the reader's own time zone, whatever that is where the tests run. */
export const localTime = (year: number, month: number, day: number, hours = 0, minutes = 0): Date =>
  new Date(year, month - 1, day, hours, minutes);

export const aProgress = (change: Partial<Progress> = {}): Progress => ({ ...progressOf(NO_RUN), ...change });

export const aRun = (change: Partial<FinishedRun> = {}): FinishedRun => ({
  startedAt: '2026-11-22T10:00:00.000Z',
  finishedAt: '2026-11-22T10:01:12.000Z',
  by: 'Иванова Мария',
  how: 'schedule',
  state: 'done',
  message: 'Готово: 120 счетов на сумму 1\u00a0200,00\u00a0₽, все оплачены. Строк с товарами: 480.',
  invoices: 120,
  rows: 480,
  requests: 34,
  hits: 1208,
  ...change,
});

export const aStatus = (change: Partial<Status> = {}): Status => ({
  version: '1.2.3',
  owner: null,
  isOwner: false,
  lastSuccess: null,
  lastAttempt: null,
  nextRun: null,
  waiting: null,
  generation: 'unknown',
  reconcile: null,
  runs: [],
  ...change,
});

export const aField = (name: string, change: Partial<ShownField> = {}): ShownField => ({
  name,
  title: name,
  type: 'date',
  samples: [],
  proposedFor: null,
  ...change,
});

export const aReport = (change: Partial<ConnectionReport> = {}): ConnectionReport => ({
  ok: true,
  problem: null,
  portal: 'example.bitrix24.ru',
  user: { id: '1', name: 'Иванова Мария', admin: true },
  scopes: ['crm'],
  invoicesVisible: 21,
  offset: '+03:00',
  fields: [],
  stages: [],
  warnings: [],
  ...change,
});
