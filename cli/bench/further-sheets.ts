/**
 * What further sheets add to a refresh of 1,000 invoices with 400 unpaid ones: requests where nothing is known and
 * within the TTL, calls of the sheet service where nothing changed and where the tables are written.
 */
import { addCompanyBuyer } from '../../portal/data/buyers';
import type { PortalData } from '../../portal/data/PortalData';
import { Random } from '../../portal/data/Random';
import type { World } from '../../world/make-world';
import { MEDIUM } from './all-series';
import { EDITS } from './edits';
import { measureRefresh, type Measurement } from './measure-refresh';
import { listed, worldOf, type Series } from './series';
import { sheetCalls } from './sheet-calls';
import { shown, type Column } from './table';

/** What a refresh takes more than one of «Краткий» and «Полный» alone. */
export interface Costs {
  readonly cold: number;
  readonly withinTtl: number;
  readonly callsUnchanged: number;
  readonly callsWritten: number;
}

export interface FurtherRow {
  readonly sheets: string;
  readonly costs: Costs;
  /** docs/architecture.md, «What a refresh costs». */
  readonly atMost: Costs;
}

interface Choice {
  readonly sheets: string;
  readonly settings: object;
  /** Of the calls either what is added, or what the whole refresh takes. */
  readonly atMost: Costs | ((alone: Costs) => Costs);
}

const SERIES: Series = {
  ...{ size: MEDIUM, buyers: 'linked', generation: 'mid', enterprise: false, kind: 'all refreshes' },
};
/** Of the period's invoices so many of ten are in an open stage. */
const OPEN_OF_TEN = 3;
/** Outside the period, and their buyers, whom nobody else has. */
const OLDER = { invoices: 100, buyers: 40, day: '2025-11-03', seed: 44 };
const PAID = 'DT31_7:P';
/** Shorter than the TTL, and longer than what is new is held for unfinished. */
const PAUSE = 600_000;
const LONG_TTL_SECONDS = 6 * 3_600;

const CALLS = { callsUnchanged: 20, callsWritten: 36 };
const NO_REQUESTS = { cold: 0, withinTtl: 0 };
const ALL_ON = {
  ...{ debtsSheet: 'period', vatSheet: true, checksSheet: true, changesSheet: true, summarySheet: true },
  briefColumns: ['id', 'kpp', 'stage', 'status', 'dueDate', 'overdueDays', 'debt', 'created'],
  detailColumns: ['unit', 'vatRate', 'stage'],
  noteColumns: 5,
};
const CHOICES: readonly Choice[] = [
  {
    sheets: '«Долги» of the period',
    settings: { debtsSheet: 'period' },
    atMost: { ...NO_REQUESTS, ...CALLS },
  },
  {
    sheets: '«Долги» of all unpaid',
    settings: { debtsSheet: 'all' },
    atMost: { cold: 12, withinTtl: 9, ...CALLS },
  },
  { sheets: '«НДС»', settings: { vatSheet: true }, atMost: { ...NO_REQUESTS, ...CALLS } },
  {
    sheets: '«Проверка данных»',
    settings: { checksSheet: true },
    atMost: { ...NO_REQUESTS, callsUnchanged: 20, callsWritten: 38 },
  },
  {
    sheets: '«Изменения»',
    settings: { changesSheet: true },
    atMost: { ...NO_REQUESTS, callsUnchanged: 20, callsWritten: 38 },
  },
  {
    sheets: '«Сводка»',
    settings: { summarySheet: true },
    atMost: { ...NO_REQUESTS, callsUnchanged: 21, callsWritten: 36 },
  },
  {
    sheets: 'all of them, with columns and notes',
    settings: ALL_ON,
    atMost: ({ callsUnchanged, callsWritten }) => ({
      ...{ cold: 3, withinTtl: 0 },
      ...{ callsUnchanged: 145 - callsUnchanged, callsWritten: 270 - callsWritten },
    }),
  },
];

/** Runs the bundle in `dist/`. */
export function furtherRows(): readonly FurtherRow[] {
  const alone = costsOf({});
  return CHOICES.map(({ sheets, settings, atMost }) => ({
    ...{ sheets, atMost: typeof atMost === 'function' ? atMost(alone) : atMost },
    costs: combined(costsOf(settings), alone, (cost, less) => cost - less),
  }));
}

/** Whether something costs more than it may. */
export const isAbove = ({ costs, atMost }: FurtherRow): boolean =>
  Object.values(combined(costs, atMost, (cost, most) => cost - most)).some((excess) => excess > 0);

function combined(a: Costs, b: Costs, of: (a: number, b: number) => number): Costs {
  return {
    cold: of(a.cold, b.cold),
    withinTtl: of(a.withinTtl, b.withinTtl),
    callsUnchanged: of(a.callsUnchanged, b.callsUnchanged),
    callsWritten: of(a.callsWritten, b.callsWritten),
  };
}

function costsOf(settings: object): Costs {
  const world = worldOf(SERIES);
  addDebts(world.data);
  const chosen = { cacheTtlSeconds: LONG_TTL_SECONDS, ...settings };
  const { ok } = world.simulator.page().call('saveSettings', chosen) as { ok: boolean };
  if (!ok) throw new Error('Expected settings that can be saved');
  const cold = refreshed(world);
  const same = refreshed(world);
  EDITS['1 % changed'](world.data);
  return {
    cold: cold.sent.length,
    withinTtl: same.sent.length,
    callsUnchanged: sheetCalls(same.calls),
    callsWritten: sheetCalls(refreshed(world).calls),
  };
}

function refreshed(world: World): Measurement {
  world.clock.advance(PAUSE);
  return measureRefresh(world, 'click');
}

function addDebts(data: PortalData): void {
  for (const [index, id] of listed(data).entries()) {
    if (index % 10 >= OPEN_OF_TEN) data.changeInvoice(id, { STAGE_ID: PAID });
  }
  const random = new Random(OLDER.seed);
  const buyers = Array.from({ length: OLDER.buyers }, () => addCompanyBuyer(data, random));
  for (let index = 0; index < OLDER.invoices; index += 1) {
    const { companyId: COMPANY_ID = 0, requisiteId: link = 0 } = buyers[index % buyers.length] ?? {};
    data.addInvoice({ BEGINDATE: OLDER.day, COMPANY_ID, link, rows: [{}] });
  }
}

const column = (title: string, cost: keyof Costs): Column<FurtherRow> => ({
  title,
  text: ({ costs, atMost }) => `${shown(costs[cost])} of ${shown(atMost[cost])}`,
});

export const FURTHER_COLUMNS: readonly Column<FurtherRow>[] = [
  { title: 'Sheet', text: ({ sheets }) => sheets, isText: true },
  column('Requests more, cold', 'cold'),
  column('Requests more, within TTL', 'withinTtl'),
  column('Sheet calls more, unchanged', 'callsUnchanged'),
  column('Sheet calls more, 1 % changed', 'callsWritten'),
];
