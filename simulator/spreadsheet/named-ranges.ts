/** Named ranges of a spreadsheet: a second one of the same name takes the place of the first. */
import { type Members, takes, text } from '../signature';
import { checkArea } from './area';
import { type Context, requireSheet } from './context';
import { refusals } from './refusals';

/** Letters, digits, underscores, no digit first, and no cell (Google, "Name a range of cells"). */
const NAME = /^(?!true$|false$|[a-z]{1,3}\d+$|r\d*c\d*$)[\p{L}_][\p{L}\p{N}_]{0,249}$/iu;

export const namedRangeMembers = (context: Context) => {
  const { book, ranges } = context;
  return {
    setNamedRange: takes(text, ranges.kind).gives((name, range) => {
      requireSheet(context, range.sheet);
      if (!NAME.test(name)) throw refusals.invalidArgument('name');
      context.pending.structure(() => {
        checkArea(range.area, range.sheet);
        book.setName(name, range);
      });
    }),
    removeNamedRange: takes(text).gives((name) => book.setName(name, null)),
    getRangeByName: takes(text).gives((name) => {
      const named = book.named(name);
      if (named === null && book.quirks.lostNamesRefuse && book.hasName(name)) throw refusals.rangeNotFound();
      return named && ranges.wrap(named);
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Spreadsheet>;
};
