/** What pages tell of reading only what has changed, and of the comparison that goes on between refreshes. */
import { connectAndRefresh, openStatus } from '../../cli/browser/steps';
import { progressTexts } from '../../src/texts/progress-texts';
import { AStage } from './support/AStage';

const world = new AStage();
const HOUR = 3_600_000;

describe('The panel', () => {
  it('tells among the details how the portal was read, and in the history of both times', async () => {
    const tab = await connectAndRefresh(world.stage);
    await tab.click(tab.sidebar.getByText(progressTexts.more));
    await tab.reads('Полное чтение: первый раз');
    await tab.reads(/^Готово: 3\sсчёта на\sсумму .* Строк с\sтоварами: \d+\.$/);
    await tab.press(progressTexts.start);
    await tab.reads(/^Чтение изменений: просмотрено счетов\s3, запросов\s\d+$/);
    await openStatus(tab);
    await tab.reads(/·\sполное чтение: первый раз$/);
    await tab.reads(/·\sчтение изменений: просмотрено счетов\s3, запросов\s\d+$/);
  });

  it('tells when the comparison was at work last, to owner and colleague, and nothing before the first', async () => {
    const tab = await connectAndRefresh(world.stage);
    await openStatus(tab);
    expect(await tab.sidebar.getByText('Сверка').isVisible()).toBe(false);
    await world.stage.control({ passTime: HOUR });
    for (const who of [tab, await world.tab('colleague')]) {
      await openStatus(who);
      await who.reads(/^Сверка: \d\d\.\d\d\s\d\d:\d\d, расхождений\s0$/);
    }
  });
});
