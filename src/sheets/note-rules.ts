/**
 * Data validation of note columns. The rule of a column's first line stands for the whole of it, and goes with it; until
 * the values stand it stays where it is and refuses nothing, so that a write that is cut short loses none. Checkboxes
 * over a whole column reach below the table and stay where other columns come: with nothing in them they give way.
 */
import type { DataValidation } from '../platform/spreadsheet';
import { plannedRows } from './area';
import { isEmptyBox, marking, type Rules, takes } from './cell-rules';
import { isIn, type NoteColumns, noteColumnsOf, type NotesOnSheet, ruleOfColumn } from './read-notes';
import type { SheetPlan } from '../report/SheetPlan';

export interface NoteRules {
  /** By note column of the plan, whether it has one. */
  readonly ruled: readonly boolean[];
  /** The first of the table's columns that are spoken of, from 0. */
  readonly first: number;
  /** For the time in which the values are written; null where nothing has to be changed. */
  readonly loosened: Rules | null;
  /** For the time after; null where nothing has to be changed. */
  readonly settled: Rules | null;
}

export interface RulesSought {
  /** With the notes in it. */
  readonly plan: SheetPlan;
  /** Of the whole table, and its values, as far as it was read. */
  readonly standing: Rules;
  readonly values: readonly (readonly unknown[])[];
  readonly onSheet: NotesOnSheet | null;
  /** Where former writes may have left rules, the newest last. */
  readonly places: readonly NoteColumns[];
  /** Which note columns had one when a write was last begun. */
  readonly ruled: readonly boolean[];
}

export function noteRules(sought: RulesSought): NoteRules {
  const { plan, standing, onSheet, places } = sought;
  const planned = noteColumnsOf(plan);
  const formerly = onSheet === null ? places : [...places, onSheet.columns];
  const left = emptyBoxes(sought, [planned, ...formerly]);
  const all = [planned, ...formerly].filter(({ count }) => count > 0);
  const first = Math.min(plan.columns.length, ...all.map((columns) => columns.first), ...left.columns);
  const width = Math.max(plan.columns.length, ...standing.map((row) => row.length)) - first;
  const rules = rulesOf(sought, planned);
  const ruled = rules.map((rule) => rule !== null);
  const area: Rules = standing.map((row) => Array.from({ length: width }, (_, c) => row[first + c] ?? null));
  if (![...area.flat(), ...rules].some((rule) => rule !== null))
    return { ruled, first, loosened: null, settled: null };
  const loosened = loosenedIn(area, plan, first, left.has);
  /** An empty report keeps them in the row below its header. */
  const lines = Math.max(1, plan.body.length);
  const rows = Math.max(lines + 1, plannedRows(plan).length, standing.length);
  const settledAt = (r: number, c: number): DataValidation | null => {
    const now = (loosened ?? area)[r]?.[c] ?? null;
    if (r === 0) return now;
    if (isIn(planned, first + c)) return r <= lines ? (rules[first + c - planned.first] ?? null) : null;
    return formerly.some((columns) => isIn(columns, first + c)) ? null : now;
  };
  return {
    ...{ ruled, first, loosened },
    settled: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: width }, (__, c) => settledAt(r, c)),
    ),
  };
}

interface EmptyBoxes {
  readonly columns: ReadonlySet<number>;
  readonly has: (row: number, column: number) => boolean;
}

/** Where checkboxes with nothing in them stand in the way of the report's own values. */
function emptyBoxes({ plan, standing, values }: RulesSought, notes: readonly NoteColumns[]): EmptyBoxes {
  const own = Array.from({ length: plan.columns.length }, (_, column) => column).filter(
    (column) => !notes.some((columns) => isIn(columns, column)),
  );
  const rows = plannedRows(plan).map((_, row) => row);
  const columns = new Set(
    own.filter((column) => rows.some((row) => isEmptyBox(standing, values, row, column))),
  );
  return {
    columns,
    has: (row, column) =>
      columns.has(column) && row < rows.length && isEmptyBox(standing, values, row, column),
  };
}

/** By note column of the plan: what it had, or what the column had that it takes. */
function rulesOf(sought: RulesSought, planned: NoteColumns): readonly (DataValidation | null)[] {
  const { standing, onSheet } = sought;
  const at = (column: number): DataValidation | null => ruleOfColumn(standing, onSheet, column);
  const kept = placeOfRules(sought, at);
  return Array.from({ length: planned.count }, (_, c) => {
    const place = planned.first + c;
    if (c < kept.count) return at(kept.first + c);
    return [kept, onSheet?.columns ?? kept].some((columns) => isIn(columns, place)) ? null : at(place);
  });
}

/** A write that was cut short may have brought the values to their place, and not yet the rules. */
function placeOfRules(
  { onSheet, places, ruled }: RulesSought,
  at: (column: number) => DataValidation | null,
): NoteColumns {
  const former = [...places].reverse();
  if (onSheet === null) return former[0] ?? NOWHERE;
  const haveAll = ({ first, count }: NoteColumns): boolean =>
    ruled.slice(0, count).every((isRuled, c) => !isRuled || at(first + c) !== null);
  return [onSheet.columns, ...former].find(haveAll) ?? onSheet.columns;
}

const NOWHERE: NoteColumns = { first: 0, count: 0 };

/** Each column whose rules refuse something that is planned, and each header; null where there is none. */
function loosenedIn(area: Rules, plan: SheetPlan, first: number, givesWay: EmptyBoxes['has']): Rules | null {
  const [header, ...body] = plannedRows(plan);
  const width = area[0]?.length ?? 0;
  const refuses = Array.from({ length: width }, (_, c) =>
    area.slice(1).some((row, r) => !givesWay(r + 1, first + c) && !takes(row[c], body[r]?.values[first + c])),
  );
  const named = Array.from({ length: width }, (_, c) => takes(area[0]?.[c], header?.values[first + c]));
  const isLeft = area.some((row, r) => row.some((_, c) => givesWay(r, first + c)));
  if (!refuses.includes(true) && !named.includes(false) && !isLeft) return null;
  const soft = refuses.map((isRefusing, c) => {
    const rule = isRefusing ? area.slice(1).find((row) => row[c])?.[c] : null;
    return rule ? marking(rule) : null;
  });
  return area.map((row, r) =>
    row.map((rule, c) => {
      if (givesWay(r, first + c)) return null;
      if (r === 0) return named[c] === true ? rule : null;
      return rule && (soft[c] ?? rule);
    }),
  );
}
