/**
 * Writes the report's plans into its sheets: prepares first, changing nothing, and then commits. A mark stands
 * from before the first change until after the last flush.
 */
import type { SheetKind } from '../domain/sheet-kind';
import type { SheetPlan } from '../report/SheetPlan';
import { outsideOf } from '../notes/KeptNotes';
import { writerTexts } from '../texts/writer-texts';
import type { AlteredText } from './altered-texts';
import { sameAnchor, setAnchor } from './anchor';
import { applyPlan, beginPlan, growGrid } from './apply-plan';
import { areaDownTo, lastPlannedRow, type PlacedTable } from './area';
import type { SheetCharts } from './charts';
import { cellsIn, checkCellLimit } from './check-before-writing';
import type { DayNumberOf } from './day-numbers';
import type { Face, FaceLines } from './face-line';
import { keepingView, turnTo } from './keeping-view';
import { areAsRead, NotesEdited, type NoteParts, type PreparedNotes } from './prepare-notes';
import { type PreparedSheet, prepareSheet } from './prepare-sheet';
import { type ReportSheet, ReportSheets, type RetiredSheet, type WantedSheet } from './ReportSheets';
import type { SheetRecord } from './sheet-record';
import { keepColumns, keepWritten, tableOf } from './written-record';
import { isOfTypedColumns } from './typed-columns';
import type { SpreadsheetService, Workbook } from '../platform/spreadsheet';
import type { WriteMark } from './WriteMark';
import { WriterError } from './WriterError';

/** All checks passed, nothing changed yet. */
export interface PreparedWrite {
  readonly sheets: readonly PreparedSheet[];
}

/** A sheet that exists and has the size that it needs. */
interface ReadySheet {
  readonly prepared: PreparedSheet;
  readonly report: ReportSheet;
  readonly table: PlacedTable;
}

/** What a commit has done. */
export interface CommittedWrite {
  /** Whether a cell was written; notes and the lines over the tables do not count. */
  readonly changed: boolean;
  /** By sheet, the texts that its cells show otherwise than planned, be they of an earlier write. */
  readonly altered: ReadonlyMap<SheetKind, readonly AlteredText[]>;
  /** How many invoices outside the report have notes; null where that is as before. */
  readonly notesOutside: number | null;
  /** Whether Google has refused a chart. The sheets are right all the same. */
  readonly chartsRefused: boolean;
}

/** What is told of a sheet that is right, beside its table. */
export interface Telling {
  /** The note of the header's first cell. */
  readonly note: string;
  /** The line over the table; null for none. */
  readonly face: Face | null;
}

export class SheetWriter {
  private readonly reportSheets: ReportSheets;

  /** @param isSeen whether a person waits for this execution */
  constructor(
    private readonly app: SpreadsheetService,
    private readonly workbook: Workbook,
    private readonly dayNumberOf: DayNumberOf,
    private readonly mark: WriteMark,
    private readonly faces: FaceLines,
    private readonly isSeen = false,
    private readonly notes: NoteParts | null = null,
    private readonly charts: SheetCharts | null = null,
  ) {
    this.reportSheets = new ReportSheets(workbook);
  }

  /** The sheets whose writing was cut short: the next refresh has to write them whatever it is asked for. */
  unfinished(): ReadonlySet<SheetKind> {
    return this.mark.unfinished();
  }

  /**
   * For the start of a refresh, before anything is asked of the portal.
   * @throws WriterError FOREIGN_SHEET
   */
  refuseForeignSheets(wanted: readonly WantedSheet[]): void {
    this.reportSheets.find(wanted);
  }

  /** Sheets of the report that are not among the wanted ones, and have not been told so yet. */
  toRetire(others: readonly WantedSheet[]): readonly RetiredSheet[] {
    const untold = this.reportSheets.beside(others).filter(({ record }) => record.isOff !== true);
    if (untold.length === 0) return [];
    const unfinished = this.mark.unfinished();
    return untold.map((report) => ({ report, isUnfinished: unfinished.has(report.record.kind) }));
  }

  /**
   * Checks everything that can refuse, changing nothing.
   * @throws WriterError for every reason but CELL_DIFFERS and TYPED_COLUMNS
   */
  prepare(plans: readonly SheetPlan[]): PreparedWrite {
    const found = this.reportSheets.find(plans);
    const unfinished = this.mark.unfinished();
    const reading = {
      workbook: this.workbook,
      dayNumberOf: this.dayNumberOf,
      wholeSheets: this.app.ProtectionType.SHEET,
      notes: this.notes,
    };
    const sheets = plans.map((plan) => {
      const own = found.get(plan.sheet) ?? null;
      try {
        // Nobody knows any more whether the last write before it was switched off had come to its end.
        const isUnfinished = unfinished.has(plan.sheet) || own?.record.isOff === true;
        return prepareSheet(plan, own, isUnfinished, reading);
      } catch (error) {
        if (own === null || !isGivenUp(own, plan, error)) throw error;
        this.reportSheets.refuseForeign(plan);
        return { ...prepareSheet(plan, null, false, reading), givenUp: own };
      }
    });
    checkCellLimit(
      this.workbook,
      sheets.reduce((sum, { grid }) => sum + cellsIn(grid.needed) - cellsIn(grid.present), 0),
    );
    return { sheets };
  }

  /**
   * Writes the sheets that change, and the notes and lines of all.
   * @param tellingOf may say whether this write changes the sheet
   * @param retired sheets that nobody will make right if their writing was cut short
   * @throws NotesEdited where the plan has to be made again; WriterError CELL_DIFFERS, TYPED_COLUMNS; whatever it throws, the mark stays and the next commit writes anew
   */
  commit(
    prepared: PreparedWrite,
    tellingOf: (sheet: PreparedSheet) => Telling = ({ plan }) => ({
      note: plan.noteLines.join('\n'),
      face: null,
    }),
    retired: readonly SheetKind[] = [],
  ): CommittedWrite {
    try {
      return this.write(prepared, tellingOf, retired);
    } catch (error) {
      throw isOfTypedColumns(error) ? new WriterError('TYPED_COLUMNS', writerTexts.typedColumns()) : error;
    }
  }

  private write(
    prepared: PreparedWrite,
    tellingOf: (sheet: PreparedSheet) => Telling,
    retired: readonly SheetKind[],
  ): CommittedWrite {
    const changing = prepared.sheets.filter(({ changes }) => changes);
    // Before anything is changed: whatever becomes of this write, no word is lost.
    for (const { notes } of changing) if (notes !== null) this.keep(notes);
    const unfinished = new Set(this.mark.unfinished());
    const hasDropped = retired.filter((kind) => unfinished.delete(kind)).length > 0;
    changing.forEach(({ plan }) => unfinished.add(plan.sheet));
    if (changing.length > 0 || hasDropped) this.mark.put(unfinished);
    const ready = this.makeAllReady(prepared);
    const told = ready.map(({ prepared: sheet, table }) => ({
      ...{ sheet, table, formulas: sheet.formulasOver },
      ...tellingOf(sheet),
    }));
    this.faces.unsay(told.filter(({ sheet: { changes, report } }) => changes && report !== null));
    for (const { prepared: sheet, table } of ready) if (sheet.changes) beginPlan(table, sheet);
    // What is refused of it may come out only here, and must before the first value.
    if (changing.some(({ report }) => report !== null)) this.app.flush();
    for (const { notes } of changing)
      if (notes?.onSheet && !areAsRead(notes.onSheet)) throw new NotesEdited();
    const altered = new Map<SheetKind, readonly AlteredText[]>();
    for (const { prepared: sheet, table } of ready) {
      altered.set(sheet.plan.sheet, sheet.changes ? applyPlan(table, sheet, this.app) : sheet.altered);
    }
    for (const { table, note } of told) areaDownTo(table, table.origin.row, 1).setNote(note);
    this.app.flush();
    this.faces.say(told);
    let records: ReadonlyMap<SheetKind, SheetRecord> = new Map();
    if (changing.length > 0) {
      // Only now is it sure that Google refuses nothing of what they record.
      const written = ready.filter(({ prepared: { changes } }) => changes);
      records = keepWritten(this.workbook, written, altered);
      this.app.flush();
      changing.forEach(({ plan }) => unfinished.delete(plan.sheet));
      this.mark.put(unfinished);
    }
    const notes = changing.find((sheet) => sheet.notes !== null)?.notes ?? null;
    const notesOutside = notes && outsideOf(notes.kept).length;
    const chartsRefused = !this.drawCharts(ready, records);
    return { changed: changing.length > 0, altered, notesOutside, chartsRefused };
  }

  /** Whatever becomes of them, the sheets are whole. */
  private drawCharts(ready: readonly ReadySheet[], records: ReadonlyMap<SheetKind, SheetRecord>): boolean {
    const charted = ready.map(({ prepared: { plan }, report: { record, metadata }, table }) => {
      const { sheet, charts = [] } = plan;
      return { table, metadata, charts, record: records.get(sheet) ?? record };
    });
    return this.charts?.draw(charted) ?? true;
  }

  private keep({ kept }: PreparedNotes): void {
    this.notes?.keeper.write(kept);
    this.app.flush();
  }

  /** Whoever waits for the first report is shown its brief sheet; afterwards they go on seeing what they saw. */
  private makeAllReady({ sheets }: PreparedWrite): readonly ReadySheet[] {
    const makeAll = (): readonly ReadySheet[] =>
      sheets.map((sheet) => {
        const report = this.makeReady(sheet);
        return { prepared: sheet, report, table: tableOf(report.sheet, sheet) };
      });
    if (sheets.every(({ report }) => report !== null)) return makeAll();
    const ready = keepingView(this.workbook, this.isSeen, makeAll);
    const [first] = ready;
    const isFirstReport = sheets.every(({ report }) => report === null);
    if (this.isSeen && isFirstReport && first !== undefined) turnTo(this.workbook, first.report.sheet);
    return ready;
  }

  /** Rows that are about to be written are the report's from here on, whatever becomes of the write. */
  private makeReady(prepared: PreparedSheet): ReportSheet {
    const { plan, report, grid, changes, givenUp, origin, ownedLastRow, located, surplusColumns } = prepared;
    givenUp?.metadata.remove();
    const made = this.reportSheets.make(plan, report);
    if (!changes) return made;
    growGrid(made.sheet, grid);
    const lastRow = Math.max(ownedLastRow, lastPlannedRow(plan, origin));
    const planned = tableOf(made.sheet, prepared);
    const table = { ...planned, width: planned.width + surplusColumns };
    keepColumns(made, prepared);
    if (!sameAnchor(located?.anchor ?? null, table, lastRow)) {
      setAnchor(this.workbook, table, plan.sheet, lastRow);
    }
    return made;
  }
}

/** A sheet that was renamed after a column of its table was deleted, as the refusal of that advises. */
function isGivenUp({ sheet, record }: ReportSheet, plan: SheetPlan, error: unknown): boolean {
  const isBroken = error instanceof WriterError && error.code === 'COLUMN_DELETED';
  return isBroken && sheet.getName() !== (record.name === '' ? plan.title : record.name);
}
