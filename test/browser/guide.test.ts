/** Every numbered step of docs/guide.ru.md, done as it is written; the anchors of the guide name them. */
import { readFileSync } from 'node:fs';
import { CRAWLING } from '../../cli/browser/paces';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { addColumn, headerOf } from '../../cli/browser/columns';
import { changePeriod, findNote, noteCell, writeNote } from '../../cli/browser/notes';
import { sheetTab } from '../../cli/browser/sheet-tabs';
import {
  connect,
  openSettings,
  openStatus,
  pasteWebhook,
  saveAndRefresh,
  settingsSaved,
} from '../../cli/browser/steps';
import { changeTexts } from '../../src/texts/change-texts';
import { CHECK_TITLES } from '../../src/texts/check-titles';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { tied } from '../../src/texts/russian';
import { setupTexts } from '../../src/texts/setup-texts';
import { SHEET_TITLES } from '../../src/texts/sheet-texts';
import { statusTexts } from '../../src/texts/status-texts';
import { AStage } from './support/AStage';

const MINUTE = 60_000;

const NOTE = 'обещал до 15-го';

const world = new AStage();

type Step = (tab: PersonTab) => Promise<unknown>;

interface Chapter {
  /** Who follows it, and what has been done before. */
  readonly begin: () => Promise<PersonTab>;
  readonly steps: Readonly<Record<string, Step>>;
}

const connected = (): Promise<PersonTab> => connect(world.stage);

async function colleagueInSettings(): Promise<PersonTab> {
  await connected();
  const colleague = await world.tab('colleague');
  await openSettings(colleague);
  return colleague;
}

async function save(tab: PersonTab): Promise<void> {
  await tab.press(formTexts.save);
  await settingsSaved(tab);
}

const CHAPTERS: Readonly<Record<string, Chapter>> = {
  first: {
    begin: () => world.tab(),
    steps: {
      'first-open': openSettings,
      'first-webhook': (tab) => pasteWebhook(world.stage, tab),
      'first-period': async (tab) => {
        await tab.select(formTexts.period, formTexts.presets.year);
        await tab.select(formTexts.periodField, 'Срок оплаты');
        await tab.select(formTexts.periodField, 'Дата счёта');
      },
      'first-dates': async (tab) => {
        await tab.reads(/^Выбрано по\sназванию, проверьте\./);
        expect(await tab.sidebar.getByLabel(formTexts.paymentDateField).inputValue()).not.toBe('');
      },
      'first-save': (tab) => tab.press(formTexts.saveAndRefresh),
      'first-sheets': async (tab) => {
        await tab.reads(/^Обновлено /);
        for (const name of ['Краткий', 'Полный']) {
          await tab.click(tab.page.getByTestId('sheet-tab').filter({ hasText: name }));
          await tab.page.getByTestId('cell-B3').getByText('СЧ-000001').waitFor();
        }
      },
    },
  },
  cancel: {
    begin: async () => {
      const tab = await connected();
      await world.stage.control(CRAWLING);
      return tab;
    },
    steps: {
      'cancel-start': (tab) => tab.press(progressTexts.start),
      'cancel-press': async (tab) => {
        await tab.press(progressTexts.cancel);
        await tab.reads(refreshTexts.cancelled());
      },
    },
  },
  schedule: {
    begin: connected,
    steps: {
      'schedule-choose': (tab) => tab.select(formTexts.scheduleHours, formTexts.schedules[4]),
      'schedule-save': save,
      'schedule-status': async (tab) => {
        await openStatus(tab);
        const fact = tab.sidebar.locator('.facts > div').filter({ hasText: statusTexts.schedule });
        expect(await fact.innerText()).toMatch(/каждые 4\sчаса, следующее обновление /);
      },
      'schedule-off': async (tab) => {
        await openSettings(tab);
        await tab.select(formTexts.scheduleHours, formTexts.schedules[0]);
        await save(tab);
      },
    },
  },
  colleague: {
    begin: colleagueInSettings,
    steps: {
      'colleague-ask': async (tab) => {
        await tab.press(progressTexts.start);
        await tab.reads(
          /^Запрос принят: отчёт обновится не\sпозже \d\d:\d\d\sчерез подключение владельца.*\.$/,
        );
      },
      'colleague-wait': async (tab) => {
        await world.stage.control({ passTime: 5 * MINUTE });
        await openStatus(tab);
        await tab.reads(/^по\sзапросу\s·/);
      },
    },
  },
  takeover: {
    begin: colleagueInSettings,
    steps: {
      'takeover-open': (tab) => tab.press(setupTexts.useOwn),
      'takeover-paste': (tab) => pasteWebhook(world.stage, tab),
      'takeover-save': async (tab) => {
        await tab.press(formTexts.save);
        await tab.press(setupTexts.takeOver);
        await settingsSaved(tab);
      },
    },
  },
  disconnect: {
    begin: connected,
    steps: {
      'disconnect-press': (tab) => tab.press(setupTexts.disconnect),
      'disconnect-confirm': async (tab) => {
        await tab.press(setupTexts.disconnect);
        await tab.reads(setupTexts.disconnected);
      },
    },
  },
  columns: {
    begin: connected,
    steps: {
      'columns-add': async (tab) => {
        await addColumn(tab, formTexts.columns.brief, 'КПП');
        await addColumn(tab, formTexts.columns.brief, 'Номер договора');
        await addColumn(tab, formTexts.columns.detail, 'Ед. изм.');
        expect((await headerOf(tab, 'brief')).slice(-2)).toEqual(['КПП', 'Номер договора']);
      },
      'columns-place': async (tab) => {
        await tab.select(formTexts.place('Номер договора'), '1');
        expect((await headerOf(tab, 'brief')).slice(-2)).toEqual(['Номер договора', 'КПП']);
      },
      'columns-remove': (tab) => tab.press(formTexts.removeColumn('КПП')),
      'columns-save': async (tab) => {
        await tab.press(formTexts.saveAndRefresh);
        await tab.reads(/^Обновлено /);
      },
    },
  },
  summary: {
    begin: connected,
    steps: {
      'summary-choose': (tab) => tab.click(tab.sidebar.getByLabel(formTexts.summarySheet)),
      'summary-save': async (tab) => {
        await saveAndRefresh(tab);
        await sheetTab(tab, SHEET_TITLES.summary).waitFor();
      },
    },
  },
  debts: {
    begin: connected,
    steps: {
      'debts-choose': (tab) => tab.select(formTexts.debtsSheet, formTexts.debtsSheets.period),
      'debts-due': async (tab) => {
        expect(await tab.sidebar.locator('#dueDateField').inputValue()).toBe('CLOSEDATE');
        expect(await tab.sidebar.locator('#dueDays').inputValue()).toBe('0');
      },
      'debts-save': async (tab) => {
        await saveAndRefresh(tab);
        await sheetTab(tab, SHEET_TITLES.debts).waitFor();
      },
    },
  },
  vat: {
    begin: connected,
    steps: {
      'vat-choose': (tab) => tab.click(tab.sidebar.getByLabel(formTexts.vatSheet)),
      'vat-period': (tab) => tab.select(formTexts.periodField, 'Дата отгрузки'),
      'vat-save': async (tab) => {
        await saveAndRefresh(tab);
        await sheetTab(tab, SHEET_TITLES.vat).waitFor();
      },
    },
  },
  checks: {
    begin: connected,
    steps: {
      'checks-choose': (tab) => tab.click(tab.sidebar.getByLabel(formTexts.checksSheet)),
      'checks-skip': async (tab) => {
        await tab.click(tab.sidebar.getByText(formTexts.skippedChecks));
        await tab.click(tab.sidebar.getByLabel(tied(CHECK_TITLES['requisite-guessed'])));
      },
      'checks-save': async (tab) => {
        await saveAndRefresh(tab);
        await sheetTab(tab, SHEET_TITLES.checks).waitFor();
      },
    },
  },
  changes: {
    begin: connected,
    steps: {
      'changes-choose': (tab) => tab.click(tab.sidebar.getByLabel(formTexts.changesSheet)),
      'changes-save': async (tab) => {
        await saveAndRefresh(tab);
        await tab.click(sheetTab(tab, SHEET_TITLES.changes));
        await tab.page.getByTestId('cell-E3').getByText(changeTexts.events.begun).waitFor();
      },
    },
  },
  notes: {
    begin: async () => {
      await world.stage.control({ invoices: 'demo' });
      return connected();
    },
    steps: {
      'notes-choose': (tab) => tab.select(formTexts.noteColumns, '1'),
      'notes-save': async (tab) => {
        await saveAndRefresh(tab);
        expect(await noteCell(world.stage, 2)).toBe('K2');
      },
      'notes-write': async (tab) => writeNote(tab, await noteCell(world.stage, 4), NOTE),
      'notes-travel': async (tab) => {
        const before = await findNote(world.stage, NOTE);
        await changePeriod(world.stage, tab, 'year', '01.01.2026');
        const after = await findNote(world.stage, NOTE);
        expect(after.invoice).toBe(before.invoice);
        expect(after.row).not.toBe(before.row);
      },
    },
  },
  cache: {
    begin: connected,
    steps: {
      'cache-open': openStatus,
      'cache-clear': async (tab) => {
        await tab.press(statusTexts.clearCache);
        await tab.reads(refreshTexts.cacheCleared());
      },
      'cache-refresh': async (tab) => {
        await tab.press(progressTexts.start);
        await tab.reads(/^Обновлено /);
      },
    },
  },
};

describe('The guide', () => {
  it('has no other numbered steps than these, in this order', () => {
    const numbered = readFileSync('docs/guide.ru.md', 'utf8').match(/^\d+\. .*$/gm) ?? [];
    const named = numbered.map((line) => /<a id="([a-z-]+)"><\/a>/.exec(line)?.[1] ?? line);
    expect(named).toEqual(Object.values(CHAPTERS).flatMap(({ steps }) => Object.keys(steps)));
  });

  it.each(Object.entries(CHAPTERS))('leads to its end in the chapter %s', async (_, { begin, steps }) => {
    const tab = await begin();
    for (const step of Object.values(steps)) await step(tab);
  });
});
