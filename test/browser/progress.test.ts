/** A refresh under way and its end: in view without scrolling, and where the focus is. */
import { CRAWLING, HURRIED } from '../../cli/browser/paces';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { connect } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { menuTexts, tabTitles } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { remedyTexts } from '../../src/texts/remedy-texts';
import { AStage } from './support/AStage';

const world = new AStage();

const LAPTOP = { width: 1366, height: 660 };
/** The window of a laptop whose browser shows everything half as large again. */
const LAPTOP_ENLARGED = { width: 911, height: 440 };

/** Whether all of it can be seen in the sidebar. */
async function isInView(tab: PersonTab, selector: string): Promise<boolean> {
  const frame = await tab.page.getByTestId('sidebar-frame').boundingBox();
  const box = await tab.sidebar.locator(selector).boundingBox();
  if (frame === null || box === null) return false;
  const isWide = box.x >= frame.x && box.x + box.width <= frame.x + frame.width;
  return isWide && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}

const hasFocus = (tab: PersonTab, selector: string): Promise<void> =>
  tab.sidebar.locator(`${selector}:focus`).waitFor();

const CANCEL = `.refresh button:text-is("${progressTexts.cancel}")`;

describe('A refresh under way', () => {
  it.each([
    ['on a laptop', LAPTOP, 1],
    ['on a laptop at 150 %', LAPTOP_ENLARGED, 1],
    ['at 150 % within the sidebar', LAPTOP, 1.5],
  ])('can be cancelled and its end be read without scrolling %s', async (_, size, zoom) => {
    const tab = await connect(world.stage);
    await tab.page.setViewportSize(size);
    await (await tab.sidebarFrame()).evaluate(`document.documentElement.style.zoom = ${zoom}`);
    await tab.select(formTexts.period, formTexts.presets.year);
    await world.stage.control(CRAWLING);
    await tab.button(formTexts.saveAndRefresh).press('Enter');
    await hasFocus(tab, CANCEL);
    expect([await isInView(tab, CANCEL), await isInView(tab, '.refresh .headline')]).toEqual([true, true]);
    await world.stage.control(HURRIED);
    await tab.reads(/^Обновлено /);
    await hasFocus(tab, '.headline');
    expect([await isInView(tab, '.headline'), await isInView(tab, '.details')]).toEqual([true, true]);
  });

  it('that is started, cancelled and over never leaves the keyboard nowhere', async () => {
    const tab = await connect(world.stage);
    await world.stage.control(CRAWLING);
    await tab.button(progressTexts.start).press('Enter');
    await hasFocus(tab, CANCEL);
    await tab.page.keyboard.press('Enter');
    await hasFocus(tab, '.headline');
    await world.stage.control(HURRIED);
    await tab.reads(/^Отменено /);
    await hasFocus(tab, '.headline');
    await tab.page.keyboard.press('Tab');
    await hasFocus(tab, 'button.primary');
  });

  it('takes the focus from nobody who is elsewhere', async () => {
    const tab = await connect(world.stage);
    await world.stage.control(CRAWLING);
    await tab.press(progressTexts.start);
    const period = tab.sidebar.getByLabel(formTexts.period, { exact: true });
    await tab.button(progressTexts.cancel).waitFor();
    await period.focus();
    await world.stage.control(HURRIED);
    await tab.reads(/^Обновлено /);
    await period.and(tab.sidebar.locator(':focus')).waitFor();
  });
});

describe('A refresh from the menu', () => {
  it('is followed in the panel, and can be cancelled there', async () => {
    const tab = await connect(world.stage);
    await tab.click(tab.page.getByTestId('sidebar-close'));
    await world.stage.control(CRAWLING);
    await tab.choose(menuTexts.refreshReport);
    await tab.button(progressTexts.cancel).waitFor();
    expect(await tab.button(tabTitles.status).getAttribute('aria-current')).toBe('page');
    await tab.press(progressTexts.cancel);
    await world.stage.control(HURRIED);
    await tab.reads(/^Отменено /);
    await tab.page.getByTestId('toast').getByText(refreshTexts.cancelled()).waitFor();
    expect(await tab.page.getByTestId('alert').count()).toBe(0);
  });

  it('that fails is an alert, and the panel offers what helps', async () => {
    const tab = await connect(world.stage);
    await world.stage.control({ fault: 'revoked' });
    await tab.choose(menuTexts.refreshReport);
    await tab.page
      .getByTestId('alert')
      .getByText(/Портал не принял вебхук/)
      .waitFor();
    await tab.click(tab.page.getByTestId('alert-ok'));
    await tab.press(remedyTexts.webhook);
    await hasFocus(tab, '#webhookUrl');
  });
});

describe('What is said of saved settings', () => {
  it('leaves after five seconds', async () => {
    const tab = await connect(world.stage);
    const frame = await tab.sidebarFrame();
    await frame.evaluate(`window.waiting = [];
      const later = window.setTimeout;
      window.setTimeout = (act, time) => time === 5000 ? window.waiting.push(act) : later(act, time);`);
    await tab.select(formTexts.period, formTexts.presets.year);
    await tab.press(formTexts.save);
    await tab.reads(formTexts.saved);
    await frame.evaluate('window.waiting.forEach((act) => act())');
    await tab.readsNoMore(formTexts.saved);
  });
});

describe('Chosen days', () => {
  it('are told in words below their fields, which show them as the browser likes', async () => {
    const tab = await connect(world.stage);
    await tab.select(formTexts.period, formTexts.presets.custom);
    await tab.sidebar.getByLabel(formTexts.from, { exact: true }).fill('2031-01-01');
    await tab.sidebar.getByLabel(formTexts.to, { exact: true }).fill('2031-01-31');
    await tab.reads(/^1–31\sянваря 2031$/);
    await tab.sidebar.getByLabel(formTexts.to, { exact: true }).fill('2030-01-31');
    await tab.readsNoMore('1–31');
  });
});
