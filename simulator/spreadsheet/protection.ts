/** Who may edit what: protections of sheets and ranges. */
import { type Area, contains, intersect } from './area';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { Protection } from './sheet-parts';

export function isEditable(sheet: SheetModel, area: Area, user: string): boolean {
  return !sheet.protections.some((protection) => forbids(protection, area, user));
}

export function checkEditable(sheet: SheetModel, area: Area, user: string): void {
  if (!isEditable(sheet, area, user)) throw refusals.protectedCell();
}

/** Changes of the sheet itself are refused by a protection of the whole sheet only. */
export function checkSheetEditable(sheet: SheetModel, user: string): void {
  const forbidden = sheet.protections.some(
    ({ area, warningOnly, editors }) => area === null && !warningOnly && !editors.has(user),
  );
  if (forbidden) throw refusals.protectedCell();
}

function forbids(protection: Protection, area: Area, user: string): boolean {
  if (protection.warningOnly || protection.editors.has(user)) return false;
  if (protection.area) return intersect(protection.area, area);
  return !protection.unprotected.some((free) => contains(free, area));
}
