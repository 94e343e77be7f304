/** After a failure the main button is what helps against it. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { connect, openSettings, openStatus, pasteWebhook } from '../../cli/browser/steps';
import type { FaultName } from '../../preview/protocol';
import { errorTexts } from '../../src/texts/error-texts';
import { formTexts } from '../../src/texts/form-texts';
import { tabTitles } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { remedyTexts } from '../../src/texts/remedy-texts';
import { settingsTexts } from '../../src/texts/settings-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { AStage } from './support/AStage';

const world = new AStage();

const primary = (tab: PersonTab) => tab.sidebar.locator('.refresh button.primary:visible');

/** A refresh that fails so; the main button is this one then. */
async function failedBy(fault: FaultName, remedy: string): Promise<PersonTab> {
  const tab = await connect(world.stage);
  await world.stage.control({ fault });
  await tab.press(progressTexts.start);
  await tab.button(remedy).waitFor();
  expect(await primary(tab).allTextContents()).toEqual([remedy]);
  return tab;
}

describe('After a failure', () => {
  it('of the webhook another one is entered, from any tab', async () => {
    const tab = await failedBy('revoked', remedyTexts.webhook);
    for (const place of [tabTitles.settings, tabTitles.status]) {
      await tab.press(place);
      await tab.press(remedyTexts.webhook);
      await tab.sidebar.locator('#webhookUrl:focus').waitFor();
    }
    await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), 'https://portal.bitrix24.ru/company/');
    await tab.reads(settingsTexts.webhookPath);
    await world.stage.control({ fault: 'none' });
    await pasteWebhook(world.stage, tab);
    await tab.press(formTexts.saveAndRefresh);
    await tab.reads(/^Обновлено /);
    expect(await primary(tab).allTextContents()).toEqual([progressTexts.start]);
  });

  it('of the plan the text for an administrator is copied, and the report can still be refreshed', async () => {
    const tab = await failedBy('denied', remedyTexts.admin);
    await tab.press(remedyTexts.admin);
    await tab.reads(statusTexts.copied);
    const { webhookUrl } = await world.stage.state();
    const text = await tab.page.evaluate<string>('navigator.clipboard.readText()');
    expect(text).toContain(errorTexts.subscription());
    expect(text).toMatch(/\nПортал: demo\.bitrix24\.ru\n(?:.*\n)*Методы: .*crm\.item\.list/);
    expect(text).not.toContain(/\/rest\/\d+\/(\w+)\//.exec(webhookUrl)?.[1] ?? webhookUrl);
    await world.stage.control({ fault: 'none' });
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
    expect(await tab.sidebar.getByLabel(remedyTexts.copiedLabel).isVisible()).toBe(false);
  });

  it('that may pass the same is tried again', async () => {
    const tab = await failedBy('brokenJson', remedyTexts.again);
    await world.stage.control({ fault: 'none' });
    await tab.press(remedyTexts.again);
    await tab.reads(/^Обновлено /);
  });

  it('for want of a connection the settings are opened', async () => {
    const tab = await world.tab();
    await openStatus(tab);
    await tab.button(remedyTexts.settings).waitFor();
    expect(await primary(tab).allTextContents()).toEqual([remedyTexts.settings]);
    await tab.press(remedyTexts.settings);
    await tab.sidebar.locator('#webhookUrl:focus').waitFor();
  });

  it('of the webhook a colleague is not asked for one', async () => {
    await failedBy('revoked', remedyTexts.webhook);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await colleague.reads(/^Портал не\sпринял вебхук/);
    expect(await primary(colleague).allTextContents()).toEqual([progressTexts.start]);
  });
});
