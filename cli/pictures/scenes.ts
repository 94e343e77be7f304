/** Every state of the add-on's pages, reached as people reach it: shown in the guide, and held to its rules by tests. */
import { ENDLESS, SLOW } from '../browser/paces';
import type { PersonTab } from '../browser/PersonTab';
import type { Stage } from '../browser/Stage';
import { addColumn } from '../browser/columns';
import { connect, openSettings, openStatus, pasteWebhook, settingsSaved } from '../browser/steps';
import { CHECK_TITLES } from '../../src/texts/check-titles';
import { formTexts } from '../../src/texts/form-texts';
import { frameTexts } from '../../src/texts/frame-texts';
import { helpTexts } from '../../src/texts/help-texts';
import { menuTexts } from '../../src/texts/menu-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { tied } from '../../src/texts/russian';
import { settingsTexts } from '../../src/texts/settings-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { statusTexts } from '../../src/texts/status-texts';

/** Called where the sidebar of that tab is in the state of that name. */
export type Show = (name: string, tab: PersonTab) => Promise<void>;
export type Scene = (stage: Stage, show: Show) => Promise<void>;

/** How fast time goes while people look, and while scripts run. */
const CALM = { speed: 0.1 } as const;
const BRISK = { speed: 10 } as const;
/** An execution is over before so many invoices are read. */
const MANY = 100;

/** With no page that asks how far it is, so it takes as long every time. */
async function refreshUnwatched(stage: Stage, tab: PersonTab): Promise<void> {
  await tab.click(tab.page.getByTestId('sidebar-close'));
  await stage.call('owner', 'startRefresh', { briefOnly: false });
}

const setup: Scene = async (stage, show) => {
  const tab = await stage.tab();
  await stage.control(BRISK);
  await openSettings(tab);
  await show('settings-new', tab);
  await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), 'https://portal.bitrix24.ru/company/');
  await tab.reads(settingsTexts.webhookPath);
  await show('settings-wrong-webhook', tab);
  await pasteWebhook(stage, tab);
  await show('settings-tested', tab);
  await tab.select(formTexts.period, formTexts.presets.custom);
  await tab.click(tab.sidebar.getByText(formTexts.advanced));
  await tab.paste(tab.sidebar.getByLabel(formTexts.cacheTtlSeconds), '5 минут');
  await tab.press(formTexts.save);
  await tab.reads(formTexts.bothDates);
  await show('settings-problems', tab);
  await tab.select(formTexts.period, formTexts.presets.quarter);
  await tab.paste(tab.sidebar.getByLabel(formTexts.cacheTtlSeconds), '300');
  await tab.press(formTexts.save);
  await settingsSaved(tab);
  await refreshUnwatched(stage, tab);
  await openSettings(tab);
  await tab.reads(/^Обновлено /);
  await tab.reads(setupTexts.works);
  await show('settings-done', tab);
  await openStatus(tab);
  await tab.reads(/^Обновлено /);
  await tab.press(statusTexts.clearCache);
  await tab.reads(refreshTexts.cacheCleared());
  await show('status-done', tab);
};

const course: Scene = async (stage, show) => {
  await stage.control({ ...BRISK, invoices: 400 });
  const tab = await connect(stage);
  await stage.control(SLOW);
  await tab.press(progressTexts.start);
  await tab.reads(/^[123]\d\d\sиз\s400/);
  await stage.control(CALM);
  await show('settings-running', tab);
  await tab.press(progressTexts.cancel);
  await tab.reads(progressTexts.cancelling);
  await stage.control(SLOW);
  await tab.reads(/^Отменено /);
  await show('settings-cancelled', tab);
};

const failure: Scene = async (stage, show) => {
  await stage.control(BRISK);
  const tab = await connect(stage);
  await stage.control({ fault: 'revoked' });
  await tab.press(progressTexts.start);
  await tab.reads(/^Не\sудалось обновить/);
  await show('settings-failed', tab);
  await openSettings(tab);
  await tab.reads(setupTexts.fails);
  await show('settings-portal-refuses', tab);
  await openStatus(tab);
  await tab.reads(/^Не\sудалось обновить/);
  await show('status-failed', tab);
};

const team: Scene = async (stage, show) => {
  await stage.control(BRISK);
  const owner = await connect(stage);
  const colleague = await stage.tab('colleague');
  await openSettings(colleague);
  await colleague.reads(/^Владелец подключения/);
  await colleague.reads(progressTexts.idle);
  await show('colleague-settings', colleague);
  await colleague.press(progressTexts.start);
  await colleague.reads(/^Запрос принят: /);
  await openStatus(colleague);
  await colleague.reads(/^Запрос\sна\sобновление\sпринят/);
  await show('colleague-status-waiting', colleague);
  await openSettings(colleague);
  await colleague.press(setupTexts.useOwn);
  await pasteWebhook(stage, colleague);
  await colleague.press(formTexts.save);
  await colleague.button(setupTexts.takeOver).waitFor();
  await show('colleague-take-over', colleague);
  await owner.press(setupTexts.disconnect);
  await owner.reads(setupTexts.disconnectSurely);
  await show('settings-disconnect', owner);
  await owner.sidebar.getByRole('alertdialog').getByRole('button', { name: setupTexts.disconnect }).click();
  await owner.reads(setupTexts.disconnected);
  await show('settings-disconnected', owner);
  await openStatus(owner);
  await owner.reads(progressTexts.noConnection);
  await show('status-unconnected', owner);
};

const long: Scene = async (stage, show) => {
  await stage.control({ ...BRISK, invoices: MANY });
  const owner = await connect(stage);
  await stage.control(ENDLESS);
  await refreshUnwatched(stage, owner);
  await stage.control(BRISK);
  const colleague = await stage.tab('colleague');
  await openStatus(colleague);
  await colleague.reads(progressTexts.paused);
  await show('colleague-status-paused', colleague);
};

const columns: Scene = async (stage, show) => {
  await stage.control(BRISK);
  const tab = await connect(stage);
  const { brief, detail } = formTexts.columns;
  await tab.paste(tab.sidebar.getByLabel(formTexts.dueDays), '366');
  for (const title of ['Дней просрочки', 'Остаток', 'Номер договора']) await addColumn(tab, brief, title);
  for (const title of ['Ед. изм.', 'Ставка НДС']) await addColumn(tab, detail, title);
  await tab.select(formTexts.place('Номер договора'), '1');
  await tab.select(formTexts.noteColumns, '1');
  await show('settings-columns', tab);
  await tab.press(formTexts.save);
  await tab.reads(settingsTexts.dueDays);
  await show('settings-columns-problem', tab);
};

const sheets: Scene = async (stage, show) => {
  await stage.control(BRISK);
  const tab = await connect(stage);
  await tab.select(formTexts.debtsSheet, formTexts.debtsSheets.all);
  for (const key of ['summarySheet', 'vatSheet', 'checksSheet', 'changesSheet'] as const) {
    await tab.click(tab.sidebar.getByLabel(formTexts[key], { exact: true }));
  }
  await show('settings-sheets', tab);
  await tab.click(tab.sidebar.getByText(formTexts.skippedChecks));
  await tab.click(tab.sidebar.getByLabel(tied(CHECK_TITLES['requisite-guessed'])));
  await show('settings-checks', tab);
};

const help: Scene = async (stage, show) => {
  await stage.control(BRISK);
  const tab = await stage.tab();
  await tab.choose(menuTexts.showHelp);
  await tab.reads(helpTexts.secrecy);
  await show('help', tab);
  for (const summary of await tab.sidebar.locator('summary:visible').all()) await tab.click(summary);
  await show('help-answers', tab);
  await tab.page.route('**/call', (route) => route.abort());
  await tab.choose(menuTexts.showStatus);
  await tab.reads(frameTexts.callFailed);
  await show('page-without-answer', tab);
};

export const SCENES: Readonly<Record<string, Scene>> = {
  setup,
  columns,
  sheets,
  course,
  failure,
  team,
  long,
  help,
};
