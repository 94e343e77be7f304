/** The step «Листы и столбцы» of the settings, as people use it. */
import { formTexts } from '../../src/texts/form-texts';
import type { PersonTab } from './PersonTab';

/** Chooses a further column and adds it at the end. @param list the label of the list */
export async function addColumn(tab: PersonTab, list: string, title: string): Promise<void> {
  await tab.select(list, title);
  const field = tab.sidebar.locator('.picked').filter({ hasText: list });
  await tab.click(field.getByRole('button', { name: formTexts.addColumn, exact: true }));
}

/** The titles in the shown header of that sheet. */
export const headerOf = (tab: PersonTab, sheet: 'brief' | 'detail'): Promise<string[]> =>
  tab.sidebar.locator(`.header.${sheet} > li`).allInnerTexts();
