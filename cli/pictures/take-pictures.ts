/** Takes the pictures of the guide: the sidebar in every state, the menu, the sheets. */
import type { Browser, Locator } from 'playwright-core';
import type { PersonTab } from '../browser/PersonTab';
import { Stage } from '../browser/Stage';
import { connectAndRefresh, openSettings, settingsSaved } from '../browser/steps';
import { changeTexts } from '../../src/texts/change-texts';
import { checksTexts } from '../../src/texts/check-texts';
import { formTexts } from '../../src/texts/form-texts';
import { debtsTexts, vatTexts } from '../../src/texts/further-sheet-texts';
import { PRODUCT_NAME } from '../../src/texts/menu-texts';
import { SHEET_TITLES, VALUE_TITLES } from '../../src/texts/sheet-texts';
import { summaryTexts } from '../../src/texts/summary-texts';
import { SCENES } from './scenes';

/** Pixels; what of a sheet the guide has room for. */
const WINDOW = { width: 1320, height: 640 };

/** Pixels; all columns of the further sheets, and of the summary all blocks and the charts beside them. */
const SIZES = {
  summary: { width: 1830, height: 1220 },
  debts: { ...WINDOW, width: 1640 },
  vat: { ...WINDOW, width: 1400 },
  checks: { ...WINDOW, width: 1500 },
  changes: { ...WINDOW, width: 1500 },
};

/** What stands in E2 of each. */
const FOURTH_TITLE = {
  brief: VALUE_TITLES.opportunity,
  detail: VALUE_TITLES.productName,
  summary: summaryTexts.titles.unpaid,
  debts: debtsTexts.titles.invoiceDate,
  vat: vatTexts.titles.inn,
  checks: checksTexts.titles.importance,
  changes: changeTexts.titles.event,
};

/** Milliseconds in which the everyday company goes on selling and being paid. */
const DAY = 86_400_000;

/** Pixels: a higher picture shows a reader too much at once. */
const MOST_HEIGHT = 760;
/** What a picture is about, where that is not at the top of the sidebar. */
const POINTS: Readonly<Record<string, string>> = {
  'settings-columns': '.picked',
  'settings-sheets': '#debtsSheet',
  'settings-checks': '.checks',
  'settings-problems': '[aria-invalid=true]',
  'settings-disconnect': '[role=alertdialog]',
  'colleague-take-over': '[role=alertdialog]',
};
/** Pixels shown above the point. */
const ABOVE_POINT = 150;

/** Toasts pass over the sidebar; how an empty date looks depends on the language of this machine's browser. */
const STYLE = '.toasts { display: none; } ::-webkit-datetime-edit { visibility: hidden; }';

export type Keep = (name: string, picture: Uint8Array) => void;

export async function takePictures(browser: Browser, keep: Keep): Promise<void> {
  for (const play of Object.values(SCENES)) {
    await Stage.during(browser, { restsWhenIdle: true }, (stage) =>
      play(stage, async (name, tab) => keep(name, await sidebarOf(tab, POINTS[name]))),
    );
  }
  await Stage.during(browser, { restsWhenIdle: true, speed: 10 }, (stage) => takeSheets(stage, keep));
}

async function takeSheets(stage: Stage, keep: Keep): Promise<void> {
  const tab = await connectAndRefresh(stage);
  await tab.click(tab.page.getByTestId('sidebar-close'));
  await tab.page.setViewportSize(WINDOW);
  for (const name of ['brief', 'detail'] as const) keep(`sheet-${name}`, await sheetOf(tab, name));
  await tab.click(tab.page.getByTestId('menu').filter({ hasText: PRODUCT_NAME }));
  keep('menu', await documentOf(tab));
  await makeFurtherSheets(stage, tab);
  for (const name of ['summary', 'debts', 'vat', 'checks'] as const)
    keep(`sheet-${name}`, await furtherSheetOf(tab, name));
  await stage.control({ passTime: DAY });
  await refresh(stage);
  keep('sheet-changes', await furtherSheetOf(tab, 'changes'));
}

async function furtherSheetOf(tab: PersonTab, name: keyof typeof SIZES): Promise<Uint8Array> {
  await tab.page.setViewportSize(SIZES[name]);
  return sheetOf(tab, name);
}

const refresh = (stage: Stage): Promise<unknown> => stage.call('owner', 'startRefresh', { briefOnly: false });

async function makeFurtherSheets(stage: Stage, tab: PersonTab): Promise<void> {
  await tab.page.keyboard.press('Escape');
  await openSettings(tab);
  await tab.select(formTexts.debtsSheet, formTexts.debtsSheets.all);
  for (const key of ['summarySheet', 'vatSheet', 'checksSheet', 'changesSheet'] as const)
    await tab.sidebar.getByLabel(formTexts[key]).check();
  await tab.press(formTexts.save);
  await settingsSaved(tab);
  await tab.click(tab.page.getByTestId('sidebar-close'));
  await refresh(stage);
}

async function sheetOf(tab: PersonTab, name: keyof typeof FOURTH_TITLE): Promise<Uint8Array> {
  await tab.click(tab.page.getByTestId('sheet-tab').filter({ hasText: SHEET_TITLES[name] }));
  // All sheets have a B3, and a fourth column of their own.
  await tab.page.getByTestId('cell-E2').getByText(FOURTH_TITLE[name], { exact: true }).waitFor();
  return documentOf(tab);
}

const documentOf = (tab: PersonTab): Promise<Uint8Array> =>
  tab.page.locator('.document').screenshot({ animations: 'disabled' });

/** The top of it, or the part around its point; as high as its page for a moment, so that all of it is drawn. */
async function sidebarOf(tab: PersonTab, point: string | undefined): Promise<Uint8Array> {
  const { page } = tab;
  const frame = await tab.sidebarFrame();
  const missing = Number(await frame.evaluate('document.body.offsetHeight - innerHeight'));
  const { width, height } = page.viewportSize() ?? WINDOW;
  await page.setViewportSize({ width, height: height + missing });
  const whole = await boxOf(page.getByTestId('sidebar'));
  const pointAt =
    point === undefined ? whole.y : (await boxOf(tab.sidebar.locator(point).first())).y - ABOVE_POINT;
  const shown = Math.min(whole.height, MOST_HEIGHT);
  const clip = {
    ...whole,
    y: Math.min(Math.max(whole.y, pointAt), whole.y + whole.height - shown),
    height: shown,
  };
  const picture = await page.screenshot({ animations: 'disabled', style: STYLE, clip });
  await page.setViewportSize({ width, height });
  return picture;
}

/** Pixels in the window, also of what is in the frame of the sidebar. */
async function boxOf(place: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('What a picture is to show is not to be seen.');
  return box;
}
