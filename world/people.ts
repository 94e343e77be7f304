/** A portal of three invoices, and what the people at the spreadsheet do and see. */
import { type World, type WorldOptions } from './make-world';
import { aPortal } from '../portal/data/a-portal';
import { OWNER, type Page } from '../simulator';
import type { ClockTrigger } from '../simulator';
import { aWorld } from './a-world';

export const MINUTE = 60_000;
/** How often the bound form's trigger fires. */
export const TICK = 5 * MINUTE;

/** Invoices 1, of company 4 and with one row, 2 and 3. */
export function worldOfThree(options: WorldOptions = {}): World {
  const dataFor = (clock: { now(): number }) =>
    aPortal(clock)
      .withCompany({ ID: 4, TITLE: 'Альфа' })
      .withInvoice({ ID: 1, COMPANY_ID: 4, rows: [{}] })
      .withInvoice({ ID: 2 })
      .withInvoice({ ID: 3 }).data;
  return aWorld(dataFor, options);
}

export const page = ({ simulator }: World, user = OWNER): Page => simulator.page(user);

export const triggers = ({ simulator }: World, user = OWNER): readonly ClockTrigger[] =>
  simulator.state.triggers.of(user);

/** What was last said so: `alert`, `toast`. */
export const lastText = ({ simulator }: World, channel: string): string | undefined =>
  simulator.disclosures.filter((disclosure) => disclosure.channel === channel).at(-1)?.text;

/** Runs `act` between two platform calls of the next refresh: after its wave of that number. */
export function duringRefresh(world: World, act: () => void, wave = 1): void {
  let waves = 0;
  world.simulator.hooks = {
    after: ({ member }) => {
      if (member !== 'UrlFetchApp.fetchAll') return;
      waves += 1;
      if (waves === wave) act();
    },
  };
}

/** Kills the next execution before its first call of that member. */
export function killAt(world: World, member: string): void {
  world.simulator.hooks = {
    before: (call) => {
      if (call.member === member) call.kill();
    },
  };
}
