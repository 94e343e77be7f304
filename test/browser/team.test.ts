import { connect, openSettings, openStatus, pasteWebhook, settingsSaved } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const world = new AStage();

describe('A team', () => {
  it('has the owner’s connection carry out what a colleague asks for', async () => {
    await connect(world.stage);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await colleague.press(progressTexts.start);
    await colleague.reads(
      /^Запрос принят: отчёт обновится не\sпозже 12:\d\d\sчерез подключение владельца.*\.$/,
    );
    await world.stage.control({ passTime: 5 * MINUTE });
    await openStatus(colleague);
    await colleague.reads(/^Готово: 3\sсчёта/);
    await colleague.reads(/^по\sзапросу\s·/);
    expect(await world.stage.cells('Краткий')).toMatchObject({ B3: 'СЧ-000001' });
  });

  it('passes the connection to a colleague who connects a webhook, after a question', async () => {
    await connect(world.stage);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    expect(await colleague.sidebar.getByText('demo.bitrix24.ru').count()).toBe(0);
    await colleague.press(setupTexts.useOwn);
    await pasteWebhook(world.stage, colleague);
    await colleague.press(formTexts.save);
    await colleague.press(setupTexts.takeOverNo);
    expect((await world.stage.state()).triggers).toMatchObject([{ person: 'owner' }]);
    await colleague.press(formTexts.save);
    await colleague.press(setupTexts.takeOver);
    await settingsSaved(colleague);
    await colleague.press(progressTexts.start);
    await colleague.reads(/^Готово: 3\sсчёта/);
    await world.stage.control({ passTime: 10 * MINUTE });
    expect((await world.stage.state()).triggers).toMatchObject([{ person: 'colleague' }]);
    const owner = await world.tab();
    await openSettings(owner);
    await owner.button(setupTexts.useOwn).waitFor();
  });

  it('refreshes by the schedule while it is on, and no more when it is off', async () => {
    const owner = await connect(world.stage);
    await owner.select(formTexts.scheduleHours, formTexts.schedules[1]);
    await owner.press(formTexts.save);
    await settingsSaved(owner);
    await world.stage.control({ passTime: HOUR + 5 * MINUTE });
    await openStatus(owner);
    await owner.reads(/^по\sрасписанию\s·/);
    await openSettings(owner);
    await owner.select(formTexts.scheduleHours, formTexts.schedules[0]);
    await owner.press(formTexts.save);
    await settingsSaved(owner);
    const before = (await world.unattendedRefreshes()).length;
    await world.stage.control({ passTime: 3 * HOUR });
    expect(await world.unattendedRefreshes()).toHaveLength(before);
    await openStatus(owner);
    await owner.reads('выключено');
  });
});
