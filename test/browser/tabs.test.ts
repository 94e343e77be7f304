/** The tabs of the open panel: switched in the page, whatever stands in their forms. */
import { connect } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { helpTexts } from '../../src/texts/help-texts';
import { tabTitles } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { AStage } from './support/AStage';

const world = new AStage();

describe('The tabs of the panel', () => {
  it('keep what was changed and not saved, and show that there is something to save', async () => {
    const tab = await connect(world.stage);
    const settings = tab.button(tabTitles.settings);
    await tab.select(formTexts.period, formTexts.presets.previousMonth);
    await tab.press(setupTexts.replace);
    await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), 'https://portal.bitrix24.ru/company/');
    for (const [name, text] of [
      [tabTitles.status, statusTexts.runs],
      [tabTitles.help, helpTexts.first],
    ] as const) {
      await tab.press(name);
      await tab.reads(text);
      expect(await settings.getAttribute('class')).toContain('unsaved');
    }
    await settings.click();
    expect(await tab.sidebar.getByLabel(formTexts.period, { exact: true }).inputValue()).toBe(
      'previousMonth',
    );
    expect(await tab.sidebar.getByLabel(setupTexts.webhook).inputValue()).toContain('/company/');
    await tab.press(setupTexts.keep);
    await tab.press(formTexts.save);
    await tab.button(formTexts.save).waitFor({ state: 'hidden' });
    expect(await settings.getAttribute('class')).not.toContain('unsaved');
  });

  it('ask nothing of the server, and read the state anew where it may have changed', async () => {
    const tab = await connect(world.stage);
    const called = async (name: string) =>
      (await world.stage.state()).executions.filter((run) => run.function === name).length;
    const loaded = await called('getStatus');
    for (const name of [tabTitles.status, tabTitles.help, tabTitles.settings, tabTitles.status]) {
      await tab.press(name);
    }
    await tab.reads(statusTexts.runs);
    expect([await called('getStatus'), await called('showStatus')]).toEqual([loaded, 0]);
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
    await tab.reads(statusTexts.causes.sidebar);
  });

  it('name the one that is shown, which has the focus like the others', async () => {
    const tab = await connect(world.stage);
    const status = tab.button(tabTitles.status);
    await status.press('Enter');
    await status.and(tab.sidebar.locator(':focus')).waitFor();
    expect(await status.getAttribute('aria-current')).toBe('page');
    await tab.page.keyboard.press('Shift+Tab');
    await tab.button(tabTitles.settings).and(tab.sidebar.locator(':focus')).waitFor();
    expect(await tab.button(tabTitles.settings).getAttribute('aria-current')).toBeNull();
  });
});
