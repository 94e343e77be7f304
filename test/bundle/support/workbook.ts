/** A report of three invoices in a workbook that people work in, refreshed from the sidebar or by the schedule. */
import { connect, type World, type WorldOptions } from '../../../world/make-world';
import { aPortal } from '../../../portal/data/a-portal';
import { Simulator } from '../../../simulator';
import { type SheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { MINUTE } from '../../../world/people';
import { progressOf, startOnce } from '../../../world/scenario';
import { changesBy, isFace, MEMORY } from '../../../world/sheets';

/** What starts a refresh. */
export type How = 'sidebar' | 'schedule';
export const HOWS: readonly How[] = ['sidebar', 'schedule'];

/** The brief sheet ends in row 10, the detail sheet in row 8. */
export const BRIEF_END = 10;
export const DETAIL_END = 8;

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
  /** Members that changed the spreadsheet, but for what says when and why not it was checked. */
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
    changes: executions.flatMap(({ ledger }) => changesBy(ledger)),
  };
}

/**
 * All that is kept of the workbook but the notes and lines that tell of a refusal: what it must leave as it was. The memory
 * apart, to which a comparison may come in between.
 */
export const everything = ({ spreadsheet }: World): string =>
  JSON.stringify(
    spreadsheet.sheets
      .filter(({ name }) => name !== MEMORY)
      .map((sheet) => {
        const rest = Object.entries(sheet).filter(([part]) => part !== 'rows');
        return [rest, cellsBesideFace(sheet), sheet.protections.map(({ editors }) => [...editors])];
      }),
  );

function cellsBesideFace(sheet: SheetModel): unknown[] {
  const cells: unknown[] = [];
  sheet.forEachCell((cell, row, column) => {
    if (isFace(sheet, row, column)) return;
    const isHeader = isFace(sheet, row - 1, column);
    cells.push([row, column, isHeader ? { ...cell, note: '' } : cell]);
  });
  return cells;
}

/** «Файл → Создать копию»: sheets and metadata come along, properties, caches and triggers do not. */
export function copyOf(world: World): World {
  const spreadsheet = world.spreadsheet.copyAs('1CopiedSpreadsheetIdentifier000000000000000');
  return { ...world, spreadsheet, simulator: new Simulator({ ...world.simulator.options, spreadsheet }) };
}
