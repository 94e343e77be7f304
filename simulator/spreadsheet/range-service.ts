/** `Range` and `RangeList`. */
import { NotSimulatedError } from '../service';
import { checkArea, lastColumnOf, lastRowOf, toA1 } from './area';
import { clearContent } from './cell';
import { type Context, type RangeData, read, requireSheet, write } from './context';
import { rangeBandingMembers } from './banding-service';
import { validationMembers } from './data-validation';
import { mergeMembers } from './merge-members';
import { protectRange } from './protection-service';
import { isEditable } from './protection';
import { borderMembers, clearLook, lookMembers } from './range-look';
import { valueMembers } from './range-values';
import { refusals } from './refusals';
import { integer, type Members, type Method, plainObject, simulate, takes } from './signature';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

export const makeRange = (context: Context, range: RangeData): Range =>
  simulate<Range>('Range', context.gate, [
    () => valueMembers(context, range),
    () => ownMembers(context, range),
    () => lookMembers(context, range),
  ]);

function ownMembers(context: Context, range: RangeData) {
  const { sheet, area } = range;
  const offset = (rows: number, columns: number, height: number, width: number): object => {
    const moved = { row: area.row + rows, column: area.column + columns, rows: height, columns: width };
    return context.ranges.wrap({ sheet, area: checkArea(moved, sheet) });
  };
  return {
    getA1Notation: takes().gives(() => toA1(area)),
    getRow: takes().gives(() => area.row),
    getColumn: takes().gives(() => area.column),
    getNumRows: takes().gives(() => area.rows),
    getNumColumns: takes().gives(() => area.columns),
    getHeight: takes().gives(() => area.rows),
    getWidth: takes().gives(() => area.columns),
    getLastRow: takes().gives(() => lastRowOf(area)),
    getLastColumn: takes().gives(() => lastColumnOf(area)),
    getSheet: takes().gives(() => context.sheets.wrap(requireSheet(context, sheet))),
    getCell: takes(integer, integer).gives((row, column) => {
      if (row < 1 || column < 1 || row > area.rows || column > area.columns) throw refusals.outsideTheSheet();
      return offset(row - 1, column - 1, 1, 1);
    }),
    offset: [
      takes(integer, integer).gives((rows, columns) => offset(rows, columns, area.rows, area.columns)),
      takes(integer, integer, integer).gives((rows, columns, height) =>
        offset(rows, columns, height, area.columns),
      ),
      takes(integer, integer, integer, integer).gives(offset),
    ],
    canEdit: takes().gives(() => read(context, range, () => isEditable(sheet, area, context.user))),
    ...mergeMembers(context, range),
    ...validationMembers(context, range),
    ...rangeBandingMembers(context, range),
    protect: takes().gives(() => protectRange(context, range)),
    createFilter: takes().gives(() => {
      if (requireSheet(context, sheet).filter) throw refusals.secondFilter();
      sheet.filter = area;
      return makeFilter(context, range);
    }),
    getFilter: takes().gives(() => filterOf(context, range.sheet)),
    clear: [
      takes().chains(() => clearRange(context, range, {})),
      takes(plainObject).chains((options) => clearRange(context, range, options)),
    ],
  } satisfies Members<Range>;
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
const LISTED_LOOKS = [
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
  'clearFormat',
] as const;
const LISTED_VALUES = ['setNote', 'setValue', 'clearContent', 'clearNote'] as const;

export function makeRangeList(context: Context, ranges: readonly RangeData[]): RangeList {
  type FormsFor = (range: RangeData) => readonly Method[];
  // A list may hold tens of thousands of ranges: only what is called is made for each, and let go again.
  const spread = (formsFor: FormsFor): readonly Method[] =>
    ranges.slice(0, 1).flatMap((first) =>
      formsFor(first).map(({ kinds }, index) => ({
        kinds,
        chains: true,
        run: (...args: never[]) => ranges.forEach((range) => formsFor(range)[index]?.run(...args)),
      })),
    );
  const members = {
    getRanges: takes().gives(() => ranges.map((range) => context.ranges.wrap(range))),
  };
  const list = (name: string, formsFor: FormsFor): void =>
    void Object.defineProperty(members, name, { get: () => spread(formsFor) });
  list('setBorder', (range) => borderMembers(context, range).setBorder);
  for (const name of LISTED_LOOKS) list(name, (range) => formsOf(lookMembers(context, range)[name]));
  for (const name of LISTED_VALUES) list(name, (range) => formsOf(valueMembers(context, range)[name]));
  return simulate<RangeList>('RangeList', context.gate, members);
}

const formsOf = (declared: Method | readonly Method[] | undefined): readonly Method[] => {
  if (declared === undefined) return [];
  return 'run' in declared ? [declared] : declared;
};
