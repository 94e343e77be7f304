/** What inserted and deleted rows and columns make of an area that lies on them, as Sheets moves what refers to cells. */
import type { Area } from './area';

export type Side = 'rows' | 'columns';

interface Stretch {
  readonly from: number;
  readonly count: number;
}

const stretchOf = (area: Area, side: Side): Stretch =>
  side === 'rows' ? { from: area.row, count: area.rows } : { from: area.column, count: area.columns };

const withStretch = (area: Area, side: Side, { from, count }: Stretch): Area =>
  side === 'rows' ? { ...area, row: from, rows: count } : { ...area, column: from, columns: count };

/** Lines that come in front of the area move it, lines that come between two of its own make it grow. */
export function afterInserting(area: Area, side: Side, after: number, added: number): Area {
  const { from, count } = stretchOf(area, side);
  if (after < from) return withStretch(area, side, { from: from + added, count });
  const isInside = after < from + count - 1;
  return isInside ? withStretch(area, side, { from, count: count + added }) : area;
}

/** Null where nothing of the area is left. */
export function afterDeleting(area: Area, side: Side, first: number, removed: number): Area | null {
  const { from, count } = stretchOf(area, side);
  const before = Math.max(0, Math.min(from, first + removed) - first);
  const inside = Math.max(0, Math.min(from + count, first + removed) - Math.max(from, first));
  return inside === count ? null : withStretch(area, side, { from: from - before, count: count - inside });
}

/** Moves what stands at `at` and beyond; a list that ends before stays as it is. */
export function splice(list: unknown[], at: number, removed: number, added: number): void {
  if (list.length <= at) return;
  const tail = list.slice(at + removed);
  list.length = at;
  for (let index = 0; index < added; index += 1) list.push(undefined);
  for (const item of tail) list.push(item);
}
