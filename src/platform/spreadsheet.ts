/**
 * The spreadsheet as the add-on sees it: only the members used, which Google's own SpreadsheetApp, Spreadsheet,
 * Sheet and Range satisfy as they are. Rows and columns count from 1, widths are pixels.
 */

/** A member of `SpreadsheetApp.BorderStyle`; only handed back to Google. */
export type BorderStyle = unknown;

/** Only handed back to Google. */
export type TextStyle = object;

export interface TextStyleBuilder {
  setFontFamily(fontFamily: string): TextStyleBuilder;
  setFontSize(fontSize: number): TextStyleBuilder;
  setBold(bold: boolean): TextStyleBuilder;
  setItalic(italic: boolean): TextStyleBuilder;
  setUnderline(underline: boolean): TextStyleBuilder;
  setStrikethrough(strikethrough: boolean): TextStyleBuilder;
  setForegroundColor(cssString: string): TextStyleBuilder;
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

/** Where and by which formula cells change their look. */
export interface ConditionalRule {
  getRanges(): Range[];
  /** null for scales of colours. */
  getBooleanCondition(): { getCriteriaValues(): unknown[] } | null;
}

export interface ConditionalRuleBuilder {
  whenFormulaSatisfied(formula: string): ConditionalRuleBuilder;
  setFontColor(color: string): ConditionalRuleBuilder;
  setBold(bold: boolean): ConditionalRuleBuilder;
  setRanges(ranges: Range[]): ConditionalRuleBuilder;
  build(): ConditionalRule;
}

export interface DataValidation {
  /** Whether an entry against the rule is kept and marked; false refuses it. */
  getAllowInvalid(): boolean;
  /** A member of `SpreadsheetApp.DataValidationCriteria`, which prints as its name. */
  getCriteriaType(): unknown;
  /** Of a list its values first. */
  getCriteriaValues(): unknown[];
  copy(): DataValidationBuilder;
}

export interface DataValidationBuilder {
  setAllowInvalid(allowInvalidData: boolean): DataValidationBuilder;
  build(): DataValidation;
}

/** A member of `Charts.ChartType`; only handed back to Google. */
export type ChartType = unknown;

/** `Charts.ChartType`. */
export interface ChartTypes {
  readonly COLUMN: ChartType;
  readonly BAR: ChartType;
}

export interface ChartBuilder {
  setChartType(type: ChartType): ChartBuilder;
  addRange(range: Range): ChartBuilder;
  clearRanges(): ChartBuilder;
  /** How many rows of the ranges are their heads. */
  setNumHeaders(headers: number): ChartBuilder;
  /** The cell of its upper left corner, and pixels from there. */
  setPosition(anchorRowPos: number, anchorColPos: number, offsetX: number, offsetY: number): ChartBuilder;
  setOption(option: string, value: unknown): ChartBuilder;
  build(): Chart;
}

export interface Chart {
  /** Unique in the spreadsheet; null for one that is not in it. */
  getChartId(): number | null;
  getRanges(): Range[];
  getContainerInfo(): { getAnchorRow(): number; getAnchorColumn(): number };
  getOptions(): { get(option: string): unknown };
  /** What its user has set stays. */
  modify(): ChartBuilder;
}

export interface Protection {
  canEdit(): boolean;
}

/** A member of `SpreadsheetApp.ProtectionType`; only handed back to Google. */
export type ProtectionType = unknown;

/** What setters take: rows that are alike may be one array. */
export type Table<T> = readonly (readonly T[])[];

/** Two-dimensional setters want exactly the range's size; null resets the aspect of a cell. */
export interface Range extends RangeList {
  getSheet(): { getSheetId(): number };
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  getA1Notation(): string;
  canEdit(): boolean;
  /** Merges that lie in the range, wholly or in part; `breakApart` undoes one of them. */
  getMergedRanges(): Range[];
  breakApart(): unknown;
  getValues(): unknown[][];
  setValue(value: string): unknown;
  setValues(values: Table<string | number | boolean>): unknown;
  getFormulas(): string[][];
  getRichTextValues(): (RichText | null)[][];
  setRichTextValues(values: Table<RichText>): unknown;
  getNumberFormats(): string[][];
  setNumberFormat(format: string): unknown;
  setNumberFormats(formats: Table<string>): unknown;
  getHorizontalAlignments(): string[][];
  setHorizontalAlignments(alignments: Table<'left' | 'center' | 'right' | 'normal' | null>): unknown;
  getBackgrounds(): string[][];
  setBackgrounds(colors: Table<string | null>): unknown;
  getFontFamilies(): string[][];
  getFontSizes(): number[][];
  getFontWeights(): (string | null)[][];
  getFontStyles(): string[][];
  getFontLines(): string[][];
  getFontColors(): string[][];
  setTextStyles(styles: Table<TextStyle>): unknown;
  getWraps(): boolean[][];
  setWraps(wraps: Table<boolean>): unknown;
  getDataValidations(): (DataValidation | null)[][];
  setDataValidations(rules: Table<DataValidation | null>): unknown;
  /** Whole columns and rows only. */
  addDeveloperMetadata(key: string, value: string): unknown;
  /** Content and looks; notes stay. */
  clear(): unknown;
  getNote(): string;
  getNotes(): string[][];
  setNotes(notes: Table<string | null>): unknown;
  setNote(note: string): unknown;
}

export interface Metadata {
  getKey(): string | null;
  getValue(): string | null;
  setValue(value: string): unknown;
  remove(): void;
  /** The sheet is null for metadata of the spreadsheet, of rows and of columns; the column for all other. */
  getLocation(): { getSheet(): Sheet | null; getColumn(): Range | null };
}

export interface MetadataFinder {
  withKey(key: string): MetadataFinder;
  find(): Metadata[];
}

export interface Sheet {
  getSheetId(): number;
  /** A member of `SpreadsheetApp.SheetType`, which prints as its name. */
  getType(): unknown;
  getName(): string;
  setName(name: string): unknown;
  getLastRow(): number;
  getMaxRows(): number;
  hideSheet(): unknown;
  getRange(a1Notation: string): Range;
  getRange(row: number, column: number, numRows: number, numColumns: number): Range;
  getRangeList(a1Notations: string[]): RangeList;
  insertRowsAfter(afterPosition: number, howMany: number): unknown;
  insertColumnsAfter(afterPosition: number, howMany: number): unknown;
  deleteRows(rowPosition: number, howMany: number): void;
  deleteColumns(columnPosition: number, howMany: number): void;
  getColumnWidth(columnPosition: number): number;
  setColumnWidths(startColumn: number, numColumns: number, width: number): unknown;
  setFrozenRows(rows: number): void;
  getConditionalFormatRules(): ConditionalRule[];
  /** Takes the place of all that there are. */
  setConditionalFormatRules(rules: ConditionalRule[]): void;
  newChart(): ChartBuilder;
  /** In no documented order. */
  getCharts(): Chart[];
  /** Adds it without looking for one like it; what it is called with gets no id. */
  insertChart(chart: Chart): void;
  updateChart(chart: Chart): void;
  getProtections(type: ProtectionType): Protection[];
  getDeveloperMetadata(): Metadata[];
  /** Finds on the sheet itself, its rows and its columns. */
  createDeveloperMetadataFinder(): MetadataFinder;
  addDeveloperMetadata(key: string, value?: string): unknown;
}

/** What a person sees of the spreadsheet. */
export interface View {
  getActiveSheet(): unknown;
  setActiveSheet(sheet: unknown): unknown;
}

export interface Workbook extends View {
  getSheets(): Sheet[];
  getSheetById(id: number): Sheet | null;
  /** `sheetIndex` counts from 0; the new sheet is 1000 rows by 26 columns. */
  insertSheet(sheetName: string, sheetIndex: number): Sheet;
  deleteSheet(sheet: unknown): void;
  /** Finds in the whole spreadsheet: on itself and on its sheets, rows and columns. */
  createDeveloperMetadataFinder(): MetadataFinder;
  getSpreadsheetTimeZone(): string;
  getRangeByName(name: string): Range | null;
  /** Takes the name from the range that had it. */
  setNamedRange(name: string, range: Range): void;
}

/** `SpreadsheetApp`, where it is not about one spreadsheet. */
export interface SpreadsheetService {
  readonly BorderStyle: { readonly SOLID: BorderStyle; readonly SOLID_MEDIUM: BorderStyle };
  readonly ProtectionType: { readonly SHEET: ProtectionType };
  newRichTextValue(): RichTextBuilder;
  newTextStyle(): TextStyleBuilder;
  newConditionalFormatRule(): ConditionalRuleBuilder;
  /** Carries out what is pending; an error of a pending change may come out here. */
  flush(): void;
}
