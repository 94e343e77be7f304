/** A report of three invoices in a workbook that people work in, refreshed from the sidebar or by the schedule. */
import { connect, type World, type WorldOptions } from '../../../world/make-world';
import { aPortal } from '../../../portal/data/a-portal';
import type { Execution } from '../../../simulator';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { MINUTE } from '../../../world/people';
import { progressOf, startOnce } from '../../../world/scenario';

/** What starts a refresh. */
export type How = 'sidebar' | 'schedule';
export const HOWS: readonly How[] = ['sidebar', 'schedule'];

/** The brief sheet ends in row 10, the detail sheet in row 8. */
export const BRIEF_END = 10;
export const DETAIL_END = 8;

const CHANGE = /^(Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata)\.(set|add|insert|delete|clear|break)/;

/** Three invoices with two rows each; connected, refreshed by schedule every hour, nothing written yet. */
export function anOffice(options: WorldOptions = {}): World {
  const world = aWorld((clock) => {
    const portal = aPortal(clock).withCompany({ ID: 4, TITLE: 'Альфа' });
    // Of an earlier year: a portal without any invoice would be taken for one that hides them.
    portal.withInvoice({ ID: 90, BEGINDATE: '2025-05-20' });
    for (const ID of [1, 2, 3])
      portal.withInvoice({ ID, COMPANY_ID: 4, OPPORTUNITY: ID * 100, rows: [{}, {}] });
    return portal.data;
  }, options);
  connect(world, { scheduleHours: 1 });
  return world;
}

export const userOf = ({ spreadsheet }: World): SpreadsheetUser => new SpreadsheetUser(spreadsheet);

/** What an attempt to refresh came to. */
export interface Attempt {
  readonly state: string;
  readonly message: string;
  /** How many requests the portal got. */
  readonly requests: number;
  /** Members that change the spreadsheet and were called. */
  readonly changes: readonly string[];
}

export function attempt(world: World, how: How): Attempt {
  const before = world.portal.requests.length;
  const executions = how === 'sidebar' ? [startOnce(world)] : world.simulator.passTime(65 * MINUTE);
  const { state, message } = progressOf(world);
  return {
    state,
    message,
    requests: world.portal.requests.length - before,
    changes: executions.flatMap(changesOf),
  };
}

const changesOf = ({ ledger }: Execution): string[] =>
  Object.keys(ledger.toRecord()).filter((member) => CHANGE.test(member));

/** All that is kept of the workbook: what a refusal must leave as it was. */
export const everything = ({ spreadsheet }: World): string =>
  JSON.stringify(
    spreadsheet.sheets.map((sheet) => {
      const cells: unknown[] = [];
      sheet.forEachCell((cell, row, column) => cells.push([row, column, cell]));
      return [sheet, cells, sheet.protections.map(({ editors }) => [...editors])];
    }),
  );
