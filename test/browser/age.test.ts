/** What tells a report that grows old from one that is kept fresh. */
import type { Locator } from 'playwright-core';
import { HURRIED } from '../../cli/browser/paces';
import { connect, openSettings, openStatus, pasteWebhook, settingsSaved } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { remedyTexts } from '../../src/texts/remedy-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { AStage } from './support/AStage';

const world = new AStage();
const HOUR = 3_600_000;

async function scheduled() {
  const tab = await connect(world.stage);
  await tab.select(formTexts.scheduleHours, formTexts.schedules[4]);
  await tab.press(formTexts.save);
  await settingsSaved(tab);
  await world.stage.control(HURRIED);
  await tab.press(progressTexts.start);
  await tab.reads(/^Обновлено /);
  return tab;
}

describe('A schedule that Google has stopped', () => {
  it('is told first, and turned on again by its owner', async () => {
    const tab = await scheduled();
    await world.stage.control({ speed: 1, stopTriggers: true, passTime: 30 * HOUR });
    await openStatus(tab);
    await tab.reads(/^Расписание остановлено с\s\d+\sмая, \d\d:/);
    await tab.reads(statusTexts.stoppedByGoogle);
    await tab.press(remedyTexts.trigger);
    await tab.reads(/^Обновлено вчера в\s\d\d:/);
    await tab.reads(/^каждые 4\sчаса, следующее обновление /);
    expect(await tab.button(remedyTexts.trigger).isVisible()).toBe(false);
    const before = (await world.stage.state()).executions.length;
    await world.stage.control({ passTime: HOUR });
    const { executions } = await world.stage.state();
    expect(executions.slice(before).map((run) => run.function)).toContain('scheduledRefresh');
  });

  it('sends a colleague to its owner', async () => {
    await scheduled();
    await world.stage.control({ speed: 1, stopTriggers: true, passTime: 30 * HOUR });
    const colleague = await world.tab('colleague');
    await openStatus(colleague);
    await colleague.reads(/^Расписание остановлено с\s\d+\sмая, \d\d:/);
    await colleague.reads(/Сообщите владельцу: Анна Смирнова\./);
    expect(await colleague.button(remedyTexts.trigger).isVisible()).toBe(false);
  });
});

const GREEN = 'rgb(20, 108, 46)';
const AMBER = 'rgb(138, 75, 0)';

/** In the page, whose globals these tests do not have. */
interface Styles {
  getComputedStyle(element: unknown): { readonly color: string };
}

const colorOf = (line: Locator): Promise<string> =>
  line.evaluate((element) => (globalThis as unknown as Styles).getComputedStyle(element).color);

describe('Good news', () => {
  it('of a connection is green', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await pasteWebhook(world.stage, tab);
    await tab.reads(setupTexts.works);
    expect(await colorOf(tab.sidebar.getByText(setupTexts.works))).toBe(GREEN);
  });

  it('turns grey after a day and into a warning after a week', async () => {
    const tab = await connect(world.stage);
    // Without a memory no tick of the week has anything to compare.
    await tab.click(tab.sidebar.getByText(formTexts.advanced));
    await tab.sidebar.getByLabel(formTexts.cacheTtlSeconds).fill('0');
    await tab.press(formTexts.save);
    await settingsSaved(tab);
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
    const card = tab.sidebar.getByRole('region', { name: progressTexts.title });
    const tone = () => card.getAttribute('data-tone');
    const headline = card.locator('.headline');
    expect(await tone()).toBe('good');
    expect(await colorOf(headline)).toBe(GREEN);
    await world.stage.control({ passTime: 27 * HOUR });
    await openStatus(tab);
    await tab.reads(/^Обновлено вчера в\s\d\d:/);
    expect(await tone()).toBe('quiet');
    await world.stage.control({ passTime: 6 * 24 * HOUR });
    await openStatus(tab);
    await tab.reads(/^Обновлено \d+\sмая в\s\d\d:\d\d, 7\sдней назад/);
    expect(await tone()).toBe('old');
    expect(await colorOf(headline)).toBe(AMBER);
  });
});
