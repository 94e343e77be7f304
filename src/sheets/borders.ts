/**
 * The lines of the table. Google does not read them back, so every write draws them anew.
 */
import type { SheetPlan } from '../report/SheetPlan';
import { areaBetween, lastPlannedRow, type PlacedTable, rowsName } from './area';
import type { BorderStyle, SpreadsheetService } from '../platform/spreadsheet';

const BLACK = '#000000';

/**
 * Ranges of one list. Nobody has published how many Google takes in one call, and a list that it refused or never
 * finished would end every write of a long report. Not known to be safe, only safer than all in one.
 */
const BLOCKS_A_CALL = 500;

/** Header and groups as row ranges of the sheet; a medium line runs round each. */
function outlinedBlocks(plan: SheetPlan, table: PlacedTable): string[] {
  const blocks = [rowsName(table, 0, 0)];
  let start = 0;
  plan.body.forEach(({ endsGroup }, index) => {
    if (!endsGroup && index < plan.body.length - 1) return;
    blocks.push(rowsName(table, start + 1, index + 1));
    start = index + 1;
  });
  return blocks;
}

/**
 * Lines round every cell of header and body, and none below.
 * @param ownedLastRow the end of the report that stood there before, 0 on a new sheet
 */
export function drawBorders(
  table: PlacedTable,
  plan: SheetPlan,
  ownedLastRow: number,
  styles: SpreadsheetService['BorderStyle'],
): void {
  const { origin } = table;
  const planned = lastPlannedRow(plan, origin);
  const firstPlainRow = origin.row + plan.body.length + 1;
  const lastRow = Math.max(ownedLastRow, planned);
  if (ownedLastRow > 0 && lastRow >= firstPlainRow) {
    // The line under the area may be the user's own, over the row below, unless an older report ended here.
    const bottom = ownedLastRow > planned ? false : null;
    areaBetween(table, firstPlainRow, lastRow).setBorder(
      null,
      false,
      bottom,
      false,
      false,
      false,
      null,
      null,
    );
  }
  draw(table, [rowsName(table, 0, plan.body.length)], true, styles.SOLID);
  draw(table, outlinedBlocks(plan, table), null, styles.SOLID_MEDIUM);
}

function draw({ sheet }: PlacedTable, blocks: string[], inside: true | null, style: BorderStyle): void {
  for (let at = 0; at < blocks.length; at += BLOCKS_A_CALL) {
    const list = sheet.getRangeList(blocks.slice(at, at + BLOCKS_A_CALL));
    list.setBorder(true, true, true, true, inside, inside, BLACK, style);
  }
}
