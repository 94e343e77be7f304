/** The status page: the refresh under way, whose report it is, the last runs, the cache, help for support. */
import type { Progress } from '../state/run';
import type { Status } from '../state/status';
import { statusTexts } from '../texts/status-texts';
import { button, element, factList, setText, whileDisabled } from './dom';
import { portalOf } from './message-parts';
import { browserTimer, failureText, openPage, refreshCalls, showWhenLoaded } from './open-page';
import { noticeList } from './notice-list';
import { RefreshPanel } from './RefreshPanel';
import type { Watched } from './RefreshWatch';
import type { Server } from './Server';
import { runView, statusFacts, type RunView } from './status-view';
import { supportText } from './support-text';

class StatusPage {
  readonly roots: readonly HTMLElement[];
  private progress: Progress | null = null;
  private readonly panel: RefreshPanel;
  private readonly summary = element('div');
  private readonly runs = element('div');
  private readonly cacheOutcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  private readonly clearButton = button(statusTexts.clearCache, 'secondary', () => void this.clearCache());
  private readonly copyOutcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  private readonly copied = element('textarea', {
    readonly: '',
    hidden: '',
    rows: '6',
    'aria-label': statusTexts.supportLabel,
  });
  private readonly copyButton = button(statusTexts.copy, 'secondary', () => void this.copy());

  constructor(
    private readonly server: Server,
    private status: Status,
    /** Scheme and host, null where this person does not get them. */
    private readonly portal: string | null,
  ) {
    this.panel = new RefreshPanel(refreshCalls(server), browserTimer, (watched) => this.follow(watched));
    this.roots = [
      this.panel.root,
      section(statusTexts.summary, this.summary),
      section(statusTexts.runs, this.runs),
      section(statusTexts.cache, hint(statusTexts.cacheHint), this.clearButton, this.cacheOutcome),
      section(
        statusTexts.support,
        hint(statusTexts.supportHint),
        this.copyButton,
        this.copyOutcome,
        this.copied,
      ),
    ];
    this.show(status);
    this.panel.open();
  }

  private show(status: Status): void {
    this.status = status;
    const now = new Date();
    this.summary.replaceChildren(factList(statusFacts(status, now)));
    this.runs.replaceChildren(...runList(status, now, this.portal));
    const { owner, isOwner, waiting } = status;
    const waitingSince = waiting?.at ?? null;
    this.panel.setViewer({ isConnected: owner !== null, isOwner, portal: this.portal, waitingSince });
  }

  /** The rest of the page is as old as the state of the refresh that it was loaded with. */
  private follow({ progress }: Watched): void {
    const isStale = this.progress !== null && progress !== null && progress.state !== this.progress.state;
    this.progress = progress;
    if (isStale) void this.reload();
  }

  private async reload(): Promise<void> {
    try {
      this.show(await this.server.call('getStatus'));
    } catch {
      // The refresh itself is still told rightly, and says so when the server is out of reach.
    }
  }

  private async clearCache(): Promise<void> {
    try {
      const { ok, message } = await whileDisabled([this.clearButton], () => this.server.call('clearCache'));
      this.cacheOutcome.dataset['tone'] = ok ? 'good' : 'bad';
      setText(this.cacheOutcome, message);
    } catch (error) {
      this.cacheOutcome.dataset['tone'] = 'bad';
      setText(this.cacheOutcome, failureText(error));
    }
  }

  private async copy(): Promise<void> {
    try {
      const progress = this.progress ?? (await this.server.call('getProgress'));
      this.copied.value = supportText(this.status, progress, new Date());
    } catch (error) {
      setText(this.copyOutcome, failureText(error));
      return;
    }
    this.copied.hidden = false;
    this.copied.select();
    try {
      await navigator.clipboard.writeText(this.copied.value);
      setText(this.copyOutcome, statusTexts.copied);
    } catch {
      // The frame around the page may forbid the clipboard; the text is selected, ready to be copied by hand.
      setText(this.copyOutcome, statusTexts.copyByHand);
    }
  }
}

const hint = (text: string): HTMLElement => element('p', { class: 'hint' }, text);

const section = (title: string, ...children: readonly HTMLElement[]): HTMLElement =>
  element('section', {}, element('h2', {}, title), ...children);

function runList({ runs }: Status, now: Date, portal: string | null): HTMLElement[] {
  if (runs.length === 0) return [hint(statusTexts.noRuns)];
  const items = runs.map((run) => runItem(runView(run, now, portal)));
  return [element('ol', { class: 'runs', tabindex: '0', 'aria-label': statusTexts.runs }, ...items)];
}

function runItem({ tone, state, when, message, notices, moreNotices, details }: RunView): HTMLElement {
  const head = element('p', { class: 'run' }, element('span', {}, when), element('b', {}, state));
  const more =
    moreNotices.length === 0
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, statusTexts.moreNotices(moreNotices.length)),
            noticeList(moreNotices),
          ),
        ];
  const told =
    notices.length === 0 ? [] : [element('div', { class: 'notices' }, noticeList(notices), ...more)];
  return element('li', { 'data-tone': tone }, head, element('p', {}, message), ...told, hint(details));
}

const { server, main } = openPage('status');
void showWhenLoaded(main, async () => {
  const [status, { webhookUrl }] = await Promise.all([server.call('getStatus'), server.call('loadSettings')]);
  return new StatusPage(server, status, portalOf(webhookUrl)).roots;
});
