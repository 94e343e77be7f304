/** The line of menus: those of Sheets for the look, the add-on's own to be clicked. */
import type { MenuItem, PersonView } from '../protocol';
import { button, element } from './dom';
import { ADD_ON_MENU, sheetsMenus, texts } from './texts';

export class MenuBar {
  readonly root = element('nav', { class: 'menus' });
  private shown = '';

  /** `onClick`: captions from the menu's name down to the item; `addOnName` stands under "Extensions". */
  constructor(
    private readonly addOnName: string,
    private readonly onClick: (captions: readonly string[]) => void,
  ) {
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.leave();
    });
    document.addEventListener('click', ({ target }) => {
      if (!(target instanceof Node && this.root.contains(target))) this.closeAll();
    });
  }

  show({ menus }: PersonView): void {
    const text = JSON.stringify(menus);
    if (text === this.shown) return;
    this.shown = text;
    const added = menus.find(({ caption }) => caption === ADD_ON_MENU);
    const own = menus
      .filter((menu) => menu !== added)
      .map((menu) => this.menu(menu.caption, menu.items, [menu.caption]));
    const extensions = added
      ? this.menu(texts.extensions, added.items, [ADD_ON_MENU], this.addOnName)
      : idle(texts.extensions);
    this.root.replaceChildren(...sheetsMenus.map(idle), extensions, ...own);
  }

  private menu(
    caption: string,
    items: readonly MenuItem[],
    path: readonly string[],
    heading: string | null = null,
  ): HTMLElement {
    const list = element('div', { class: 'menu-items', hidden: '', role: 'menu' });
    if (heading !== null) list.append(element('div', { class: 'heading' }, heading));
    for (const item of items) {
      if (item.caption === '') {
        list.append(element('hr', {}));
        continue;
      }
      const entry = button(item.caption, 'menu-item', () => {
        this.closeAll();
        this.onClick([...path, item.caption]);
      });
      entry.setAttribute('role', 'menuitem');
      list.append(entry);
    }
    const opener = button(caption, 'menu', () => {
      const { hidden } = list;
      this.closeAll();
      list.hidden = !hidden;
    });
    return element('div', { class: 'menu' }, opener, list);
  }

  /** Back to the button of the menu that was open. */
  private leave(): void {
    const open = this.root.querySelector('.menu:has(> .menu-items:not([hidden])) > button');
    this.closeAll();
    if (open instanceof HTMLElement) open.focus();
  }

  private closeAll(): void {
    for (const list of this.root.querySelectorAll<HTMLElement>('.menu-items')) list.hidden = true;
  }
}

const idle = (caption: string): HTMLElement => element('span', { class: 'idle' }, caption);
