import type { SheetModel } from '../../../../simulator/spreadsheet';
import { type Opened, openSpreadsheet, refusalOf } from './support';

test('A merged range keeps and takes only its first cell', () => {
  const { sheet } = openSpreadsheet();
  const range = sheet.getRange('A1:B2').setValues([
    [1, 2],
    [3, 4],
  ]);
  expect(range.merge()).toBe(range);
  expect(range.getValues().flat()).toEqual([1, '', '', '']);
  range.setValues([
    [5, 6],
    [7, 8],
  ]);
  expect(range.getValues().flat()).toEqual([5, '', '', '']);
  expect(
    sheet
      .getRange('B2:C3')
      .getMergedRanges()
      .map((merged) => merged.getA1Notation()),
  ).toEqual(['A1:B2']);
  expect(refusalOf(() => sheet.getRange('B2:C3').merge())).toContain('You must select all cells');
  range.breakApart().setValues([
    [5, 6],
    [7, 8],
  ]);
  expect(range.getValues().flat()).toEqual([5, 6, 7, 8]);
});

test('Conditional format rules are set all together and only for their own sheet', () => {
  const { app, sheet, spreadsheet } = openSpreadsheet();
  const rule = (formula: string, on = sheet) =>
    app
      .newConditionalFormatRule()
      .whenFormulaSatisfied(formula)
      .setBackground('red')
      .setRanges([on.getRange('A1')])
      .build();

  sheet.setConditionalFormatRules([rule('=1'), rule('=2')]);
  sheet.setConditionalFormatRules([rule('=3')]);
  sheet.clear();

  expect(sheet.getConditionalFormatRules().map((one) => one.getRanges()[0]?.getA1Notation())).toEqual(['A1']);
  expect(refusalOf(() => sheet.setConditionalFormatRules([rule('=4', spreadsheet.insertSheet())]))).toBe(
    'Exception: Conditional format rule cannot reference a different sheet.',
  );
  sheet.clearConditionalFormatRules();
  expect(sheet.getConditionalFormatRules()).toHaveLength(0);
});

const agedRule = ({ app, sheet }: Opened, cell = 'B1', formula = '=(NOW()-A1)*24>26') =>
  app
    .newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setFontColor('#c00')
    .setBold(true)
    .setRanges([sheet.getRange(cell)])
    .build();

test('A conditional format tells its ranges, its condition and its look', () => {
  const opened = openSpreadsheet();
  const { app, sheet } = opened;
  sheet.setConditionalFormatRules([agedRule(opened)]);
  const [rule] = sheet.getConditionalFormatRules();
  const condition = rule?.getBooleanCondition();
  expect(condition?.getCriteriaType()).toBe(app.BooleanCriteria.CUSTOM_FORMULA);
  expect(condition?.getCriteriaValues()).toEqual(['=(NOW()-A1)*24>26']);
  expect([condition?.getFontColor(), condition?.getBold(), condition?.getBackground()]).toEqual([
    '#cc0000',
    true,
    null,
  ]);
});

test('A conditional format without ranges, or without a formula, is not built', () => {
  const { app, sheet } = openSpreadsheet();
  expect(() => app.newConditionalFormatRule().whenFormulaSatisfied('=A1').build()).toThrow(
    'Invalid argument: ranges',
  );
  for (const formula of ['', 'A1>1', '=']) {
    const half = app
      .newConditionalFormatRule()
      .whenFormulaSatisfied(formula)
      .setRanges([sheet.getRange('A1')]);
    expect(() => half.build()).toThrow('Invalid argument: formula');
  }
});

test('A conditional format may be neither set nor removed on cells that are protected', () => {
  const opened = openSpreadsheet();
  const { sheet, user } = opened;
  sheet.setConditionalFormatRules([agedRule(opened), agedRule(opened, 'C1')]);
  user.protect('Лист1', 'B1');
  expect(() => sheet.clearConditionalFormatRules()).toThrow('protected cell');
  expect(() => sheet.setConditionalFormatRules([agedRule(opened, 'B1', '=A1')])).toThrow('protected cell');
  const [first] = sheet.getConditionalFormatRules();
  sheet.setConditionalFormatRules(first ? [first] : []);
  expect(sheet.getConditionalFormatRules()).toHaveLength(1);
});

test.each([
  [
    'rows and columns before both',
    (sheet: SheetModel) => {
      sheet.insertRows(0, 2);
      sheet.insertColumns(0, 1);
    },
    [['C3', '=(NOW()-B3)*24>26']],
  ],
  [
    'a column between its cell and the one that its formula names',
    (sheet: SheetModel) => sheet.insertColumns(1, 1),
    [['C1', '=(NOW()-A1)*24>26']],
  ],
  [
    'the cell deleted that its formula names',
    (sheet: SheetModel) => sheet.deleteColumns(1, 1),
    [['A1', '=(NOW()-#REF!)*24>26']],
  ],
  ['its own cell deleted', (sheet: SheetModel) => sheet.deleteColumns(2, 1), []],
])('A conditional format goes where its cells go: %s', (_, change, expected) => {
  const opened = openSpreadsheet();
  const { book, sheet } = opened;
  sheet.setConditionalFormatRules([agedRule(opened)]);
  change(book.activeSheet);
  expect(
    sheet
      .getConditionalFormatRules()
      .map((rule) => [
        rule.getRanges()[0]?.getA1Notation(),
        rule.getBooleanCondition()?.getCriteriaValues()[0] as unknown,
      ]),
  ).toEqual(expected);
});

test('A named range is found by its name until its sheet is gone; a second one replaces the first', () => {
  const { sheet, spreadsheet } = openSpreadsheet();
  const other = spreadsheet.insertSheet('Другой');
  spreadsheet.setNamedRange('итог', sheet.getRange('A1'));
  spreadsheet.setNamedRange('итог', other.getRange('B2'));
  expect(spreadsheet.getRangeByName('итог')?.getA1Notation()).toBe('B2');
  spreadsheet.deleteSheet(other);
  expect(spreadsheet.getRangeByName('итог')).toBeNull();
  expect(spreadsheet.getRangeByName('нет')).toBeNull();
});

test.each([
  ['rows before it', (sheet: SheetModel) => sheet.insertRows(1, 2), 'B4:D7'],
  ['a row between its own', (sheet: SheetModel) => sheet.insertRows(4, 1), 'B2:D6'],
  ['a row below its last one', (sheet: SheetModel) => sheet.insertRows(5, 1), 'B2:D5'],
  ['columns before it', (sheet: SheetModel) => sheet.insertColumns(0, 3), 'E2:G5'],
  ['a column between its own', (sheet: SheetModel) => sheet.insertColumns(2, 1), 'B2:E5'],
  ['a column right of it', (sheet: SheetModel) => sheet.insertColumns(4, 1), 'B2:D5'],
  ['the first rows of the sheet deleted', (sheet: SheetModel) => sheet.deleteRows(1, 2), 'B1:D3'],
  ['its last rows deleted', (sheet: SheetModel) => sheet.deleteRows(5, 9), 'B2:D4'],
  ['a column of it deleted', (sheet: SheetModel) => sheet.deleteColumns(3, 1), 'B2:C5'],
  ['all of its columns deleted', (sheet: SheetModel) => sheet.deleteColumns(1, 4), undefined],
])('A named range stays on its cells: %s', (_, change, expected) => {
  const { book, sheet, spreadsheet } = openSpreadsheet();
  spreadsheet.setNamedRange('таблица', sheet.getRange('B2:D5'));
  const [changed] = book.sheets;
  if (changed) change(changed);
  expect(spreadsheet.getRangeByName('таблица')?.getA1Notation()).toBe(expected);
});

test('A named range whose cells are gone is null or refused, as the quirk says; a name that never was is null', () => {
  const { book, sheet, spreadsheet } = openSpreadsheet();
  spreadsheet.setNamedRange('таблица', sheet.getRange('B2:D5'));
  sheet.deleteRows(2, 4);
  expect(spreadsheet.getRangeByName('таблица')).toBeNull();
  book.quirks.lostNamesRefuse = true;
  expect(() => spreadsheet.getRangeByName('таблица')).toThrow('Range not found');
  expect(spreadsheet.getRangeByName('нет')).toBeNull();
});

test('Metadata of a column goes where the column goes, and with it when it is deleted', () => {
  const { sheet } = openSpreadsheet();
  for (const column of ['B:B', 'C:C']) sheet.getRange(column).addDeveloperMetadata('столбец', column);
  expect(() => sheet.getRange('B2:B3').addDeveloperMetadata('столбец', 'нет')).toThrow('arbitrary ranges');
  const found = () =>
    sheet
      .createDeveloperMetadataFinder()
      .withKey('столбец')
      .find()
      .map((metadata) => [metadata.getValue(), metadata.getLocation().getColumn()?.getColumn()]);
  sheet.insertColumnsAfter(1, 1);
  expect(found()).toEqual([
    ['B:B', 3],
    ['C:C', 4],
  ]);
  sheet.deleteColumns(3, 1);
  expect(found()).toEqual([['C:C', 3]]);
  for (const metadata of sheet.createDeveloperMetadataFinder().withKey('столбец').find()) metadata.remove();
  expect(found()).toEqual([]);
});
