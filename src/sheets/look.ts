/** How the planned cells look, as the two-dimensional arrays that Google's setters take. */
import type { PlannedRow, SheetPlan } from '../report/SheetPlan';
import { fingerprint } from './fingerprint';
import { COLUMN_COUNT, plannedRows, rowsName } from './planned-area';
import type { BorderStyle, Range, Sheet, SpreadsheetService } from './workbook-seams';

const TEXT_FORMAT = '@';
const PLAIN_FORMAT = 'General';
const BLACK = '#000000';

const blankRows = <T>(rows: number, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: COLUMN_COUNT }, () => value));

/** Number formats; text columns of the body are `@`, whatever the row's style says. */
export function plannedFormats(plan: SheetPlan): string[][] {
  const ofBody = ({ style }: PlannedRow): string[] =>
    style.formats.map((format, column) => (plan.textColumns.includes(column) ? TEXT_FORMAT : format));
  return [
    [...plan.header.style.formats],
    ...plan.body.map(ofBody),
    ...plan.footer.map(({ style }) => [...style.formats]),
  ];
}

const wraps = (plan: SheetPlan): boolean[][] =>
  plannedRows(plan).map((row) =>
    row.style.alignments.map(
      (alignment, column) =>
        row === plan.header || (alignment === 'left' && plan.textColumns.includes(column)),
    ),
  );

/**
 * Makes the area look as planned, and its last `surplusRows` rows like untouched cells. Formats come before
 * values: only then does an `@` cell keep what looks like a number (Google's setValues parses like the UI).
 */
export function applyLook(area: Range, plan: SheetPlan, surplusRows: number): void {
  const styles = plannedRows(plan).map(({ style }) => style);
  area.setNumberFormats([...plannedFormats(plan), ...blankRows(surplusRows, PLAIN_FORMAT)]);
  area.setHorizontalAlignments([...styles.map((s) => [...s.alignments]), ...blankRows(surplusRows, null)]);
  area.setBackgrounds([...styles.map((s) => [...s.fills]), ...blankRows(surplusRows, null)]);
  area.setFontWeights([...styles.map((s) => [...s.weights]), ...blankRows(surplusRows, null)]);
  area.setFontColors([...styles.map((s) => [...s.colors]), ...blankRows(surplusRows, null)]);
  area.setWraps([...wraps(plan), ...blankRows(surplusRows, false)]);
}

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

/** Lines round every cell of header and body and none elsewhere in `area`, in three calls. */
export function applyBorders(
  sheet: Sheet,
  area: Range,
  plan: SheetPlan,
  surplusRows: number,
  styles: SpreadsheetService['BorderStyle'],
): void {
  // The line under the area may be the user's own, over the row below, unless an older report ended here.
  area.setBorder(null, false, surplusRows > 0 ? false : null, false, false, false, null, null);
  drawLines(sheet, [rowsName(0, plan.body.length)], true, styles.SOLID);
  drawLines(sheet, outlinedBlocks(plan), null, styles.SOLID_MEDIUM);
}

function drawLines(sheet: Sheet, blocks: string[], inside: true | null, style: BorderStyle): void {
  sheet.getRangeList(blocks).setBorder(true, true, true, true, inside, inside, BLACK, style);
}

/** A fingerprint of what Google does not read back: lines and wrapping. */
export const lookFingerprint = (plan: SheetPlan): string =>
  fingerprint([...outlinedBlocks(plan), plan.footer.length, plan.textColumns.join()].join(';'));
