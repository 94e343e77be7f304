/** A fresh spreadsheet with its service, for tests of one behaviour. */
import { openGate } from '../../../../simulator/service';
import {
  makeSpreadsheetApp,
  PendingWrites,
  SpreadsheetModel,
  type SpreadsheetOptions,
  SpreadsheetUser,
} from '../../../../simulator/spreadsheet/index';

export const scriptUser = 'finance@example.com';

export function openSpreadsheet(options: SpreadsheetOptions = {}) {
  const book = new SpreadsheetModel({ now: () => Date.UTC(2024, 5, 15), ...options });
  const pending = new PendingWrites(book.quirks);
  const app = makeSpreadsheetApp(book, openGate, {
    ui: null,
    activeAvailable: true,
    user: scriptUser,
    pending,
  });
  const spreadsheet = app.getActiveSpreadsheet();
  const sheet = spreadsheet.getActiveSheet();
  return { book, app, pending, spreadsheet, sheet, user: new SpreadsheetUser(book) };
}

export type Opened = ReturnType<typeof openSpreadsheet>;

/** The text of the platform's exception that `run` ends with. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'no exception';
}
