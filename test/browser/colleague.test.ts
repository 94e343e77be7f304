/** What a colleague without a webhook of his own, and the owner beside him, see of one report. */
import { connect, connectAndRefresh, openSettings, openStatus, settingsSaved } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const MINUTE = 60_000;

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
    await colleague.press(formTexts.sharedQuestion.yes);
    await settingsSaved(colleague);
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

describe('Settings that a colleague changes', () => {
  it('are saved once he has read that the report changes for all, and tell the owner who did it', async () => {
    const owner = await connectAndRefresh(world.stage);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await colleague.select(formTexts.period, formTexts.presets.year);
    await colleague.press(formTexts.save);
    await colleague.reads(/^Настройки общие: отчёт изменится у\sвсех\./);
    await colleague.press(formTexts.sharedQuestion.no);
    const period = owner.sidebar.getByLabel(formTexts.period, { exact: true });
    await openSettings(owner);
    expect(await period.inputValue()).toBe('quarter');
    expect(await owner.sidebar.getByText(/^Последнее изменение/).count()).toBe(0);

    await colleague.press(formTexts.save);
    await colleague.press(formTexts.sharedQuestion.yes);
    await settingsSaved(colleague);
    await colleague.press(progressTexts.start);
    await colleague.reads(/^Запрос принят/);
    await world.stage.control({ passTime: 5 * MINUTE });
    await openSettings(owner);
    await owner.reads(/^Последнее изменение: период\s— другой пользователь, сегодня в\s12:0\d\.$/);
    expect(await period.inputValue()).toBe('year');
    await openStatus(owner);
    await owner.reads(/^Изменено: период\.$/);
    await owner.reads(/^по\sзапросу коллеги\s·/);
    await openStatus(colleague);
    await colleague.reads(/^Изменено: период\.$/);
    await colleague.reads('вы');
  });

  it('leave alone what somebody else has changed meanwhile', async () => {
    const owner = await connectAndRefresh(world.stage);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await owner.select(formTexts.scheduleHours, formTexts.schedules[24]);
    await owner.press(formTexts.save);
    await settingsSaved(owner);
    await colleague.select(formTexts.period, formTexts.presets.year);
    await colleague.press(formTexts.save);
    await colleague.press(formTexts.sharedQuestion.yes);
    await settingsSaved(colleague);
    const { sidebar } = colleague;
    expect(await sidebar.getByLabel(formTexts.scheduleHours, { exact: true }).inputValue()).toBe('24');
    expect(await colleague.button(formTexts.save).isVisible()).toBe(false);
  });
});
