/** What becomes of the people's notes in a write: found out by reading only, told apart from how it is then written. */
import type { IsoDate } from '../domain/ids';
import { type AssignedNotes, assignNotes, type NotesToAssign, type NoteTrouble } from '../notes/assign-notes';
import { type KeptNotes, keptFor, linesOf, type NoteKeeper, parkedIn, parkedWith } from '../notes/KeptNotes';
import { columnName, type SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import { cellName, type Grid, lastPlannedRow } from './area';
import type { Rules } from './cell-rules';
import type { DayNumberOf } from './day-numbers';
import type { LocatedTable } from './locate-table';
import { placeIn, placesOf } from './note-places';
import { type NoteRules, noteRules } from './note-rules';
import { idsIn, planWith } from './plan-notes';
import {
  columnRules,
  foundValues,
  headersIn,
  namesIn,
  type NoteColumns,
  noteColumnsOf,
  type NotesOnSheet,
  rowsWithIds,
  shownIn,
  withIds,
  withLooks,
} from './read-notes';
import type { ReportSheet } from './ReportSheets';
import { WriterError } from './WriterError';

/** What notes take of their surroundings. */
export interface NoteParts {
  readonly keeper: NoteKeeper;
  readonly portal: string;
  readonly today: IsoDate;
  readonly newStamp: () => string;
}

/** What is to be written of notes. */
export interface PreparedNotes {
  /** With the notes in it. */
  readonly plan: SheetPlan;
  readonly kept: KeptNotes;
  /** Where they stand now; null where none do. */
  readonly onSheet: NotesOnSheet | null;
  readonly rules: NoteRules;
  /** Cell notes by row of the body; null where there are none to write or to take away. */
  readonly comments: readonly (readonly string[])[] | null;
}

export interface NotesSought {
  readonly plan: SheetPlan;
  readonly report: ReportSheet | null;
  readonly located: LocatedTable | null;
  readonly present: Grid | null;
  readonly isUnfinished: boolean;
  /** Of the table; asked for once. */
  readonly rules: () => Rules;
  readonly dayNumberOf: DayNumberOf;
  readonly parts: NoteParts;
}

export class Notes {
  private readonly onSheet: NotesOnSheet | null;
  private found: ReturnType<typeof foundValues> = [];

  constructor(private readonly sought: NotesSought) {
    this.onSheet = notesOnSheet(sought);
    if (this.onSheet !== null) this.found = foundValues(this.onSheet, sought.plan);
  }

  /** Whether nothing of them has to be written, as far as their values tell, where each line of the table stays as it is. */
  get lieInPlace(): boolean {
    const { onSheet, found } = this;
    if (onSheet === null) return false;
    const assigned = assignNotes({ ...this.toAssign(null), found });
    return !('trouble' in assigned) && assigned.isInPlace && this.areRulesWhole(onSheet);
  }

  /**
   * All of it, looks included.
   * @throws WriterError NOTE_WITHOUT_ID, NOTE_DOUBLED, NOTE_FORMULA, NOTE_DROPPED
   */
  settle(): PreparedNotes {
    const { onSheet } = this;
    const { plan, report, isUnfinished, parts } = this.sought;
    const { portal, today } = parts;
    const found = onSheet === null ? [] : withLooks(this.found, onSheet);
    const kept = parts.keeper.read();
    const stampOnSheet = report?.record.notes?.stamp ?? '';
    const names = onSheet === null ? new Map() : namesIn(onSheet, plan);
    const isBegun = isUnfinished && kept !== null && kept.stamp !== stampOnSheet;
    const begun = isBegun ? new Map(kept.lines) : null;
    let before = parkedIn(kept, stampOnSheet);
    let all: NotesToAssign = { ...this.toAssign(kept), found, begun, parked: linesOf(before, portal) };
    if (kept !== null && kept.portal !== portal) {
      // The ids on the sheet are another portal's: none of its notes may come to stand beside an invoice of this one.
      const left = this.assigned({ ...all, planned: [], parked: linesOf(before, kept.portal) });
      before = parkedWith(left.parked, { portal: kept.portal, today, before, names });
      all = { ...all, found: [], known: null, begun: null, parked: linesOf(before, portal) };
    }
    const assigned = this.assigned(all);
    const parked = parkedWith(assigned.parked, { portal, today, before, names });
    const { count: columns } = noteColumnsOf(plan);
    const shown = planWith(plan, assigned.lines, onSheet === null ? [] : headersIn(onSheet));
    const rules = noteRules({
      plan: shown,
      standing: this.sought.rules(),
      values: this.sought.located?.values ?? [],
      onSheet,
      places: formerPlaces(this.sought),
      ruled: kept?.ruled ?? [],
    });
    return {
      plan: shown,
      kept: keptFor(assigned, parked, { stamp: parts.newStamp(), portal, columns, ruled: rules.ruled }),
      onSheet,
      rules,
      comments: commentsOf(assigned, plan, columns, found),
    };
  }

  private assigned(all: NotesToAssign): AssignedNotes {
    const assigned = assignNotes(all);
    if ('trouble' in assigned) throw this.refusal(assigned.trouble);
    return assigned;
  }

  private toAssign(kept: KeptNotes | null): NotesToAssign {
    const { plan } = this.sought;
    const { count } = noteColumnsOf(plan);
    return {
      found: [],
      planned: count === 0 ? [] : idsIn(plan),
      columns: count,
      columnsFound: this.onSheet?.columns.count ?? 0,
      known: kept && new Set(kept.known),
      parked: new Map(),
      begun: null,
    };
  }

  /** Whether every line has a rule where the first one has. */
  private areRulesWhole({ columns, rules }: NotesOnSheet): boolean {
    const { plan } = this.sought;
    const first = this.onSheet === null ? [] : columnRules(this.onSheet);
    const body = rules.slice(1, plan.body.length + 1);
    return first.every(
      (rule, c) => rule === null || body.every((row) => (row[columns.first + c] ?? null) !== null),
    );
  }

  private refusal(trouble: NoteTrouble): WriterError {
    const { plan, report, located } = this.sought;
    const name = report?.sheet.getName() ?? plan.title;
    const { kind, row } = trouble;
    if (kind === 'withoutId') return new WriterError('NOTE_WITHOUT_ID', writerTexts.noteWithoutId(name, row));
    if (kind === 'doubled')
      return new WriterError('NOTE_DOUBLED', writerTexts.noteDoubled(name, row, trouble.other, trouble.id));
    const origin = located?.origin ?? { row: 0, column: 0 };
    const first = this.onSheet?.columns.first ?? 0;
    const cell = cellName({ row: 0, column: origin.column }, row, first + trouble.column);
    if (kind === 'dropped') return new WriterError('NOTE_DROPPED', writerTexts.noteDropped(name, cell));
    const width = Math.max(plan.columns.length, located?.width ?? 0);
    const last = columnName(origin.column + width - 1);
    return new WriterError('NOTE_FORMULA', writerTexts.noteFormula(name, cell, last));
  }
}

/** Somebody has written beside the lines since they were read: the write has to begin anew. */
export class NotesEdited extends WriterError {
  constructor() {
    super('NOTES_EDITED', writerTexts.notesEdited());
  }
}

/** Whether somebody has written beside the lines since they were read. */
export const areAsRead = (onSheet: NotesOnSheet): boolean =>
  shownIn(withIds(onSheet).getValues(), onSheet.dayNumberOf) ===
  shownIn(rowsWithIds(onSheet), onSheet.dayNumberOf);

/** Where a former write may have left something of notes, the newest last. */
export const formerPlaces = ({
  report,
  located,
}: Pick<NotesSought, 'report' | 'located'>): readonly NoteColumns[] =>
  report !== null && located?.isFound === true ? placesOf(report.record) : [];

function notesOnSheet({
  plan,
  report,
  located,
  present,
  rules,
  dayNumberOf,
}: NotesSought): NotesOnSheet | null {
  if (report === null || located === null || present === null || !located.isFound) return null;
  const known = placeIn(report.record, located.values[0] ?? []);
  const { origin } = located;
  const count = Math.min(known.count, present.columns - origin.column - known.first + 1);
  if (count < 1) return null;
  const lastRow = Math.min(present.rows, Math.max(located.lastRow, lastPlannedRow(plan, origin)));
  const columns = { first: known.first, count };
  return { sheet: report.sheet, located, columns, lastRow, rules: rules(), dayNumberOf };
}

function commentsOf(
  { lines }: AssignedNotes,
  plan: SheetPlan,
  columns: number,
  found: ReturnType<typeof foundValues>,
): PreparedNotes['comments'] {
  const has = (cells: readonly { readonly comment: string }[]): boolean =>
    cells.some(({ comment }) => comment !== '');
  if (columns === 0 || !(found.some(({ cells }) => has(cells)) || [...lines.values()].some(has))) return null;
  const none = Array.from({ length: columns }, () => '');
  return idsIn(plan).map((id) => lines.get(id)?.map(({ comment }) => comment) ?? none);
}
