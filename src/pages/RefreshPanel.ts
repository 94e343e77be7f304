/** The refresh on a page: what it is doing, how far it is, and the buttons for it. */
import { frameTexts } from '../texts/frame-texts';
import { progressTexts } from '../texts/progress-texts';
import { button, element, paragraphs, setText } from './dom';
import { refreshView, type RefreshView, type Viewer } from './refresh-view';
import { RefreshWatch, type RefreshCalls, type Timer, type Watched } from './RefreshWatch';

export class RefreshPanel {
  readonly root: HTMLElement;
  private readonly watch: RefreshWatch;
  private viewer: Omit<Viewer, 'now'> = { isConnected: false, isOwner: false };
  private watched: Watched = { progress: null, isStarting: false, isCancelling: false, notice: null };
  private obstacle = '';
  private readonly headline = element('p', { class: 'headline', role: 'status' }, frameTexts.loading);
  private readonly bar = element('progress', { 'aria-label': progressTexts.bar, hidden: '' });
  private readonly counts = element('ul', { class: 'counts', hidden: '' });
  private readonly details = element('div', { class: 'details', 'aria-live': 'polite' });
  private readonly blocked = element('p', { class: 'hint', hidden: '' });
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
      this.actions,
      this.blocked,
    );
    this.actions.hidden = true;
    document.addEventListener('visibilitychange', () => this.watch.setVisible(!document.hidden));
  }

  /** Begins to follow the refresh. */
  open(viewer: Omit<Viewer, 'now'>): void {
    this.setViewer(viewer);
    void this.watch.poll();
  }

  setViewer(viewer: Omit<Viewer, 'now'>): void {
    this.viewer = viewer;
    this.watch.setOwner(viewer.isOwner);
    this.render();
  }

  /** Why nothing may be started now; `''` for no reason. */
  setObstacle(sentence: string): void {
    this.obstacle = sentence;
    this.render();
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
    const counts = view.counts.map((text) => element('li', {}, text));
    this.counts.replaceChildren(...counts);
    this.counts.hidden = counts.length === 0;
    if (this.details.textContent !== view.details.join('')) {
      this.details.replaceChildren(...paragraphs(view.details));
    }
    const hadFocus = this.root.contains(document.activeElement);
    this.startButton.hidden = this.briefButton.hidden = !view.canStart;
    this.startButton.disabled = this.briefButton.disabled = this.obstacle !== '';
    this.cancelButton.hidden = !view.canCancel;
    this.actions.hidden = !view.canStart && !view.canCancel;
    setText(this.blocked, view.canStart ? this.obstacle : '');
    if (hadFocus && !this.root.contains(document.activeElement)) this.focusFirst();
  }

  private showBar(bar: RefreshView['bar']): void {
    this.bar.hidden = bar === null;
    if (bar === null || bar === 'unknown') {
      this.bar.removeAttribute('value');
    } else {
      this.bar.max = bar.total;
      this.bar.value = bar.done;
    }
  }

  /** A button that vanishes would leave a keyboard user nowhere. */
  private focusFirst(): void {
    [this.cancelButton, this.startButton].find((own) => !own.hidden && !own.disabled)?.focus();
  }
}
