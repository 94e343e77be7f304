/** The first step of the settings: whose connection it is, entering a webhook, trying it, taking it away. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { setupTexts } from '../texts/setup-texts';
import { askFirst } from './ask-first';
import { connectionView, isRecognised } from './connection-view';
import { button, element, factList, paragraphs, step, whileDisabled } from './dom';
import { failureText } from './Server';
import type { SettingsInput } from './server-functions';
import { WebhookEntry } from './WebhookEntry';

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
  /** The address that was tested last, and whether it works. */
  private tested: { readonly webhook: string; readonly works: boolean } | null = null;
  private testing: Promise<void> | null = null;
  private readonly state = element('div');
  private readonly entry = new WebhookEntry({
    onSubmit: () => void this.testTyped(),
    onTyped: () => this.typed(),
    onKeep: () => {
      this.show(this.connection);
      (this.connection.otherOwner === null ? this.replaceButton : this.useOwnButton).focus();
    },
  });
  private readonly useOwnButton = button(setupTexts.useOwn, 'secondary', () =>
    this.openEntry(setupTexts.useOwnEffect),
  );
  private readonly replaceButton = button(setupTexts.replace, 'secondary', () =>
    this.openEntry(setupTexts.secrecy),
  );
  private readonly disconnectButton = button(setupTexts.disconnect, 'plain', () => void this.disconnect());
  private readonly result = element('div', { class: 'result', 'aria-live': 'polite' });

  /** What comes after this step, as long as that is not to be seen. */
  private readonly next = element('p', { class: 'hint next' }, setupTexts.next);

  constructor(private readonly events: ConnectionEvents) {
    this.root = step(1, setupTexts.title, this.state, this.entry.root, this.result, this.next);
  }

  /** What comes after this step is to be seen, whether or not the connection works. */
  private get isInUse(): boolean {
    return this.connection.mask !== '' || this.connection.otherOwner !== null;
  }

  get typedWebhook(): string | null {
    return this.entry.typed;
  }

  show(connection: Connection): void {
    this.connection = connection;
    this.tested = null;
    this.entry.close();
    this.result.replaceChildren();
    this.state.replaceChildren(...this.stateOf(connection));
    if (!this.isInUse) this.entry.open(false, setupTexts.secrecy);
    this.tellWhetherDone(this.isInUse);
    this.events.onTyped();
  }

  /** Another webhook than the one in use; a test of that one may still be under way, which keeps the field. */
  enterAnother(): void {
    const { otherOwner } = this.connection;
    if (this.isInUse) this.openEntry(otherOwner === null ? setupTexts.secrecy : setupTexts.useOwnEffect);
    this.entry.focus();
    void this.testing?.then(() => this.entry.focus());
  }

  showProblem(sentence: string): void {
    this.entry.setProblem(sentence);
    this.entry.focus();
  }

  /** Tries the webhook that is saved. */
  testSaved(): Promise<void> {
    return this.test({});
  }

  /** Whether what was entered, if anything, works: it is tried where it has not been yet. */
  async isUsable(): Promise<boolean> {
    const webhook = this.typedWebhook;
    if (webhook === null) return true;
    if (this.tested?.webhook !== webhook) await this.testTyped();
    if (this.tested?.webhook === webhook && this.tested.works) return true;
    this.entry.focus();
    return false;
  }

  private stateOf({ mask, otherOwner }: Connection): HTMLElement[] {
    if (otherOwner !== null) {
      return [
        ...paragraphs([setupTexts.ownedByOther(otherOwner)]),
        ...paragraphs([setupTexts.colleagueMay], 'hint'),
        element('div', { class: 'actions' }, this.useOwnButton),
      ];
    }
    if (mask === '') return [];
    return [
      element('p', { class: 'mask' }, mask.replace('https://', '')),
      element('div', { class: 'actions' }, this.replaceButton, this.disconnectButton),
    ];
  }

  private openEntry(hint: string): void {
    this.state.replaceChildren();
    this.result.replaceChildren();
    this.entry.open(true, hint);
    this.entry.focus();
    this.events.onTyped();
  }

  private async disconnect(): Promise<void> {
    const { disconnectSurely: text, disconnect: yes, disconnectNo: no } = setupTexts;
    const isSure = await askFirst(this.state, { text, yes, no });
    this.show(this.connection);
    this.disconnectButton.focus();
    if (!isSure) return;
    try {
      await whileDisabled([this.replaceButton, this.disconnectButton], () => this.events.disconnect());
      this.result.replaceChildren(...paragraphs([setupTexts.disconnected], 'hint'));
      this.entry.focus();
    } catch (error) {
      this.result.replaceChildren(...paragraphs([failureText(error)], 'problem'));
    }
  }

  private typed(): void {
    this.result.replaceChildren();
    this.events.onTyped();
  }

  private testTyped(): Promise<void> {
    const webhookUrl = this.typedWebhook;
    if (webhookUrl === null) {
      this.showProblem(setupTexts.enterWebhook);
      return Promise.resolve();
    }
    return this.test({ webhookUrl });
  }

  private test(settings: SettingsInput): Promise<void> {
    this.testing ??= this.ask(settings).finally(() => (this.testing = null));
    return this.testing;
  }

  private async ask(settings: SettingsInput): Promise<void> {
    const { testButton, keepButton, input } = this.entry;
    const { webhookUrl } = settings;
    this.result.replaceChildren(element('p', { class: 'loading' }, setupTexts.testing));
    await whileDisabled([testButton, keepButton, input], async () => {
      try {
        const report = await this.events.test(settings);
        // Of the saved one nothing is told beside the entry of another.
        if (webhookUrl !== undefined || this.entry.root.hidden) this.tell(report, webhookUrl ?? null);
        else this.result.replaceChildren();
        this.events.onTested(report, webhookUrl !== undefined);
      } catch (error) {
        this.result.replaceChildren(...paragraphs([failureText(error)], 'problem'));
      }
    });
  }

  /** A problem of what was entered stands beside its field, all else below. */
  private tell(report: ConnectionReport, webhook: string | null): void {
    const { works, title, problem, facts, warnings } = connectionView(report);
    const isOfEntry = !works && webhook !== null;
    if (webhook !== null) this.tested = { webhook, works };
    if (isOfEntry) this.entry.setProblem(problem ?? title);
    if (works) this.entry.hideGuide();
    this.tellWhetherDone(works);
    if (isRecognised(report)) this.next.hidden = true;
    this.result.replaceChildren(
      ...(isOfEntry ? [] : [element('p', { class: works ? 'good' : 'bad' }, title)]),
      ...paragraphs(isOfEntry || problem === null ? [] : [problem]),
      ...(facts.length === 0 ? [] : [factList(facts)]),
      ...paragraphs(warnings, 'warning'),
    );
  }

  private tellWhetherDone(isDone: boolean): void {
    this.root.classList.toggle('done', isDone);
    this.next.hidden = isDone || this.isInUse;
  }
}
