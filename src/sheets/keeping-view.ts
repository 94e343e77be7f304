import type { View } from '../platform/spreadsheet';

/**
 * Making a sheet turns the person who pressed the button to it (Google, Spreadsheet.insertSheet), and hiding it again
 * turns them to its neighbour. They get back the sheet that they looked at.
 *
 * @param isSeen whether a person waits for this execution; in a trigger Google does not say what is active
 * @param act makes sheets
 */
export function keepingView<T>(workbook: View, isSeen: boolean, act: () => T): T {
  if (!isSeen) return act();
  const shown = workbook.getActiveSheet();
  const made = act();
  turnTo(workbook, shown);
  return made;
}

/** What somebody looks at is no reason to end a refresh: they may have deleted that sheet just now. */
export function turnTo(workbook: View, sheet: unknown): void {
  try {
    workbook.setActiveSheet(sheet);
  } catch {
    // They see another sheet.
  }
}
