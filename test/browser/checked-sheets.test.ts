/** The step «Листы и столбцы»: summary, checks and changes are switched on, and checks left out. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { renameSheet, sheetTab } from '../../cli/browser/sheet-tabs';
import { connect, openSettings, settingsSaved } from '../../cli/browser/steps';
import { CHECK_TITLES } from '../../src/texts/check-titles';
import { formTexts } from '../../src/texts/form-texts';
import { tied } from '../../src/texts/russian';
import { setupTexts } from '../../src/texts/setup-texts';
import { violationsIn } from './support/accessibility';
import { AStage } from './support/AStage';

const world = new AStage();

const BOXES = ['summarySheet', 'checksSheet', 'changesSheet'] as const;
const box = (tab: PersonTab, name: string) => tab.sidebar.getByLabel(name, { exact: true });
const check = (tab: PersonTab, name: keyof typeof CHECK_TITLES) => box(tab, tied(CHECK_TITLES[name]));
const fold = (tab: PersonTab) => tab.sidebar.locator('.checks summary');
const hint = (tab: PersonTab, id: string) => tab.sidebar.locator(`#${id}-hint`);

const chosen = async (tab: PersonTab) =>
  Object.fromEntries(
    await Promise.all(
      BOXES.map(async (name) => [name, await box(tab, formTexts[name]).isChecked()] as const),
    ),
  );
const NONE = { summarySheet: false, checksSheet: false, changesSheet: false };

/** The owner comes anew: his settings are still open. */
async function anew(): Promise<PersonTab> {
  await world.stage.closeTabs();
  const tab = await world.tab();
  await tab.reads(setupTexts.works);
  return tab;
}

describe('A further sheet', () => {
  it.each(BOXES)('is switched on and saved in four actions, and stays: %s', async (name) => {
    const first = await connect(world.stage);
    expect(await chosen(first)).toEqual(NONE);
    await first.click(first.page.getByTestId('sidebar-close'));
    const before = first.actions;
    await openSettings(first);
    await first.click(box(first, formTexts[name]));
    await first.press(formTexts.save);
    expect(first.actions - before).toBe(4);
    await settingsSaved(first);
    const tab = await anew();
    expect(await chosen(tab)).toEqual({ ...NONE, [name]: true });
    await tab.click(box(tab, formTexts[name]));
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    expect(await chosen(await anew())).toEqual(NONE);
  });

  it('whose name somebody else’s sheet has says so where it is chosen, not before', async () => {
    const first = await world.tab();
    const names = ['Сводка', 'проверка данных', 'Изменения'];
    for (const [index, name] of names.entries()) {
      await first.page.getByTestId('sheet-add').click();
      await sheetTab(first, `Лист${index + 2}`).waitFor();
      await renameSheet(first, `Лист${index + 2}`, name);
    }
    const tab = await connect(world.stage);
    for (const [index, id] of BOXES.entries()) {
      expect(await hint(tab, id).innerText()).toBe('');
      await tab.click(box(tab, formTexts[id]));
      expect(await hint(tab, id).innerText()).toBe(tied(formTexts.nameTaken(names[index] ?? '')));
    }
    expect(await violationsIn(await tab.sidebarFrame())).toEqual([]);
  });
});

describe('A check', () => {
  it('is offered with its sheet alone, left out by its title, and stays so', async () => {
    const tab = await connect(world.stage);
    expect(await fold(tab).isVisible()).toBe(false);
    await tab.click(box(tab, formTexts.checksSheet));
    expect(await check(tab, 'inn-wrong').isVisible()).toBe(false);
    await tab.click(fold(tab));
    const titles = await tab.sidebar.locator('.checks label').allInnerTexts();
    expect(titles).toEqual(Object.values(CHECK_TITLES).map(tied));
    await tab.click(check(tab, 'text-cut'));
    await tab.click(check(tab, 'inn-wrong'));
    expect(await hint(tab, 'checksSheet').isVisible()).toBe(false);
    expect(await violationsIn(await tab.sidebarFrame())).toEqual([]);
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    const again = await anew();
    expect(await hint(again, 'checksSheet').innerText()).toBe(tied(formTexts.skipped(2)));
    await again.click(fold(again));
    const made = await again.sidebar.locator('.checks input:checked').count();
    expect([made, await check(again, 'inn-wrong').isChecked()]).toEqual([titles.length - 2, false]);
    for (const name of ['inn-wrong', 'text-cut'] as const) await again.click(check(again, name));
    await again.press(formTexts.save);
    await settingsSaved(again);
    expect(await hint(await anew(), 'checksSheet').innerText()).toBe('');
  });

  it('that is left out and taken back is no change', async () => {
    const tab = await connect(world.stage);
    await tab.click(box(tab, formTexts.checksSheet));
    await tab.click(fold(tab));
    for (const name of ['text-cut', 'inn-wrong'] as const) await tab.click(check(tab, name));
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    for (let time = 0; time < 2; time += 1) await tab.click(check(tab, 'inn-wrong'));
    expect(await tab.button(formTexts.save).isVisible()).toBe(false);
  });

  it('is left out with the keyboard alone', async () => {
    const tab = await connect(world.stage);
    const { keyboard } = tab.page;
    const focused = () => tab.sidebar.locator(':focus').getAttribute('id');
    await tab.sidebar.locator('#vatSheet').focus();
    await keyboard.press('Tab');
    expect(await focused()).toBe('checksSheet');
    await keyboard.press('Tab');
    expect(await focused()).toBe('changesSheet');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    for (const next of Object.keys(CHECK_TITLES).slice(0, 3)) {
      await keyboard.press('Tab');
      expect(await focused()).toBe(next);
    }
    await keyboard.press('Space');
    await tab.button(formTexts.save).press('Enter');
    await settingsSaved(tab);
    const again = await anew();
    await again.click(fold(again));
    expect(await again.sidebar.locator('.checks input:not(:checked)').getAttribute('id')).toBe('inn-wrong');
  });
});
