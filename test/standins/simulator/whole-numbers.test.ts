/** Google takes whole numbers in many places, and does not say what becomes of a fraction: none is taken here. */
import { thrownBy } from '../../support/a-simulator';

const FRACTION = 1859.4000000000005;
const sheet = 'SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]';
const clock = "ScriptApp.newTrigger('main').timeBased()";

test.each([
  `Utilities.sleep(${FRACTION})`,
  `LockService.getScriptLock().tryLock(${FRACTION})`,
  `LockService.getDocumentLock().waitLock(${FRACTION})`,
  `CacheService.getUserCache().put('a', 'b', ${FRACTION})`,
  `CacheService.getUserCache().putAll({ a: 'b' }, ${FRACTION})`,
  `UrlFetchApp.fetch('https://example.com/', { timeoutSeconds: 1.5 })`,
  `${clock}.everyMinutes(5.5)`,
  `${clock}.everyHours(1.5)`,
  `${clock}.after(${FRACTION})`,
  `${sheet}.getRange(1.5, 1)`,
  `${sheet}.getRange(1, 1, 1.5, 1)`,
  `${sheet}.getRange('A1').offset(0, 1.5)`,
  `${sheet}.insertRowsAfter(1, 1.5)`,
  `${sheet}.setFrozenRows(1.5)`,
  `${sheet}.setColumnWidth(1, 110.5)`,
  `${sheet}.setColumnWidths(1, 1, 110.5)`,
  `${sheet}.setRowHeight(1, 20.5)`,
  `${sheet}.getRange('A1').setFontSize(9.5)`,
  `SpreadsheetApp.newTextStyle().setFontSize(9.5)`,
  `SpreadsheetApp.getActiveSpreadsheet().insertSheet('a', 0.5)`,
  `SpreadsheetApp.getActiveSpreadsheet().getSheetById(0.5)`,
])('a fraction is refused by %s', (call) => {
  expect(thrownBy(call)).toMatch(/^Exception: .*(don't match the method signature|nvalid)/);
});
