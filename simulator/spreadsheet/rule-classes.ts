/** `ConditionalFormatRule` by formula, what it tells of its condition, and its builder. */
import type { Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { flag, list, orNull, takesOn, text } from '../signature';
import { readColor } from './color';
import { BOOLEAN_CRITERIA } from './enums';
import type { RangeClass, RangeData } from './range-data';
import { readList } from './read-table';
import { refusals } from './refusals';
import type { ConditionalRule } from './sheet-parts';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type BooleanCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;

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
  const conditions = new ServiceClass<BooleanCondition, RuleData>(
    'SpreadsheetApp.BooleanCondition',
    gate,
    () => ({
      getCriteriaType: onRule().gives(() => BOOLEAN_CRITERIA.constant('CUSTOM_FORMULA')),
      getCriteriaValues: onRule().gives(({ formula }) => [formula]),
      getBackground: onRule().gives(({ background }) => background),
      getFontColor: onRule().gives(({ fontColor }) => fontColor),
      getBold: onRule().gives(({ bold }) => bold),
    }),
  );
  const rules: RuleClasses['rules'] = new ServiceClass<Rule, RuleData>(
    'SpreadsheetApp.ConditionalFormatRule',
    gate,
    () => ({
      getRanges: onRule().gives((rule) => rule.ranges.map((range) => ranges.wrap(range))),
      getBooleanCondition: onRule().gives((rule) => conditions.wrap(rule)),
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
      setBold: onDraft(orNull(flag)).chains((draft, bold) => set(draft, { bold })),
      build: onDraft().gives(({ rule }) => rules.wrap(checked(rule))),
    }),
  );
  const empty = { ranges: [], formula: '', background: null, fontColor: null, bold: null };
  return { rules, newBuilder: () => builders.wrap({ rule: empty }) };
}

/** Whether Google refuses a rule without ranges or condition is not documented; what it would do without, neither. */
function checked(rule: RuleData): RuleData {
  if (rule.ranges.length === 0) throw refusals.invalidArgument('ranges');
  if (!/^=./.test(rule.formula)) throw refusals.invalidArgument('formula');
  return rule;
}
