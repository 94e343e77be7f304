/** What a starting point is, and how worlds are made ready for one. */
import type { World, WorldOptions } from '../../../world/make-world';
import { OWNER } from '../../../simulator';
import { MINUTE, page, TICK } from '../../../world/people';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { refreshed, startOnce } from '../../../world/scenario';
import { REPORT_SHEETS } from '../../../world/sheets';

export interface StartingPoint {
  readonly name: string;
  readonly arrange: () => World;
  /** Exactly one execution. Throws a PageFailure where its page would be told of one. */
  readonly act: (world: World) => unknown;
  /** What its person does on hearing that it failed, before refreshing the report; nothing more unless given. */
  readonly again?: (world: World) => unknown;
  /** What a report in a fresh spreadsheet has to be set to so as to be like this one; nothing unless given. */
  readonly settings?: Record<string, unknown>;
  /** The further sheets are on, or were: what they show is judged by the contract, and a refresh of «Краткий» may come next. */
  readonly hasFurtherSheets?: boolean;
  /** Sheets that are switched off, which stay as they are and which no fresh spreadsheet has. */
  readonly off?: readonly string[];
  /** Its tables do not begin where a new one does. */
  readonly isMoved?: boolean;
  /** It makes «Краткий» alone, so that the others may be older. */
  readonly isBriefOnly?: boolean;
  /** What people have written beside it, which no fresh spreadsheet has. */
  readonly written?: readonly string[];
  /** Whether the owner's ticks alone bring the sheets to the new report, unless the refresh is told as failed. */
  readonly isCarriedOn?: boolean;
  /** Whether a colleague waits, who must get a report or hear of a failure as long as there is a connection. */
  readonly isAwaited?: boolean;
  /** Whose connection it is once all is over, null for nobody's; the owner's unless given. */
  readonly owner?: string | null;
}

/** A wave takes so long that the third of a refresh belongs to its second execution. */
const SLOW_WAVE_MILLISECONDS = 140_000;
export const slowly: WorldOptions = {
  simulator: {
    cost: (member) => (member === 'UrlFetchApp.fetchAll' ? SLOW_WAVE_MILLISECONDS : 0),
  },
};

export const start =
  (briefOnly = false, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call('startRefresh', { briefOnly });
export const save =
  (settings: (world: World) => Record<string, unknown>, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call('saveSettings', settings(world));
export const call =
  (name: string, user = OWNER) =>
  (world: World): unknown =>
    page(world, user).call(name);
export const tick = ({ simulator }: World): unknown => simulator.passTime(TICK);

/** The time has gone by without ticks, which would have found nothing to do. */
export function skipTicks({ clock, simulator }: World): void {
  for (const trigger of simulator.state.triggers.all()) trigger.nextAt = clock.now() + TICK;
}

/** A report is written in that world; after it the CRM is edited. */
export function outdatedIn(world: World, edit: (world: World) => unknown): World {
  refreshed(world);
  world.clock.advance(60 * MINUTE);
  skipTicks(world);
  edit(world);
  return world;
}

/** A refresh in that world is paused, with its draft. */
export function pausedIn(world: World): World {
  startOnce(world);
  skipTicks(world);
  return world;
}

/** On each sheet of the report rows and columns before and inside the table come and go. */
export function moveTables({ spreadsheet }: World): void {
  const user = new SpreadsheetUser(spreadsheet);
  for (const { name } of spreadsheet.sheets.filter((sheet) => REPORT_SHEETS.includes(sheet.name))) {
    user.insertRows(name, 0, 2);
    user.insertColumns(name, 0, 1);
    user.insertRows(name, 5, 1);
    user.deleteRows(name, 7, 1);
  }
}
