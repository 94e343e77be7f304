/**
 * The lines of the table. Google does not read them back, so every write draws them anew.
 */
import type { RowSpan, SheetPlan } from '../report/SheetPlan';
import { areaBetween, lastPlannedRow, type PlacedTable, rowsName } from './area';
import type { BorderStyle, SpreadsheetService } from '../platform/spreadsheet';

const BLACK = '#000000';

/**
 * Ranges of one list. Nobody has published how many Google takes in one call, and a list that it refused or never
 * finished would end every write of a long report. Not known to be safe, only safer than all in one.
 */
const BLOCKS_A_CALL = 500;

/** What has lines, in ranges of rows: thin ones round each cell of some, medium ones round all of others. */
interface Lines {
  readonly celled: readonly RowSpan[];
  readonly outlined: readonly RowSpan[];
}

/** Header and groups are outlined, or the blocks of a plan that has any. */
function linesOf({ body, blocks }: SheetPlan): Lines {
  if (blocks !== undefined) return { celled: blocks, outlined: blocks };
  const outlined = [{ from: 0, to: 0 }];
  let start = 1;
  body.forEach(({ endsGroup }, index) => {
    if (!endsGroup && index < body.length - 1) return;
    outlined.push({ from: start, to: index + 1 });
    start = index + 2;
  });
  return { celled: [{ from: 0, to: body.length }], outlined };
}

/**
 * Lines round every cell of header and body, and none below; in a body of blocks round theirs alone.
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
  const firstPlainRow = origin.row + (plan.blocks === undefined ? plan.body.length + 1 : 1);
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
  const { celled, outlined } = linesOf(plan);
  draw(table, celled, true, styles.SOLID);
  draw(table, outlined, null, styles.SOLID_MEDIUM);
}

function draw(table: PlacedTable, spans: readonly RowSpan[], inside: true | null, style: BorderStyle): void {
  for (let at = 0; at < spans.length; at += BLOCKS_A_CALL) {
    const names = spans.slice(at, at + BLOCKS_A_CALL).map(({ from, to }) => rowsName(table, from, to));
    const list = table.sheet.getRangeList(names);
    list.setBorder(true, true, true, true, inside, inside, BLACK, style);
  }
}
