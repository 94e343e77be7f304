/** The conditional format rules of a sheet, which are always set all together. */
import { type Context, requireSheet } from './context';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import { list, type Members, readList, takes } from './signature';

export const ruleMembers = (context: Context, sheet: SheetModel) =>
  ({
    getConditionalFormatRules: takes().gives(() =>
      requireSheet(context, sheet).conditionalRules.map(({ areas, ...rule }) =>
        context.rules.wrap({ ...rule, ranges: areas.map((area) => ({ sheet, area })) }),
      ),
    ),
    setConditionalFormatRules: takes(list).gives((given) => {
      const rules = readList(given, context.rules.kind, 'ConditionalFormatRule');
      const isForeign = rules.some(({ ranges }) => ranges.some((range) => range.sheet !== sheet));
      if (isForeign) throw refusals.ruleOfAnotherSheet();
      requireSheet(context, sheet).conditionalRules = rules.map(({ ranges, ...rule }) => ({
        ...rule,
        areas: ranges.map(({ area }) => area),
      }));
    }),
    clearConditionalFormatRules: takes().gives(() => {
      requireSheet(context, sheet).conditionalRules = [];
    }),
  }) satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
