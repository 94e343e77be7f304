/** A request of a colleague, from his wish to its end, as he and the owner see it. */
import { connect, connectAndRefresh, openSettings, openStatus } from '../../cli/browser/steps';
import { progressTexts } from '../../src/texts/progress-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { remedyTexts } from '../../src/texts/remedy-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const MINUTE = 60_000;

const world = new AStage();

/** The colleague's settings are open, and the owner's connection is to refresh the report for him. */
async function ask() {
  const colleague = await world.tab('colleague');
  await openSettings(colleague);
  await colleague.press(progressTexts.start);
  await colleague.reads(/^Запрос принят/);
  return colleague;
}

describe('A request', () => {
  it('is promised until the refresh is done, and no longer', async () => {
    await connectAndRefresh(world.stage);
    const colleague = await ask();
    await world.stage.control({ passTime: 5 * MINUTE });
    await colleague.sidebar.getByText(/^Запрос принят/).waitFor({ state: 'detached' });
    await colleague.reads(/^Обновлено /);
    await colleague.button(progressTexts.takeBack).waitFor({ state: 'hidden' });
  });

  it('is told to the owner as a colleague’s, who refuses it', async () => {
    const owner = await connectAndRefresh(world.stage);
    const colleague = await ask();
    await openStatus(owner);
    await owner.reads(/^Ждёт запрос коллеги, оставлен сегодня в\s12:0\d\.$/);
    expect(await owner.sidebar.getByText(/через подключение владельца/).count()).toBe(0);
    await owner.press(progressTexts.refuse);
    await owner.reads(refreshTexts.requestWithdrawn().slice(0, 27));
    await owner.button(progressTexts.start).waitFor();
    await colleague.sidebar.getByText(/^Запрос принят/).waitFor({ state: 'detached' });
    await world.stage.control({ passTime: 10 * MINUTE });
    expect(await world.unattendedRefreshes()).toEqual([]);
  });

  it('is carried out by the owner at once, and not a second time', async () => {
    const owner = await connectAndRefresh(world.stage);
    await ask();
    await openSettings(owner);
    await owner.press(progressTexts.carryOut);
    await owner.reads(/^Обновлено /);
    await owner.button(progressTexts.start).waitFor();
    await world.stage.control({ passTime: 10 * MINUTE });
    expect(await world.unattendedRefreshes()).toEqual([]);
  });

  it('is taken back by who has left it', async () => {
    await connectAndRefresh(world.stage);
    const colleague = await ask();
    await colleague.press(progressTexts.takeBack);
    await colleague.reads(refreshTexts.requestWithdrawn().slice(0, 27));
    await colleague.button(progressTexts.takeBack).waitFor({ state: 'hidden' });
  });
});

describe('A connection that is known to be broken', () => {
  it('is told to a colleague at once, who may connect a webhook of his own', async () => {
    const owner = await connect(world.stage);
    await world.stage.control({ fault: 'revoked' });
    for (let failures = 1; failures <= 3; failures += 1) {
      await owner.press(progressTexts.start);
      await world.stage.until(
        ({ executions }) =>
          executions.filter(({ function: name, outcome }) => name === 'startRefresh' && outcome !== null)
            .length === failures,
      );
    }
    const colleague = await world.tab('colleague');
    await openStatus(colleague);
    await colleague.reads(/^Подключение не\sработает с\s20\.05\.2026\. Сообщите владельцу/);
    await colleague.press(remedyTexts.own);
    await colleague.reads(setupTexts.useOwnEffect);
    expect(await colleague.sidebar.getByLabel(setupTexts.webhook).isVisible()).toBe(true);
  });
});
