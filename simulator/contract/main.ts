/** The developer build: checks on Google itself what the simulator claims of it, and shows where they differ. */
import { checkClaims, compare } from './check';
import { CLAIMS } from './claims';
import type { Json } from './Claim';
import { EXPECTED, IN_TRIGGER, TRIGGER_CLAIMS } from './expected';
import { refusal } from './refusal';
import { addToTable, showChart, showTable, TABLE_NAME } from './table-sheet';

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
      charts: Charts.ChartType,
      scripts: ScriptApp,
      sheet,
    });
    showTable(spreadsheet, checked);
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
  ScriptApp.newTrigger(TRIGGER_FUNCTION).timeBased().after(1000).create();
}

/**
 * What only a clock trigger can tell; adds its lines to the table about a minute later. The chart stays, so that one can
 * see how it is drawn: two columns, each of two colours.
 */
export function checkInTrigger(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === TRIGGER_FUNCTION) ScriptApp.deleteTrigger(trigger);
  }
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found: Record<keyof typeof IN_TRIGGER, Json> = {
    'getUi в триггере': refusal(() => SpreadsheetApp.getUi()),
    'диаграмма из триггера': refusal(() => showChart(spreadsheet, Charts.ChartType)),
  };
  for (const claim of TRIGGER_CLAIMS)
    addToTable(spreadsheet, compare(claim, IN_TRIGGER[claim], found[claim]));
}
