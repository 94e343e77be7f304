/**
 * Whether a sheet already looks like its plan, so that no cell has to be written: formulas and every aspect that
 * can be read back, in a number of calls that does not depend on the rows. Cheap answers come first, and
 * the first difference ends the reading.
 */
import type { SheetPlan } from '../report/SheetPlan';
import { widthsFingerprint } from './column-widths';
import { lookFingerprint } from './cell-formats';
import { type LookedAt, looksAsSeen } from './seen-look';
import type { SheetRecord } from './sheet-record';

/** What was written last time is what the plan wants to look like. */
export const samePlannedLook = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.look === lookFingerprint(plan);

export const sameWidths = (record: SheetRecord, plan: SheetPlan): boolean =>
  record.layout === widthsFingerprint(plan);

/** No formula stands in a cell, even one with the right result, and all looks as it did after the last write. */
export const sameLook = (sheet: LookedAt, record: SheetRecord): boolean =>
  sheet.area.getFormulas().every((row) => row.every((formula) => formula === '')) &&
  looksAsSeen(sheet, record.seen);
