/** The hidden sheet that holds a paused refresh. Known by developer metadata, made when needed, removed when not. */
import type { Platform } from '../platform/platform';
import type { Sheet, Workbook } from '../platform/spreadsheet';
import { hasGrid } from '../sheets/area';
import { keepingView } from '../sheets/keeping-view';
import { sameName } from '../sheets/same-name';
import { DRAFT_TITLE } from '../texts/sheet-texts';

const METADATA_KEY = 'bitrix24-invoice-sheets-draft';

export class DraftSheet {
  /** @param isSeen whether a person waits for this execution */
  constructor(
    private readonly workbook: Workbook,
    private readonly isSeen = false,
  ) {}

  /** The cells of the draft, null where there is none. */
  read(): readonly unknown[] | null {
    const [sheet] = this.own();
    if (sheet === undefined || sheet.getLastRow() === 0) return null;
    return sheet
      .getRange(1, 1, sheet.getLastRow(), 1)
      .getValues()
      .map(([cell]) => cell);
  }

  /** Puts the cells in place of an earlier draft. What an execution that was killed here has left undone is done. */
  write(cells: readonly string[]): void {
    const sheet = this.own()[0] ?? this.insert();
    if (!isMarked(sheet)) sheet.addDeveloperMetadata(METADATA_KEY);
    sheet.hideSheet();
    const height = Math.min(Math.max(cells.length, sheet.getLastRow()), sheet.getMaxRows());
    const column = Array.from({ length: height }, (_, index) => [cells[index] ?? '']);
    const range = sheet.getRange(1, 1, height, 1);
    range.setNumberFormat('@');
    range.setValues(column);
  }

  remove(): void {
    for (const sheet of this.own()) this.workbook.deleteSheet(sheet);
  }

  /** An empty sheet of this name was left by an execution that ended before it could mark it. */
  private own(): Sheet[] {
    return this.workbook
      .getSheets()
      .filter(hasGrid)
      .filter((sheet) => isMarked(sheet) || (sheet.getName() === DRAFT_TITLE && sheet.getLastRow() === 0));
  }

  private insert(): Sheet {
    const sheets = this.workbook.getSheets();
    const names = sheets.map((sheet) => sheet.getName());
    const isTaken = (name: string): boolean => names.some((other) => sameName(name, other));
    let name: string = DRAFT_TITLE;
    for (let number = 2; isTaken(name); number++) name = `${DRAFT_TITLE} ${number}`;
    return keepingView(this.workbook, this.isSeen, () => this.workbook.insertSheet(name, sheets.length));
  }
}

const isMarked = (sheet: Sheet): boolean =>
  sheet.getDeveloperMetadata().some((metadata) => metadata.getKey() === METADATA_KEY);

/**
 * Takes the draft away for good.
 * @throws where Google refuses, at once or when it comes to it: a run has a draft as long as one lies there
 */
export function removeDraft(platform: Pick<Platform, 'workbook' | 'spreadsheets'>): void {
  new DraftSheet(platform.workbook()).remove();
  platform.spreadsheets.flush();
}
