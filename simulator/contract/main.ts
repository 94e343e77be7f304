/** The developer build: checks on Google itself what the simulator claims of it, and shows where they differ. */
import { checkClaims, compare } from './check';
import { CLAIMS } from './claims';
import { EXPECTED, EXPECTED_IN_TRIGGER, IN_TRIGGER } from './expected';
import { refusal } from './refusal';
import { addToTable, showTable, TABLE_NAME } from './table-sheet';

const SCRATCH_NAME = 'Проверка платформы (временный)';
const TRIGGER_FUNCTION = 'checkInTrigger';

export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu(TABLE_NAME).addItem('Проверить', 'checkPlatform').addToUi();
}

export function checkPlatform(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.insertSheet(SCRATCH_NAME);
  try {
    const checked = checkClaims(CLAIMS, EXPECTED, {
      spreadsheets: SpreadsheetApp,
      cache: CacheService.getUserCache(),
      properties: PropertiesService.getUserProperties(),
      lock: () => LockService.getUserLock(),
      utilities: Utilities,
      scripts: ScriptApp,
      sheet,
    });
    showTable(spreadsheet, checked);
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
  ScriptApp.newTrigger(TRIGGER_FUNCTION).timeBased().after(1000).create();
}

/** What only a clock trigger can tell; adds its line to the table about a minute later. */
export function checkInTrigger(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === TRIGGER_FUNCTION) ScriptApp.deleteTrigger(trigger);
  }
  const got = refusal(() => SpreadsheetApp.getUi());
  addToTable(SpreadsheetApp.getActiveSpreadsheet(), compare(IN_TRIGGER, EXPECTED_IN_TRIGGER, got));
}
