/** What goes with its cells: named ranges, metadata of columns, conditional formats. */
import type { Claims, Platform } from './Claim';
import { refusal } from './refusal';

const NAME = 'platform_check';
const KEY = 'platform-check-column';

type Change = (sheet: Platform['sheet']) => unknown;

/** Where a name given to B2:D5 is after the change. */
const namedAfter =
  (change: Change) =>
  ({ sheet }: Platform): string | null => {
    const spreadsheet = sheet.getParent();
    spreadsheet.setNamedRange(NAME, sheet.getRange('B2:D5'));
    change(sheet);
    const name = spreadsheet.getRangeByName(NAME)?.getA1Notation() ?? null;
    spreadsheet.removeNamedRange(NAME);
    return name;
  };

const ruleOn = ({ sheet, spreadsheets }: Platform, cell: string, formula: string) =>
  spreadsheets
    .newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setFontColor('#cc0000')
    .setBold(true)
    .setRanges([sheet.getRange(cell)])
    .build();

/** What the sheet says of its rules: ranges, kind of condition, formula. */
const rulesOf = ({ sheet }: Platform): string[] =>
  sheet.getConditionalFormatRules().map((rule) => {
    const condition = rule.getBooleanCondition();
    const ranges = rule.getRanges().map((range) => range.getA1Notation());
    const values: readonly unknown[] = condition?.getCriteriaValues() ?? [];
    return [...ranges, condition?.getCriteriaType(), ...values].map(String).join(' ');
  });

/** The same of a rule of D3 with a formula about C3, after the change. */
const rulesAfter =
  (change: Change) =>
  (platform: Platform): string[] => {
    const { sheet } = platform;
    sheet.setConditionalFormatRules([ruleOn(platform, 'D3', '=(NOW()-C3)*24>26')]);
    change(sheet);
    const rules = rulesOf(platform);
    sheet.clearConditionalFormatRules();
    return rules;
  };

export const anchorClaims: Claims = {
  'имя после вставки строк перед диапазоном': namedAfter((sheet) => sheet.insertRowsAfter(1, 2)),
  'имя после вставки строки внутрь диапазона': namedAfter((sheet) => sheet.insertRowsAfter(3, 1)),
  'имя после вставки строки под диапазоном': namedAfter((sheet) => sheet.insertRowsAfter(5, 1)),
  'имя после вставки столбца перед диапазоном': namedAfter((sheet) => sheet.insertColumnsAfter(1, 1)),
  'имя после удаления последних строк диапазона': namedAfter((sheet) => sheet.deleteRows(4, 3)),
  'имя после удаления всех столбцов диапазона': namedAfter((sheet) => sheet.deleteColumns(2, 3)),
  'метаданные столбца после вставки и удаления столбцов': ({ sheet }) => {
    for (const column of ['B:B', 'C:C']) sheet.getRange(column).addDeveloperMetadata(KEY, column);
    sheet.insertColumnsAfter(1, 1);
    sheet.deleteColumns(3, 1);
    const found = sheet.createDeveloperMetadataFinder().withKey(KEY).find();
    const places = found.map((one) => [one.getValue(), one.getLocation().getColumn()?.getColumn() ?? null]);
    for (const metadata of found) metadata.remove();
    return places;
  },
  'условный формат при чтении': rulesAfter(() => null),
  'условный формат после вставки столбца и строки перед обеими ячейками': rulesAfter((sheet) =>
    sheet.insertColumnsAfter(1, 1).insertRowsAfter(2, 1),
  ),
  'условный формат после вставки столбца между ячейками': rulesAfter((sheet) =>
    sheet.insertColumnsAfter(3, 1),
  ),
  'условный формат после удаления ячейки формулы': rulesAfter((sheet) => sheet.deleteColumns(3, 1)),
  'условный формат после удаления его ячейки': rulesAfter((sheet) => sheet.deleteColumns(4, 1)),
  'условный формат, прочитанный и записанный снова': (platform) => {
    const { sheet } = platform;
    sheet.setConditionalFormatRules([ruleOn(platform, 'B1', '=A1>1'), ruleOn(platform, 'C1', '=A1>2')]);
    sheet.setConditionalFormatRules(sheet.getConditionalFormatRules());
    const rules = rulesOf(platform);
    sheet.clearConditionalFormatRules();
    return rules;
  },
  'условный формат с ячейкой другого листа': (platform) =>
    refusal(() => {
      platform.sheet.setConditionalFormatRules([ruleOn(platform, 'B1', "='Проверка платформы'!A1>1")]);
      platform.spreadsheets.flush();
    }),
  'условный формат без диапазона': ({ spreadsheets }) =>
    refusal(() => spreadsheets.newConditionalFormatRule().whenFormulaSatisfied('=A1>1').build()) !== null,
};
