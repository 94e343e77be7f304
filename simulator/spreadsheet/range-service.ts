/** `Range` and `RangeList`. */
import { type Gate, NotSimulatedError } from '../service';
import { checkArea, lastColumnOf, lastRowOf, toA1 } from './area';
import { clearContent } from './cell';
import { type Context, type RangeData, read, requireSheet, write } from './context';
import { rangeBandingMembers } from './banding-service';
import { validationMembers } from './data-validation';
import { mergeMembers } from './merge-members';
import { rangeMetadataMembers } from './metadata-service';
import { protectRange } from './protection-service';
import { isEditable } from './protection';
import { onRange, type RangeClass } from './range-data';
import { clearLook, lookMembers } from './range-look';
import { valueMembers } from './range-values';
import { refusals } from './refusals';
import { integer, type Members, type Method, plainObject, BoundClass, simulate, takes } from './signature';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** `context` is asked for when the first member is, as it holds this class itself. */
export const makeRangeClass = (gate: Gate, context: () => Context): RangeClass =>
  new BoundClass<Range, RangeData>('Range', gate, [
    () => valueMembers(context()),
    () => ownMembers(context()),
    () => lookMembers(context()),
    () => rangeMetadataMembers(context()),
  ]);

function ownMembers(context: Context) {
  const offset = (range: RangeData, by: Offset, height: number, width: number): object => {
    const { sheet, area } = range;
    const moved = { row: area.row + by.rows, column: area.column + by.columns, rows: height, columns: width };
    return context.ranges.wrap({ sheet, area: checkArea(moved, sheet) });
  };
  return {
    getA1Notation: onRange().gives(({ area }) => toA1(area)),
    getRow: onRange().gives(({ area }) => area.row),
    getColumn: onRange().gives(({ area }) => area.column),
    getNumRows: onRange().gives(({ area }) => area.rows),
    getNumColumns: onRange().gives(({ area }) => area.columns),
    getHeight: onRange().gives(({ area }) => area.rows),
    getWidth: onRange().gives(({ area }) => area.columns),
    getLastRow: onRange().gives(({ area }) => lastRowOf(area)),
    getLastColumn: onRange().gives(({ area }) => lastColumnOf(area)),
    getSheet: onRange().gives(({ sheet }) => context.sheets.wrap(requireSheet(context, sheet))),
    getCell: onRange(integer, integer).gives((range, row, column) => {
      const { rows, columns } = range.area;
      if (row < 1 || column < 1 || row > rows || column > columns) throw refusals.outsideTheSheet();
      return offset(range, { rows: row - 1, columns: column - 1 }, 1, 1);
    }),
    offset: [
      onRange(integer, integer).gives((range, rows, columns) =>
        offset(range, { rows, columns }, range.area.rows, range.area.columns),
      ),
      onRange(integer, integer, integer).gives((range, rows, columns, height) =>
        offset(range, { rows, columns }, height, range.area.columns),
      ),
      onRange(integer, integer, integer, integer).gives((range, rows, columns, height, width) =>
        offset(range, { rows, columns }, height, width),
      ),
    ],
    canEdit: onRange().gives((range) =>
      read(context, range, () => isEditable(range.sheet, range.area, context.user)),
    ),
    ...mergeMembers(context),
    ...validationMembers(context),
    ...rangeBandingMembers(context),
    protect: onRange().gives((range) => protectRange(context, range)),
    createFilter: onRange().gives((range) => {
      const sheet = requireSheet(context, range.sheet);
      if (sheet.filter) throw refusals.secondFilter();
      sheet.filter = range.area;
      return makeFilter(context, range);
    }),
    getFilter: onRange().gives(({ sheet }) => filterOf(context, sheet)),
    clear: [
      onRange().chains((range) => clearRange(context, range, {})),
      onRange(plainObject).chains((range, options) => clearRange(context, range, options)),
    ],
  } satisfies Members<Range>;
}

interface Offset {
  readonly rows: number;
  readonly columns: number;
}

const CLEAR_OPTIONS = ['contentsOnly', 'formatOnly', 'commentsOnly'];

/** `{ contentsOnly, formatOnly, commentsOnly }`; without any: contents and looks, notes stay. */
export function clearRange(context: Context, range: RangeData, options: Record<string, unknown>): void {
  const unknown = Object.keys(options).find((name) => !CLEAR_OPTIONS.includes(name));
  if (unknown !== undefined) throw new NotSimulatedError(`clear({ ${unknown} })`);
  const chosen = CLEAR_OPTIONS.filter((name) => options[name] === true);
  const clears = (name: string): boolean =>
    chosen.length === 0 ? name !== 'commentsOnly' : chosen.includes(name);
  write(context, range, () => {
    if (clears('contentsOnly')) range.sheet.touchAll(range.area, clearContent);
    if (clears('formatOnly')) clearLook(context, range);
    if (clears('commentsOnly')) {
      range.sheet.touchAll(range.area, (cell) => {
        cell.note = '';
      });
    }
  });
}

function makeFilter(context: Context, range: RangeData): GoogleAppsScript.Spreadsheet.Filter {
  return simulate<GoogleAppsScript.Spreadsheet.Filter>('Filter', context.gate, {
    getRange: takes().gives(() => context.ranges.wrap(range)),
    remove: takes().gives(() => {
      requireSheet(context, range.sheet).filter = null;
    }),
  });
}

export const filterOf = (context: Context, sheet: RangeData['sheet']): object | null => {
  const { filter } = requireSheet(context, sheet);
  return filter && makeFilter(context, { sheet, area: filter });
};

/** Setters that hold for every range of a list in one call. */
const LISTED = [
  'setBorder',
  'setBackground',
  'setFontColor',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setHorizontalAlignment',
  'setVerticalAlignment',
  'setNumberFormat',
  'setWrap',
  'setWrapStrategy',
  'setNote',
  'setValue',
  'clearContent',
  'clearFormat',
  'clearNote',
] as const;

export function makeRangeList(context: Context, ranges: readonly RangeData[]): RangeList {
  const spread = (name: (typeof LISTED)[number]): readonly Method[] =>
    context.ranges.forms(name).map(({ kinds, run }) => ({
      kinds,
      chains: true,
      run: (...args: never[]) => ranges.forEach((range) => run(range as never, ...args)),
    }));
  const setters = Object.fromEntries(LISTED.map((name) => [name, spread(name)]));
  return simulate<RangeList>('RangeList', context.gate, {
    ...setters,
    getRanges: takes().gives(() => ranges.map((range) => context.ranges.wrap(range))),
  });
}
