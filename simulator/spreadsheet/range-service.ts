/** `Range` and `RangeList`. */
import { type Gate, NotSimulatedError } from '../service';
import { ServiceClass } from '../service-objects';
import { integer, type Members, type Method, plainObject, takesOn } from '../signature';
import { checkArea, toA1 } from './area';
import { clearContent } from './cell';
import { type Context, onRange, read, requireSheet, write } from './context';
import type { RangeClass, RangeData } from './range-data';
import { validationMembers } from './data-validation';
import { mergeMembers } from './merge-members';
import { rangeMetadataMembers } from './metadata-service';
import { isEditable } from './protection';
import { clearLook, lookMembers } from './range-look';
import { valueMembers } from './range-values';
import { refusals } from './refusals';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** `context` is asked for when the first member is, as it holds this class itself. */
export const makeRangeClass = (gate: Gate, context: () => Context): RangeClass =>
  new ServiceClass<Range, RangeData>('SpreadsheetApp.Range', gate, () => ({
    ...valueMembers(context()),
    ...ownMembers(context()),
    ...lookMembers(context()),
    ...rangeMetadataMembers(context()),
  }));

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

/** Setters that hold for every range of a list in one call. */
const LISTED = ['setBorder', 'setBackground', 'setNumberFormat'] as const;

export function makeRangeListClass(context: Context): ServiceClass<RangeList, readonly RangeData[]> {
  const spread = (name: (typeof LISTED)[number]): readonly Method[] =>
    context.ranges.forms(name).map(({ kinds, run }) => ({
      kinds,
      chains: true,
      run: (ranges: readonly RangeData[], ...args: never[]) =>
        ranges.forEach((range) => run(range as never, ...args)),
    }));
  return new ServiceClass<RangeList, readonly RangeData[]>('SpreadsheetApp.RangeList', context.gate, () => ({
    ...Object.fromEntries(LISTED.map((name) => [name, spread(name)])),
    getRanges: takesOn<readonly RangeData[]>()().gives((ranges) =>
      ranges.map((range) => context.ranges.wrap(range)),
    ),
  }));
}
