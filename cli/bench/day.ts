/** What a day of the hourly schedule takes of Google's quotas, the comparison by its ticks too. */
import { assumedCellCost, measuredCost, type Execution } from '../../simulator';
import { LIMITS } from '../../simulator/limits';
import { documentProperty, refreshed } from '../../world/scenario';
import type { World } from '../../world/make-world';
import { EDITS, type EditName } from './edits';
import { forget } from './measure-refresh';
import { ownersText, worldOf, type Series } from './series';
import { shown, type Column } from './table';

const HOURS = 24;
const TICKS_AN_HOUR = 12;
const TICK_MILLISECONDS = 300_000;

interface Share {
  executions: number;
  requests: number;
  milliseconds: number;
}

export interface DayRow {
  readonly series: Series;
  readonly edit: EditName;
  readonly remembers: boolean;
  readonly refreshes: Share;
  /** Ticks that compared the memory with the portal, or had nothing to do. */
  readonly others: Share;
}

/** The bound form. What happens in an hour happens before its first tick. */
export function runDay(series: Series, edit: EditName, remembers: boolean): DayRow {
  const world = worldOf(series, { cost: measuredCost, cellCost: assumedCellCost });
  world.simulator.page().call('saveSettings', { scheduleHours: 1 });
  refreshed(world);
  const row = { series, edit, remembers, refreshes: none(), others: none() };
  for (let tick = 0; tick < HOURS * TICKS_AN_HOUR; tick += 1) {
    if (tick % TICKS_AN_HOUR === 0) EDITS[edit](world.data);
    if (!remembers) forget(world);
    const { portal, simulator } = world;
    const [before, sentBefore] = [lifeOfRun(world), portal.requests.length];
    const executions = simulator.passTime(TICK_MILLISECONDS);
    const share = lifeOfRun(world) === before ? row.others : row.refreshes;
    share.executions += executions.length;
    share.requests += portal.requests.length - sentBefore;
    share.milliseconds += executions.reduce((sum, one) => sum + took(one), 0);
  }
  return row;
}

const none = (): Share => ({ executions: 0, requests: 0, milliseconds: 0 });

const took = ({ startedAt, finishedAt }: Execution): number => finishedAt - startedAt;

/** Another one after each tick that began a refresh or went on with one. */
const lifeOfRun = (world: World): unknown =>
  (documentProperty(world, 'run') as { heartbeatAt?: number } | null)?.heartbeatAt;

const requestsOf = ({ refreshes, others }: DayRow): number => refreshes.requests + others.requests;
const millisecondsOf = ({ refreshes, others }: DayRow): number =>
  refreshes.milliseconds + others.milliseconds;
const share = (part: number, whole: number): string => `${shown((100 * part) / whole)} %`;
const minutes = (milliseconds: number): string => shown(milliseconds / 60_000);

export const DAY_COLUMNS: readonly Column<DayRow>[] = [
  { title: 'Invoices', text: ({ series }) => shown(series.size.invoices) },
  { title: 'Portal', text: ({ series }) => ownersText(series), isText: true },
  { title: 'Each hour', text: ({ edit }) => edit, isText: true },
  { title: 'Memory', text: ({ remembers }) => (remembers ? 'yes' : 'no'), isText: true },
  { title: 'Refreshes', text: ({ refreshes }) => shown(refreshes.executions) },
  { title: 'Their requests', text: ({ refreshes }) => shown(refreshes.requests) },
  { title: 'Requests of other ticks', text: ({ others }) => shown(others.requests) },
  { title: 'Of 20,000 fetches', text: (row) => share(requestsOf(row), LIMITS.urlFetchCallsPerDay) },
  { title: 'Minutes of refreshes', text: ({ refreshes }) => minutes(refreshes.milliseconds) },
  { title: 'Minutes of other ticks', text: ({ others }) => minutes(others.milliseconds) },
  {
    title: 'Of 90 min of triggers',
    text: (row) => share(millisecondsOf(row), LIMITS.triggerRuntimePerDayMilliseconds),
  },
];
