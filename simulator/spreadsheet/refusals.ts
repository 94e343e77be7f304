/**
 * The texts with which the platform refuses a call, for a user whose language is English.
 * Production code must not branch on them: on the platform they come in the user's language.
 */
import { PlatformException, invalidArgument } from '../service';
import { LIMITS } from '../limits';

const refusal = (text: string) => new PlatformException(text);

export const refusals = {
  rowsMismatch: (data: number, range: number) =>
    refusal(
      'The number of rows in the data does not match the number of rows in the range. ' +
        `The data has ${data} but the range has ${range}.`,
    ),
  columnsMismatch: (data: number, range: number) =>
    refusal(
      'The number of columns in the data does not match the number of columns in the range. ' +
        `The data has ${data} but the range has ${range}.`,
    ),
  outsideTheSheet: () => refusal('The coordinates of the range are outside the dimensions of the sheet.'),
  startTooSmall: (side: 'row' | 'column') => refusal(`The starting ${side} of the range is too small.`),
  tooFew: (what: 'rows' | 'columns') => refusal(`The number of ${what} in the range must be at least 1.`),
  rangeNotFound: () => refusal('Range not found'),
  outOfBounds: (what: 'rows' | 'columns') => refusal(`Those ${what} are out of bounds.`),
  deletingAll: (what: 'rows' | 'columns') => refusal(`You can't delete all the ${what} on the sheet.`),
  deletingAllUnfrozen: (what: 'rows' | 'columns') =>
    refusal(`Sorry, it is not possible to delete all non-frozen ${what}.`),
  freezingAll: (what: 'rows' | 'columns') => refusal(`You can't freeze all visible ${what} on the sheet.`),
  freezingPart: (what: 'rows' | 'columns') =>
    refusal(`You can't freeze ${what} which contain only part of a merged cell.`),
  cellLimit: () =>
    refusal(
      `This action would increase the number of cells in the workbook above the limit of ${LIMITS.spreadsheetCells} cells.`,
    ),
  cellTooLong: () =>
    refusal(
      `Your input contains more than the maximum of ${LIMITS.cellCharacters} characters in a single cell.`,
    ),
  sheetExists: (name: string) =>
    refusal(`A sheet with the name "${name}" already exists. Please enter another name.`),
  sheetNameTooLong: () =>
    refusal(`The sheet name cannot be greater than ${LIMITS.sheetNameCharacters} characters.`),
  sheetNameEmpty: () => refusal('The sheet name cannot be empty.'),
  removingAllSheets: () => refusal("You can't remove all the sheets in a document."),
  hidingAllSheets: () => refusal("You can't hide all the sheets in a document."),
  sheetGone: (id: number) => refusal(`Sheet ${id} not found`),
  typedColumns: () => refusal('This operation is not allowed on cells in typed columns.'),
  noGrid: (type: string) => refusal(`The action is not supported for ${type} sheet`),
  ruleOfAnotherSheet: () => refusal('Conditional format rule cannot reference a different sheet.'),
  mergeCutsMerge: () => refusal('You must select all cells in a merged range to merge or unmerge them.'),
  protectedCell: () =>
    refusal(
      'You are trying to edit a protected cell or object. ' +
        'Please contact the spreadsheet owner to remove protection if you need to edit.',
    ),
  invalidEntry: (cell: string) =>
    refusal(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`),
  invalidColor: () => refusal('Invalid color string'),
  invalidArgument,
  cannotConvert: (value: unknown, type: string) => refusal(`Cannot convert ${String(value)} to ${type}.`),
  metadataTooLong: () => refusal('The developer metadata exceeds the maximum size.'),
  metadataOnCells: () =>
    refusal(
      'Adding developer metadata to arbitrary ranges is not currently supported. ' +
        'Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    ),
  serviceFailed: (id: string) =>
    refusal(`Service Spreadsheets failed while accessing document with id ${id}.`),
  noUi: () => refusal('Cannot call SpreadsheetApp.getUi() from this context.'),
};
