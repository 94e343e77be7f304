/** Worlds whose refresh takes several executions. */
import { connect, type World, type WorldOptions } from '../../../world/make-world';
import { makeSizedData } from '../../../portal/data/sized-data';
import type { SheetModel } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { progressOf, startOnce } from '../../../world/scenario';
import { DRAFT, picture } from '../../../world/sheets';

/** How long an answer takes where a few invoices are to fill an execution, milliseconds. */
const SLOW = 55_000;
export const SLOW_INVOICES = 60;

export function worldOf(invoices: number, options: WorldOptions = {}): World {
  const size = { invoices, rows: invoices * 2, requisites: 7 };
  const world = aWorld((clock) => makeSizedData(size, clock, '2026-05-20'), {
    ...options,
    portal: { generation: 'new', ...options.portal },
  });
  connect(world);
  return world;
}

/** Invoices whose rows come ten a minute: several executions. */
export const slowWorld = (options: WorldOptions = {}): World =>
  worldOf(SLOW_INVOICES, { latency: SLOW, ...options });

/** The same report made in one go. */
export function inOneGo(world: World): Record<string, readonly string[]> {
  const quick = aWorld(() => world.data, { portal: { limits: 'off' } });
  connect(quick);
  startOnce(quick);
  if (progressOf(quick).state !== 'done') throw new Error(progressOf(quick).message);
  return picture(quick);
}

export const draftOf = ({ spreadsheet }: World): SheetModel | undefined => spreadsheet.sheetNamed(DRAFT);
