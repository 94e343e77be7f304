/** Whatever object is called wrongly, the platform refuses it in the same words: what came, by its type, and what was called. */
import { thrownBy } from '../../support/a-simulator';
import { openSpreadsheet, refusalOf } from './spreadsheet/support';

const mismatched = (types: string, member: string) =>
  `Exception: The parameters (${types}) don't match the method signature for ${member}.`;

const MEMBERS = [
  ['Utilities.sleep', 'Utilities.sleep'],
  ['CacheService.getUserCache().getAll', 'CacheService.Cache.getAll'],
  ['PropertiesService.getUserProperties().setProperties', 'PropertiesService.Properties.setProperties'],
  ['LockService.getUserLock().tryLock', 'LockService.Lock.tryLock'],
  ["Utilities.newBlob('').getDataAsString", 'Blob.getDataAsString'],
  ["ScriptApp.newTrigger('main').timeBased().everyHours", 'ClockTriggerBuilder.everyHours'],
  ["SpreadsheetApp.getUi().createMenu('a').addSubMenu", 'Menu.addSubMenu'],
  ['SpreadsheetApp.getUi().showSidebar', 'Ui.showSidebar'],
  ['SpreadsheetApp.flush', 'SpreadsheetApp.flush'],
  ['SpreadsheetApp.getActive().getSheetById', 'SpreadsheetApp.Spreadsheet.getSheetById'],
  ['SpreadsheetApp.getActiveSheet().setName', 'SpreadsheetApp.Sheet.setName'],
  ["SpreadsheetApp.getActiveSheet().getRange('A1').setNote", 'SpreadsheetApp.Range.setNote'],
  ['SpreadsheetApp.newRichTextValue().setText', 'SpreadsheetApp.RichTextValueBuilder.setText'],
] as const;

const WRONG = [
  ['function () {}', '(class)'],
  ['SpreadsheetApp.getActiveSheet()', 'SpreadsheetApp.Sheet'],
  ['CacheService.getUserCache()', 'CacheService.Cache'],
  ['ScriptApp.AuthMode.FULL', 'ScriptApp.AuthMode'],
  [
    '[SpreadsheetApp.getActiveSheet()], [], {}, null, true',
    'SpreadsheetApp.Sheet[],Object[],(class),null,Boolean',
  ],
] as const;

test.each(MEMBERS)('%s names what it was given, whatever that is', (call, member) => {
  const said = WRONG.map(([given]) => thrownBy(`${call}(${given})`));

  expect(said).toEqual(WRONG.map(([, types]) => mismatched(types, member)));
});

test('an object of another execution is of another type', () => {
  const { spreadsheet } = openSpreadsheet();
  const foreign = openSpreadsheet().sheet.getRange('A1');

  expect(refusalOf(() => spreadsheet.setNamedRange('a', foreign))).toBe(
    mismatched('String,SpreadsheetApp.Range', 'SpreadsheetApp.Spreadsheet.setNamedRange'),
  );
});
