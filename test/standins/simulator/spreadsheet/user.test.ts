import { openSpreadsheet } from './support';

test('A user types, notes and colours between two calls of a script', () => {
  const { sheet, user } = openSpreadsheet();
  user.enter('Лист1', 'K5', '1-2');
  user.note('Лист1', 'B2', 'проверить');
  user.fill('Лист1', 'B3', '#ff0000');
  expect(sheet.getRange('K5').getDisplayValue()).toBe('01.02.2024');
  expect(sheet.getRange('B2').getNote()).toBe('проверить');
  expect(sheet.getRange('B3').getBackground()).toBe('#ff0000');
});

test("A user's sheets and rows come and go", () => {
  const { spreadsheet, sheet, user } = openSpreadsheet();
  user.addSheet('Свой');
  user.enter('Лист1', 'A1', 'x');
  user.insertRows('Лист1', 0, 2);
  expect(sheet.getRange('A3').getValue()).toBe('x');
  expect(spreadsheet.getSheets().map((each) => each.getName())).toEqual(['Лист1', 'Свой']);
  expect(() => user.enter('нет', 'A1', 1)).toThrow('expected a sheet named "нет"');
});

test('A duplicate of a sheet has its cells and metadata under another id, and changes leave the original alone', () => {
  const { spreadsheet, sheet, user } = openSpreadsheet();
  user.addSheet('Последний');
  sheet.getRange('A1').setValue('x');
  sheet.addDeveloperMetadata('key', 'value');
  user.duplicate('Лист1', 'Копия');
  user.enter('Копия', 'A1', 'y');
  expect(spreadsheet.getSheets().map((each) => each.getName())).toEqual(['Лист1', 'Копия', 'Последний']);
  const copy = spreadsheet.getSheetByName('Копия');
  expect(copy?.getSheetId()).not.toBe(sheet.getSheetId());
  expect(copy?.getDeveloperMetadata().map((each) => each.getValue())).toEqual(['value']);
  expect(sheet.getRange('A1').getValue()).toBe('x');
});

test('Cells that a user merges lose all but the first value', () => {
  const { sheet, user } = openSpreadsheet();
  sheet.getRange('A1:B1').setValues([['x', 'y']]);
  user.merge('Лист1', 'A1:B1');
  expect(sheet.getRange('A1:B1').getValues()).toEqual([['x', '']]);
  expect(
    sheet
      .getRange('B1:C1')
      .getMergedRanges()
      .map((each) => each.getA1Notation()),
  ).toEqual(['A1:B1']);
});

test('A user sorts lines with their looks and notes, while data validation stays where it is', () => {
  const { sheet, user } = openSpreadsheet();
  sheet.getRange('B2:B3').setValues([['а'], ['б']]);
  user.font('Лист1', 'B2', { color: '#cc0000', isBold: true });
  user.note('Лист1', 'B2', 'первый');
  user.allow('Лист1', 'B2', ['а'], true);
  user.sort('Лист1', 'A2:C3', [1, 0]);
  expect(sheet.getRange('B2:B3').getValues()).toEqual([['б'], ['а']]);
  expect(sheet.getRange('B2:B3').getNotes()).toEqual([[''], ['первый']]);
  expect(user.cell('Лист1', 'B3').style.fontColor).toBe('#cc0000');
  expect(sheet.getRange('B2:B3').getFontWeights()).toEqual([['normal'], ['bold']]);
  expect(
    sheet
      .getRange('B2:B3')
      .getDataValidations()
      .map(([rule]) => rule !== null),
  ).toEqual([true, false]);
});

test('Checkboxes of a user stand unticked in empty cells, and cell notes are set for many cells at once', () => {
  const { sheet, user } = openSpreadsheet();
  user.enter('Лист1', 'B2', true);
  user.insertCheckboxes('Лист1', 'B2:B3');
  expect(sheet.getRange('B2:B3').getValues()).toEqual([[true], [false]]);
  sheet.getRange('B2:C2').setNotes([['раз', '']]);
  expect(sheet.getRange('B2:C2').getNotes()).toEqual([['раз', '']]);
});
