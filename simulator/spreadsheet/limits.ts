/** What a spreadsheet can hold and how it starts. Sources: Google Drive help "Files you can store", Sheets defaults. */
export const MAX_CELLS = 10_000_000;
export const MAX_COLUMNS = 18_278;
/** UTF-16 code units in one cell. */
export const MAX_CELL_CHARACTERS = 50_000;
/** UTF-16 code units. */
export const MAX_SHEET_NAME_CHARACTERS = 100;
/** Keys and values of one sheet together, characters (Sheets API guide "Read and write developer metadata"). */
export const MAX_METADATA_CHARACTERS = 30_000;

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;
/** Pixels. */
export const DEFAULT_COLUMN_WIDTH = 100;
/** Pixels. */
export const DEFAULT_ROW_HEIGHT = 21;
/** Points. */
export const DEFAULT_FONT_SIZE = 10;
