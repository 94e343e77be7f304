/** The tabs of the sheets, and what a person may do to a sheet. */
import type { Control, SheetTab } from '../protocol';
import { button, element } from './dom';
import { texts } from './texts';

export interface TabsEvents {
  onChosen(id: number): void;
  onChange(change: Control): void;
}

export class Tabs {
  readonly root = element('footer', { class: 'tabs' });
  private shown = '';
  private isReadOnly = false;

  constructor(private readonly events: TabsEvents) {
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.closeMenu();
    });
    document.addEventListener('click', ({ target }) => {
      if (!(target instanceof Node && this.root.contains(target))) this.closeMenu();
    });
  }

  setReadOnly(isReadOnly: boolean): void {
    this.isReadOnly = isReadOnly;
  }

  show(sheets: readonly SheetTab[], active: number | null): void {
    const visible = sheets.filter(({ hidden }) => !hidden);
    const text = JSON.stringify([visible, active, this.isReadOnly]);
    if (text === this.shown) return;
    this.shown = text;
    const add = button('+', 'sheet-add', () => this.events.onChange({ addSheet: freeName(sheets) }), 'icon');
    add.setAttribute('aria-label', texts.addSheet);
    add.disabled = this.isReadOnly;
    this.root.replaceChildren(add, ...visible.map((sheet) => this.tab(sheet, sheet.id === active)));
  }

  private tab(sheet: SheetTab, isActive: boolean): HTMLElement {
    const name = button(sheet.name, 'sheet-tab', () => this.events.onChosen(sheet.id));
    const more = button('▾', 'sheet-menu', () => this.openMenu(tab, sheet), 'icon');
    more.setAttribute('aria-label', sheet.name);
    more.hidden = !isActive || this.isReadOnly;
    const tab = element('div', { class: isActive ? 'tab active' : 'tab' }, name, more);
    if (isActive) name.setAttribute('aria-current', 'true');
    return tab;
  }

  private openMenu(tab: HTMLElement, { name }: SheetTab): void {
    const isOpen = tab.querySelector('.menu-items') !== null;
    this.closeMenu();
    if (isOpen) return;
    const change = (caption: string, testId: string, act: () => Control | null): HTMLElement =>
      button(caption, testId, () => {
        this.closeMenu();
        const wanted = act();
        if (wanted) this.events.onChange(wanted);
      });
    const rename = (): Control | null => {
      const to = prompt(texts.newName, name);
      return to === null ? null : { renameSheet: { sheet: name, to } };
    };
    const items = [
      change(texts.rename, 'sheet-rename', rename),
      change(texts.hide, 'sheet-hide', () => ({ hideSheet: name })),
      change(texts.delete, 'sheet-delete', () => ({ deleteSheet: name })),
    ];
    tab.append(element('div', { class: 'menu-items upwards' }, ...items));
  }

  private closeMenu(): void {
    this.root.querySelector('.menu-items')?.remove();
  }
}

function freeName(sheets: readonly SheetTab[]): string {
  let number = sheets.length + 1;
  while (sheets.some(({ name }) => name === `Лист${number}`)) number += 1;
  return `Лист${number}`;
}
