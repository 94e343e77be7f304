/** One person's tab of the preview, used as a person would: with clicks, keys and pastes that are counted. */
import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { PersonName } from '../../preview/protocol';
import type { menuTexts } from '../../src/texts/menu-texts';

const WINDOW = { width: 1280, height: 800 };
/** Milliseconds; only a busy machine needs them. */
export const PATIENCE = 30_000;

type MenuItem = (typeof menuTexts)[keyof typeof menuTexts];

export class PersonTab {
  /** Clicks, choices and pastes so far. */
  actions = 0;
  /** What must not happen: requests that leave this machine, dialogs of the browser, errors of scripts. */
  readonly harm: string[] = [];
  /** What the next question of the preview is answered with; it asks only for the name of a sheet. */
  promptAnswer: string | null = null;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, url: string, person: PersonName): Promise<PersonTab> {
    const context = await browser.newContext({
      ...{ viewport: WINDOW, locale: 'ru-RU', timezoneId: 'Europe/Moscow', reducedMotion: 'reduce' },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(PATIENCE);
    const tab = new PersonTab(context, await context.newPage());
    await tab.watch();
    await tab.page.goto(`${url}?user=${person}`);
    await tab.page.getByTestId('sheet-tab').first().waitFor();
    return tab;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** The page of the add-on in the sidebar. */
  get sidebar(): FrameLocator {
    return this.page.frameLocator('[data-testid=sidebar-frame]');
  }

  /** The same as a frame, for scripts to look into it. */
  async sidebarFrame(): Promise<Frame> {
    const frame = await (await this.page.getByTestId('sidebar-frame').elementHandle()).contentFrame();
    if (!frame) throw new Error('no page is shown in the sidebar');
    return frame;
  }

  /** From the add-on's menu: among the others, or under "Extensions" where the add-on is published. */
  async choose(item: MenuItem): Promise<void> {
    await this.click(this.page.getByTestId('menu'));
    await this.click(this.page.getByTestId('menu-item').filter({ hasText: item }).first());
  }

  async press(name: string): Promise<void> {
    await this.click(this.button(name));
  }

  button(name: string): Locator {
    return this.sidebar.getByRole('button', { name, exact: true });
  }

  async click(target: Locator): Promise<void> {
    this.actions += 1;
    await this.explaining(target.click());
  }

  /** As from the clipboard. */
  async paste(target: Locator, text: string): Promise<void> {
    this.actions += 1;
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await target.focus();
    await target.press('ControlOrMeta+A');
    await target.press('ControlOrMeta+V');
  }

  async select(label: string, choice: string): Promise<void> {
    this.actions += 1;
    await this.sidebar.getByLabel(label, { exact: true }).selectOption({ label: choice });
  }

  /** Waits until the page in the sidebar says so. */
  async reads(text: string | RegExp): Promise<void> {
    await this.explaining(this.sidebar.getByText(text).first().waitFor());
  }

  /** Waits until the page in the sidebar says so no more. */
  async readsNoMore(text: string): Promise<void> {
    await this.explaining(this.sidebar.getByText(text).first().waitFor({ state: 'hidden' }));
  }

  /** A wait that was in vain tells what the sidebar said instead. */
  private async explaining(act: Promise<void>): Promise<void> {
    try {
      await act;
    } catch (error) {
      const said = await this.sidebar
        .locator('body')
        .innerText({ timeout: 1_000 })
        .catch(() => 'nothing');
      throw new Error(`${(error as Error).message}\nThe sidebar says: ${said}`, { cause: error });
    }
  }

  private async watch(): Promise<void> {
    this.page.on('dialog', (dialog) => {
      if (dialog.type() === 'prompt' && this.promptAnswer !== null) {
        void dialog.accept(this.promptAnswer);
        this.promptAnswer = null;
        return;
      }
      this.harm.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    this.page.on('pageerror', ({ message }) => this.harm.push(`error: ${message}`));
    await this.context.route(
      (url) => url.hostname !== '127.0.0.1' && url.protocol !== 'data:',
      (route) => {
        this.harm.push(`request: ${route.request().url()}`);
        return route.abort();
      },
    );
  }
}
