/** The preview's page: a spreadsheet with the add-on as one person sees it. */
import { PRODUCT_NAME } from '../../src/texts/menu-texts';
import type { PersonName, PreviewState } from '../protocol';
import { Backend } from './Backend';
import { ControlBar } from './ControlBar';
import { element } from './dom';
import { ExecutionPanel } from './ExecutionPanel';
import { Grid, type SelectedCell } from './Grid';
import { Hover } from './Hover';
import { MenuBar } from './MenuBar';
import { Messages } from './Messages';
import { ShownPage } from './ShownPage';
import { Tabs } from './Tabs';
import { people, texts } from './texts';

/** Milliseconds between two readings of a sheet that is being written. */
const READ_PAUSE = 200;

class PreviewPage {
  private readonly backend: Backend;
  private readonly bar: ControlBar;
  private readonly menus: MenuBar;
  private readonly messages: Messages;
  private readonly tabs: Tabs;
  private readonly grid: Grid;
  private readonly sidebar: ShownPage;
  private readonly dialog: ShownPage;
  private readonly log = new ExecutionPanel();
  private readonly title = element('h1', { class: 'title' });
  private readonly cellName = element('span', { class: 'cell-name', 'data-testid': 'cell-name' });
  private readonly cellEntry = element('span', { class: 'cell-entry', 'data-testid': 'cell-entry' });
  private readonly banner = element('pre', { class: 'banner', 'data-testid': 'banner', hidden: '' });
  private state: PreviewState | null = null;
  private activeId: number | null = null;
  /** Of which sheet at which revision the grid is. */
  private drawn = '';
  private isReading = false;
  private followed = 0;

  constructor(private readonly person: PersonName) {
    this.backend = new Backend(person, {
      onState: (state) => this.take(state),
      onReload: () => location.reload(),
      onBroken: (message) => this.warn(`${texts.broken}\n${message}`),
      onRefused: (message) => this.warn(message),
    });
    const control = this.backend.control.bind(this.backend);
    this.bar = new ControlBar(person, {
      onChange: (change) => void control(change),
      onPerson: (chosen) => location.assign(`?user=${chosen}`),
      onLog: () => this.log.toggle(),
    });
    this.menus = new MenuBar(PRODUCT_NAME, (click) => void control({ click }));
    this.messages = new Messages(
      person,
      (closeAlert) => void control({ closeAlert }),
      (answerConsent) => void control({ answerConsent }),
    );
    this.tabs = new Tabs({
      onChosen: (id) => this.choose(id),
      onChange: (change) => void control(change),
    });
    this.grid = new Grid({
      onSelected: (cell) => this.showSelected(cell),
      onEdited: (cell, text) => void control({ edit: { sheet: this.activeName(), cell, text } }),
    });
    this.sidebar = new ShownPage(this.backend, person, 'sidebar');
    this.dialog = new ShownPage(this.backend, person, 'dialog');
  }

  /** The spreadsheet is opened once its present state is known, so that a toast at opening is seen to be new. */
  open(): void {
    document.body.append(this.bar.root, this.banner, this.document(), this.log.root, this.messages.root);
    document.body.append(this.dialog.root, new Hover(this.grid.root).root);
    this.backend.listen();
  }

  private document(): HTMLElement {
    const icon = element('span', { class: 'sheets-icon', 'aria-hidden': 'true' });
    const avatar = element(
      'span',
      { class: `avatar ${this.person}`, title: people[this.person] },
      people[this.person].charAt(0),
    );
    const names = element('div', { class: 'names' }, this.title, this.menus.root);
    const head = element('header', { class: 'head' }, icon, names, avatar);
    const entry = element('div', { class: 'entry' }, this.cellName, element('i', {}, 'fx'), this.cellEntry);
    const middle = element('div', { class: 'middle' }, this.grid.root, this.sidebar.root);
    return element('div', { class: 'document' }, head, entry, middle, this.tabs.root);
  }

  private take(state: PreviewState): void {
    const [isFirst, isAnother] = [this.state === null, this.state?.world !== state.world];
    this.state = state;
    if (isAnother && !isFirst) this.beginAnew();
    const view = state.people[this.person];
    this.title.textContent = state.title + (view.mayEdit ? '' : ` · ${texts.viewOnly}`);
    this.bar.show(state);
    this.menus.show(view);
    this.messages.show(state);
    this.log.show(state);
    for (const page of [this.sidebar, this.dialog]) page.setTime(state.now, state.switches.speed);
    this.sidebar.show(view.sidebar);
    this.dialog.show(view.dialog);
    this.grid.setReadOnly(!view.mayEdit);
    this.tabs.setReadOnly(!view.mayEdit);
    this.follow(state);
    this.showSheet();
    if (isAnother) void this.backend.control({ open: true });
  }

  /** A sheet that the script has just made comes to the front. */
  private follow({ people: views, sheets }: PreviewState): void {
    const { id, number } = views[this.person].activated;
    const isThere = sheets.some((sheet) => sheet.id === id && !sheet.hidden);
    if (number > this.followed && isThere) this.activeId = id;
    this.followed = number;
  }

  private beginAnew(): void {
    this.activeId = null;
    this.banner.hidden = true;
    this.messages.forget();
    this.grid.leave();
  }

  private choose(id: number): void {
    this.activeId = id;
    this.showSheet();
  }

  private showSheet(): void {
    if (!this.state) return;
    const visible = this.state.sheets.filter(({ hidden }) => !hidden);
    const active = visible.find(({ id }) => id === this.activeId) ?? visible[0];
    this.activeId = active?.id ?? null;
    this.tabs.show(this.state.sheets, this.activeId);
    void this.read();
  }

  private async read(): Promise<void> {
    const { state, activeId } = this;
    if (this.isReading || state === null || activeId === null) return;
    const wanted = `${state.world} ${activeId} ${state.revision}`;
    if (wanted === this.drawn) return;
    this.isReading = true;
    try {
      this.grid.show(await this.backend.sheet(activeId));
      this.drawn = wanted;
    } catch {
      // The sheet has gone meanwhile; the next state says which ones there are.
    }
    setTimeout(() => {
      this.isReading = false;
      void this.read();
    }, READ_PAUSE);
  }

  private showSelected({ name, entry }: SelectedCell): void {
    this.cellName.textContent = name;
    this.cellEntry.textContent = entry;
  }

  private activeName(): string {
    return this.state?.sheets.find(({ id }) => id === this.activeId)?.name ?? '';
  }

  private warn(message: string): void {
    this.banner.textContent = message;
    this.banner.hidden = false;
    this.banner.addEventListener('click', () => (this.banner.hidden = true), { once: true });
  }
}

const asked = new URLSearchParams(location.search).get('user') ?? '';
new PreviewPage(asked in people ? (asked as PersonName) : 'owner').open();
