import { openSpreadsheet, refusalOf } from './support';

const refused = (cell: string): string =>
  `Exception: The data you entered in cell ${cell} violates the data validation rules set on this cell.`;

test('A rule that rejects refuses what a script writes, and names the cell', () => {
  const { app, sheet, user } = openSpreadsheet();
  user.allow(sheet.getName(), 'B2:B3', ['да', 'нет', 1]);
  const text = app.newRichTextValue().setText('может быть').build();
  expect(refusalOf(() => sheet.getRange('B3').setValue(2))).toBe(refused('B3'));
  expect(
    refusalOf(() =>
      sheet.getRange('A2:B3').setValues([
        ['а', 'да'],
        ['б', 'может быть'],
      ]),
    ),
  ).toBe(refused('B3'));
  expect(refusalOf(() => sheet.getRange('B2').setRichTextValue(text))).toBe(refused('B2'));
});

test('What the rule allows is written, and so is nothing at all', () => {
  const { sheet, user } = openSpreadsheet();
  user.allow(sheet.getName(), 'B2:B3', ['да', 1]);
  sheet.getRange('B2:B3').setValues([['да'], [1]]);
  expect(sheet.getRange('B2:B3').getValues()).toEqual([['да'], [1]]);
  sheet.getRange('B2').setValue('');
  expect(sheet.getRange('B2').getValue()).toBe('');
});

test('A rule that only marks lets everything through; looks and notes are no entries', () => {
  const { sheet, user } = openSpreadsheet();
  user.allow(sheet.getName(), 'B2', ['да'], true);
  expect(sheet.getRange('B2').setValue('нет').getValue()).toBe('нет');
  user.allow(sheet.getName(), 'B2', ['да']);
  expect(sheet.getRange('B2').setNote('почему нет').setBackground('red').getValue()).toBe('нет');
});

test('Rules are read for many cells at once, null where there is none', () => {
  const { sheet, user } = openSpreadsheet();
  user.allow(sheet.getName(), 'B2', ['да']);
  user.allow(sheet.getName(), 'C2', ['да'], true);
  const rules = sheet.getRange('A2:C2').getDataValidations();
  expect(rules.map((row) => row.map((rule) => rule?.getAllowInvalid() ?? null))).toEqual([
    [null, false, true],
  ]);
});

test('Typed columns of a table refuse what the test chose, and nothing beside the table', () => {
  const { app, sheet, user } = openSpreadsheet();
  const text = app.newRichTextValue().setText('да').build();
  const typed = 'Exception: This operation is not allowed on cells in typed columns.';
  user.convertToTable(sheet.getName(), 'B2:C4', ['values']);
  expect(refusalOf(() => sheet.getRange('A1:B2').setValue(1))).toBe(typed);
  expect(refusalOf(() => sheet.getRange('C4').setRichTextValue(text))).toBe(typed);
  sheet.getRange('B2').setBackground('#ffffff').setNote('заметка');
  sheet.getRange('D5').setValue(1);
  user.convertToRange(sheet.getName());
  user.convertToTable(sheet.getName(), 'B2:C4', ['looks']);
  expect(refusalOf(() => sheet.getRange('B2').setNumberFormats([['@']]))).toBe(typed);
  expect(refusalOf(() => sheet.getRange('B2').setBorder(true, true, true, true, null, null))).toBe(typed);
  expect(sheet.getRange('B2').setValue(1).getValue()).toBe(1);
});

test('A checkbox takes its two values and nothing else, and tells what it is', () => {
  const { sheet, user } = openSpreadsheet();
  user.insertCheckboxes(sheet.getName(), 'B2:B3');
  expect(sheet.getRange('B2:B3').getValues()).toEqual([[false], [false]]);
  sheet.getRange('B2').setValue(true);
  expect(refusalOf(() => sheet.getRange('B3').setValue('да'))).toBe(refused('B3'));
  const [rule] = sheet.getRange('B2').getDataValidations().flat();
  expect([String(rule?.getCriteriaType()), rule?.getCriteriaValues()]).toEqual(['CHECKBOX', []]);
});

test('A list tells its values', () => {
  const { sheet, user } = openSpreadsheet();
  user.allow(sheet.getName(), 'B2', ['да', 1]);
  const [rule] = sheet.getRange('B2').getDataValidations().flat();
  expect([String(rule?.getCriteriaType()), rule?.getCriteriaValues()]).toEqual([
    'VALUE_IN_LIST',
    [['да', '1'], true],
  ]);
});

test('Rules are set for many cells at once, in place of those that were there, and null takes one away', () => {
  const { sheet, user } = openSpreadsheet();
  user.insertCheckboxes(sheet.getName(), 'B2:C5');
  const [rule = null] = sheet.getRange('B2').getDataValidations().flat();
  sheet.getRange('B3:D4').setDataValidations([
    [null, null, rule],
    [null, null, rule],
  ]);
  const shown = sheet.getRange('B2:D5').getDataValidations();
  expect(shown.map((row) => row.map((one) => one !== null))).toEqual([
    [true, true, false],
    [false, false, true],
    [false, false, true],
    [true, true, false],
  ]);
});
