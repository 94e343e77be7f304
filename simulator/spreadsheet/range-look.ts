/** The members of `Range` that have to do with the look of cells. */
import { flag, integer, type Members, mismatch, orNull, text } from '../signature';
import { type Area, lastColumnOf, lastRowOf } from './area';
import { readColor } from './color';
import { type Context, onRange, write } from './context';
import type { RangeData } from './range-data';
import { BORDER_STYLE, WRAP_STRATEGY } from './enums';
import { LIMITS } from '../limits';
import { fontMembers } from './range-fonts';
import { accessors, color, type LookProperty, oneOf, orPlain } from './look-properties';
import type { SheetModel } from './SheetModel';
import { type CellStyle, type Edge, plainStyle } from './StyleTable';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What an "Automatic" cell answers to `getNumberFormat`. */
const AUTOMATIC = '0.###############';

export function lookMembers(context: Context) {
  const of = <One extends string, Many extends string, K extends keyof CellStyle>(
    names: readonly [One, Many],
    property: LookProperty<K>,
  ) => accessors(context, names, property);
  return {
    ...of(['Background', 'Backgrounds'], {
      key: 'background',
      kind: color,
      shown: (value) => value ?? '#ffffff',
    }),
    ...of(['FontColor', 'FontColors'], {
      key: 'fontColor',
      kind: color,
      shown: (value) => value ?? '#000000',
      runs: (value) => ({ color: value ?? '#000000' }),
    }),
    ...of(['FontWeight', 'FontWeights'], {
      key: 'fontWeight',
      kind: orPlain(oneOf('normal', 'bold'), 'normal'),
      shown: (value) => value,
      runs: (value) => ({ bold: value === 'bold' }),
    }),
    ...of(['FontStyle', 'FontStyles'], {
      key: 'fontStyle',
      kind: orPlain(oneOf('normal', 'italic'), 'normal'),
      shown: (value) => value,
      runs: (value) => ({ italic: value === 'italic' }),
    }),
    ...of(['FontLine', 'FontLines'], {
      key: 'fontLine',
      kind: orPlain(oneOf('none', 'underline', 'line-through'), 'none'),
      shown: (value) => value,
      runs: (value) => ({ underline: value === 'underline', strikethrough: value === 'line-through' }),
    }),
    ...of(['FontSize', 'FontSizes'], {
      key: 'fontSize',
      kind: integer,
      shown: (value) => value ?? LIMITS.fontSizePoints,
      runs: (value) => ({ fontSize: value ?? LIMITS.fontSizePoints }),
    }),
    ...of(['FontFamily', 'FontFamilies'], {
      key: 'fontFamily',
      kind: orNull(text),
      shown: (value) => value ?? LIMITS.fontFamily,
      runs: (value) => ({ fontFamily: value ?? LIMITS.fontFamily }),
    }),
    ...of(['NumberFormat', 'NumberFormats'], {
      key: 'numberFormat',
      kind: text,
      shown: (value) => value ?? AUTOMATIC,
    }),
    ...of(['HorizontalAlignment', 'HorizontalAlignments'], {
      key: 'horizontalAlignment',
      kind: orNull(oneOf('left', 'center', 'right', 'normal')),
      shown: (value) => value ?? 'general',
    }),
    ...of(['VerticalAlignment', 'VerticalAlignments'], {
      key: 'verticalAlignment',
      kind: orPlain(oneOf('top', 'middle', 'bottom'), 'bottom'),
      shown: (value) => value,
    }),
    ...of(['WrapStrategy', 'WrapStrategies'], {
      key: 'wrap',
      kind: WRAP_STRATEGY.kind,
      shown: (value) => WRAP_STRATEGY.constant(value),
    }),
    ...of(['Wrap', 'Wraps'], {
      key: 'wrap',
      kind: (value) => (typeof value === 'boolean' ? (value ? 'WRAP' : 'OVERFLOW') : mismatch),
      shown: (value) => value === 'WRAP',
    }),
    ...borderMembers(context),
    ...fontMembers(context),
    clearFormat: onRange().chains((range) => write(context, range, () => clearLook(context, range))),
  } satisfies Members<Range>;
}

type Sides = readonly [
  top: boolean | null,
  left: boolean | null,
  bottom: boolean | null,
  right: boolean | null,
  vertical: boolean | null,
  horizontal: boolean | null,
];

function borderMembers(context: Context) {
  const { styles } = context.book;
  const side = orNull(flag);
  const set = (range: RangeData, sides: Sides, edge: Edge): void =>
    write(context, range, () => drawBorders(context, range, sides, edge), 'looks');
  return {
    setBorder: [
      onRange(side, side, side, side, side, side).chains((range, ...sides) =>
        set(range, sides, styles.edge('SOLID', '#000000')),
      ),
      onRange(side, side, side, side, side, side, orNull(text), orNull(BORDER_STYLE.kind)).chains(
        (range, top, left, bottom, right, vertical, horizontal, lineColor, style) => {
          const edge = styles.edge(style ?? 'SOLID', readColor(lineColor ?? 'black'));
          set(range, [top, left, bottom, right, vertical, horizontal], edge);
        },
      ),
    ],
  } satisfies Members<Range>;
}

function drawBorders(context: Context, { sheet, area }: RangeData, sides: Sides, edge: Edge): void {
  const [top, left, bottom, right, vertical, horizontal] = sides;
  const inner = { rows: area.rows - 1, columns: area.columns - 1 };
  const draw = (lines: Area, side: 'bottom' | 'right', on: boolean | null): void => {
    if (on !== null) setEdges(context, sheet, lines, side, on ? edge : null);
  };
  draw({ ...area, row: area.row - 1, rows: 1 }, 'bottom', top);
  draw({ ...area, column: area.column - 1, columns: 1 }, 'right', left);
  draw({ ...area, row: lastRowOf(area), rows: 1 }, 'bottom', bottom);
  draw({ ...area, column: lastColumnOf(area), columns: 1 }, 'right', right);
  draw({ ...area, columns: inner.columns }, 'right', vertical);
  draw({ ...area, rows: inner.rows }, 'bottom', horizontal);
}

function setEdges(
  { book }: Context,
  sheet: SheetModel,
  area: Area,
  side: 'bottom' | 'right',
  edge: Edge | null,
): void {
  sheet.touchAll(area, (cell) => {
    cell.style = book.styles.with(cell.style, side, edge);
  });
}

/** Also takes the lines round the range, which are shared with its neighbours. */
export function clearLook(context: Context, range: RangeData): void {
  const { sheet, area } = range;
  sheet.touchAll(area, (cell) => {
    cell.style = plainStyle;
    cell.runs = cell.runs.filter(({ link }) => link !== null).map((run) => ({ ...run, style: {} }));
  });
  setEdges(context, sheet, { ...area, row: area.row - 1, rows: 1 }, 'bottom', null);
  setEdges(context, sheet, { ...area, column: area.column - 1, columns: 1 }, 'right', null);
}
