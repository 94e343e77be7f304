/** Notes that people write beside an invoice, and where they are when the report has changed. */
import { changePeriod, findNote, noteCell, writeNote } from '../../cli/browser/notes';
import { connect, saveAndRefresh } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { AStage } from './support/AStage';

const world = new AStage({ invoices: 'demo' });

const NOTE = 'обещал оплатить до 15-го';
const SHEET = 'Краткий';

describe('A note', () => {
  it('travels with its invoice through a change of period, with all that people did to its cells', async () => {
    const tab = await connect(world.stage);
    await tab.select(formTexts.noteColumns, '2');
    await saveAndRefresh(tab);
    const cell = await noteCell(world.stage, 4);
    const box = cell.replace('K', 'L');
    await writeNote(tab, cell, NOTE);
    await world.stage.control({ fill: { sheet: SHEET, cell, color: '#00ff00' } });
    await world.stage.control({ insertNote: { sheet: SHEET, cell, text: 'по телефону' } });
    await world.stage.control({ insertCheckbox: { sheet: SHEET, cell: 'L3:L10' } });
    await tab.click(tab.page.getByTestId(`cell-${box}`).locator('.box:empty'));
    await tab.page.getByTestId(`cell-${box}`).locator('.box').getByText('✓').waitFor();
    const before = await findNote(world.stage, NOTE);

    await changePeriod(world.stage, tab, 'year', '01.01.2026');
    const after = await findNote(world.stage, NOTE);
    expect(after.invoice).toBe(before.invoice);
    expect(after.row).toBeGreaterThan(before.row);
    const shown = tab.page.getByTestId(`cell-${after.cell}`);
    await shown.getByText(NOTE).waitFor();
    expect(await shown.getAttribute('data-note')).toBe('по телефону');
    const style = `getComputedStyle(document.querySelector('[data-testid=cell-${after.cell}]'))`;
    expect(await tab.page.evaluate(`${style}.backgroundColor`)).toBe('rgb(0, 255, 0)');
    const ticked = tab.page.getByTestId(`cell-${after.cell.replace('K', 'L')}`).locator('.box:not(:empty)');
    await ticked.waitFor();
    expect(await tab.page.locator('.box:not(:empty)').count()).toBe(1);

    await changePeriod(world.stage, tab, 'previousQuarter', '01.01.2026 – 31.03.2026');
    await expect(findNote(world.stage, NOTE)).rejects.toThrow();
    await changePeriod(world.stage, tab, 'quarter', '01.04.2026');
    expect(await findNote(world.stage, NOTE)).toEqual(before);
  });
});
