/** The enums of `SpreadsheetApp`, and the one of `Charts` that its builders take. */
import { Enum } from '../Enum';

export const BORDER_STYLE = new Enum('SpreadsheetApp.BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);
export const WRAP_STRATEGY = new Enum('SpreadsheetApp.WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const METADATA_VISIBILITY = new Enum('SpreadsheetApp.DeveloperMetadataVisibility', [
  'DOCUMENT',
  'PROJECT',
]);
export const METADATA_LOCATION = new Enum('SpreadsheetApp.DeveloperMetadataLocationType', [
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
]);
export const SHEET_TYPE = new Enum('SpreadsheetApp.SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);
export const PROTECTION_TYPE = new Enum('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);
/** Of conditional formats; the others are not simulated. */
export const BOOLEAN_CRITERIA = new Enum('SpreadsheetApp.BooleanCriteria', ['CUSTOM_FORMULA']);
/** Of data validation; the others are not simulated. */
export const VALIDATION_CRITERIA = new Enum('SpreadsheetApp.DataValidationCriteria', [
  'VALUE_IN_LIST',
  'CHECKBOX',
]);
export const CHART_TYPE = new Enum('Charts.ChartType', [
  'AREA',
  'BAR',
  'COLUMN',
  'LINE',
  'PIE',
  'SCATTER',
  'TABLE',
]);
