import { openSettings, pasteWebhook, saveAndRefresh } from '../../cli/browser/steps';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

/** Clicks and pastes. */
const MOST_ACTIONS = 8;
/** Keys pressed until something has the focus that a page has. */
const MOST_KEYS = 60;

const world = new AStage();

/** Moves on until the focus is on what that selector names. */
async function tabTo(tab: PersonTab, selector: string): Promise<void> {
  const focused = tab.sidebar.locator(`${selector}:focus`);
  for (let pressed = 0; pressed < MOST_KEYS; pressed += 1) {
    await tab.page.keyboard.press('Tab');
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`the keyboard never came to ${selector}`);
}

describe('The first report', () => {
  it.each(['bound', 'addOn'] as const)('takes eight actions at most in the form %s', async (form) => {
    if (form !== 'bound') await world.stage.control({ form });
    const tab = await world.tab();
    await openSettings(tab);
    await pasteWebhook(world.stage, tab);
    await saveAndRefresh(tab);
    expect(tab.actions).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(await world.stage.cells('Краткий')).toMatchObject({
      B2: 'Номер',
      B3: 'СЧ-000001',
      H3: '04.04.2026',
    });
    expect(await world.stage.cells('Полный')).toMatchObject({ E2: 'Наименование товара', B17: 'СЧ-000003' });
  });

  it('can be made with the keyboard alone once the settings are open', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await tab.page.getByTestId('sidebar-close').focus();
    await tabTo(tab, '#webhookUrl');
    await tab.page.keyboard.insertText((await world.stage.state()).webhookUrl);
    await tab.page.keyboard.press('Enter');
    await tab.reads(setupTexts.works);
    await tabTo(tab, '.save button.primary');
    await tab.page.keyboard.press('Enter');
    await tab.reads(/^Обновлено /);
    expect(await world.stage.cells('Краткий')).toMatchObject({ B3: 'СЧ-000001' });
  });
});
