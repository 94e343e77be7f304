import { openSpreadsheet, refusalOf } from './support';

const outside = 'Exception: The coordinates of the range are outside the dimensions of the sheet.';

describe('Ranges', () => {
  test.each<[string, string]>([
    ['B2', 'B2'],
    ['b2:d4', 'B2:D4'],
    ['D4:B2', 'B2:D4'],
    ['$B$2', 'B2'],
    ['B2:I', 'B2:I1000'],
    ['A:C', 'A1:C1000'],
    ['3:5', 'A3:Z5'],
    ["'Лист1'!A1", 'A1'],
    ['Лист1!A1', 'A1'],
  ])('%s is %s', (a1, expected) => {
    expect(openSpreadsheet().sheet.getRange(a1).getA1Notation()).toBe(expected);
  });

  test.each(['', 'A', '5', 'A0', 'A1:', 'A1:B2:C3', 'Нет!A1', '1A'])('%j is not found', (a1) => {
    expect(refusalOf(() => openSpreadsheet().sheet.getRange(a1))).toBe('Exception: Range not found');
  });

  test('by numbers they are one cell, a column or a block', () => {
    const { sheet } = openSpreadsheet();
    const ranges = [sheet.getRange(2, 27 - 1), sheet.getRange(2, 3, 4), sheet.getRange(2, 3, 4, 5)];
    expect(ranges.map((range) => range.getA1Notation())).toEqual(['Z2', 'C2:C5', 'C2:G5']);
    const [, , block] = ranges;
    expect([block?.getRow(), block?.getColumn(), block?.getNumRows(), block?.getNumColumns()]).toEqual([
      2, 3, 4, 5,
    ]);
  });

  test('outside the grid or of no size they are refused', () => {
    const { sheet } = openSpreadsheet();
    expect(refusalOf(() => sheet.getRange(1001, 1))).toBe(outside);
    expect(refusalOf(() => sheet.getRange(1, 20, 1, 8))).toBe(outside);
    expect(refusalOf(() => sheet.getRange('AA1'))).toBe(outside);
    expect(refusalOf(() => sheet.getRange(0, 1))).toBe(
      'Exception: The starting row of the range is too small.',
    );
    expect(refusalOf(() => sheet.getRange(1, 1, 0, 1))).toBe(
      'Exception: The number of rows in the range must be at least 1.',
    );
    expect(refusalOf(() => sheet.getRange(1, 1, 1, 0))).toBe(
      'Exception: The number of columns in the range must be at least 1.',
    );
  });

  test('taken before a user shortened the sheet they fail when used', () => {
    const { sheet, user } = openSpreadsheet();
    const range = sheet.getRange('A1000');
    user.deleteRows(sheet.getName(), 500, 100);
    expect(refusalOf(() => range.setValue('x'))).toBe(outside);
    expect(refusalOf(() => range.getValue())).toBe(outside);
  });
});

describe('Rows and columns', () => {
  test('a new sheet has 1000 rows and 26 columns and grows only by inserting', () => {
    const { sheet } = openSpreadsheet();
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1000, 26]);
    sheet.insertRowsAfter(1000, 5).insertColumnsAfter(26, 2);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1005, 28]);
    expect(sheet.getRange('AB1005').setValue('x').getValue()).toBe('x');
  });

  test('what stands below and right of an insertion moves with its look and widths', () => {
    const { sheet } = openSpreadsheet();
    sheet.getRange('C3').setValue('x').setBackground('red');
    sheet.setColumnWidth(3, 50).setRowHeight(3, 40);
    sheet.insertRowsAfter(1, 2).insertColumnsAfter(1, 1);
    expect([sheet.getRange('C3').getValue(), sheet.getRange('D5').getValue()]).toEqual(['', 'x']);
    expect(sheet.getRange('D5').getBackground()).toBe('#ff0000');
    expect([sheet.getColumnWidth(3), sheet.getColumnWidth(4), sheet.getRowHeight(5)]).toEqual([100, 50, 40]);
  });

  test('deleting moves up what stood below', () => {
    const { sheet } = openSpreadsheet();
    sheet.getRange('A1:A4').setValues([['a'], ['b'], ['c'], ['d']]);
    sheet.deleteRows(2, 2);
    sheet.getRange('B1').setValue('second');
    sheet.deleteColumns(1, 1);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['second'], ['']]);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([998, 25]);
  });

  test('all rows, all unfrozen rows and rows beyond the grid cannot be deleted', () => {
    const { sheet } = openSpreadsheet();
    expect(refusalOf(() => sheet.deleteRows(1, 1000))).toBe(
      "Exception: You can't delete all the rows on the sheet.",
    );
    expect(refusalOf(() => sheet.deleteRows(1000, 2))).toBe('Exception: Those rows are out of bounds.');
    expect(refusalOf(() => sheet.deleteColumns(27, 1))).toBe('Exception: Those columns are out of bounds.');
    sheet.setFrozenRows(2);
    expect(refusalOf(() => sheet.deleteRows(3, 998))).toBe(
      'Exception: Sorry, it is not possible to delete all non-frozen rows.',
    );
    sheet.deleteRows(4, 997);
    expect(sheet.getMaxRows()).toBe(3);
  });

  test('at least one row stays unfrozen', () => {
    const { sheet } = openSpreadsheet();
    sheet.deleteRows(3, 998);
    expect(refusalOf(() => sheet.setFrozenRows(2))).toBe(
      "Exception: You can't freeze all visible rows on the sheet.",
    );
    sheet.setFrozenRows(1);
    expect(sheet.getFrozenRows()).toBe(1);
  });

  test('the spreadsheet holds ten million cells, empty ones included', () => {
    const { sheet, spreadsheet } = openSpreadsheet();
    const limit =
      'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    expect(refusalOf(() => sheet.insertRowsAfter(1000, 383_616))).toBe(limit);
    sheet.insertRowsAfter(1000, 383_615);
    expect(refusalOf(() => spreadsheet.insertSheet('ещё'))).toBe(limit);
    expect(refusalOf(() => sheet.insertColumnsAfter(26, 1))).toBe(limit);
    expect(spreadsheet.getSheets()).toHaveLength(1);
  });

  test('widths are pixels, 100 by default', () => {
    const { sheet } = openSpreadsheet();
    sheet.setColumnWidths(2, 2, 280);
    expect([1, 2, 3, 4].map((column) => sheet.getColumnWidth(column))).toEqual([100, 280, 280, 100]);
    expect(refusalOf(() => sheet.setColumnWidth(27, 50))).toBe('Exception: Those columns are out of bounds.');
  });
});

test('Members that answer with nothing do so, the others with their object', () => {
  const { sheet, spreadsheet } = openSpreadsheet();
  const silent: (() => unknown)[] = [
    () => sheet.setFrozenRows(1),
    () => sheet.deleteRows(9, 1),
    () => spreadsheet.toast('готово'),
  ];
  expect(silent.map((call) => call())).toEqual([undefined, undefined, undefined]);
  expect(sheet.setColumnWidth(1, 20)).toBe(sheet);
  const range = sheet.getRange('A1');
  expect(range.setValue(1).setBackground('red').setBorder(true, null, null, null, null, null)).toBe(range);
});

test('No row is frozen that holds only a part of merged cells', () => {
  const { sheet, user } = openSpreadsheet();
  user.merge(sheet.getName(), 'K2:L3');
  const refused = (what: string) =>
    `Exception: You can't freeze ${what} which contain only part of a merged cell.`;
  expect(refusalOf(() => sheet.setFrozenRows(2))).toBe(refused('rows'));
  expect(refusalOf(() => sheet.setFrozenColumns(11))).toBe(refused('columns'));
  sheet.setFrozenRows(3);
  sheet.setFrozenColumns(10);
  expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([3, 10]);
});
