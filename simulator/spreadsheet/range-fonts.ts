/** `Range.setTextStyles`: the fonts of many cells in one call. */
import { grid, type Method } from '../signature';
import type { Cell, RunStyle } from './cell';
import { type Context, onRange, write } from './context';
import { readTable } from './read-table';
import { restyleRuns } from './rich-text';
import type { CellStyle, StyleTable } from './StyleTable';

export function fontMembers(context: Context): { readonly setTextStyles: Method } {
  return {
    setTextStyles: onRange(grid).chains((range, rows) => {
      const { sheet, area } = range;
      const looks = readTable(rows, area, context.textStyles.kind, 'TextStyle');
      const run = (): void =>
        sheet.touchAll(area, (cell, row, column) => {
          setFont(cell, looks[row - area.row]?.[column - area.column] ?? {}, context.book.styles);
        });
      write(context, range, run, 'looks');
    }),
  };
}

/** What the look leaves open stays as it is; Google does not say, so nobody should build on it. */
function setFont(cell: Cell, look: RunStyle, styles: StyleTable): void {
  const set = <K extends keyof CellStyle>(property: K, value: CellStyle[K] | undefined): void => {
    if (value !== undefined) cell.style = styles.with(cell.style, property, value);
  };
  set('fontColor', look.color);
  set('fontFamily', look.fontFamily);
  set('fontSize', look.fontSize);
  if (look.bold !== undefined) set('fontWeight', look.bold ? 'bold' : 'normal');
  if (look.italic !== undefined) set('fontStyle', look.italic ? 'italic' : 'normal');
  set('fontLine', lineOf(look, cell.style.fontLine));
  restyleRuns(cell, look);
}

function lineOf(
  { underline, strikethrough }: RunStyle,
  present: CellStyle['fontLine'],
): CellStyle['fontLine'] {
  if (underline === true) return 'underline';
  if (strikethrough === true) return 'line-through';
  const isTakenAway =
    (present === 'underline' && underline === false) ||
    (present === 'line-through' && strikethrough === false);
  return isTakenAway ? 'none' : present;
}
