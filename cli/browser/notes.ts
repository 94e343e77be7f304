/** Notes beside invoices, as people write them into a sheet and look for them. */
import { formTexts } from '../../src/texts/form-texts';
import { noteTitle, SHEET_TITLES } from '../../src/texts/sheet-texts';
import type { PersonTab } from './PersonTab';
import type { Stage } from './Stage';

export interface FoundNote {
  readonly cell: string;
  readonly row: number;
  /** The number of the invoice in its line. */
  readonly invoice: string | undefined;
}

const HEADER_ROW = 2;

/** The cell of the first column for notes in that row of «Краткий». */
export async function noteCell(stage: Stage, row: number): Promise<string> {
  const cells = Object.entries((await stage.cells(SHEET_TITLES.brief)) ?? {});
  const header = cells.find(([cell, text]) => text === noteTitle(0) && cell.endsWith(String(HEADER_ROW)));
  if (header === undefined) throw new Error('there is no column for notes');
  return header[0].replace(String(HEADER_ROW), String(row));
}

/** Types it into the sheet that is shown. */
export async function writeNote(tab: PersonTab, cell: string, text: string): Promise<void> {
  await tab.click(tab.page.getByTestId(`cell-${cell}`));
  await tab.page.keyboard.press('Enter');
  await tab.page.keyboard.type(text);
  await tab.page.keyboard.press('Enter');
  await tab.page.getByTestId(`cell-${cell}`).getByText(text, { exact: true }).waitFor();
}

/** Where that text stands on «Краткий», once. */
export async function findNote(stage: Stage, text: string): Promise<FoundNote> {
  const cells = (await stage.cells(SHEET_TITLES.brief)) ?? {};
  const [cell, ...others] = Object.keys(cells).filter((name) => cells[name] === text);
  if (cell === undefined || others.length > 0)
    throw new Error(`the note stands in ${others.length} other cells`);
  const row = Number(/\d+$/.exec(cell)?.[0]);
  return { cell, row, invoice: cells[`B${row}`] };
}

/** Saves another period, and waits for its report. @param day the first one of it, as sheets show it */
export async function changePeriod(
  stage: Stage,
  tab: PersonTab,
  preset: keyof typeof formTexts.presets,
  day: string,
): Promise<void> {
  await tab.select(formTexts.period, formTexts.presets[preset]);
  await tab.press(formTexts.saveAndRefresh);
  const isShown = (cells: Readonly<Record<string, string>>): boolean =>
    cells['B1']?.startsWith(`Счета за ${day}`) === true;
  await stage.until(({ sheets }) =>
    sheets.some(({ name, cells }) => name === SHEET_TITLES.brief && isShown(cells)),
  );
}
