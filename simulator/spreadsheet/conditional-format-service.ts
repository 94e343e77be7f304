/** The conditional format rules of a sheet, which are always set all together. */
import { list, type Members } from '../signature';
import { type Context, onSheet, requireSheet } from './context';
import { readList } from './read-table';
import { refusals } from './refusals';

export const ruleMembers = (context: Context) =>
  ({
    getConditionalFormatRules: onSheet().gives((sheet) =>
      requireSheet(context, sheet).conditionalRules.map(({ areas, ...rule }) =>
        context.rules.wrap({ ...rule, ranges: areas.map((area) => ({ sheet, area })) }),
      ),
    ),
    setConditionalFormatRules: onSheet(list).gives((sheet, given) => {
      const rules = readList(given, context.rules.kind, 'ConditionalFormatRule');
      const isForeign = rules.some(({ ranges }) => ranges.some((range) => range.sheet !== sheet));
      if (isForeign) throw refusals.ruleOfAnotherSheet();
      requireSheet(context, sheet).conditionalRules = rules.map(({ ranges, ...rule }) => ({
        ...rule,
        areas: ranges.map(({ area }) => area),
      }));
    }),
    clearConditionalFormatRules: onSheet().gives((sheet) => {
      requireSheet(context, sheet).conditionalRules = [];
    }),
  }) satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
