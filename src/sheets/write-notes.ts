/** Puts onto the sheet what of notes is neither value nor look: cell notes, and the rules of their columns. */
import { areaBetween, lastPlannedRow, type PlacedTable } from './area';
import { noteColumnsOf, type NoteColumns } from './read-notes';
import type { PreparedNotes } from './prepare-notes';
import type { DataValidation } from '../platform/spreadsheet';

const filled = <T>(rows: number, columns: number, value: T): readonly (readonly T[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

const inColumns = (table: PlacedTable, { first, count }: NoteColumns): PlacedTable => ({
  ...table,
  origin: { row: table.origin.row, column: table.origin.column + first },
  width: count,
});

/** Before the values: nothing that stood beside other invoices, or refuses what is to come, may be left. */
export function makeWayForNotes(table: PlacedTable, notes: PreparedNotes): void {
  const { onSheet, plan } = notes;
  if (onSheet === null || onSheet.lastRow <= table.origin.row) return;
  const { columns, lastRow, rules } = onSheet;
  const hasMoved = noteColumnsOf(plan).first !== columns.first;
  const firstRow = table.origin.row + 1;
  const area = areaBetween(inColumns(table, columns), firstRow, lastRow);
  const own = rules.slice(1).map((row) => row.slice(columns.first, columns.first + columns.count));
  if (hasRules(own) && (hasMoved || !takeAll(notes, own)))
    area.setDataValidations(filled(lastRow - table.origin.row, columns.count, null));
  if (hasMoved && notes.comments !== null)
    area.setNotes(filled(lastRow - table.origin.row, columns.count, ''));
}

type Rules = readonly (readonly (DataValidation | null)[])[];

const hasRules = (rules: Rules): boolean => rules.some((row) => row.some((rule) => rule !== null));

/** Whether the rules that stand there let all that is planned through. */
function takeAll({ plan }: PreparedNotes, rules: Rules): boolean {
  const { first } = noteColumnsOf(plan);
  return plan.body.every(({ values }, r) =>
    values.slice(first).every((value, c) => {
      const rule = rules[r]?.[c] ?? null;
      return rule === null || value === null || rule.getAllowInvalid() || takes(rule, value);
    }),
  );
}

/** Of a rule that refuses; of other kinds than these nobody can say. */
function takes(rule: DataValidation, value: unknown): boolean {
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

/** After the values, down to the last row that the report has left. */
export function writeNotes(table: PlacedTable, notes: PreparedNotes, surplusRows: number): void {
  const { plan, rules, comments, onSheet } = notes;
  const columns = noteColumnsOf(plan);
  const rows = lastPlannedRow(plan, table.origin) + surplusRows - table.origin.row;
  if (columns.count === 0 || rows === 0) return;
  const area = areaBetween(inColumns(table, columns), table.origin.row + 1, table.origin.row + rows);
  const below = rows - plan.body.length;
  if (comments !== null) area.setNotes([...comments, ...filled(below, columns.count, '')]);
  if (onSheet === null || !hasRules(onSheet.rules.map((row) => row.slice(onSheet.columns.first)))) return;
  area.setDataValidations([...plan.body.map(() => rules), ...filled(below, columns.count, null)]);
}
