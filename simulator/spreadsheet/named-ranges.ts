/** Named ranges of a spreadsheet: a second one of the same name takes the place of the first. */
import { type Context, requireSheet } from './context';
import { type Members, takes, text } from './signature';

export const namedRangeMembers = (context: Context) => {
  const { book, ranges } = context;
  return {
    setNamedRange: takes(text, ranges.kind).gives((name, range) => {
      requireSheet(context, range.sheet);
      book.namedRanges.set(name, range);
    }),
    removeNamedRange: takes(text).gives((name) => void book.namedRanges.delete(name)),
    getRangeByName: takes(text).gives((name) => {
      const named = book.namedRanges.get(name);
      return named && book.sheets.includes(named.sheet) ? ranges.wrap(named) : null;
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Spreadsheet>;
};
