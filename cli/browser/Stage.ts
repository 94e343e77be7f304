/** A running preview and the tabs of the people before it. */
import type { Browser } from 'playwright-core';
import type { Control, FullState, PersonName } from '../../preview/protocol';
import { startPreview, type PreviewOptions, type RunningPreview } from '../../preview/start-preview';
import { NOON } from '../../world/make-world';
import { PATIENCE, PersonTab } from './PersonTab';

export class Stage {
  private readonly tabs = new Map<PersonName, PersonTab>();

  private constructor(
    private readonly browser: Browser,
    private readonly preview: RunningPreview,
  ) {}

  /** It is noon in Moscow, in the middle of a quarter. */
  static async open(browser: Browser, options: PreviewOptions = {}): Promise<Stage> {
    return new Stage(browser, await startPreview({ port: 0, now: new Date(NOON), ...options }));
  }

  /** Closes it whatever comes of the act. */
  static async during(
    browser: Browser,
    options: PreviewOptions,
    act: (stage: Stage) => Promise<void>,
  ): Promise<void> {
    const stage = await Stage.open(browser, options);
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  }

  async close(): Promise<void> {
    await this.closeTabs();
    await this.preview.close();
  }

  /** Whoever comes then has a new tab; the sidebars stay open in the spreadsheet. */
  async closeTabs(): Promise<void> {
    await Promise.all([...this.tabs.values()].map((tab) => tab.close()));
    this.tabs.clear();
  }

  /** What must not have happened in any tab. */
  get harm(): readonly string[] {
    return [...this.tabs.values()].flatMap(({ harm }) => harm);
  }

  /** The tab of that person, opened when it is asked for first. */
  async tab(person: PersonName = 'owner'): Promise<PersonTab> {
    const tab = this.tabs.get(person) ?? (await PersonTab.open(this.browser, this.preview.url, person));
    this.tabs.set(person, tab);
    return tab;
  }

  async control(change: Control): Promise<void> {
    const body = JSON.stringify(change);
    const answer = await fetch(`${this.preview.url}control`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** What a page of that person would call, and waits for its end. */
  async call(person: PersonName, name: string, ...args: readonly object[]): Promise<void> {
    const body = JSON.stringify({ person, name, args });
    const answer = await fetch(`${this.preview.url}call`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async state(): Promise<FullState> {
    return (await (await fetch(`${this.preview.url}state`)).json()) as FullState;
  }

  /** Asks again and again until the state is as wanted. */
  async until(isWanted: (state: FullState) => boolean): Promise<FullState> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const state = await this.state();
      if (isWanted(state)) return state;
      if (Date.now() > deadline) throw new Error('it never came to be');
    }
  }

  /** What the cells of a sheet show, by their A1 names; null where there is no such sheet. */
  async cells(sheet: string): Promise<Readonly<Record<string, string>> | null> {
    return (await this.state()).sheets.find(({ name }) => name === sheet)?.cells ?? null;
  }
}
