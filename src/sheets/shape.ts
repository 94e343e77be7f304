/**
 * What Google does not read back: lines and wrapping. It follows from the rows alone, so it is set when they are
 * others than last time, and otherwise left as it was.
 */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { areaDownTo } from './area';
import { fingerprint } from './fingerprint';
import { COLUMN_COUNT, FIRST_ROW, lastPlannedRow, rowsName } from './planned-area';
import type { BorderStyle, Sheet, SpreadsheetService, Table } from './workbook-seams';

const BLACK = '#000000';

/** A fingerprint of the lines and the wrapping of a plan. */
export const shapeFingerprint = (plan: SheetPlan): string =>
  fingerprint([...outlinedBlocks(plan), plan.footer.length, plan.textColumns.join()].join(';'));

/** Header and groups as zero-based row ranges of the area; a medium line runs round each. */
function outlinedBlocks(plan: SheetPlan): string[] {
  const blocks = [rowsName(0, 0)];
  let start = 0;
  plan.body.forEach(({ endsGroup }, index) => {
    if (!endsGroup && index < plan.body.length - 1) return;
    blocks.push(rowsName(start + 1, index + 1));
    start = index + 1;
  });
  return blocks;
}

/** Lines round every cell of header and body, and none elsewhere down to `lastRow`, the end of an older report. */
export function applyShape(
  sheet: Sheet,
  plan: SheetPlan,
  lastRow: number,
  styles: SpreadsheetService['BorderStyle'],
): void {
  const lastLinedRow = FIRST_ROW + plan.body.length;
  if (lastRow > lastLinedRow) {
    // The line under the area may be the user's own, over the row below, unless an older report ended here.
    const bottom = lastRow > lastPlannedRow(plan) ? false : null;
    areaDownTo(sheet, lastRow).setBorder(null, false, bottom, false, false, false, null, null);
  }
  drawLines(sheet, [rowsName(0, plan.body.length)], true, styles.SOLID);
  drawLines(sheet, outlinedBlocks(plan), null, styles.SOLID_MEDIUM);
  areaDownTo(sheet, Math.max(lastRow, lastPlannedRow(plan))).setWraps(wraps(plan, lastRow));
}

function drawLines(sheet: Sheet, blocks: string[], inside: true | null, style: BorderStyle): void {
  sheet.getRangeList(blocks).setBorder(true, true, true, true, inside, inside, BLACK, style);
}

/** The header and the left-aligned texts of the body are wrapped. */
function wraps(plan: SheetPlan, lastRow: number): Table<boolean> {
  const eight = (wrap: (column: number) => boolean): readonly boolean[] =>
    Array.from({ length: COLUMN_COUNT }, (_, column) => wrap(column));
  const known = new Map<PlannedRow['style'], readonly boolean[]>();
  const ofBody = ({ style }: PlannedRow): readonly boolean[] => {
    const row =
      known.get(style) ??
      eight((column) => style.alignments[column] === 'left' && plan.textColumns.includes(column));
    known.set(style, row);
    return row;
  };
  const unwrapped = eight(() => false);
  const below = Math.max(lastRow, lastPlannedRow(plan)) - FIRST_ROW - plan.body.length;
  return [eight(() => true), ...plan.body.map(ofBody), ...Array.from({ length: below }, () => unwrapped)];
}
