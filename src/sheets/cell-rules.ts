/** Data validation of a table's cells: what it lets through, and what it makes of them. */
import type { CellValue } from '../report/SheetPlan';
import type { DataValidation, Table } from '../platform/spreadsheet';

/** By row from the header on and column of the table. */
export type Rules = Table<DataValidation | null>;

export const isCheckbox = (rule: DataValidation | null | undefined): boolean =>
  String(rule?.getCriteriaType()) === 'CHECKBOX';

/** Whether a cell, from 0, has a checkbox and nothing in it; what was not read is empty. */
export const isEmptyBox = (
  rules: Rules,
  values: readonly (readonly unknown[])[],
  row: number,
  column: number,
): boolean => {
  const value = values[row]?.[column] ?? '';
  return (value === '' || value === false) && isCheckbox(rules[row]?.[column]);
};

/** Whether a value may be written there; of other kinds than these nobody can say. */
export function takes(rule: DataValidation | null | undefined, value: CellValue | undefined): boolean {
  const isEmpty = value === null || value === undefined || value === '';
  if (!rule || isEmpty || rule.getAllowInvalid()) return true;
  const [given] = rule.getCriteriaValues();
  switch (String(rule.getCriteriaType())) {
    case 'CHECKBOX':
      return given === undefined && typeof value === 'boolean';
    case 'VALUE_IN_LIST':
      return Array.isArray(given) && given.map(String).includes(String(value));
    default:
      return false;
  }
}

/** The same rule, which keeps and marks what it has refused. */
export const marking = (rule: DataValidation): DataValidation => rule.copy().setAllowInvalid(true).build();
