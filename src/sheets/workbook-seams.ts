/**
 * The spreadsheet as the writer sees it: only the members used, which Google's own SpreadsheetApp, Spreadsheet,
 * Sheet and Range satisfy as they are. Rows and columns count from 1, widths are pixels.
 */

/** A member of `SpreadsheetApp.BorderStyle`; only handed back to Google. */
export type BorderStyle = unknown;

/** Only handed back to Google. */
export type TextStyle = object;

export interface TextStyleBuilder {
  setForegroundColor(cssString: string): TextStyleBuilder;
  setUnderline(underline: boolean): TextStyleBuilder;
  build(): TextStyle;
}

export interface RichText {
  getLinkUrl(): string | null;
}

export interface RichTextBuilder {
  setText(text: string): RichTextBuilder;
  setLinkUrl(linkUrl: string | null): RichTextBuilder;
  setTextStyle(textStyle: TextStyle | null): RichTextBuilder;
  build(): RichText;
}

type Border = boolean | null;

export interface RangeList {
  setBorder(
    top: Border,
    left: Border,
    bottom: Border,
    right: Border,
    vertical: Border,
    horizontal: Border,
    color: string | null,
    style: BorderStyle,
  ): unknown;
}

/** Two-dimensional setters want exactly the range's size; null resets the aspect of a cell. */
export interface Range extends RangeList {
  canEdit(): boolean;
  /** Merges that lie in the range, wholly or in part; `breakApart` undoes one of them. */
  getMergedRanges(): Range[];
  breakApart(): unknown;
  getValues(): unknown[][];
  setValues(values: (string | number)[][]): unknown;
  getFormulas(): string[][];
  getRichTextValues(): (RichText | null)[][];
  setRichTextValues(values: RichText[][]): unknown;
  getNumberFormats(): string[][];
  setNumberFormats(formats: string[][]): unknown;
  getHorizontalAlignments(): string[][];
  setHorizontalAlignments(alignments: ('left' | 'center' | 'right' | null)[][]): unknown;
  getBackgrounds(): string[][];
  setBackgrounds(colors: (string | null)[][]): unknown;
  getFontWeights(): (string | null)[][];
  setFontWeights(weights: ('bold' | 'normal' | null)[][]): unknown;
  getFontColors(): string[][];
  setFontColors(colors: (string | null)[][]): unknown;
  setWraps(wraps: boolean[][]): unknown;
  setNote(note: string): unknown;
}

export interface Metadata {
  getKey(): string | null;
  getValue(): string | null;
  setValue(value: string): unknown;
}

export interface Sheet {
  getSheetId(): number;
  getName(): string;
  setName(name: string): unknown;
  getLastRow(): number;
  getMaxRows(): number;
  getMaxColumns(): number;
  getRange(row: number, column: number, numRows: number, numColumns: number): Range;
  getRangeList(a1Notations: string[]): RangeList;
  insertRowsAfter(afterPosition: number, howMany: number): unknown;
  insertColumnsAfter(afterPosition: number, howMany: number): unknown;
  setColumnWidths(startColumn: number, numColumns: number, width: number): unknown;
  setFrozenRows(rows: number): void;
  getDeveloperMetadata(): Metadata[];
  addDeveloperMetadata(key: string, value: string): unknown;
}

export interface Workbook {
  getSheets(): Sheet[];
  /** `sheetIndex` counts from 0; the new sheet is 1000 rows by 26 columns. */
  insertSheet(sheetName: string, sheetIndex: number): Sheet;
  getSpreadsheetTimeZone(): string;
}

/** `SpreadsheetApp`, where it is not about one spreadsheet. */
export interface SpreadsheetService {
  readonly BorderStyle: { readonly SOLID: BorderStyle; readonly SOLID_MEDIUM: BorderStyle };
  newRichTextValue(): RichTextBuilder;
  newTextStyle(): TextStyleBuilder;
  /** Carries out what is pending; an error of a pending change may come out here. */
  flush(): void;
}
