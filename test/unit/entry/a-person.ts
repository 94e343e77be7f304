/** One person before the spreadsheet: the entry points as they press them, and what they are shown. */
import { Entry } from '../../../src/entry';
import type { Menu, Platform, Ui } from '../../../src/platform/platform';
import type { Installation } from '../refresh/an-installation';
import { OWNER } from '../refresh/an-installation';

export class Person {
  readonly alerts: string[] = [];
  /** What the script put into each panel that was shown. */
  readonly sidebars: string[] = [];
  readonly menus: (readonly [place: string, items: readonly string[]])[] = [];

  constructor(
    private readonly installation: Installation,
    private readonly user = OWNER,
  ) {}

  /** What was shown in passing, by anyone. */
  get toasts(): string[] {
    return this.installation.spreadsheet.toasts.map(({ message }) => message);
  }

  /** The entry points in a new execution; `changes` is what the platform refuses or does differently. */
  entry(changes: Partial<Platform> = {}): Entry {
    const { platform } = this.installation.openedBy(this.user);
    return new Entry({
      ...platform,
      ui: () => this.ui(),
      panel: () => new ShownPanel(),
      ...changes,
    });
  }

  private ui(): Ui {
    return {
      createMenu: (caption) => this.menu(caption),
      createAddonMenu: () => this.menu('add-ons'),
      showSidebar: (page) => this.sidebars.push((page as ShownPanel).html),
      alert: (text) => this.alerts.push(text),
    };
  }

  private menu(place: string): Menu {
    const items: string[] = [];
    const menu: Menu = {
      addItem: (caption, functionName) => (items.push(`${caption}: ${functionName}`), menu),
      addSeparator: () => (items.push('—'), menu),
      addToUi: () => this.menus.push([place, items]),
    };
    return menu;
  }
}

export class ShownPanel {
  html = '';

  append(html: string): void {
    this.html += html;
  }
}

/** Stands for any failure of the platform; its text is what nobody may read. */
export function refused(): never {
  throw new Error('Service failed: https://demo.bitrix24.ru/rest/1/secret/');
}
