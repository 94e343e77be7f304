/** Puts onto the sheet what of notes is neither value nor look: cell notes, and the rules of their columns. */
import { areaBetween, lastPlannedRow, type PlacedTable } from './area';
import type { Rules } from './cell-rules';
import { noteColumnsOf, type NoteColumns } from './read-notes';
import type { PreparedNotes } from './prepare-notes';

const filled = <T>(rows: number, columns: number, value: T): readonly (readonly T[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

const inColumns = (table: PlacedTable, { first, count }: NoteColumns): PlacedTable => ({
  ...table,
  origin: { row: table.origin.row, column: table.origin.column + first },
  width: count,
});

/** Before the values: nothing that stood beside other invoices, or refuses what is to come, may be left. */
export function makeWayForNotes(table: PlacedTable, notes: PreparedNotes): void {
  const { onSheet, plan, rules } = notes;
  setRules(table, rules.first, rules.loosened);
  if (onSheet === null || onSheet.lastRow <= table.origin.row || notes.comments === null) return;
  const { columns, lastRow } = onSheet;
  if (noteColumnsOf(plan).first === columns.first) return;
  const area = areaBetween(inColumns(table, columns), table.origin.row + 1, lastRow);
  area.setNotes(filled(lastRow - table.origin.row, columns.count, ''));
}

function setRules(table: PlacedTable, first: number, rules: Rules | null): void {
  if (rules === null) return;
  const columns = { first, count: rules[0]?.length ?? 0 };
  const lastRow = table.origin.row + rules.length - 1;
  areaBetween(inColumns(table, columns), table.origin.row, lastRow).setDataValidations(rules);
}

/** After the values, down to the last row that the report has left. */
export function writeNotes(table: PlacedTable, notes: PreparedNotes, surplusRows: number): void {
  const { plan, comments, rules } = notes;
  const columns = noteColumnsOf(plan);
  const rows = lastPlannedRow(plan, table.origin) + surplusRows - table.origin.row;
  if (columns.count > 0 && rows > 0 && comments !== null) {
    const area = areaBetween(inColumns(table, columns), table.origin.row + 1, table.origin.row + rows);
    area.setNotes([...comments, ...filled(rows - plan.body.length, columns.count, '')]);
  }
  setRules(table, rules.first, rules.settled);
}
