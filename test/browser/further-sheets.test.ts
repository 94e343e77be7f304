/** The step «Листы и столбцы»: the sheets of debts and VAT, and what the page says of each before it is saved. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { renameSheet, sheetTab } from '../../cli/browser/sheet-tabs';
import { connect, openSettings, settingsSaved } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { tied } from '../../src/texts/russian';
import { setupTexts } from '../../src/texts/setup-texts';
import { violationsIn } from './support/accessibility';
import { AStage } from './support/AStage';

const world = new AStage();

const { debtsSheets } = formTexts;

const vatBox = (tab: PersonTab) => tab.sidebar.getByLabel(formTexts.vatSheet);
const byInvoice = (tab: PersonTab) => tab.sidebar.getByLabel(formTexts.debtsByInvoice);
/** What is to be seen of the step, and what stands below its two sheets. */
const shown = async (tab: PersonTab) => ({
  debts: await tab.sidebar.locator('#debtsSheet').inputValue(),
  byInvoice: (await byInvoice(tab).isVisible()) ? await byInvoice(tab).isChecked() : 'hidden',
  vat: await vatBox(tab).isChecked(),
  hints: await Promise.all(
    ['debtsSheet', 'vatSheet'].map((id) => tab.sidebar.locator(`#${id}-hint`).innerText()),
  ),
});
const OFF = { debts: 'off', byInvoice: 'hidden', vat: false, hints: ['', ''] };

/** The owner comes anew: his settings are still open. */
async function anew(): Promise<PersonTab> {
  await world.stage.closeTabs();
  const tab = await world.tab();
  await tab.reads(setupTexts.works);
  return tab;
}

/** A new sheet, the `index`th to get its name from the spreadsheet. */
async function addSheet(tab: PersonTab, index: number, name: string): Promise<void> {
  await tab.page.getByTestId('sheet-add').click();
  await sheetTab(tab, `Лист${index}`).waitFor();
  await renameSheet(tab, `Лист${index}`, name);
}

describe('The sheets of debts and VAT', () => {
  it('are off until they are wanted, and stay as they were saved', async () => {
    const tab = await connect(world.stage);
    expect(await shown(tab)).toEqual(OFF);
    await tab.select(formTexts.debtsSheet, debtsSheets.period);
    expect(await shown(tab)).toEqual({ ...OFF, debts: 'period', byInvoice: true });
    await tab.select(formTexts.debtsSheet, debtsSheets.all);
    await tab.click(byInvoice(tab));
    await tab.click(vatBox(tab));
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    const saved = {
      ...{ debts: 'all', byInvoice: false, vat: true },
      hints: [tied(formTexts.debtsOfAll), tied(formTexts.vatByShipment)],
    };
    expect(await shown(tab)).toEqual(saved);
    const again = await anew();
    expect(await shown(again)).toEqual(saved);
    await again.select(formTexts.debtsSheet, debtsSheets.off);
    await again.click(vatBox(again));
    expect(await shown(again)).toEqual(OFF);
    await again.press(formTexts.save);
    await settingsSaved(again);
  });

  it('are chosen with the keyboard alone, which meets nothing that does not apply', async () => {
    const tab = await connect(world.stage);
    const { keyboard } = tab.page;
    const focused = () => tab.sidebar.locator(':focus').getAttribute('id');
    await tab.sidebar.locator('#debtsSheet').focus();
    await keyboard.press('Tab');
    expect(await focused()).toBe('dueDateField');
    await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    expect(await focused()).toBe('debtsByInvoice');
    await keyboard.press('Space');
    for (const next of ['dueDateField', 'dueDays', 'paidSumField', 'vatSheet']) {
      await keyboard.press('Tab');
      expect(await focused()).toBe(next);
    }
    await keyboard.press('Space');
    const chosen = { debts: 'period', byInvoice: false, vat: true };
    expect(await shown(tab)).toMatchObject(chosen);
    await tab.button(formTexts.save).press('Enter');
    await settingsSaved(tab);
    expect(await shown(await anew())).toMatchObject(chosen);
  });

  it('VAT asks for the shipment date until the period goes by it', async () => {
    const tab = await connect(world.stage);
    await tab.click(vatBox(tab));
    await tab.select(formTexts.shipmentDateField, 'Дата отгрузки');
    expect((await shown(tab)).hints).toEqual(['', tied(formTexts.vatByShipment)]);
    await tab.select(formTexts.periodField, 'Дата отгрузки');
    expect((await shown(tab)).hints).toEqual(['', '']);
    await tab.select(formTexts.shipmentDateField, formTexts.noField);
    expect((await shown(tab)).hints).toEqual(['', tied(formTexts.vatByShipment)]);
  });

  it('whose names somebody else’s sheets have say so where they are chosen, not before', async () => {
    const first = await world.tab();
    await addSheet(first, 2, 'Долги');
    await addSheet(first, 3, 'ндс');
    const tab = await connect(world.stage);
    expect((await shown(tab)).hints).toEqual(['', '']);
    await tab.select(formTexts.debtsSheet, debtsSheets.all);
    await tab.click(vatBox(tab));
    const hints = ['Долги', 'ндс'].map((name) => tied(formTexts.nameTaken(name)));
    expect((await shown(tab)).hints).toEqual(hints);
    expect(await violationsIn(await tab.sidebarFrame())).toEqual([]);
    await renameSheet(tab, 'Долги', 'Мои долги');
    await openSettings(tab);
    await tab.reads(setupTexts.works);
    await tab.select(formTexts.debtsSheet, debtsSheets.period);
    expect((await shown(tab)).hints).toEqual(['', '']);
  });
});
