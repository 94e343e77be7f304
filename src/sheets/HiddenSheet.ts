/** A hidden sheet of the add-on's own. Known by developer metadata, made when needed, removed when not. */
import type { Platform } from '../platform/platform';
import type { Sheet, Workbook } from '../platform/spreadsheet';
import { DRAFT_TITLE, MEMORY_TITLE } from '../texts/sheet-texts';
import { hasGrid } from './area';
import { keepingView } from './keeping-view';
import { sameName } from './same-name';

/** What each is called, and what its metadata is. */
const KINDS = {
  draft: { title: DRAFT_TITLE, key: 'bitrix24-invoice-sheets-draft' },
  memory: { title: MEMORY_TITLE, key: 'bitrix24-invoice-sheets-memory' },
} as const;

export class HiddenSheet {
  private readonly title: string;
  private readonly key: string;

  /** @param isSeen whether a person waits for this execution */
  constructor(
    private readonly workbook: Workbook,
    kind: keyof typeof KINDS,
    private readonly isSeen = false,
  ) {
    ({ title: this.title, key: this.key } = KINDS[kind]);
  }

  /** The cells of its first columns, column by column; null where there are none. */
  read(columns: number): readonly (readonly unknown[])[] | null {
    const [sheet] = this.own();
    if (sheet === undefined || sheet.getLastRow() === 0) return null;
    const rows = sheet.getRange(1, 1, sheet.getLastRow(), columns).getValues();
    return Array.from({ length: columns }, (_, column) => rows.map((row) => row[column]));
  }

  /** Puts the cells in place of a column's earlier ones. What an execution that was killed here left undone is done. */
  write(column: number, cells: readonly string[]): void {
    const sheet = this.own()[0] ?? this.insert();
    if (!this.isMarked(sheet)) sheet.addDeveloperMetadata(this.key);
    sheet.hideSheet();
    const height = Math.min(Math.max(cells.length, sheet.getLastRow()), sheet.getMaxRows());
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
    return keepingView(this.workbook, this.isSeen, () => this.workbook.insertSheet(name, sheets.length));
  }

  private isMarked(sheet: Sheet): boolean {
    return sheet.getDeveloperMetadata().some((metadata) => metadata.getKey() === this.key);
  }
}

/**
 * Takes the draft away for good.
 * @throws where Google refuses, at once or when it comes to it: a run has a draft as long as one lies there
 */
export function removeDraft(platform: Pick<Platform, 'workbook' | 'spreadsheets'>): void {
  new HiddenSheet(platform.workbook(), 'draft').remove();
  platform.spreadsheets.flush();
}
