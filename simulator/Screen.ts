/** What one person has on the screen of the open spreadsheet: menus, the sidebar, a dialog, questions answered. */

export interface MenuEntry {
  /** `''` for a separator, which has no function either. */
  readonly caption: string;
  /** The function's name; null for a submenu. */
  readonly function: string | null;
  readonly items: readonly MenuEntry[];
}

/** A page shown as sidebar or dialog. */
export interface ShownPage {
  readonly title: string;
  readonly content: string;
}

export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';

/** An alert that waits for the person. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly buttons: string;
  readonly user: string;
}

export interface Answer {
  readonly button: ButtonName;
}

export class Screen {
  /** Menus by caption: one of the same caption replaces the older one. */
  readonly menus = new Map<string, readonly MenuEntry[]>();
  sidebar: ShownPage | null = null;
  dialog: ShownPage | null = null;
  readonly questions: Question[] = [];
  /** The scopes that Google is asking this person to allow; null while it asks for none. */
  consentPrompt: readonly string[] | null = null;

  /** The function behind a menu item, by the captions on the way to it. Throws where there is no such item. */
  menuFunction(...captions: string[]): string {
    const [menu = '', ...path] = captions;
    let items = this.menus.get(menu) ?? [];
    let found: MenuEntry | undefined;
    for (const caption of path) {
      found = items.find((item) => item.caption === caption);
      items = found?.items ?? [];
    }
    if (typeof found?.function !== 'string') throw new Error(`No menu item ${captions.join(' → ')}`);
    return found.function;
  }
}
