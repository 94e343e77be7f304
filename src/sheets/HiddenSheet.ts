/** A hidden sheet of the add-on's own. Known by developer metadata, made when needed, removed when not. */
import type { Platform } from '../platform/platform';
import type { Sheet, Workbook } from '../platform/spreadsheet';
import { DRAFT_TITLE, KEPT_NOTES_TITLE, MEMORY_TITLE } from '../texts/sheet-texts';
import { hasGrid } from './area';
import { keepingView } from './keeping-view';
import { sameName } from './same-name';

/** What each is called, what its metadata is, and how many columns it needs. */
const KINDS = {
  draft: { title: DRAFT_TITLE, key: 'bitrix24-invoice-sheets-draft', columns: 1 },
  memory: { title: MEMORY_TITLE, key: 'bitrix24-invoice-sheets-memory', columns: 2 },
  notes: { title: KEPT_NOTES_TITLE, key: 'bitrix24-invoice-sheets-notes', columns: 2 },
} as const;

/** What Google makes a new sheet of. */
const NEW_GRID = { rows: 1_000, columns: 26 };

interface Place {
  readonly sheet: Sheet;
  /** Rows that hold something. */
  readonly height: number;
}

export class HiddenSheet {
  private place: Place | null = null;
  private readonly title: string;
  private readonly key: string;
  private readonly columns: number;

  /** @param isSeen whether a person waits for this execution */
  constructor(
    private readonly workbook: Workbook,
    kind: keyof typeof KINDS,
    private readonly isSeen = false,
  ) {
    ({ title: this.title, key: this.key, columns: this.columns } = KINDS[kind]);
  }

  /** Its cells, column by column; null where there are none. @throws where somebody has taken columns away */
  read(): readonly (readonly unknown[])[] | null {
    const place = this.find();
    if (place === null || place.height === 0) return null;
    const rows = place.sheet.getRange(1, 1, place.height, this.columns).getValues();
    return Array.from({ length: this.columns }, (_, column) => rows.map((row) => row[column]));
  }

  /** Puts the cells in place of a column's earlier ones. What an execution that was killed here left undone is done. */
  write(column: number, cells: readonly string[]): void {
    const { sheet, height } = this.find() ?? this.mark(this.left() ?? this.insert());
    sheet.hideSheet();
    if (cells.length > height) {
      const rows = sheet.getMaxRows();
      if (cells.length > rows) sheet.insertRowsAfter(rows, cells.length - rows);
    }
    const values = Array.from({ length: Math.max(cells.length, height) }, (_, index) => [cells[index] ?? '']);
    const range = sheet.getRange(1, column, values.length, 1);
    range.setNumberFormat('@');
    range.setValues(values);
    this.place = { sheet, height: values.length };
  }

  remove(): void {
    const own = new Map(
      [...this.marked(), this.left() ?? []].flat().map((sheet) => [sheet.getSheetId(), sheet]),
    );
    for (const sheet of own.values()) this.workbook.deleteSheet(sheet);
    this.place = null;
  }

  /** Looked for once in an execution: each look costs calls. */
  private find(): Place | null {
    if (this.place === null) {
      const [sheet] = this.marked();
      if (sheet !== undefined) this.place = { sheet, height: sheet.getLastRow() };
    }
    return this.place;
  }

  private marked(): readonly Sheet[] {
    const marks = this.workbook.createDeveloperMetadataFinder().withKey(this.key).find();
    return marks.flatMap((metadata) => metadata.getLocation().getSheet() ?? []);
  }

  private mark(sheet: Sheet): Place {
    sheet.addDeveloperMetadata(this.key);
    return { sheet, height: 0 };
  }

  /** An empty sheet of this name was left by an execution that ended before it could mark it. */
  private left(): Sheet | null {
    const named = this.workbook.getSheets().find((sheet) => sheet.getName() === this.title);
    return named !== undefined && hasGrid(named) && named.getLastRow() === 0 ? named : null;
  }

  private insert(): Sheet {
    const sheets = this.workbook.getSheets();
    const names = sheets.map((sheet) => sheet.getName());
    const isTaken = (name: string): boolean => names.some((other) => sameName(name, other));
    let { title: name } = this;
    for (let number = 2; isTaken(name); number++) name = `${this.title} ${number}`;
    const made = keepingView(this.workbook, this.isSeen, () =>
      this.workbook.insertSheet(name, sheets.length),
    );
    // Of the cells that a spreadsheet may have, empty ones included, it takes no more than it fills.
    made.deleteColumns(this.columns + 1, NEW_GRID.columns - this.columns);
    made.deleteRows(2, NEW_GRID.rows - 1);
    return made;
  }
}

/**
 * Takes a hidden sheet away for good.
 * @throws where Google refuses, at once or when it comes to it: a run has a draft as long as one lies there
 */
export function removeHidden(
  platform: Pick<Platform, 'workbook' | 'spreadsheets'>,
  kind: keyof typeof KINDS,
): void {
  new HiddenSheet(platform.workbook(), kind).remove();
  platform.spreadsheets.flush();
}
