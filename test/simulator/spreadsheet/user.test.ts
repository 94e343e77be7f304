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
