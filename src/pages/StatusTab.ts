/** The state of the report: whose it is, the last runs, the cache, help for support. */
import type { Progress } from '../state/run';
import type { SettingsView } from '../settings/Settings';
import type { SettingsChange } from '../state/settings-changes';
import type { Status } from '../state/status';
import { notesTexts, statusTexts } from '../texts/status-texts';
import { CopiedText } from './CopiedText';
import { button, element, factList, setText, whileDisabled } from './dom';
import { portalOf } from './message-parts';
import { noticeFold } from './notice-list';
import { failureText, type Server } from './Server';
import { historyView, reconcileText, statusFacts, type RunView } from './status-view';
import { supportText } from './support-text';

export class StatusTab {
  readonly root: HTMLElement;
  private readonly summary = element('div');
  private readonly reconciled = element('p', { class: 'hint', hidden: '' });
  private readonly runs = element('div');
  private readonly cacheOutcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  private readonly clearButton = button(statusTexts.clearCache, 'plain', () => void this.clearCache());
  private readonly notesOutcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  private readonly notesButton = button(notesTexts.show, 'secondary', () => void this.showNotes());
  private readonly copied = new CopiedText(statusTexts.supportLabel);
  private readonly copyButton = button(statusTexts.copy, 'secondary', () => void this.copy());

  constructor(
    private readonly server: Server,
    private status: Status,
    /** What is known of the refresh. */
    private readonly progress: () => Progress | null,
    /** How many invoices outside the report have notes. */
    private readonly notesOutside = 0,
  ) {
    this.root = element(
      'div',
      {},
      section(statusTexts.summary, this.summary, this.reconciled),
      ...this.notes(),
      section(statusTexts.runs, this.runs),
      section(statusTexts.support, hint(statusTexts.supportHint), this.copyButton, this.copied.root),
      element('section', {}, hint(statusTexts.cacheHint), this.clearButton, this.cacheOutcome),
    );
  }

  show(
    status: Status,
    { webhookUrl, scheduleHours }: SettingsView,
    changes: readonly SettingsChange[],
  ): void {
    this.status = status;
    const now = new Date();
    const { isOwner, runs } = status;
    this.summary.replaceChildren(factList(statusFacts(status, scheduleHours, now)));
    setText(this.reconciled, reconcileText(status));
    this.runs.replaceChildren(
      ...runList(historyView(runs, changes, { isOwner, portal: portalOf(webhookUrl), now })),
    );
  }

  private notes(): readonly HTMLElement[] {
    if (this.notesOutside === 0) return [];
    return [
      element(
        'section',
        {},
        hint(notesTexts.outside(this.notesOutside)),
        this.notesButton,
        this.notesOutcome,
      ),
    ];
  }

  private showNotes(): Promise<void> {
    return this.tell(this.notesOutcome, () =>
      whileDisabled([this.notesButton], () => this.server.call('showNotes')),
    );
  }

  private clearCache(): Promise<void> {
    return this.tell(this.cacheOutcome, () =>
      whileDisabled([this.clearButton], () => this.server.call('clearCache')),
    );
  }

  private async tell(
    outcome: HTMLElement,
    act: () => Promise<{ ok: boolean; message: string }>,
  ): Promise<void> {
    try {
      const { ok, message } = await act();
      outcome.dataset['tone'] = ok ? 'good' : 'bad';
      setText(outcome, message);
    } catch (error) {
      outcome.dataset['tone'] = 'bad';
      setText(outcome, failureText(error));
    }
  }

  private async copy(): Promise<void> {
    try {
      const progress = this.progress() ?? (await this.server.call('getProgress'));
      await this.copied.copy(supportText(this.status, progress, new Date()));
    } catch (error) {
      this.copied.tell(failureText(error));
    }
  }
}

const hint = (text: string): HTMLElement => element('p', { class: 'hint' }, text);

const section = (title: string, ...children: readonly HTMLElement[]): HTMLElement =>
  element('section', {}, element('h2', {}, title), ...children);

function runList(views: readonly RunView[]): HTMLElement[] {
  if (views.length === 0) return [hint(statusTexts.noRuns)];
  return [
    element('ol', { class: 'runs', tabindex: '0', 'aria-label': statusTexts.runs }, ...views.map(runItem)),
  ];
}

function runItem({ tone, state, when, message, notices, details }: RunView): HTMLElement {
  const head = element('p', { class: 'run' }, element('span', {}, when), element('b', {}, state));
  const told = notices.length === 0 ? [] : [noticeFold(notices)];
  return element('li', { 'data-tone': tone }, head, element('p', {}, message), ...told, hint(details));
}
