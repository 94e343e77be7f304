/** What shows beside a cell under the pointer: its note and where it links to. */
import { element } from './dom';

/** Pixels between the cell and what is said of it. */
const GAP = 4;

export class Hover {
  readonly root = element('div', { class: 'hover', 'data-testid': 'hover', hidden: '' });
  private cell: Element | null = null;

  constructor(grid: HTMLElement) {
    grid.addEventListener('mouseover', ({ target }) => this.over(target));
    grid.addEventListener('scroll', () => this.hide());
    this.root.addEventListener('mouseleave', () => this.hide());
  }

  private over(target: EventTarget | null): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
    if (cell === this.cell && cell !== null) return;
    this.cell = cell;
    const note = cell?.dataset['note'];
    const link = cell?.querySelector<HTMLElement>('[data-link]')?.dataset['link'];
    if (!cell || (note === undefined && link === undefined)) {
      this.root.hidden = true;
      return;
    }
    const parts = [
      ...(link === undefined
        ? []
        : [element('a', { href: link, target: '_blank', rel: 'noreferrer' }, link)]),
      ...(note === undefined ? [] : [element('p', {}, note)]),
    ];
    this.root.className = note === undefined ? 'hover link' : 'hover note';
    this.root.replaceChildren(...parts);
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const isNote = note !== undefined;
    this.root.style.left = `${isNote ? right + GAP : left}px`;
    this.root.style.top = `${isNote ? top : bottom}px`;
    this.root.hidden = false;
  }

  private hide(): void {
    this.cell = null;
    this.root.hidden = true;
  }
}
