/** A hidden sheet of the add-on's own. Known by developer metadata, made when needed, removed when not. */
import type { Platform } from '../platform/platform';
import type { Sheet, Workbook } from '../platform/spreadsheet';
import { DRAFT_TITLE, MEMORY_TITLE } from '../texts/sheet-texts';
import { hasGrid } from './area';
import { keepingView } from './keeping-view';
import { sameName } from './same-name';

/** What each is called, what its metadata is, and how many columns it needs. */
const KINDS = {
  draft: { title: DRAFT_TITLE, key: 'bitrix24-invoice-sheets-draft', columns: 1 },
  memory: { title: MEMORY_TITLE, key: 'bitrix24-invoice-sheets-memory', columns: 2 },
} as const;

/** What Google makes a new sheet of. */
const NEW_GRID = { rows: 1_000, columns: 26 };

export class HiddenSheet {
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
    const [sheet] = this.own();
    if (sheet === undefined || sheet.getLastRow() === 0) return null;
    const rows = sheet.getRange(1, 1, sheet.getLastRow(), this.columns).getValues();
    return Array.from({ length: this.columns }, (_, column) => rows.map((row) => row[column]));
  }

  /** Puts the cells in place of a column's earlier ones. What an execution that was killed here left undone is done. */
  write(column: number, cells: readonly string[]): void {
    const sheet = this.own()[0] ?? this.insert();
    if (!this.isMarked(sheet)) sheet.addDeveloperMetadata(this.key);
    sheet.hideSheet();
    const rows = sheet.getMaxRows();
    if (cells.length > rows) sheet.insertRowsAfter(rows, cells.length - rows);
    const height = Math.max(cells.length, sheet.getLastRow());
    const values = Array.from({ length: height }, (_, index) => [cells[index] ?? '']);
    const range = sheet.getRange(1, column, height, 1);
    range.setNumberFormat('@');
    range.setValues(values);
  }

  remove(): void {
    for (const sheet of this.own()) this.workbook.deleteSheet(sheet);
  }

  /** An empty sheet of this name was left by an execution that ended before it could mark it. */
  private own(): Sheet[] {
    return this.workbook
      .getSheets()
      .filter(hasGrid)
      .filter(
        (sheet) => this.isMarked(sheet) || (sheet.getName() === this.title && sheet.getLastRow() === 0),
      );
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

  private isMarked(sheet: Sheet): boolean {
    return sheet.getDeveloperMetadata().some((metadata) => metadata.getKey() === this.key);
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
