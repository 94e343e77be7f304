/** The conditional format rules of a sheet, which are always set all together. */
import { list, type Members } from '../signature';
import { checkArea } from './area';
import { type Context, onSheet, requireSheet } from './context';
import { checkEditable } from './protection';
import { readList } from './read-table';
import { refusals } from './refusals';
import type { ConditionalRule } from './sheet-parts';
import type { SheetModel } from './SheetModel';

export const ruleMembers = (context: Context) => {
  /** Refused like any change of a look: where a protected cell would get another one than it has. */
  const setRules = (sheet: SheetModel, rules: readonly ConditionalRule[]): void => {
    const { conditionalRules } = requireSheet(context, sheet);
    context.pending.structure(() => {
      const [before, after] = [conditionalRules, rules].map((all) => all.map((rule) => JSON.stringify(rule)));
      const changed = [
        ...rules.filter((rule) => !before?.includes(JSON.stringify(rule))),
        ...conditionalRules.filter((rule) => !after?.includes(JSON.stringify(rule))),
      ];
      for (const area of changed.flatMap(({ areas }) => areas)) {
        checkEditable(sheet, checkArea(area, sheet), context.user);
      }
      sheet.conditionalRules = rules;
    });
  };
  return {
    getConditionalFormatRules: onSheet().gives((sheet) => {
      const { conditionalRules } = requireSheet(context, sheet);
      context.pending.settle();
      return conditionalRules.map(({ areas, ...rule }) =>
        context.rules.wrap({ ...rule, ranges: areas.map((area) => ({ sheet, area })) }),
      );
    }),
    setConditionalFormatRules: onSheet(list).gives((sheet, given) => {
      const rules = readList(given, context.rules.kind, 'ConditionalFormatRule');
      const isForeign = rules.some(
        ({ ranges, formula }) => formula.includes('!') || ranges.some((range) => range.sheet !== sheet),
      );
      if (isForeign) throw refusals.ruleOfAnotherSheet();
      setRules(
        sheet,
        rules.map(({ ranges, ...rule }) => ({ ...rule, areas: ranges.map(({ area }) => area) })),
      );
    }),
    clearConditionalFormatRules: onSheet().gives((sheet) => setRules(sheet, [])),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Sheet>;
};
