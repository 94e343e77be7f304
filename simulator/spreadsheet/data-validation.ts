/** Data validation by a list of values or a checkbox: read and set by scripts, and in the way of what they write. */
import { ServiceClass } from '../service-objects';
import { flag, grid, type Kind, type Members, orNull, takesOn } from '../signature';
import { type Area, contains, toA1 } from './area';
import type { Cell } from './cell';
import { type Context, onRange, read, write } from './context';
import { VALIDATION_CRITERIA } from './enums';
import { readTable } from './read-table';
import { refusals } from './refusals';
import type { SheetModel } from './SheetModel';
import type { ValidationRule } from './sheet-parts';

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type DataValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

interface Draft {
  rule: ValidationRule;
}

const cellArea = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

function ruleAt({ validations }: SheetModel, row: number, column: number): ValidationRule | undefined {
  return validations.filter(({ area }) => contains(area, cellArea(row, column))).at(-1);
}

export function validationMembers(context: Context) {
  const rules: ServiceClass<DataValidation, ValidationRule> = new ServiceClass<
    DataValidation,
    ValidationRule
  >('SpreadsheetApp.DataValidation', context.gate, () => ({
    getAllowInvalid: takesOn<ValidationRule>()().gives(({ allowsInvalid }) => allowsInvalid),
    getCriteriaType: takesOn<ValidationRule>()().gives(({ criteria }) =>
      VALIDATION_CRITERIA.constant(criteria),
    ),
    /** Of a list its values and whether a cell shows an arrow; of a plain checkbox nothing. */
    getCriteriaValues: takesOn<ValidationRule>()().gives(({ criteria, allowed }) =>
      criteria === 'CHECKBOX' ? [] : [[...allowed].map(String), true],
    ),
    copy: takesOn<ValidationRule>()().gives((rule) => builders.wrap({ rule })),
  }));
  const builders = new ServiceClass<DataValidationBuilder, Draft>(
    'SpreadsheetApp.DataValidationBuilder',
    context.gate,
    () => ({
      setAllowInvalid: takesOn<Draft>()(flag).chains((draft, allowsInvalid) => {
        draft.rule = { ...draft.rule, allowsInvalid };
      }),
      build: takesOn<Draft>()().gives(({ rule }) => rules.wrap(rule)),
    }),
  );
  const kind: Kind<ValidationRule | null> = orNull(rules.kind);
  return {
    getDataValidations: onRange().gives((range) =>
      read(context, range, () =>
        range.sheet.map(range.area, (_, row, column) => {
          const rule = ruleAt(range.sheet, row, column);
          return rule === undefined ? null : rules.wrap(rule);
        }),
      ),
    ),
    setDataValidations: onRange(grid).chains((range, rows) => {
      const { sheet, area } = range;
      const given = readTable(rows, area, kind, 'DataValidation');
      write(
        context,
        range,
        () => {
          const others = sheet.validations.flatMap((rule) => beside(rule, area));
          sheet.validations = [...others, ...placed(given, area)];
        },
        'values',
      );
    }),
  } satisfies Members<GoogleAppsScript.Spreadsheet.Range>;
}

/** What of a rule lies outside an area: up to four parts. */
function beside(rule: ValidationRule, area: Area): ValidationRule[] {
  const { row, column, rows, columns } = rule.area;
  const top = Math.max(row, area.row);
  const bottom = Math.min(row + rows, area.row + area.rows);
  const left = Math.max(column, area.column);
  const right = Math.min(column + columns, area.column + area.columns);
  if (bottom <= top || right <= left) return [rule];
  const parts: Area[] = [
    { row, column, rows: top - row, columns },
    { row: bottom, column, rows: row + rows - bottom, columns },
    { row: top, column, rows: bottom - top, columns: left - column },
    { row: top, column: right, rows: bottom - top, columns: column + columns - right },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0).map((part) => ({ ...rule, area: part }));
}

/** Rules for single cells, those of one column that are the same and follow each other as one. */
function placed(given: readonly (readonly (ValidationRule | null)[])[], area: Area): ValidationRule[] {
  const made: ValidationRule[] = [];
  for (let c = 0; c < area.columns; c += 1) {
    let start = 0;
    for (let r = 1; r <= area.rows; r += 1) {
      const rule = given[start]?.[c] ?? null;
      if (r < area.rows && (given[r]?.[c] ?? null) === rule) continue;
      if (rule !== null)
        made.push({
          ...rule,
          area: { row: area.row + start, column: area.column + c, rows: r - start, columns: 1 },
        });
      start = r;
    }
  }
  return made;
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
