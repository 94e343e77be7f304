import { cellWrites, sheetCalls } from '../../../cli/bench/sheet-calls';

test('calls that read or change the spreadsheet count, each as often as it was made', () => {
  const calls = { 'Range.getValues': 2, 'Sheet.setFrozenRows': 1, 'SpreadsheetApp.flush': 1 };
  expect(sheetCalls(calls)).toBe(4);
});

test('handles, value builders and other services are not calls on the spreadsheet', () => {
  const calls = {
    'SpreadsheetApp.getActiveSpreadsheet': 1,
    'SpreadsheetApp.newRichTextValue': 9,
    'Spreadsheet.getSheets': 1,
    'Sheet.getRange': 1,
    'Sheet.getRangeList': 1,
    'DeveloperMetadata.getValue': 1,
    'Range.getNumRows': 1,
    'RichTextValueBuilder.build': 9,
    'RichTextValue.getLinkUrl': 9,
    'Cache.getAll': 1,
    'UrlFetchApp.fetchAll': 1,
  };
  expect(sheetCalls(calls)).toBe(0);
});

test('setting cells, their looks and the grid is writing; reading, the note and metadata are not', () => {
  expect(cellWrites({ 'Range.setValues': 1, 'RangeList.setBorder': 2, 'Sheet.insertRowsAfter': 1 })).toBe(4);
  expect(cellWrites({ 'Range.getValues': 1, 'Range.setNote': 2, 'DeveloperMetadata.setValue': 1 })).toBe(0);
});
