/** A person who has allowed the script only a part, before the menu and before each page: two clicks lead to the rest. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { connect, openSettings, openStatus, settingsSaved } from '../../cli/browser/steps';
import { texts } from '../../preview/page/texts';
import { consentTexts } from '../../src/texts/consent-texts';
import { formTexts } from '../../src/texts/form-texts';
import { helpTexts } from '../../src/texts/help-texts';
import { menuTexts, tabTitles } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { AStage } from './support/AStage';

const world = new AStage();

const withdraw = (withdrawScope: 'requests' | 'triggers' | 'pages'): Promise<void> =>
  world.stage.control({ withdrawScope });

/** Follows the link of the page and ticks all that Google asks for. */
async function allowByLink(tab: PersonTab): Promise<void> {
  await tab.reads(/Google просит разрешить доступ/);
  await tab.click(tab.sidebar.getByRole('link', { name: consentTexts.link }));
  await allow(tab);
}

async function allow(tab: PersonTab): Promise<void> {
  await tab.page.getByTestId('consent-prompt').getByText(texts.consentTitle).waitFor();
  await tab.click(tab.page.getByTestId('consent-allow'));
  await tab.page.getByTestId('consent-prompt').waitFor({ state: 'detached' });
}

const bar = (tab: PersonTab) => tab.sidebar.locator('.consent');

describe('Who has allowed only a part', () => {
  it('is asked by Google at the menu, and the next click opens the page', async () => {
    const tab = await world.tab();
    await withdraw('pages');
    await tab.choose(menuTexts.showHelp);
    await allow(tab);
    await tab.choose(menuTexts.showHelp);
    await tab.reads(helpTexts.first);
  });

  it('finds the way from an open page that refreshes, and can refresh then', async () => {
    const tab = await connect(world.stage);
    await withdraw('requests');
    await tab.press(progressTexts.start);
    await allowByLink(tab);
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
    await bar(tab).waitFor({ state: 'hidden' });
  });

  it('finds the way from settings that are being saved, and can save then', async () => {
    const tab = await connect(world.stage);
    await withdraw('triggers');
    await tab.select(formTexts.scheduleHours, formTexts.schedules[1]);
    await tab.press(formTexts.save);
    await tab.reads(/Что делать, написано вверху панели/);
    await allowByLink(tab);
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    await bar(tab).waitFor({ state: 'hidden' });
  });

  it('goes from tab to tab of an open panel all the same', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await withdraw('pages');
    await tab.press(tabTitles.help);
    await tab.reads(helpTexts.first);
    expect(await bar(tab).isVisible()).toBe(false);
  });

  it('has the state to read, where it needs nothing that is missing', async () => {
    const tab = await connect(world.stage);
    await openStatus(tab);
    await withdraw('requests');
    await tab.reads(statusTexts.runs);
    expect(await bar(tab).isVisible()).toBe(false);
  });
});
