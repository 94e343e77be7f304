/** The simulated spreadsheet: a model that outlives executions, Google's services on it, a user's hand, `.xlsx`. */
export { makeSpreadsheetApp, type SpreadsheetAppOptions } from './app-service';
export { type Area, columnsOf } from './area';
export { CHART_TYPE } from './enums';
export { type Cell, type CellValue, type RunStyle, type TextRun, UNCOMPUTED } from './cell';
export type { LocaleName } from './locale';
export { PendingWrites } from './PendingWrites';
export { SheetModel } from './SheetModel';
export type { Borders, Chart, Metadata, Protection } from './sheet-parts';
export {
  type Echo,
  type Quirks,
  SpreadsheetModel,
  type SpreadsheetOptions,
  type Toast,
} from './SpreadsheetModel';
export { SpreadsheetUser } from './SpreadsheetUser';
export type { BorderStyleName, CellStyle, Edge, WrapName } from './StyleTable';
export { saveWorkbook } from './workbook';
