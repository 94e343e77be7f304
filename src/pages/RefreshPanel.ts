/** The refresh on a page: what it is doing, how far it is, and the buttons for it. */
import { METHODS } from '../bitrix24/methods';
import { frameTexts } from '../texts/frame-texts';
import { progressTexts } from '../texts/progress-texts';
import { remedyTexts } from '../texts/remedy-texts';
import { CopiedText } from './CopiedText';
import { button, element, paragraphs, setText, whileDisabled } from './dom';
import { noticeFold, noticeList } from './notice-list';
import { refreshView, type RefreshView, type Viewer } from './refresh-view';
import { NOTHING_WATCHED, RefreshWatch, type RefreshCalls, type Watched } from './RefreshWatch';
import { remedyFor, type EnteredRemedy, type Remedy } from './remedies';
import { failureText } from './Server';
import type { Timer } from './timer';

type PanelViewer = Omit<Viewer, 'now'>;

const NOBODY: PanelViewer = {
  isConnected: false,
  isOwner: false,
  portal: null,
  waiting: null,
  refusal: null,
  runs: [],
  stopped: null,
};

interface PanelEvents {
  /** Hears everything that is learnt of the refresh. */
  readonly onChange: (watched: Watched) => void;
  readonly onMend: (remedy: EnteredRemedy) => void;
  /** Makes the trigger anew. */
  readonly onTurnOn: () => Promise<void>;
}

export class RefreshPanel {
  readonly root: HTMLElement;
  private readonly watch: RefreshWatch;
  private viewer = NOBODY;
  private watched = NOTHING_WATCHED;
  private isStartable = true;
  private shownNotices = '';
  private shownAll = '';
  private remedy: Remedy | null = null;
  /** Where the focus goes when its button goes: it can be read, not pressed. */
  private readonly headline = element(
    'p',
    { class: 'headline', role: 'status', tabindex: '-1' },
    frameTexts.loading,
  );
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
  private readonly remedyButton = button('', 'primary', () => this.mend());
  private readonly startButton = button(
    progressTexts.start,
    'primary',
    () => void this.watch.start(this.asked?.briefOnly ?? false),
  );
  private readonly briefButton = button(
    progressTexts.startBrief,
    'secondary',
    () => void this.watch.start(true),
  );
  private readonly cancelButton = button(progressTexts.cancel, 'secondary', () => void this.watch.cancel());
  private readonly buttons = [this.cancelButton, this.remedyButton, this.startButton, this.briefButton];
  private readonly actions = element('div', { class: 'actions' }, ...this.buttons);
  private readonly copied = new CopiedText(remedyTexts.copiedLabel);

  constructor(
    calls: RefreshCalls,
    private readonly timer: Timer,
    private readonly events: PanelEvents,
  ) {
    this.watch = new RefreshWatch(calls, timer, (watched) => this.take(watched));
    this.root = element(
      'section',
      { class: 'refresh', 'aria-label': progressTexts.title },
      this.headline,
      this.bar,
      this.details,
      this.actions,
      this.copied.root,
      this.counts,
      this.more,
      this.notices,
      this.allNotices,
    );
    this.actions.hidden = true;
    document.addEventListener('visibilitychange', () => this.watch.setVisible(!document.hidden));
  }

  /** Begins to follow the refresh. @param isExpected whether one is about to begin elsewhere */
  open(isExpected: boolean): void {
    if (isExpected) this.watch.expect();
    void this.watch.poll();
  }

  setViewer(viewer: PanelViewer): void {
    this.viewer = viewer;
    this.watch.setOwner(viewer.isOwner);
    this.watch.setWaiting(viewer.waiting !== null);
    this.render();
  }

  /** Whether a refresh may be started here now. */
  setStartable(isStartable: boolean): void {
    this.isStartable = isStartable;
    this.render();
  }

  /** Refreshes both sheets under the settings that were just saved, and takes the reader there. */
  startSaved(): void {
    window.scrollTo(0, 0);
    this.headline.focus();
    void this.watch.startSaved();
  }

  focus(): void {
    (this.buttons.find(({ hidden }) => !hidden) ?? this.headline).focus();
  }

  /** What the owner is asked for by a colleague. */
  private get asked(): PanelViewer['waiting'] {
    return this.viewer.isOwner ? this.viewer.waiting : null;
  }

  private take(watched: Watched): void {
    this.watched = watched;
    this.render();
    this.events.onChange(watched);
  }

  private render(): void {
    const { progress, notice, isStarting } = this.watched;
    if (progress === null && notice === null && !isStarting) return;
    const view = refreshView(this.watched, { ...this.viewer, now: new Date(this.timer.now()) });
    const isOver = view.tone !== 'busy' && this.isStartable;
    this.remedy = isOver ? remedyFor(this.watched, this.viewer) : null;
    this.show(view);
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
    this.showButtons(view);
  }

  /** What helps comes first; the focus stays where the eye is. */
  private showButtons({ canStart, canCancel, start, cancel }: RefreshView): void {
    const { remedy, remedyButton, startButton, cancelButton, headline } = this;
    const isStartable = canStart && this.isStartable;
    const mayPass = remedy === null || remedy === 'again';
    const focused = this.buttons.find((own) => own === document.activeElement);
    remedyButton.hidden = remedy === null;
    remedyButton.textContent = remedy === null ? '' : remedyTexts[remedy];
    startButton.textContent = start;
    cancelButton.textContent = cancel;
    startButton.hidden = !isStartable || remedy === 'again';
    startButton.className = remedy === null ? 'primary' : 'secondary';
    this.briefButton.hidden = !isStartable || !mayPass || this.asked !== null;
    cancelButton.hidden = !canCancel;
    this.actions.hidden = this.buttons.every(({ hidden }) => hidden);
    if (remedy !== 'admin') this.copied.clear();
    if (focused?.hidden === true) headline.focus();
    if (canCancel && this.watched.isStarting && document.activeElement === headline) cancelButton.focus();
  }

  private mend(): void {
    const { remedy, viewer, watched } = this;
    if (remedy === 'webhook' || remedy === 'settings' || remedy === 'own') this.events.onMend(remedy);
    if (remedy === 'again') void this.watch.start(false);
    if (remedy === 'trigger') void this.turnOn();
    if (remedy !== 'admin') return;
    const sentence = watched.notice ?? watched.progress?.message ?? '';
    const host = viewer.portal?.replace('https://', '') ?? null;
    void this.copied.copy(remedyTexts.forAdmin(sentence, host, METHODS));
  }

  private async turnOn(): Promise<void> {
    try {
      await whileDisabled([this.remedyButton], this.events.onTurnOn);
    } catch (error) {
      this.watch.tell(failureText(error));
    }
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
}

const fill = (list: HTMLElement, lines: readonly string[]): void =>
  list.replaceChildren(...lines.map((line) => element('li', {}, line)));
