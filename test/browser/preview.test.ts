/** The preview itself: what people do to cells and sheets in it, and that it follows the sources. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../cli/browser/open-browser';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { Stage } from '../../cli/browser/Stage';
import { menuTexts } from '../../src/texts/menu-texts';
import { texts } from '../../preview/page/texts';
import { AStage } from './support/AStage';

const world = new AStage();

/** Pixels from the left edge of a row: within column A. */
const IN_COLUMN_A = { x: 80, y: 8 };

async function select(tab: PersonTab, row: number): Promise<void> {
  await tab.page.locator(`.row[data-row="${row}"]`).click({ position: IN_COLUMN_A });
  await tab.page.getByTestId('cell-name').getByText(`A${row}`, { exact: true }).waitFor();
}

const shows = (tab: PersonTab, cell: string, text: string): Promise<void> =>
  tab.page.getByTestId(`cell-${cell}`).getByText(text, { exact: true }).waitFor();

const sheetTab = (tab: PersonTab, name: string) =>
  tab.page.getByTestId('sheet-tab').getByText(name, { exact: true });

/** From the menu of that sheet's tab. */
async function change(tab: PersonTab, name: string, item: 'rename' | 'hide' | 'delete'): Promise<void> {
  await sheetTab(tab, name).click();
  await tab.page.getByRole('button', { name, exact: true }).and(tab.page.getByTestId('sheet-menu')).click();
  await tab.page.getByTestId(`sheet-${item}`).click();
}

const sheets = async () => (await world.stage.state()).sheets.map(({ name, hidden }) => ({ name, hidden }));

describe('A cell of the preview', () => {
  it('is typed into, kept with Escape, and emptied', async () => {
    const tab = await world.tab();
    await select(tab, 5);
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.type('Итого');
    await tab.page.keyboard.press('Enter');
    await shows(tab, 'A5', 'Итого');
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.type(' и ещё');
    await tab.page.keyboard.press('Escape');
    await tab.page.getByTestId('cell-input').waitFor({ state: 'detached' });
    expect(await world.stage.cells('Лист1')).toEqual({ A5: 'Итого' });
    await tab.page.keyboard.press('Delete');
    await world.stage.until(({ sheets: [first] }) => first?.cells['A5'] === undefined);
  });

  it('is seen by everybody, and typed into by nobody who may only look', async () => {
    const tab = await world.tab();
    const viewer = await world.tab('viewer');
    await select(tab, 2);
    await tab.page.keyboard.type('12,5');
    await tab.page.keyboard.press('Enter');
    await shows(viewer, 'A2', '12,5');
    await select(viewer, 2);
    await viewer.page.keyboard.press('Enter');
    await viewer.page.keyboard.press('Delete');
    expect(await viewer.page.getByTestId('cell-input').count()).toBe(0);
    expect(await world.stage.cells('Лист1')).toEqual({ A2: '12,5' });
  });
});

describe('A sheet of the preview', () => {
  it('is added, renamed, hidden and deleted', async () => {
    const tab = await world.tab();
    await tab.page.getByTestId('sheet-add').click();
    await sheetTab(tab, 'Лист2').waitFor();
    await tab.page.getByTestId('sheet-add').click();
    tab.promptAnswer = 'Мой';
    await change(tab, 'Лист3', 'rename');
    await sheetTab(tab, 'Мой').waitFor();
    await change(tab, 'Лист2', 'hide');
    await sheetTab(tab, 'Лист2').waitFor({ state: 'detached' });
    expect(await sheets()).toEqual([
      { name: 'Лист1', hidden: false },
      { name: 'Лист2', hidden: true },
      { name: 'Мой', hidden: false },
    ]);
    await change(tab, 'Мой', 'delete');
    await sheetTab(tab, 'Мой').waitFor({ state: 'detached' });
    expect((await sheets()).map(({ name }) => name)).toEqual(['Лист1', 'Лист2']);
  });

  it.each(['hide', 'delete'] as const)(
    'that is the only one to be seen stays: %s is refused',
    async (item) => {
      const tab = await world.tab();
      await change(tab, 'Лист1', item);
      await tab.page.getByTestId('banner').waitFor();
      expect(await sheets()).toEqual([{ name: 'Лист1', hidden: false }]);
    },
  );
});

describe('A change of the sources', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'preview-'));
  const menu = path.join(root, 'src/texts/menu-texts.ts');

  beforeAll(() => {
    for (const part of ['src', 'preview', 'simulator', 'package.json', 'tsconfig.json', 'appsscript.json']) {
      cpSync(part, path.join(root, part), { recursive: true });
    }
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const item = (tab: PersonTab, caption: string) =>
    tab.page.getByTestId('menu-item').getByText(caption, { exact: true });

  it('is built and shown at once, what cannot be built is said, and the spreadsheet stays', async () => {
    const source = readFileSync(menu, 'utf8');
    const browser = await openBrowser();
    await Stage.during(browser, { watch: true, root, invoices: 1 }, async (stage) => {
      const tab = await stage.tab();
      await stage.control({ edit: { sheet: 'Лист1', cell: 'A1', text: 'моё' } });
      await item(tab, menuTexts.showHelp).waitFor({ state: 'attached' });
      writeFileSync(menu, source.replace(menuTexts.showHelp, 'Помощь'));
      await item(tab, 'Помощь').waitFor({ state: 'attached' });
      await shows(tab, 'A1', 'моё');
      writeFileSync(menu, 'export const');
      await tab.page.getByTestId('banner').getByText(texts.broken).waitFor();
      writeFileSync(menu, source);
      await item(tab, menuTexts.showHelp).waitFor({ state: 'attached' });
      expect(await stage.cells('Лист1')).toEqual({ A1: 'моё' });
      expect(stage.harm).toEqual([]);
    }).finally(() => browser.close());
  });
});
