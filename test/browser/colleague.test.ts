/** What a colleague without a webhook of his own, and the owner beside him, see of one report. */
import { connect, openSettings } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const world = new AStage();

/** What the list of a setting offers. */
const offered = async (person: 'owner' | 'colleague', label: string): Promise<string[]> => {
  const tab = await world.tab(person);
  return tab.sidebar.getByLabel(label, { exact: true }).locator('option').allTextContents();
};

describe('The date fields', () => {
  it('are offered by their titles to a colleague, who can choose and save one', async () => {
    await openSettings(await connect(world.stage));
    await (await world.tab()).reads(setupTexts.works);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    const [, ...fields] = await offered('colleague', formTexts.shipmentDateField);
    expect(fields).toEqual(['Дата отгрузки', 'Дата оплаты', 'Принят бухгалтерией']);
    await colleague.select(formTexts.shipmentDateField, 'Принят бухгалтерией');
    await colleague.press(formTexts.save);
    await colleague.reads(formTexts.saved);
  });

  it('have their titles for the owner before his connection has been tried', async () => {
    const owner = await connect(world.stage);
    await openSettings(owner);
    await owner.reads(setupTexts.works);
    await world.stage.control({ fault: 'hang' });
    await openSettings(owner);
    await owner.reads(setupTexts.testing);
    expect(await offered('owner', formTexts.paymentDateField)).toContain('Принят бухгалтерией');
    expect(await owner.sidebar.getByText('UF_CRM').count()).toBe(0);
  });
});
