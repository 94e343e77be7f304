/** A team with columns of its own beside three invoices. */
import { connect, type World } from '../../../world/make-world';
import { aPortal } from '../../../portal/data/a-portal';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { page } from '../../../world/people';
import { refreshed } from '../../../world/scenario';
import { BRIEF } from '../../../world/sheets';

const PERIODS = { here: 'quarter', before: 'previousQuarter' } as const;

/** Invoices 1 to 3 of this quarter, or more of them, and one of the quarter before; two note columns, K and L. */
export function aTeam(settings: Record<string, unknown> = { noteColumns: 2 }, ofNow = 3): World {
  const world = aWorld((clock) => {
    const portal = aPortal(clock).withCompany({ ID: 4, TITLE: 'Альфа' });
    for (let ID = 1; ID <= ofNow; ID += 1)
      portal.withInvoice({ ID, COMPANY_ID: 4, OPPORTUNITY: ID * 100, rows: [{}] });
    portal.withInvoice({ ID: ofNow + 1, COMPANY_ID: 4, BEGINDATE: '2026-02-20', rows: [{}] });
    return portal.data;
  });
  connect(world, settings);
  refreshed(world);
  return world;
}

export const userOf = ({ spreadsheet }: World): SpreadsheetUser => new SpreadsheetUser(spreadsheet);

export function turnTo(world: World, when: keyof typeof PERIODS): void {
  page(world).call('saveSettings', { period: { preset: PERIODS[when], from: null, to: null } });
}

export const valuesOf = (world: World, a1: string): unknown => {
  const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(a1) ?? [];
  return world.spreadsheet.sheetNamed(BRIEF)?.peek(Number(row), column.charCodeAt(0) - 64)?.value;
};
