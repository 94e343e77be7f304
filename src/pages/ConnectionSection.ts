/** The first step of the settings: whose connection it is, entering a webhook, trying it, taking it away. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { setupTexts } from '../texts/setup-texts';
import { connectionView } from './connection-view';
import { button, element, factList, paragraphs, whileDisabled } from './dom';
import { Field } from './Field';
import { failureText } from './open-page';
import type { SettingsInput } from './server-functions';

export interface Connection {
  /** The mask of this person's webhook, `''` where none is in use. */
  readonly mask: string;
  /** The shown name of another person whose webhook is in use. */
  readonly otherOwner: string | null;
}

interface ConnectionEvents {
  readonly test: (settings: SettingsInput) => Promise<ConnectionReport>;
  readonly disconnect: () => Promise<void>;
  /** The entry was opened, closed or typed into. */
  readonly onTyped: () => void;
  readonly onTested: (report: ConnectionReport, isNew: boolean) => void;
}

export class ConnectionSection {
  readonly root: HTMLElement;
  private connection: Connection = { mask: '', otherOwner: null };
  private readonly state = element('div');
  private readonly entry: HTMLElement;
  private readonly result = element('div', { class: 'result', 'aria-live': 'polite' });
  private readonly webhook: Field;
  private readonly testButton = button(setupTexts.test, 'secondary', () => void this.testTyped());
  private readonly keepButton = button(setupTexts.keep, 'plain', () => this.show(this.connection));

  constructor(private readonly events: ConnectionEvents) {
    const input = element('input', {
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: setupTexts.webhookExample,
    });
    input.addEventListener('input', () => this.typed());
    this.webhook = new Field('webhookUrl', setupTexts.webhook, input);
    this.entry = element(
      'form',
      { novalidate: '' },
      ...paragraphs([setupTexts.whereToFind, setupTexts.whichRight]),
      this.webhook.root,
      element('div', { class: 'actions' }, this.testButton, this.keepButton),
    );
    this.entry.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.testTyped();
    });
    this.root = element(
      'section',
      {},
      element('h2', {}, setupTexts.title),
      this.state,
      this.entry,
      this.result,
    );
  }

  /** The address that was entered, without spaces around it; null while nothing is being entered. */
  get typedWebhook(): string | null {
    const typed = this.webhook.control.value.trim();
    return this.entry.hidden || typed === '' ? null : typed;
  }

  show(connection: Connection): void {
    const { mask, otherOwner } = connection;
    this.connection = connection;
    this.webhook.control.value = '';
    this.webhook.setProblem('');
    this.result.replaceChildren();
    this.state.replaceChildren(...this.stateOf(connection));
    this.entry.hidden = mask !== '' || otherOwner !== null;
    this.keepButton.hidden = !this.entry.hidden || (mask === '' && otherOwner === null);
    this.webhook.setHint(otherOwner === null ? setupTexts.secrecy : setupTexts.useOwnEffect);
    this.events.onTyped();
  }

  showProblem(sentence: string): void {
    this.webhook.setProblem(sentence);
    this.webhook.control.focus();
  }

  /** Tries the webhook that is saved. */
  testSaved(): Promise<void> {
    return this.test({}, false);
  }

  private stateOf({ mask, otherOwner }: Connection): HTMLElement[] {
    if (otherOwner !== null) {
      return [
        ...paragraphs([setupTexts.ownedByOther(otherOwner)]),
        ...paragraphs([setupTexts.colleagueMay], 'hint'),
        element(
          'div',
          { class: 'actions' },
          button(setupTexts.useOwn, 'secondary', () => this.openEntry()),
        ),
      ];
    }
    if (mask === '') return [];
    const replace = button(setupTexts.replace, 'secondary', () => this.openEntry());
    const disconnect = button(setupTexts.disconnect, 'plain', () => this.askToDisconnect());
    return [element('p', { class: 'mask' }, mask), element('div', { class: 'actions' }, replace, disconnect)];
  }

  private openEntry(): void {
    this.state.replaceChildren();
    this.result.replaceChildren();
    this.entry.hidden = false;
    this.keepButton.hidden = false;
    this.webhook.control.focus();
    this.events.onTyped();
  }

  private askToDisconnect(): void {
    const yes = button(setupTexts.disconnect, 'secondary', () => {
      void this.disconnect([yes, no]);
    });
    const no = button(setupTexts.disconnectNo, 'plain', () => this.show(this.connection));
    this.state.replaceChildren(
      element('p', { role: 'alert' }, setupTexts.disconnectSurely),
      element('div', { class: 'actions' }, yes, no),
    );
    no.focus();
  }

  private async disconnect(controls: readonly HTMLButtonElement[]): Promise<void> {
    try {
      await whileDisabled(controls, () => this.events.disconnect());
      this.result.replaceChildren(...paragraphs([setupTexts.disconnected], 'hint'));
      this.webhook.control.focus();
    } catch (error) {
      this.state.append(...paragraphs([failureText(error)], 'problem'));
    }
  }

  private typed(): void {
    this.webhook.setProblem('');
    this.result.replaceChildren();
    this.events.onTyped();
  }

  private async testTyped(): Promise<void> {
    const webhookUrl = this.typedWebhook;
    if (webhookUrl === null) this.showProblem(setupTexts.enterWebhook);
    else await this.test({ webhookUrl }, true);
  }

  private async test(settings: SettingsInput, isNew: boolean): Promise<void> {
    this.result.replaceChildren(element('p', { class: 'loading' }, setupTexts.testing));
    await whileDisabled([this.testButton, this.keepButton, this.webhook.control], async () => {
      try {
        const report = await this.events.test(settings);
        this.result.replaceChildren(...resultOf(report));
        this.events.onTested(report, isNew);
      } catch (error) {
        this.result.replaceChildren(...paragraphs([failureText(error)], 'problem'));
      }
    });
  }
}

function resultOf(report: ConnectionReport): HTMLElement[] {
  const { works, title, problem, facts, warnings } = connectionView(report);
  return [
    element('p', { class: works ? 'good' : 'bad' }, title),
    ...paragraphs(problem === null ? [] : [problem]),
    ...(facts.length === 0 ? [] : [factList(facts)]),
    ...paragraphs(warnings, 'warning'),
  ];
}
