/** The accessors of one property of the look of cells: `getX`, `getXs`, `setX`, `setXs` of `Range`. */
import { grid, type Kind, type Method, mismatch } from '../signature';
import type { Cell, RunStyle } from './cell';
import { readColor } from './color';
import { type Context, onRange, read, write } from './context';
import { readTable } from './read-table';
import { restyleRuns } from './rich-text';
import { type CellStyle, plainStyle } from './StyleTable';

type Accessors<One extends string, Many extends string> = Record<`${'get' | 'set'}${One | Many}`, Method>;

export interface LookProperty<K extends keyof CellStyle> {
  readonly key: K;
  /** What setters accept. */
  readonly kind: Kind<CellStyle[K]>;
  /** What getters answer. */
  readonly shown: (value: CellStyle[K]) => unknown;
  /** What the setting means for the runs of a rich text in the cell. */
  readonly runs?: (value: CellStyle[K]) => RunStyle;
}

export const oneOf =
  <T extends string>(...names: readonly T[]): Kind<T> =>
  (value) =>
    names.find((name) => name === value) ?? mismatch;

/** null stands for the value of a plain cell. */
export const orPlain =
  <T>(kind: Kind<T>, plain: T): Kind<T> =>
  (value) =>
    value === null ? plain : kind(value);

/** null takes the colour away. */
export const color: Kind<string | null> = (value) => {
  if (value === null) return null;
  return typeof value === 'string' ? readColor(value) : mismatch;
};

export function accessors<One extends string, Many extends string, K extends keyof CellStyle>(
  context: Context,
  [one, many]: readonly [One, Many],
  property: LookProperty<K>,
): Accessors<One, Many> {
  const { styles, quirks } = context.book;
  const shown = (cell: Cell | undefined, row: number, column: number): unknown => {
    const own = property.shown((cell?.style ?? plainStyle)[property.key]);
    const echo = quirks.echoes[`get${many}`];
    return echo === undefined ? own : echo(own, { row, column, cell });
  };
  const store = (cell: Cell, value: CellStyle[K]): void => {
    cell.style = styles.with(cell.style, property.key, value);
    if (property.runs) restyleRuns(cell, property.runs(value));
  };
  const members = {
    [`get${one}`]: onRange().gives((range) =>
      read(context, range, () => {
        const { row, column } = range.area;
        return shown(range.sheet.peek(row, column), row, column);
      }),
    ),
    [`get${many}`]: onRange().gives((range) =>
      read(context, range, () => range.sheet.map(range.area, shown)),
    ),
    [`set${one}`]: onRange(property.kind).chains((range, value) =>
      write(context, range, () => range.sheet.touchAll(range.area, (cell) => store(cell, value)), 'looks'),
    ),
    [`set${many}`]: onRange(grid).chains((range, rows) => {
      const { sheet, area } = range;
      const values = readTable(rows, area, property.kind, 'String');
      const run = (): void =>
        sheet.touchAll(area, (cell, row, column) => {
          store(cell, values[row - area.row]?.[column - area.column] as CellStyle[K]);
        });
      write(context, range, run, 'looks');
    }),
  };
  return members as Accessors<One, Many>;
}
