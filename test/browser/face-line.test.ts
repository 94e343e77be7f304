/** The line over a table as somebody sees it who may only look: no menu, no panel, no note pointed at. */
import type { PersonTab } from '../../cli/browser/PersonTab';
import { connectAndRefresh } from '../../cli/browser/steps';
import { menuTexts, PRODUCT_NAME } from '../../src/texts/menu-texts';
import { BRIEF } from '../../world/sheets';
import { AStage } from './support/AStage';

const world = new AStage();
const HOUR = 3_600_000;

async function opened(): Promise<PersonTab> {
  const viewer = await world.tab('viewer');
  await viewer.page.getByTestId('sheet-tab').getByText(BRIEF, { exact: true }).click();
  return viewer;
}

/** Waits until the line reads so and looks so, and gives its text as it is to be seen. */
async function lineOf(viewer: PersonTab, text: RegExp, color: string): Promise<string> {
  const cell = viewer.page.getByTestId('cell-B1').filter({ hasText: text });
  await cell.waitFor();
  await viewer.page.waitForFunction(
    `getComputedStyle(document.querySelector('[data-testid="cell-B1"]')).color === '${color}'`,
  );
  return cell.innerText();
}

const GREY = 'rgb(95, 99, 104)';
const RED = 'rgb(204, 0, 0)';
const FRESH =
  /^Счета за 01\.04\.2026 – 30\.06\.2026, поле «Дата счёта» · обновлено \d\d\.05\.2026 \d\d:\d\d$/;

it('turns red by itself once Google has stopped the trigger, and no word of it changes', async () => {
  await connectAndRefresh(world.stage);
  const viewer = await opened();
  const text = await lineOf(viewer, FRESH, GREY);
  await world.stage.control({ stopTriggers: true, passTime: 27 * HOUR });
  expect(await lineOf(viewer, FRESH, RED)).toBe(text);
});

it('says in red since when and why after a refresh that failed', async () => {
  await connectAndRefresh(world.stage);
  const viewer = await opened();
  await world.stage.control({ fault: 'revoked' });
  await world.stage.control({ user: 'owner', click: [PRODUCT_NAME, menuTexts.refreshReport] });
  await lineOf(
    viewer,
    /^⚠ Не обновляется с \d\d\.05\.2026 \d\d:\d\d: Портал не принял вебхук: [^.]+\.$/,
    RED,
  );
});
