/** What people do at the preview again and again, each step until its outcome is to be seen. */
import { formTexts } from '../../src/texts/form-texts';
import { menuTexts } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import type { PersonTab } from './PersonTab';
import type { Stage } from './Stage';

export async function openSettings(tab: PersonTab): Promise<void> {
  await tab.choose(menuTexts.showSettings);
  await tab.reads(setupTexts.title);
}

export async function openStatus(tab: PersonTab): Promise<void> {
  await tab.choose(menuTexts.showStatus);
  await tab.sidebar.locator('.facts').waitFor();
}

/** Pastes the demo portal's webhook into the open settings; it is tried by itself. */
export async function pasteWebhook(stage: Stage, tab: PersonTab): Promise<void> {
  const { webhookUrl } = await stage.state();
  await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), webhookUrl);
  await tab.reads(setupTexts.works);
}

/** Of changed settings on their way to the server: nothing is left to be saved. What is said of it leaves by itself. */
export const settingsSaved = (tab: PersonTab): Promise<void> =>
  tab.button(formTexts.save).waitFor({ state: 'hidden' });

export async function saveAndRefresh(tab: PersonTab): Promise<void> {
  await tab.press(formTexts.saveAndRefresh);
  await tab.reads(/^Обновлено /);
}

/** The owner's settings are open and a portal is connected; nothing has been refreshed. */
export async function connect(stage: Stage): Promise<PersonTab> {
  const tab = await stage.tab();
  await openSettings(tab);
  await pasteWebhook(stage, tab);
  await tab.press(formTexts.save);
  await settingsSaved(tab);
  return tab;
}

/** The owner's settings are open, a portal is connected, and the report has been made from the panel. */
export async function connectAndRefresh(stage: Stage): Promise<PersonTab> {
  const tab = await connect(stage);
  await tab.press(progressTexts.start);
  await tab.reads(/^Обновлено /);
  return tab;
}
