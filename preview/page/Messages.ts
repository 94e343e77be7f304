/** What Sheets says over the grid: toasts in passing, alerts until they are closed, that a script is running. */
import type { Alert, PersonName, PersonView, PreviewState, Toast } from '../protocol';
import { button, element } from './dom';
import { scopes, texts } from './texts';

/** Milliseconds (Google, Spreadsheet.toast reference: 5 seconds). */
const TOAST_LIFE = 5_000;

export class Messages {
  readonly root = element('div', { class: 'messages' });
  private readonly running = element(
    'div',
    { class: 'running', 'data-testid': 'running', hidden: '' },
    texts.running,
  );
  private readonly toasts = element('div', { class: 'toasts' });
  private readonly alerts = element('div', { class: 'alerts' });
  private readonly consent = element('div', { class: 'alerts' });
  private shownAlert = 0;
  private shownPrompt = '';
  /** The number of the latest toast; older ones than the page are not shown. */
  private latest: number | null = null;

  constructor(
    private readonly person: PersonName,
    private readonly onClosed: (alert: number) => void,
    private readonly onConsent: (isGiven: boolean) => void,
  ) {
    this.root.append(this.running, this.toasts, this.alerts, this.consent);
  }

  show({ toasts, alerts, people }: PreviewState): void {
    this.running.hidden = !people[this.person].isBusy;
    const own = toasts.filter(({ person }) => person === this.person);
    for (const toast of own) if (this.latest !== null && toast.id > this.latest) this.showToast(toast);
    this.latest = own.at(-1)?.id ?? 0;
    this.showPrompt(people[this.person].consentPrompt);
    this.showAlert(alerts.find(({ person, isOpen }) => isOpen && person === this.person) ?? null);
  }

  /** Another spreadsheet: its toasts are counted anew. */
  forget(): void {
    this.latest = 0;
    this.toasts.replaceChildren();
  }

  private showToast({ title, message }: Toast): void {
    const close = button('✕', 'toast-close', () => toast.remove(), 'icon');
    close.setAttribute('aria-label', texts.close);
    const toast = element(
      'div',
      { class: 'toast', role: 'status', 'data-testid': 'toast' },
      element('div', {}, element('strong', {}, title), element('p', {}, message)),
      close,
    );
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_LIFE);
  }

  private showAlert(alert: Alert | null): void {
    const id = alert?.id ?? 0;
    if (id === this.shownAlert) return;
    this.shownAlert = id;
    this.alerts.replaceChildren();
    if (alert === null) return;
    const ok = button(texts.ok, 'alert-ok', () => this.onClosed(alert.id), 'primary');
    const box = element(
      'div',
      { class: 'alert', role: 'alertdialog', 'data-testid': 'alert' },
      ...(alert.title === '' ? [] : [element('h2', {}, alert.title)]),
      element('p', {}, alert.text),
      element('div', { class: 'actions' }, ok),
    );
    this.alerts.append(box);
    ok.focus();
  }

  /** Google's own window, where the script's scopes are ticked. */
  private showPrompt(asked: PersonView['consentPrompt']): void {
    const names = (asked ?? []).map((scope) => scopes[scope]).join(', ');
    if (names === this.shownPrompt) return;
    this.shownPrompt = names;
    this.consent.replaceChildren();
    if (names === '') return;
    const allow = button(texts.allow, 'consent-allow', () => this.onConsent(true), 'primary');
    const refuse = button(texts.refuse, 'consent-refuse', () => this.onConsent(false));
    const box = element(
      'div',
      { class: 'alert', role: 'alertdialog', 'data-testid': 'consent-prompt' },
      element('h2', {}, texts.consentTitle),
      element('p', {}, texts.consentText(names)),
      element('div', { class: 'actions' }, refuse, allow),
    );
    this.consent.append(box);
    allow.focus();
  }
}
