import * as fc from 'fast-check';
import type { LocaleName } from '../../../../simulator/spreadsheet/index';
import { openSpreadsheet } from './support';

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

/** What a cell keeps after a string was written into it: its formula or its value. */
function kept(typed: string, locale: LocaleName, numberFormat?: string) {
  const { sheet, user, book } = openSpreadsheet({ locale, timeZone: 'UTC' });
  const range = sheet.getRange('A1');
  if (numberFormat !== undefined) range.setNumberFormat(numberFormat);
  range.setValue(typed);
  const cell = user.cell(book.activeSheet.name, 'A1');
  return cell.formula === '' ? cell.value : cell.formula;
}

describe('A string written into a cell is read as if a person had typed it', () => {
  test.each<[LocaleName, string, string | number | boolean]>([
    ['ru_RU', '=1+1', '=1+1'],
    ['ru_RU', '=', '='],
    ['ru_RU', '+1+1', '=+1+1'],
    ['ru_RU', '-abc', '=-abc'],
    ['ru_RU', '+7 (926) 123-45-67', '=+7 (926) 123-45-67'],
    ['ru_RU', '+79261234567', 79_261_234_567],
    ['ru_RU', '-', '-'],
    ['ru_RU', '@name', '@name'],
    ['ru_RU', "'01", '01'],
    ['ru_RU', "''x", "'x"],
    ['ru_RU', '01234', 1234],
    ['ru_RU', '22 34', 2234],
    ['ru_RU', '1\u00a0234,5', 1234.5],
    ['ru_RU', '1,5', 1.5],
    ['ru_RU', '1.5', dayNumber('2024-05-01')],
    ['ru_RU', '1.50', '1.50'],
    ['ru_RU', '10%', 0.1],
    ['ru_RU', '5 ₽', 5],
    ['ru_RU', '(5)', -5],
    ['ru_RU', '1E5', 100_000],
    ['ru_RU', 'E5', 'E5'],
    ['ru_RU', '1-2', dayNumber('2024-02-01')],
    ['ru_RU', '31.12.2023', dayNumber('2023-12-31')],
    ['ru_RU', '2023-12-31', dayNumber('2023-12-31')],
    ['ru_RU', '31/12/23', dayNumber('2023-12-31')],
    ['ru_RU', '31.12.2023 12:00', dayNumber('2023-12-31') + 0.5],
    ['ru_RU', '5 мая 2024', dayNumber('2024-05-05')],
    ['ru_RU', '12:00', 0.5],
    ['ru_RU', '33/33', '33/33'],
    ['ru_RU', '30.02.2024', '30.02.2024'],
    ['ru_RU', '2024/15', '2024/15'],
    ['ru_RU', '1-2/3', '1-2/3'],
    ['ru_RU', 'TRUE', true],
    ['ru_RU', 'истина', true],
    ['ru_RU', 'ложь', false],
    ['ru_RU', 'СЧ-001', 'СЧ-001'],
    ['ru_RU', ' текст ', ' текст '],
    ['ru_RU', '', ''],
    ['en_US', '1.5', 1.5],
    ['en_US', '1,234.5', 1234.5],
    ['en_US', '1,5', '1,5'],
    ['en_US', '.5', 0.5],
    ['en_US', '$5', 5],
    ['en_US', '1-2', dayNumber('2024-01-02')],
    ['en_US', '12/31/2023', dayNumber('2023-12-31')],
    ['en_US', '31.12.2023', '31.12.2023'],
    ['en_US', 'May 5, 2024', dayNumber('2024-05-05')],
    ['en_US', '1AM', 1 / 24],
    ['en_US', '1:30 pm', 13.5 / 24],
    ['en_US', '13:61', '13:61'],
    ['en_US', 'ИСТИНА', 'ИСТИНА'],
    ['en_US', '1e3', 1000],
    ['de_DE', '1.234,5', 1234.5],
    ['de_DE', '1.234', 1234],
    ['de_DE', '1.2', dayNumber('2024-02-01')],
    ['de_DE', '5 €', 5],
    ['de_DE', 'WAHR', true],
    ['tr_TR', '1.234,5', 1234.5],
    ['tr_TR', 'DOĞRU', true],
    ['tr_TR', 'WAHR', 'WAHR'],
  ])('%s %j', (locale, typed, expected) => {
    const value = kept(typed, locale);
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 10);
    else expect(value).toBe(expected);
  });

  test('an automatic cell takes on the format of the entry, any other keeps its own', () => {
    const { sheet } = openSpreadsheet();
    sheet.getRange('B1').setNumberFormat('#,##0.00');
    sheet.getRange('A1:C1').setValues([['31.12.2023', '31.12.2023', '10%']]);
    expect(sheet.getRange('A1:C1').getNumberFormats()).toEqual([['dd.MM.yyyy', '#,##0.00', '0%']]);
  });

  test('numbers written as numbers read back equal', () => {
    const { sheet } = openSpreadsheet();
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value));
    fc.assert(
      fc.property(number, (value) => {
        sheet.getRange('A1').setValue(value);
        expect(sheet.getRange('A1').getValue()).toBe(value);
      }),
    );
  });
});

describe('A cell formatted as text before the write', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'", '0', '1-', '1E', ' '), fc.string())
      .map(([a, b]) => a + b),
  );

  test('keeps every text as it is, in the first reading', () => {
    const { sheet } = openSpreadsheet();
    const range = sheet.getRange('A1:B1').setNumberFormat('@');
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        range.setValues([[a, b]]);
        expect(range.getValues()).toEqual([[a, b]]);
        expect(range.getFormulas()).toEqual([['', '']]);
      }),
    );
  });

  test.each<[string, string | number]>([
    ['=1+1', '=1+1'],
    ['+7 (926)', '=+7 (926)'],
    ['-abc', '=-abc'],
    ['@name', '=@name'],
    ['+79261234567', '+79261234567'],
    ['-5', '-5'],
    ['=', '='],
    ['0012', '0012'],
    ["'x", "'x"],
  ])('parses formulas where that quirk is on: %j', (typed, expected) => {
    const { sheet, book, user } = openSpreadsheet();
    book.quirks.atCellParsesFormula = true;
    sheet.getRange('A1').setNumberFormat('@').setValue(typed);
    const cell = user.cell(book.activeSheet.name, 'A1');
    expect(cell.formula === '' ? cell.value : cell.formula).toBe(expected);
  });

  test('loses a leading apostrophe, and only that, where that quirk is on', () => {
    const { sheet, book } = openSpreadsheet();
    book.quirks.atCellConsumesApostrophe = true;
    const range = sheet.getRange('A1:C1').setNumberFormat('@');
    range.setValues([["'x", "''x", '=1']]);
    expect(range.getValues()).toEqual([['x', "'x", '=1']]);
  });

  test('does not undo the reading of a value that was there before the format', () => {
    const { sheet } = openSpreadsheet();
    const range = sheet.getRange('A1').setValue('0012');
    range.setNumberFormat('@');
    expect(range.getValue()).toBe(12);
    expect(range.getDisplayValue()).toBe('12');
  });
});
