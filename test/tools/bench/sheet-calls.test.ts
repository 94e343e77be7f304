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

const written = (calls: Record<string, number>, ...places: [member: string, place: string][]): number =>
  cellWrites({ toRecord: () => calls, writes: places.map(([member, place]) => ({ member, place })) });

test('setting cells, their looks and the grid is writing', () => {
  const calls = { 'Range.setValues': 1, 'RangeList.setBorder': 1, 'Sheet.insertRowsAfter': 1 };
  const places: [string, string][] = [
    ['Range.setValues', 'Краткий!B2:I9'],
    ['RangeList.setBorder', 'Краткий!B2:I2'],
    ['RangeList.setBorder', 'Краткий!B3:I9'],
    ['Range.setValues', 'Краткий!A1:B2'],
  ];
  expect(written(calls, ...places)).toBe(5);
});

test('reading, metadata, the note and the line over a table are not', () => {
  const calls = { 'Range.getValues': 1, 'Range.setNote': 2, 'DeveloperMetadata.setValue': 1 };
  const places: [string, string][] = [
    ['Range.setNote', 'Краткий!B2'],
    ['Range.setValues', 'Полный!A1:B1'],
    ['Range.setValues', 'Полный!B1'],
    ['Range.clear', 'Полный!A1'],
  ];
  expect(written(calls, ...places)).toBe(0);
});
