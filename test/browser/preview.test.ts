/** The preview itself: what people do to cells and sheets in it, and that it follows the sources. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../cli/browser/open-browser';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { Stage } from '../../cli/browser/Stage';
import { changeSheet, renameSheet, sheetTab } from '../../cli/browser/sheet-tabs';
import { connect } from '../../cli/browser/steps';
import { menuTexts, PRODUCT_NAME } from '../../src/texts/menu-texts';
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

describe('A checkbox of the preview', () => {
  it('is ticked with a click and unticked with the space bar, and has what stands at its cell', async () => {
    const tab = await world.tab();
    await world.stage.control({ insertCheckbox: { sheet: 'Лист1', cell: 'B2' } });
    await world.stage.control({ insertNote: { sheet: 'Лист1', cell: 'B2', text: 'Ждём акт' } });
    await world.stage.control({ fill: { sheet: 'Лист1', cell: 'B2', color: '#00ff00' } });
    const cell = tab.page.getByTestId('cell-B2');
    await tab.click(cell.locator('.box:empty'));
    await cell.locator('.box').getByText('✓').waitFor();
    expect((await world.stage.cells('Лист1'))?.['B2']).toBe('ИСТИНА');
    await tab.page.keyboard.press('Space');
    await cell.locator('.box:empty').waitFor();
    expect(await cell.getAttribute('data-note')).toBe('Ждём акт');
    const shown = `getComputedStyle(document.querySelector('[data-testid=cell-B2]'))`;
    expect(await tab.page.evaluate(`${shown}.backgroundColor`)).toBe('rgb(0, 255, 0)');
  });
});

describe('A sheet with charts', () => {
  it('shows each at its place over the cells, drawn and named', async () => {
    const tab = await connect(world.stage);
    await world.stage.call('owner', 'saveSettings', { summarySheet: true });
    await world.stage.call('owner', 'startRefresh', { briefOnly: false });
    await tab.click(sheetTab(tab, 'Сводка'));
    const charts = tab.page.getByTestId('charts').getByRole('img');
    await charts.nth(3).waitFor();
    const named = await Promise.all((await charts.all()).map((chart) => chart.getAttribute('aria-label')));
    expect(named.sort()).toEqual([
      'Долги по срокам',
      'Крупнейшие покупатели',
      'Оплачено и не оплачено по месяцам',
      'Счета по стадиям',
    ]);
    const corner = await charts.first().boundingBox();
    const cell = await tab.page.locator('.letter').nth(9).boundingBox();
    expect(Math.abs((corner?.x ?? 0) - (cell?.x ?? 0))).toBeLessThan(12);
  });
});

describe('A sheet of the preview', () => {
  it('is added, renamed, hidden and deleted', async () => {
    const tab = await world.tab();
    await tab.page.getByTestId('sheet-add').click();
    await sheetTab(tab, 'Лист2').waitFor();
    await tab.page.getByTestId('sheet-add').click();
    await renameSheet(tab, 'Лист3', 'Мой');
    await changeSheet(tab, 'Лист2', 'hide');
    await sheetTab(tab, 'Лист2').waitFor({ state: 'detached' });
    expect(await sheets()).toEqual([
      { name: 'Лист1', hidden: false },
      { name: 'Лист2', hidden: true },
      { name: 'Мой', hidden: false },
    ]);
    await changeSheet(tab, 'Мой', 'delete');
    await sheetTab(tab, 'Мой').waitFor({ state: 'detached' });
    expect((await sheets()).map(({ name }) => name)).toEqual(['Лист1', 'Лист2']);
  });

  it.each(['hide', 'delete'] as const)(
    'that is the only one to be seen stays: %s is refused',
    async (item) => {
      const tab = await world.tab();
      await changeSheet(tab, 'Лист1', item);
      await tab.page.getByTestId('banner').waitFor();
      expect(await sheets()).toEqual([{ name: 'Лист1', hidden: false }]);
    },
  );
});

describe('The menus of the preview', () => {
  const items = (tab: PersonTab) => tab.page.getByTestId('menu-item').first();

  it('close with Escape and give the focus back, and draw their separator', async () => {
    const tab = await world.tab();
    const menu = tab.page.getByTestId('menu');
    await menu.click();
    await items(tab).waitFor({ state: 'visible' });
    expect(await tab.page.locator('.menu-items hr').count()).toBe(1);
    expect(await tab.page.locator('.menu-items hr').isVisible()).toBe(true);
    await tab.page.keyboard.press('Escape');
    await items(tab).waitFor({ state: 'hidden' });
    expect(await tab.page.evaluate('document.activeElement.dataset.testid')).toBe('menu');
  });

  it('close with Escape at a sheet’s tab', async () => {
    const tab = await world.tab();
    await tab.page.getByTestId('sheet-menu').click();
    await tab.page.getByTestId('sheet-rename').waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.page.getByTestId('sheet-rename').waitFor({ state: 'detached' });
  });
});

describe('The preview’s own line', () => {
  const valueOf = (tab: PersonTab, name: string) => tab.page.getByTestId(name).inputValue();

  it('always says which invoices there are, a number that is no choice too', async () => {
    const tab = await world.tab();
    const told = async (invoices: 'odd' | number) => {
      await world.stage.control({ invoices });
      await world.stage.until(({ switches }) => switches.invoices === invoices);
      await tab.page.waitForFunction(
        `document.querySelector('[data-testid=invoices]').value === '${invoices}'`,
      );
      return tab.page.evaluate(`document.querySelector('[data-testid=invoices]').selectedOptions[0].text`);
    };
    expect([await valueOf(tab, 'invoices'), await told('odd'), await told(17)]).toEqual([
      '3',
      'странные',
      '17',
    ]);
    await tab.page.getByTestId('invoices').selectOption({ label: '10\u00a0000' });
    await world.stage.until(({ switches }) => switches.invoices === 10_000);
  });

  it('opens the spreadsheet again, which then says what has failed', async () => {
    const tab = await connect(world.stage);
    await world.stage.control({ fault: 'revoked' });
    await tab.choose(menuTexts.refreshReport);
    await tab.page.getByTestId('alert-ok').click();
    await tab.page.getByTestId('reopen').click();
    await tab.page.getByTestId('sidebar').waitFor({ state: 'hidden' });
    await tab.page.getByTestId('toast').getByText('не принял вебхук').waitFor();
  });

  it('says it as well to whoever opens the spreadsheet in another tab', async () => {
    await connect(world.stage);
    await world.stage.control({ fault: 'revoked' });
    await world.stage.control({ click: [PRODUCT_NAME, menuTexts.refreshReport], closeAlert: 0 });
    const colleague = await world.tab('colleague');
    await colleague.page.getByTestId('toast').getByText('не принял вебхук').waitFor();
  });

  it('stops the trigger and lets a month turn', async () => {
    const tab = await world.tab();
    expect(await valueOf(tab, 'trigger')).toBe('none');
    await tab.page.getByTestId('trigger').selectOption('stopped');
    expect(await valueOf(tab, 'trigger')).toBe('none');
    await connect(world.stage);
    await tab.page.getByTestId('trigger').selectOption('stopped');
    await world.stage.until(({ triggers: [trigger] }) => trigger?.nextAt === null);
    await tab.page.getByTestId('next-month').click();
    const morning = Date.parse('2026-06-01T09:00:00+03:00');
    const { now } = await world.stage.until((state) => state.now >= morning);
    expect(now - morning).toBeLessThan(3_600_000);
    await tab.page.getByTestId('day').click();
    await world.stage.until((state) => state.now >= morning + 24 * 3_600_000);
    expect(await valueOf(tab, 'trigger')).toBe('stopped');
  });
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
