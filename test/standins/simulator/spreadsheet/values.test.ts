import { NotSimulatedError } from '../../../../simulator/service';
import { UNCOMPUTED } from '../../../../simulator/spreadsheet/index';
import { openSpreadsheet, refusalOf } from './support';

describe('Writing values', () => {
  test('null, undefined and the empty string clear a cell and keep its look and note', () => {
    const { sheet } = openSpreadsheet();
    const range = sheet
      .getRange('A1:C1')
      .setValues([[1, 2, 3]])
      .setBackground('red')
      .setNote('заметка');
    range.setValues([[null, undefined, '']]);
    expect(range.getValues()).toEqual([['', '', '']]);
    expect(range.getBackgrounds()).toEqual([['#ff0000', '#ff0000', '#ff0000']]);
    expect(range.getNotes()).toEqual([['заметка', 'заметка', 'заметка']]);
  });

  test.each<[string, unknown[][], string]>([
    [
      'too few rows',
      [['a', 'b']],
      'rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      'no rows',
      [],
      'rows in the data does not match the number of rows in the range. The data has 0 but the range has 2.',
    ],
    [
      'a ragged row',
      [['a', 'b'], ['c']],
      'columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      'too many columns',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      'columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    ],
  ])('refuses data of another size: %s', (_, data, text) => {
    const { sheet } = openSpreadsheet();
    const range = sheet.getRange('A1:B2');
    expect(refusalOf(() => range.setValues(data))).toBe(`Exception: The number of ${text}`);
    expect(refusalOf(() => range.setNumberFormats(data as string[][]))).toBe(
      `Exception: The number of ${text}`,
    );
  });

  test('a refused write changes nothing', () => {
    const { sheet } = openSpreadsheet();
    const range = sheet.getRange('A1:B1').setValues([['old', 'old']]);
    expect(refusalOf(() => range.setValues([['new', 'x'.repeat(50_001)]]))).toBe(
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(range.getValues()).toEqual([['old', 'old']]);
  });

  test('a text of exactly 50,000 characters fits', () => {
    const { sheet } = openSpreadsheet();
    const text = 'x'.repeat(50_000);
    expect(sheet.getRange('A1').setValue(text).getValue()).toBe(text);
  });

  test.each([
    ['NaN', NaN],
    ['an infinity', Infinity],
    ['an invalid date', new Date(NaN)],
    ['an object', { a: 1 }],
    ['an array', ['a']],
  ])('fails loudly on %s, which Google stores in undocumented ways', (_, value) => {
    const { sheet } = openSpreadsheet();
    expect(() => sheet.getRange('A1').setValue(value)).toThrow(NotSimulatedError);
    expect(() => sheet.getRange('A1').setValues([[value]])).toThrow(NotSimulatedError);
  });

  test('arguments of another number or type get the sentence about the method signature', () => {
    const { sheet } = openSpreadsheet();
    const loose = sheet.getRange('A1') as unknown as Record<string, (...args: unknown[]) => unknown>;
    expect(refusalOf(() => loose['setValue']?.('a', 'b'))).toBe(
      "Exception: The parameters (String,String) don't match the method signature for SpreadsheetApp.Range.setValue.",
    );
    expect(refusalOf(() => loose['setValues']?.([1, 2]))).toBe(
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(refusalOf(() => loose['setNumberFormat']?.(null))).toBe(
      "Exception: The parameters (null) don't match the method signature for SpreadsheetApp.Range.setNumberFormat.",
    );
    expect(refusalOf(() => loose['setBackgrounds']?.([[5]]))).toBe('Exception: Cannot convert 5 to String.');
  });

  test('members that are not simulated fail by name', () => {
    const { sheet } = openSpreadsheet();
    expect(() => sheet.getRange('A1').setTextRotation(45)).toThrow('Range.setTextRotation is not simulated');
  });
});

describe('Reading values', () => {
  test('an empty cell reads as an empty string everywhere', () => {
    const range = openSpreadsheet().sheet.getRange('A1');
    const answers = [range.getValue(), range.getDisplayValue(), range.getFormula(), range.getNote()];
    expect(answers).toEqual(['', '', '', '']);
    expect(range.isBlank()).toBe(true);
  });

  test('a formula is not computed and shows its placeholder, or what its writer said', () => {
    const { sheet, user } = openSpreadsheet();
    const { row, name } = { row: sheet.getRange('A1:B1'), name: sheet.getName() };
    sheet.getRange('A1').setFormula('SUM(C1:C9)');
    user.enterFormula(name, 'B1', '=C1*2', 42);
    expect(row.getFormulas()).toEqual([['=SUM(C1:C9)', '=C1*2']]);
    expect(row.getValues()).toEqual([[UNCOMPUTED, 42]]);
    expect(row.getDisplayValues()).toEqual([[UNCOMPUTED, '42']]);
    expect(row.isBlank()).toBe(false);
  });

  test('the data range and the last row follow content, not looks or notes', () => {
    const { sheet } = openSpreadsheet();
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([
      0,
      0,
      'A1',
    ]);
    sheet.getRange('F9').setBackground('red').setNote('заметка');
    sheet.getRange('B3').setValue('x');
    sheet.getRange('C2').setFormula('=A1');
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([
      3,
      3,
      'A1:C3',
    ]);
  });

  test("a table of values is the reader's own copy", () => {
    const { sheet } = openSpreadsheet();
    const values = sheet.getRange('A1').setValue('a').getValues() as string[][];
    values[0] = ['b'];
    expect(sheet.getRange('A1').getValue()).toBe('a');
  });
});

test('What one execution wrote is there for the next', () => {
  const { sheet, book, user } = openSpreadsheet();
  sheet.getRange('A1').setValue('left');
  expect(user.cell(book.activeSheet.name, 'A1').value).toBe('left');
});

test('Equal looks of many cells are one object, so that big tables stay small', () => {
  const { sheet, book } = openSpreadsheet();
  sheet.getRange(1, 1, 500, 9).setNumberFormat('@').setBackground('#fff');
  sheet.getRange(501, 1, 500, 9).setBackground('white').setNumberFormat('@');
  const styles = new Set();
  book.activeSheet.forEachCell((cell) => styles.add(cell.style));
  expect(styles.size).toBe(1);
});
