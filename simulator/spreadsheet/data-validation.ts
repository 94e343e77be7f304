/** Data validation by a list of values: read by scripts, and in the way of what they write. */
import { ServiceClass } from '../service-objects';
import { type Members, takesOn } from '../signature';
import { type Area, contains, toA1 } from './area';
import type { Cell } from './cell';
import { type Context, onRange, read } from './context';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { ValidationRule } from './sheet-parts';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

const cellArea = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

function ruleAt({ validations }: SheetModel, row: number, column: number): ValidationRule | undefined {
  return validations.filter(({ area }) => contains(area, cellArea(row, column))).at(-1);
}

export function validationMembers(context: Context) {
  const rules = new ServiceClass<DataValidation, ValidationRule>(
    'SpreadsheetApp.DataValidation',
    context.gate,
    () => ({
      getAllowInvalid: takesOn<ValidationRule>()().gives(({ allowsInvalid }) => allowsInvalid),
    }),
  );
  return {
    getDataValidations: onRange().gives((range) =>
      read(context, range, () =>
        range.sheet.map(range.area, (_, row, column) => {
          const rule = ruleAt(range.sheet, row, column);
          return rule === undefined ? null : rules.wrap(rule);
        }),
      ),
    ),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

/**
 * Stores what a script enters, unless a rule refuses it as it refuses what a person types. What was stored before
 * in the same call stays: Google promises nothing, and a script must survive the worse.
 */
export function enter(
  sheet: SheetModel,
  cell: Cell,
  row: number,
  column: number,
  store: (cell: Cell) => void,
): void {
  const rule = ruleAt(sheet, row, column);
  if (rule === undefined) {
    store(cell);
    return;
  }
  const entered = { ...cell };
  store(entered);
  if (!takesEntry(rule, entered)) throw refusals.invalidEntry(toA1(cellArea(row, column)));
  Object.assign(cell, entered);
}

const takesEntry = ({ allowed, allowsInvalid }: ValidationRule, { value, formula }: Cell): boolean =>
  allowsInvalid || value === '' || formula !== '' || allowed.some((one) => one === value);
