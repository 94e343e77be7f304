/** The step «Листы и столбцы»: columns found, switched on, put in order and taken away. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { connect, openSettings, settingsSaved } from '../../cli/browser/steps';
import { addColumn, headerOf } from '../../cli/browser/columns';
import { formTexts } from '../../src/texts/form-texts';
import { settingsTexts } from '../../src/texts/settings-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const world = new AStage();

const { brief, detail } = formTexts.columns;
const FIRST_EIGHT = 8;

const further = async (tab: PersonTab, sheet: 'brief' | 'detail' = 'brief') =>
  (await headerOf(tab, sheet)).slice(FIRST_EIGHT);

/** Of «Краткий», as they stand when the owner comes anew: his settings are still open. */
async function savedColumns(): Promise<string[]> {
  await world.stage.closeTabs();
  const tab = await world.tab();
  await tab.reads(setupTexts.works);
  return further(tab);
}

describe('A column', () => {
  it('is found, switched on, put in its place and saved in four actions, and none of them is lost', async () => {
    const tab = await connect(world.stage);
    for (const title of ['КПП', 'Стадия', 'Остаток']) await addColumn(tab, brief, title);
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    const before = tab.actions;
    await addColumn(tab, brief, 'Номер договора');
    await tab.select(formTexts.place('Номер договора'), '1');
    await tab.press(formTexts.save);
    expect(tab.actions - before).toBe(4);
    await settingsSaved(tab);
    expect(await savedColumns()).toEqual(['Номер договора', 'КПП', 'Стадия', 'Остаток']);
  });

  it('is all of that with the keyboard alone, which is never sent away', async () => {
    const tab = await connect(world.stage);
    const { keyboard } = tab.page;
    const focused = async () => tab.sidebar.locator(':focus').getAttribute('aria-label');
    await addColumn(tab, brief, 'Стадия');
    await tab.sidebar.locator('#briefColumns').focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await focused()).toBe(formTexts.place('КПП'));
    await keyboard.type('1');
    expect([await focused(), await further(tab)]).toEqual([formTexts.place('КПП'), ['КПП', 'Стадия']]);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect([await focused(), await further(tab)]).toEqual([formTexts.removeColumn('Стадия'), ['Стадия']]);
    await keyboard.press('Enter');
    expect(await further(tab)).toEqual([]);
    await tab.sidebar.locator('#briefColumns:focus').waitFor();
  });

  it('stands above the buttons that come with the change, row and all', async () => {
    const tab = await connect(world.stage);
    await tab.select(brief, 'КПП');
    const add = tab.sidebar.locator('.picked').filter({ hasText: brief }).getByRole('button').first();
    await add.evaluate('(button) => { button.scrollIntoView(false); scrollBy(0, button.offsetHeight + 8); }');
    await tab.click(add);
    const row = await tab.sidebar.locator('.columns li').boundingBox();
    const bar = await tab.sidebar.locator('.save').boundingBox();
    expect((row?.y ?? NaN) + (row?.height ?? NaN)).toBeLessThan(bar?.y ?? NaN);
  });

  it('is offered until it is chosen, and again when it is taken away', async () => {
    const tab = await connect(world.stage);
    const offered = () => tab.sidebar.locator('#detailColumns option').allInnerTexts();
    expect(await offered()).toContain('Внешний код');
    await addColumn(tab, detail, 'Внешний код');
    expect([await offered(), await further(tab, 'detail')]).toEqual([
      expect.not.arrayContaining(['Внешний код']),
      ['Внешний код'],
    ]);
    await tab.press(formTexts.removeColumn('Внешний код'));
    expect(await offered()).toContain('Внешний код');
    await tab.button(formTexts.save).waitFor({ state: 'hidden' });
  });

  it('is one of twelve at most on «Краткий», and nothing is added by a press without a choice', async () => {
    const tab = await connect(world.stage);
    const field = tab.sidebar.locator('.field').filter({ has: tab.sidebar.locator('#briefColumns') });
    await tab.click(field.getByRole('button', { name: formTexts.addColumn, exact: true }));
    expect(await further(tab)).toEqual([]);
    const titles = (await tab.sidebar.locator('#briefColumns > option').allInnerTexts()).slice(1, 13);
    for (const title of titles) await addColumn(tab, brief, title);
    expect(await further(tab)).toEqual(titles);
    expect(await tab.sidebar.locator('#briefColumns').isDisabled()).toBe(true);
    await tab.press(formTexts.removeColumn(titles[0] ?? ''));
    expect(await tab.sidebar.locator('#briefColumns').isDisabled()).toBe(false);
  });

  it('of the portal’s own is offered to a colleague by its title', async () => {
    await openSettings(await connect(world.stage));
    await (await world.tab()).reads(setupTexts.works);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await addColumn(colleague, brief, 'Даты поставок');
    expect(await further(colleague)).toEqual(['Даты поставок']);
    await colleague.press(formTexts.save);
    await colleague.press(formTexts.sharedQuestion.yes);
    await settingsSaved(colleague);
    expect(await savedColumns()).toEqual(['Даты поставок']);
  });
});

describe('The columns for notes', () => {
  it('follow the chosen ones, and before them what finds the invoice of a note', async () => {
    const tab = await connect(world.stage);
    await addColumn(tab, brief, 'ID');
    await addColumn(tab, brief, 'КПП');
    await tab.reads(formTexts.noNotes);
    await tab.select(formTexts.noteColumns, '2');
    await tab.reads(/^Перед ними встанет столбец «ID»/);
    expect(await further(tab)).toEqual(['КПП', 'ID', 'Заметка', 'Заметка 2']);
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    expect(await savedColumns()).toEqual(['КПП', 'ID', 'Заметка', 'Заметка 2']);
  });
});

describe('The due date', () => {
  it('has its hint only where it is counted from the portal’s own day, and a wrong delay is told there', async () => {
    const tab = await connect(world.stage);
    const isHintShown = () => tab.sidebar.locator('#dueDateField-hint').isVisible();
    expect(await isHintShown()).toBe(true);
    const delay = tab.sidebar.getByLabel(formTexts.dueDays);
    for (const typed of ['366', 'пять', '']) {
      await tab.paste(delay, typed === '' ? ' ' : typed);
      expect(await isHintShown()).toBe(typed === '');
      await tab.press(formTexts.save);
      await tab.sidebar.locator('#dueDays-problem').getByText(settingsTexts.dueDays).waitFor();
      expect(await delay.getAttribute('aria-invalid')).toBe('true');
    }
    await tab.paste(delay, '0');
    expect(await isHintShown()).toBe(true);
    await tab.select(formTexts.dueDateField, 'Дата отгрузки');
    await tab.reads(/^Например: /);
    await tab.press(formTexts.save);
    await settingsSaved(tab);
  });
});
