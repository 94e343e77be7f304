/**
 * The charts beside a table, made when all else is written. They are their users' then: only the cells that they show
 * follow the plan, and what is deleted stays away. Which ones there have been is kept with the sheet.
 */
import { attempt } from '../platform/attempt';
import type { Log } from '../platform/platform';
import type { ChartTypes, Metadata, SpreadsheetService } from '../platform/spreadsheet';
import type { PlannedChart } from '../report/SheetPlan';
import type { PlacedTable } from './area';
import { insertCharts, reshapeChart } from './build-charts';
import { type ChartOnSheet, chartsOn, hasTitle, isAt, plannedShape } from './charts-on-sheet';
import { encodeRecord, type KeptChart, type SheetRecord } from './sheet-record';

/** A table that is written, and what is kept with its sheet. */
export interface ChartedTable {
  readonly table: PlacedTable;
  readonly charts: readonly PlannedChart[];
  /** As it stands in the metadata. */
  readonly record: SheetRecord;
  readonly metadata: Metadata;
}

export interface ChartParts {
  readonly app: Pick<SpreadsheetService, 'flush'>;
  /** Asked for only where a chart is made. */
  readonly types: () => ChartTypes;
  readonly log: Pick<Log, 'warn'>;
}

/** A chart that is to be made, or to be given other cells. */
interface Due {
  readonly planned: PlannedChart;
  readonly shape: string;
  readonly known: KeptChart | undefined;
}

/** Instead of the number of a chart that Google has taken and that cannot be told from others. */
const UNSEEN = 0;

export class SheetCharts {
  constructor(private readonly parts: ChartParts) {}

  /**
   * Makes those that are missing and gives others the cells of the plan; where nothing is to be done it asks Google nothing.
   * @returns whether Google has taken all; what it has not, the next call makes
   */
  draw(tables: readonly ChartedTable[]): boolean {
    const refused = tables.filter((on) => {
      const due = dueOn(on);
      return due.length > 0 && !attempt(this.parts.log, 'the charts', () => this.bring(on, due));
    });
    return refused.length === 0;
  }

  private bring({ table, record, metadata }: ChartedTable, due: readonly Due[]): void {
    const { app, types } = this.parts;
    const kept = new Map(Object.entries(record.charts ?? {}));
    const present = chartsOn(table);
    for (const one of due) {
      const own = find(one, unclaimed(present, kept, one), table);
      if (own !== null && own.shape !== one.shape) reshapeChart(own.chart, one.planned, table);
      kept.set(one.planned.key, { id: own?.id ?? one.known?.id ?? null, shape: one.shape });
    }
    app.flush();
    const keep = (): void => {
      metadata.setValue(encodeRecord({ ...record, charts: Object.fromEntries(kept) }));
    };
    // First of all it says which are about to be made: after a kill they are looked for.
    keep();
    const missing = due.filter(({ planned }) => kept.get(planned.key)?.id === null);
    if (missing.length > 0) {
      insertCharts(
        missing.map(({ planned }) => planned),
        table,
        types(),
      );
      app.flush();
      const made = chartsOn(table).filter(({ id }) => present.every((other) => other.id !== id));
      for (const one of missing) {
        const own = findNew(one, unclaimed(made, kept, one), table);
        kept.set(one.planned.key, { id: own?.id ?? UNSEEN, shape: one.shape });
      }
      keep();
    }
    app.flush();
  }
}

function dueOn({ charts, record }: ChartedTable): readonly Due[] {
  return charts
    .map((planned) => ({
      planned,
      shape: plannedShape(planned.ranges),
      known: record.charts?.[planned.key],
    }))
    .filter(({ known, shape }) => !isMade(known) || known?.shape !== shape || known.isShaken === true);
}

const isMade = (known: KeptChart | undefined): boolean => (known?.id ?? null) !== null;

/**
 * The chart on the sheet that is the plan's. One that has been made is known by its number, and in a copy, where it may
 * have another, by its cells. One of which nobody knows whether it was made is one that is just like it.
 */
function find(
  { planned, shape, known }: Due,
  free: readonly ChartOnSheet[],
  { origin }: PlacedTable,
): ChartOnSheet | null {
  const shows = (cells: string | undefined) => free.find((chart) => chart.shape === cells);
  if (isMade(known)) return free.find(({ id }) => id === known?.id) ?? shows(known?.shape) ?? null;
  const isLike = (chart: ChartOnSheet) => isAt(chart, planned, origin) && hasTitle(chart, planned);
  return shows(shape) ?? shows(known?.shape) ?? free.find(isLike) ?? null;
}

/** Of those that have come onto the sheet just now: by its cells, or by its place where these do not tell. */
function findNew(
  { planned, shape }: Due,
  free: readonly ChartOnSheet[],
  { origin }: PlacedTable,
): ChartOnSheet | null {
  const alike = free.filter((chart) => chart.shape === shape);
  const [only, another] = alike;
  if (another === undefined && only !== undefined) return only;
  return (only === undefined ? free : alike).find((chart) => isAt(chart, planned, origin)) ?? null;
}

/** Those that none of the other keys has. */
function unclaimed(
  charts: readonly ChartOnSheet[],
  kept: ReadonlyMap<string, KeptChart>,
  { planned }: Due,
): readonly ChartOnSheet[] {
  const others = new Set([...kept].map(([key, { id }]) => (key === planned.key ? null : id)));
  return charts.filter(({ id }) => !others.has(id));
}
