/** The tabs of the spreadsheet's sheets, as people use them. */
import type { PersonTab } from './PersonTab';

export const sheetTab = (tab: PersonTab, name: string) =>
  tab.page.getByTestId('sheet-tab').getByText(name, { exact: true });

/** From the menu of that sheet's tab. */
export async function changeSheet(
  tab: PersonTab,
  name: string,
  item: 'rename' | 'hide' | 'delete',
): Promise<void> {
  await sheetTab(tab, name).click();
  await tab.page.getByRole('button', { name, exact: true }).and(tab.page.getByTestId('sheet-menu')).click();
  await tab.page.getByTestId(`sheet-${item}`).click();
}

export async function renameSheet(tab: PersonTab, name: string, to: string): Promise<void> {
  tab.promptAnswer = to;
  await changeSheet(tab, name, 'rename');
  await sheetTab(tab, to).waitFor();
}
