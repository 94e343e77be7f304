import { CRAWLING, ENDLESS, HURRIED, SLOW } from '../../cli/browser/paces';
import { connect, connectAndRefresh, openSettings, openStatus } from '../../cli/browser/steps';
import { menuTexts } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { MEMORY } from '../../world/sheets';
import { AStage } from './support/AStage';

const world = new AStage();

const sheetNames = async (): Promise<string[]> => (await world.stage.state()).sheets.map(({ name }) => name);

/** It can be cancelled, and there is still a while to go. */
async function startLong() {
  const tab = await connect(world.stage);
  await world.stage.control(CRAWLING);
  await tab.press(progressTexts.start);
  await tab.button(progressTexts.cancel).waitFor();
  return tab;
}

describe('A refresh in the sidebar', () => {
  it('tells its phase, its counts and its end', async () => {
    await world.stage.control({ invoices: 100 });
    const tab = await connect(world.stage);
    await world.stage.control(SLOW);
    await tab.press(progressTexts.start);
    await tab.reads(progressTexts.phases.list);
    await tab.reads(/^(50|100)\sиз\s100/);
    const costs = tab.sidebar.getByText(/^Отправлено: \d+\sзапрос/);
    expect(await costs.isVisible()).toBe(false);
    await tab.click(tab.sidebar.getByText(progressTexts.more));
    await costs.waitFor();
    const bar = tab.sidebar.getByRole('progressbar', { name: progressTexts.bar });
    expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
    await tab.reads(/^Готово: 100\sсчетов на\sсумму .* Строк с\sтоварами: 500/);
    expect(await bar.isHidden()).toBe(true);
  });

  it('can be cancelled, and leaves no sheet', async () => {
    const tab = await startLong();
    await tab.press(progressTexts.cancel);
    await tab.reads(progressTexts.cancelling);
    await tab.reads(refreshTexts.cancelled());
    expect(await sheetNames()).toEqual(['Лист1']);
  });

  it('is followed again by a sidebar that was closed and opened meanwhile', async () => {
    const tab = await startLong();
    await tab.click(tab.page.getByTestId('sidebar-close'));
    await openStatus(tab);
    await tab.button(progressTexts.cancel).waitFor();
    await tab.reads(progressTexts.phases.list);
    await world.stage.control(HURRIED);
    await tab.reads(/^Обновлено /);
    await tab.reads(/^Готово: 3\sсчёта/);
  });

  it('that fails says why and what to do, also over the table, and leaves all else of the sheets', async () => {
    const tab = await connectAndRefresh(world.stage);
    const before = await world.stage.cells('Краткий');
    await world.stage.control({ fault: 'revoked' });
    await tab.press(progressTexts.start);
    await tab.reads(/^Не\sудалось обновить/);
    await tab.reads(/^Портал не\sпринял вебхук: .* Создайте вебхук/);
    const failed: unknown = expect.stringMatching(/^⚠ Не обновляется с .*: Портал не принял вебхук/);
    expect(await world.stage.cells('Краткий')).toEqual({ ...before, B1: failed });
    await world.stage.control({ fault: 'none' });
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
  });

  it('of three executions goes on by itself while the sidebar is open', async () => {
    await world.stage.control({ invoices: 100 });
    const tab = await connect(world.stage);
    await world.stage.control(ENDLESS);
    await tab.press(progressTexts.start);
    await tab.reads(/^Готово: 100\sсчетов/);
    const { executions } = await world.stage.state();
    expect(executions.filter((run) => run.function === 'startRefresh')).toHaveLength(3);
    expect(await sheetNames()).toEqual(['Лист1', MEMORY, 'Краткий', 'Полный']);
  });

  it('from the menu says how it ended', async () => {
    const tab = await connect(world.stage);
    await tab.choose(menuTexts.refreshBriefSheet);
    await tab.page
      .getByTestId('toast')
      .getByText(/Готово: 3\sсчёта/)
      .waitFor();
    expect(await sheetNames()).toEqual(['Лист1', MEMORY, 'Краткий']);
  });
});

describe('The owner of the report', () => {
  it('whose webhook is refused reads so once, and of no further step to come', async () => {
    const tab = await connect(world.stage);
    await world.stage.control({ fault: 'revoked' });
    await openSettings(tab);
    await tab.reads(setupTexts.fails);
    expect(await tab.sidebar.getByText(setupTexts.next).isVisible()).toBe(false);
    await tab.reads(/название появится после обновления отчёта\./);
    expect(await tab.sidebar.getByText('видит только владелец').count()).toBe(0);
  });

  it('clears the cache, and the next refresh asks everything anew', async () => {
    const tab = await connectAndRefresh(world.stage);
    await openStatus(tab);
    await tab.press(statusTexts.clearCache);
    await tab.reads(refreshTexts.cacheCleared());
    await tab.press(progressTexts.start);
    await world.stage.until(({ executions }) => finished(executions, 'startRefresh').length === 2);
    const [first, second] = finished((await world.stage.state()).executions, 'startRefresh');
    expect(second?.requests.length).toBe(first?.requests.length);
  });

  it('gets a text for support that names nobody', async () => {
    const tab = await connectAndRefresh(world.stage);
    await openStatus(tab);
    await tab.press(statusTexts.copy);
    const field = tab.sidebar.getByLabel(statusTexts.supportLabel);
    await field.waitFor();
    const text = await field.inputValue();
    expect(text).toMatch(/^Счета Bitrix24 .*\n/);
    expect(text).not.toMatch(/Анна|demo\.bitrix24/);
  });

  it('disconnects after a question, and the sheets stay', async () => {
    const tab = await connectAndRefresh(world.stage);
    await tab.press(setupTexts.disconnect);
    await tab.press(setupTexts.disconnectNo);
    expect((await world.stage.state()).triggers).toHaveLength(1);
    await tab.press(setupTexts.disconnect);
    await tab.press(setupTexts.disconnect);
    await tab.reads(setupTexts.disconnected);
    expect((await world.stage.state()).triggers).toEqual([]);
    expect(await sheetNames()).toEqual(['Лист1', 'Краткий', 'Полный']);
    await openSettings(tab);
    await tab.sidebar.getByLabel(setupTexts.webhook).waitFor();
  });
});

type Executions = Awaited<ReturnType<typeof world.stage.state>>['executions'];

const finished = (executions: Executions, name: string) =>
  executions.filter((run) => run.function === name && run.finishedAt !== null);
