/** `ConditionalFormatRule` by formula, and its builder. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { list, orNull, takesOn, text } from '../signature';
import { readColor } from './color';
import type { RangeClass, RangeData } from './range-data';
import { readList } from './read-table';
import type { ConditionalRule } from './sheet-parts';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

/** Which ranges a rule holds for, still with their sheets. */
export interface RuleData extends Omit<ConditionalRule, 'areas'> {
  readonly ranges: readonly RangeData[];
}

interface Draft {
  rule: RuleData;
}

export interface RuleClasses {
  readonly rules: ServiceClass<Rule, RuleData>;
  readonly newBuilder: () => RuleBuilder;
}

export function makeRuleClasses(gate: Gate, ranges: RangeClass): RuleClasses {
  const onRule = takesOn<RuleData>();
  const onDraft = takesOn<Draft>();
  const set = (draft: Draft, change: Partial<RuleData>): void => {
    draft.rule = { ...draft.rule, ...change };
  };
  const color = (value: string | null): string | null => (value === null ? null : readColor(value));
  const rules: RuleClasses['rules'] = new ServiceClass<Rule, RuleData>(
    'SpreadsheetApp.ConditionalFormatRule',
    gate,
    () => ({
      getRanges: onRule().gives((rule) => rule.ranges.map((range) => ranges.wrap(range))),
      copy: onRule().gives((rule) => builders.wrap({ rule })),
    }),
  );
  const builders: ServiceClass<RuleBuilder, Draft> = new ServiceClass<RuleBuilder, Draft>(
    'SpreadsheetApp.ConditionalFormatRuleBuilder',
    gate,
    () => ({
      setRanges: onDraft(list).chains((draft, given) =>
        set(draft, { ranges: readList(given, ranges.kind, 'Range') }),
      ),
      whenFormulaSatisfied: onDraft(text).chains((draft, formula) => set(draft, { formula })),
      setBackground: onDraft(orNull(text)).chains((draft, value) => set(draft, { background: color(value) })),
      setFontColor: onDraft(orNull(text)).chains((draft, value) => set(draft, { fontColor: color(value) })),
      build: onDraft().gives(({ rule }) => rules.wrap(rule)),
    }),
  );
  const empty = { ranges: [], formula: '', background: null, fontColor: null };
  return { rules, newBuilder: () => builders.wrap({ rule: empty }) };
}
