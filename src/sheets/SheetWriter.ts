/**
 * Writes the report's plans into its sheets: prepares first, changing nothing, and then commits. A mark stands
 * from before the first change until after the last flush.
 */
import type { SheetPlan } from '../report/SheetPlan';
import { applyPlan, growGrid } from './apply-plan';
import type { Grid } from './area';
import { checkCellLimit, checkTexts } from './check-before-writing';
import { dayNumbersIn } from './day-numbers';
import { layoutFingerprint } from './layout';
import { lookFingerprint } from './look';
import { tailOf } from './owned-rows';
import { FIRST_COLUMN, FIRST_ROW, lastPlannedRow, type SheetKind } from './planned-area';
import { type PreparedSheet, prepareSheet } from './prepare-sheet';
import { type ReportSheet, ReportSheets, type WantedSheet } from './ReportSheets';
import { encodeRecord, type SheetRecord } from './sheet-record';
import type { SpreadsheetService, Workbook } from './workbook-seams';
import type { WriteMark } from './WriteMark';

/** All checks passed, nothing changed yet. */
export interface PreparedWrite {
  readonly sheets: readonly PreparedSheet[];
}

const cellsOf = (grid: Grid | null): number => (grid === null ? 0 : grid.rows * grid.columns);

export class SheetWriter {
  private readonly reportSheets: ReportSheets;

  constructor(
    private readonly app: SpreadsheetService,
    private readonly workbook: Workbook,
    private readonly mark: WriteMark,
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

  /**
   * Checks everything that can refuse, changing nothing.
   * @throws WriterError for every reason but CELL_DIFFERS
   */
  prepare(plans: readonly SheetPlan[]): PreparedWrite {
    const found = this.reportSheets.find(plans);
    plans.forEach(checkTexts);
    const unfinished = this.mark.unfinished();
    const dayNumberOf = dayNumbersIn(this.workbook.getSpreadsheetTimeZone());
    const sheets = plans.map((plan) =>
      prepareSheet(plan, found.get(plan.sheet) ?? null, unfinished.has(plan.sheet), dayNumberOf),
    );
    checkCellLimit(
      this.workbook,
      sheets.reduce((sum, { grid }) => sum + cellsOf(grid.needed) - cellsOf(grid.present), 0),
    );
    return { sheets };
  }

  /**
   * Writes the sheets that change, and the notes of all.
   * @param noteOf the note of B2, which may say whether this write changes the sheet
   * @returns whether a cell was written; notes do not count
   * @throws WriterError CELL_DIFFERS; whatever it throws, the mark stays and the next commit writes anew
   */
  commit(
    prepared: PreparedWrite,
    noteOf: (sheet: PreparedSheet) => string = ({ plan }) => plan.note,
  ): { readonly changed: boolean } {
    const changing = prepared.sheets.filter(({ changes }) => changes);
    const unfinished = new Set(this.mark.unfinished());
    if (changing.length > 0)
      this.mark.put(new Set([...unfinished, ...changing.map(({ plan }) => plan.sheet)]));
    const ready = prepared.sheets.map((sheet) => ({ prepared: sheet, report: this.makeReady(sheet) }));
    for (const { prepared: sheet, report } of ready) {
      if (sheet.changes) this.write(report, sheet);
      report.sheet.getRange(FIRST_ROW, FIRST_COLUMN, 1, 1).setNote(noteOf(sheet));
    }
    this.app.flush();
    if (changing.length > 0) {
      changing.forEach(({ plan }) => unfinished.delete(plan.sheet));
      this.mark.put(unfinished);
    }
    return { changed: changing.length > 0 };
  }

  private makeReady({ plan, report, grid, ownedLastRow, changes }: PreparedSheet): ReportSheet {
    const made = this.reportSheets.make(plan, report);
    if (!changes) return made;
    growGrid(made.sheet, grid);
    // Rows that this write takes over must be the report's already when it is cut short.
    const lastRow = Math.max(ownedLastRow, lastPlannedRow(plan));
    if (lastRow > made.record.lastRow) this.record(made, { ...made.record, lastRow, tail: '' });
    return made;
  }

  private write(report: ReportSheet, prepared: PreparedSheet): void {
    const { plan } = prepared;
    applyPlan(report, prepared, this.app);
    this.record(report, {
      kind: plan.sheet,
      sheetId: report.sheet.getSheetId(),
      lastRow: lastPlannedRow(plan),
      tail: tailOf(plan),
      look: lookFingerprint(plan),
      layout: layoutFingerprint(plan),
    });
  }

  private record({ metadata }: ReportSheet, record: SheetRecord): void {
    metadata.setValue(encodeRecord(record));
  }
}
