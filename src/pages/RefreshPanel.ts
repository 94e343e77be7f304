/** The refresh on a page: what it is doing, how far it is, and the buttons for it. */
import { frameTexts } from '../texts/frame-texts';
import { progressTexts } from '../texts/progress-texts';
import { button, element, paragraphs, setText } from './dom';
import { noticeFold, noticeList } from './notice-list';
import { refreshView, type RefreshView, type Viewer } from './refresh-view';
import { NOTHING_WATCHED, RefreshWatch, type RefreshCalls, type Timer, type Watched } from './RefreshWatch';

type PanelViewer = Omit<Viewer, 'now'>;

const NOBODY: PanelViewer = {
  isConnected: false,
  isOwner: false,
  portal: null,
  waitingSince: null,
  runs: [],
  stopped: null,
};

export class RefreshPanel {
  readonly root: HTMLElement;
  private readonly watch: RefreshWatch;
  private viewer = NOBODY;
  private watched = NOTHING_WATCHED;
  private isStartable = true;
  private shownNotices = '';
  private shownAll = '';
  private readonly headline = element('p', { class: 'headline', role: 'status' }, frameTexts.loading);
  private readonly bar = element('progress', { 'aria-label': progressTexts.bar, hidden: '' });
  private readonly counts = element('ul', { class: 'counts', hidden: '' });
  private readonly moreCounts = element('ul', { class: 'counts' });
  private readonly more = element(
    'details',
    { hidden: '' },
    element('summary', {}, progressTexts.more),
    this.moreCounts,
  );
  private readonly details = element('div', { class: 'details', 'aria-live': 'polite' });
  private readonly notices = element('div', { class: 'notices', 'aria-live': 'polite' });
  /** No live region: the first of them are read out already. */
  private readonly allNotices = element('div', { hidden: '' });
  private readonly startButton = button(progressTexts.start, 'primary', () => void this.watch.start(false));
  private readonly briefButton = button(
    progressTexts.startBrief,
    'secondary',
    () => void this.watch.start(true),
  );
  private readonly cancelButton = button(progressTexts.cancel, 'secondary', () => void this.watch.cancel());

  private readonly actions = element(
    'div',
    { class: 'actions' },
    this.startButton,
    this.briefButton,
    this.cancelButton,
  );

  /** `onChange` hears everything that is learnt of the refresh. */
  constructor(
    calls: RefreshCalls,
    private readonly timer: Timer,
    private readonly onChange: (watched: Watched) => void = () => undefined,
  ) {
    this.watch = new RefreshWatch(calls, timer, (watched) => this.take(watched));
    this.root = element(
      'section',
      { class: 'refresh', 'aria-label': progressTexts.title },
      this.headline,
      this.bar,
      this.counts,
      this.details,
      this.notices,
      this.allNotices,
      this.more,
      this.actions,
    );
    this.actions.hidden = true;
    document.addEventListener('visibilitychange', () => this.watch.setVisible(!document.hidden));
  }

  /** Begins to follow the refresh. */
  open(): void {
    void this.watch.poll();
  }

  setViewer(viewer: PanelViewer): void {
    this.viewer = viewer;
    this.watch.setOwner(viewer.isOwner);
    this.render();
  }

  /** Whether a refresh may be started here now. */
  setStartable(isStartable: boolean): void {
    this.isStartable = isStartable;
    this.render();
  }

  /** Refreshes both sheets, as the button does. */
  start(): void {
    void this.watch.start(false);
    this.root.scrollIntoView({ block: 'nearest' });
  }

  focus(): void {
    this.focusFirst();
  }

  private take(watched: Watched): void {
    this.watched = watched;
    this.render();
    this.onChange(watched);
  }

  private render(): void {
    const { progress, notice, isStarting } = this.watched;
    if (progress === null && notice === null && !isStarting) return;
    this.show(refreshView(this.watched, { ...this.viewer, now: new Date(this.timer.now()) }));
  }

  private show(view: RefreshView): void {
    this.root.dataset['tone'] = view.tone;
    setText(this.headline, view.headline);
    this.showBar(view.bar);
    fill(this.counts, view.counts);
    this.counts.hidden = view.counts.length === 0;
    fill(this.moreCounts, view.more);
    this.more.hidden = view.more.length === 0;
    this.showDetails(view);
    const hadFocus = this.root.contains(document.activeElement);
    const canStart = view.canStart && this.isStartable;
    this.startButton.hidden = this.briefButton.hidden = !canStart;
    this.cancelButton.hidden = !view.canCancel;
    this.actions.hidden = !canStart && !view.canCancel;
    if (hadFocus && !this.root.contains(document.activeElement)) this.focusFirst();
  }

  /** Live regions are read out at every change, so what is shown already stays. */
  private showDetails({ details, notices, allNotices }: RefreshView): void {
    const all = JSON.stringify(allNotices);
    if (this.shownAll !== all) {
      this.shownAll = all;
      this.allNotices.hidden = allNotices.length === 0;
      this.allNotices.replaceChildren(noticeFold(allNotices));
    }
    const shown = JSON.stringify([details, notices]);
    if (this.shownNotices === shown) return;
    this.shownNotices = shown;
    this.details.replaceChildren(...paragraphs(details));
    this.notices.hidden = notices.length === 0;
    this.notices.replaceChildren(element('h3', {}, progressTexts.attention), noticeList(notices));
  }

  private showBar(bar: RefreshView['bar']): void {
    this.bar.hidden = bar === null;
    if (bar === null || bar === 'unknown') this.bar.removeAttribute('value');
    else this.bar.value = bar;
  }

  /** A button that vanishes would leave a keyboard user nowhere. */
  private focusFirst(): void {
    [this.cancelButton, this.startButton].find((own) => !own.hidden)?.focus();
  }
}

const fill = (list: HTMLElement, lines: readonly string[]): void =>
  list.replaceChildren(...lines.map((line) => element('li', {}, line)));
