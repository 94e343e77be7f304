/**
 * How the report's cells read right after they were written. Google may spell a look otherwise than it was set (a
 * pattern, a colour, the colour of a link, the fill under alternating colours), so later readings are compared with
 * that first one and not with the plan: what reads as it did then was not touched since.
 */
import { ownWidth, type SheetPlan } from '../report/SheetPlan';
import { areaDownTo, lastPlannedRow, type PlacedTable } from './area';
import { fingerprint } from './fingerprint';
import { linkColumnOf } from './rich-texts';
import type { Range } from '../platform/spreadsheet';

/** Every aspect that can be read; the first ones are those that people change most. */
const ASPECTS: readonly ((area: Range) => unknown)[] = [
  (area) => area.getNumberFormats(),
  (area) => area.getBackgrounds(),
  (area) => area.getHorizontalAlignments(),
  (area) => area.getWraps(),
  (area) => area.getFontWeights(),
  (area) => area.getFontColors(),
  (area) => area.getFontFamilies(),
  (area) => area.getFontSizes(),
  (area) => area.getFontStyles(),
  (area) => area.getFontLines(),
];

/** What is read of a sheet's look. */
export interface LookedAt {
  /** Exactly the rows of the plan, in the report's own columns. */
  readonly area: Range;
  /** Its column with links where the plan has any, otherwise null. */
  readonly linked: Range | null;
}

export function lookedAt(table: PlacedTable, plan: SheetPlan): LookedAt {
  const lastRow = lastPlannedRow(plan, table.origin);
  const { row, column } = table.origin;
  const linkColumn = linkColumnOf(plan);
  const linked = { ...table, origin: { row, column: column + linkColumn }, width: 1 };
  return {
    area: areaDownTo({ ...table, width: ownWidth(plan) }, lastRow),
    linked: linkColumn === -1 ? null : areaDownTo(linked, lastRow),
  };
}

/** One reading an aspect, made when it is asked for. */
function readings({ area, linked }: LookedAt): readonly (() => unknown)[] {
  const looks = ASPECTS.map((read) => () => read(area));
  if (linked === null) return looks;
  const links = () => linked.getRichTextValues().map(([cell]) => cell?.getLinkUrl() ?? null);
  return [...looks, links];
}

const seenBy = (read: () => unknown): string => fingerprint(JSON.stringify(read()));

/** A fingerprint of each aspect, for the sheet's record. */
export const seenLook = (sheet: LookedAt): string => readings(sheet).map(seenBy).join(' ');

/** Whether all reads as it did; the first difference ends the reading. */
export function looksAsSeen(sheet: LookedAt, seen: string): boolean {
  const before = seen.split(' ');
  return readings(sheet).every((read, index) => seenBy(read) === before[index]);
}
