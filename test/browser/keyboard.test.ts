import { SLOW } from '../../cli/browser/paces';
import { connect, openSettings, pasteWebhook } from '../../cli/browser/steps';
import type { PersonTab } from '../../cli/browser/PersonTab';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const world = new AStage();

/** Waits until that button of the page in the sidebar has the focus. */
const hasFocus = (tab: PersonTab, name: string): Promise<void> =>
  tab.button(name).and(tab.sidebar.locator(':focus')).waitFor();

/** With the keyboard: the button is gone to and pressed. */
const pressKey = (tab: PersonTab, name: string): Promise<void> => tab.button(name).press('Enter');

/** What screen readers are given to read out, in its order, each text once it differs from the one before. */
const LISTEN = `window.heard = [];
for (const region of document.querySelectorAll('[role=status], [aria-live]')) {
  let last = region.textContent;
  new MutationObserver(() => {
    if (region.textContent !== last) window.heard.push(region.textContent);
    last = region.textContent;
  }).observe(region, { childList: true, characterData: true, subtree: true });
}`;

describe('A question', () => {
  it('before disconnecting has the focus on its harmless answer and gives it back, for Escape too', async () => {
    const tab = await connect(world.stage);
    for (const leave of [() => tab.page.keyboard.press('Enter'), () => tab.page.keyboard.press('Escape')]) {
      await pressKey(tab, setupTexts.disconnect);
      await hasFocus(tab, setupTexts.disconnectNo);
      await leave();
      await tab.readsNoMore(setupTexts.disconnectSurely);
      await hasFocus(tab, setupTexts.disconnect);
    }
    expect((await world.stage.state()).triggers).toHaveLength(1);
    await pressKey(tab, setupTexts.disconnect);
    await tab.page.keyboard.press('Shift+Tab');
    await tab.page.keyboard.press('Enter');
    await tab.reads(setupTexts.disconnected);
    await tab.sidebar.locator('#webhookUrl:focus').waitFor();
  });

  it.each([formTexts.save, formTexts.saveAndRefresh])(
    'before taking a connection over gives the focus back to «%s», for Escape too',
    async (name) => {
      await connect(world.stage);
      const colleague = await world.tab('colleague');
      await openSettings(colleague);
      await colleague.press(setupTexts.useOwn);
      await pasteWebhook(world.stage, colleague);
      for (const key of ['Enter', 'Escape']) {
        await pressKey(colleague, name);
        await hasFocus(colleague, setupTexts.takeOverNo);
        await colleague.page.keyboard.press(key);
        await colleague.button(setupTexts.takeOver).waitFor({ state: 'detached' });
        await hasFocus(colleague, name);
      }
      expect((await world.stage.state()).triggers).toMatchObject([{ person: 'owner' }]);
    },
  );
});

describe('The entry of another webhook', () => {
  it('gives the focus back to the button that opened it', async () => {
    const tab = await connect(world.stage);
    await pressKey(tab, setupTexts.replace);
    await tab.sidebar.locator('#webhookUrl:focus').waitFor();
    await pressKey(tab, setupTexts.keep);
    await hasFocus(tab, setupTexts.replace);
  });
});

describe('What is read out of a refresh', () => {
  it('is its phases and its end, and no count of what is under way', async () => {
    await world.stage.control({ invoices: 100 });
    const tab = await connect(world.stage);
    await world.stage.control(SLOW);
    const frame = await tab.sidebarFrame();
    await frame.evaluate(LISTEN);
    await tab.press(progressTexts.start);
    await tab.reads(/^(50|100)\sиз\s100/);
    await tab.reads(/^Обновлено /);
    const heard = (await frame.evaluate<string[]>('window.heard')).map((text) => text.replace(/\s/g, ' '));
    const course = [progressTexts.starting, ...Object.values(progressTexts.phases)];
    // What leaves by itself is no text to be read.
    const told = heard.filter((text) => text !== '' && !course.includes(text));
    expect(told).toEqual([
      expect.stringMatching(/^Обновлено /),
      expect.stringMatching(/^Готово: 100 счетов на сумму /),
      expect.stringMatching(/^Обратите внимание\s*У \d+ счетов копеечное расхождение сумм или НДС\.$/),
    ]);
    expect([...new Set(heard)]).toEqual(heard);
  });
});
