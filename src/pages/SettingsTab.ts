/** The settings: the steps of connecting a portal and choosing what the report shows, then saving it. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import type { SettingsView } from '../settings/Settings';
import type { PageFacts } from '../state/page-facts';
import type { ChangedSetting, SettingsChange } from '../state/settings-changes';
import type { Status } from '../state/status';
import { formTexts } from '../texts/form-texts';
import { YOU } from '../texts/person-texts';
import { setupTexts } from '../texts/setup-texts';
import { formatMoment } from './moments';
import { settingNames } from './status-view';
import { isRecognised } from './connection-view';
import { ConnectionSection } from './ConnectionSection';
import { element, paragraphs } from './dom';
import type { RefreshPanel } from './RefreshPanel';
import type { EnteredRemedy } from './remedies';
import { ReportSection } from './ReportSection';
import { SaveBar } from './SaveBar';
import { CallFailure, failureText, type Server } from './Server';
import { changedIn, formOf, formProblems, isSameForm, type FormValues, type Problems } from './settings-form';
import { savedText } from './status-view';
import { browserTimer } from './timer';

interface SettingsEvents {
  /** Whether anything is to be saved. */
  readonly onChanged: (isChanged: boolean) => void;
  /** Gives the state of the report under the saved settings. @param names those that were changed */
  readonly onSaved: (settings: SettingsView, names: readonly ChangedSetting[]) => Promise<Status>;
}

export class SettingsTab {
  readonly root: HTMLElement;
  private saved: FormValues;
  /** The shown name of another person whose webhook is in use. */
  private otherOwner: string | null = null;
  private readonly connection: ConnectionSection;
  private readonly report: ReportSection;
  private readonly bar = new SaveBar(browserTimer, (thenRefresh) => void this.save(thenRefresh));
  /** Shown once there is a portal to choose from. */
  private readonly afterwards: HTMLElement;

  constructor(
    private readonly server: Server,
    private readonly refresh: RefreshPanel,
    settings: SettingsView,
    status: Status,
    facts: PageFacts,
    private readonly events: SettingsEvents,
  ) {
    this.report = new ReportSection(
      () => new Date(),
      facts,
      () => this.changed(),
    );
    this.saved = formOf(settings);
    this.report.fill(this.saved);
    this.afterwards = element('div', {}, ...lastChange(facts.changes), ...this.report.roots, this.bar.root);
    this.connection = new ConnectionSection({
      test: (input) => server.call('testConnection', input),
      disconnect: () => this.disconnect(),
      onTyped: () => this.changed(),
      onTested: (report, isNew) => this.tested(report, isNew),
    });
    this.root = element('div', {}, this.connection.root, this.afterwards);
    this.showConnection(settings, status);
    if (settings.webhookUrl !== '') void this.connection.testSaved();
  }

  /** Goes to where that is mended. */
  mend(remedy: EnteredRemedy): void {
    if (remedy !== 'settings' || this.afterwards.hidden) this.connection.enterAnother();
    else this.report.focus();
  }

  private showConnection({ webhookUrl }: SettingsView, { owner, isOwner }: Status): void {
    this.otherOwner = isOwner ? null : owner;
    this.afterwards.hidden = owner === null;
    this.connection.show({ mask: webhookUrl, otherOwner: this.otherOwner });
  }

  private tested(report: ConnectionReport, isNew: boolean): void {
    if (report.ok) this.report.offer(report, isNew);
    if (isRecognised(report)) this.afterwards.hidden = false;
    this.changed();
  }

  private changed(): void {
    const isUnchanged = isSameForm(this.report.values, this.saved) && this.connection.typedWebhook === null;
    this.bar.setChanged(!isUnchanged);
    this.events.onChanged(!isUnchanged);
  }

  private async save(thenRefresh: boolean): Promise<void> {
    const problems = formProblems(this.report.values);
    if (Object.keys(problems).length > 0) {
      this.refuse(problems);
      return;
    }
    this.report.showProblems({});
    try {
      await this.bar.whileSaving(async () => {
        if (!(await this.connection.isUsable())) this.bar.tell(formTexts.webhookFails, 'bad');
        else if (await this.isMeant()) await this.send(thenRefresh);
      });
    } catch (error) {
      this.bar.tell(failureText(error), 'bad');
    }
  }

  /** Another's connection is not replaced by accident, and nobody's report changed. */
  private async isMeant(): Promise<boolean> {
    const { otherOwner } = this;
    if (otherOwner === null) return true;
    if (this.connection.typedWebhook === null) return this.bar.ask(formTexts.sharedQuestion);
    const { takeOver: yes, takeOverNo: no } = setupTexts;
    return this.bar.ask({ text: setupTexts.takeOverSurely(otherOwner), yes, no });
  }

  private async send(thenRefresh: boolean): Promise<void> {
    const webhookUrl = this.connection.typedWebhook;
    this.bar.tell(formTexts.saving, 'quiet');
    const sent = this.report.values;
    const changed = changedIn(sent, this.saved);
    const input = { ...changed, ...(webhookUrl === null ? {} : { webhookUrl }) };
    const answer = await this.server.call('saveSettings', input);
    if (!answer.ok) {
      this.refuse(answer.errors);
      return;
    }
    this.saved = formOf(answer.settings);
    // Others may have changed what was not sent.
    if (isSameForm(this.report.values, sent)) this.report.fill(this.saved);
    const status = await this.events.onSaved(answer.settings, Object.keys(input) as ChangedSetting[]);
    if (webhookUrl !== null) this.showConnection(answer.settings, status);
    this.changed();
    // What follows is told where it happens.
    this.bar.tell(thenRefresh ? '' : savedText(answer.settings, status, new Date()), 'good');
    if (thenRefresh) this.refresh.startSaved();
    else this.refresh.focus();
  }

  private refuse(problems: Problems): void {
    this.bar.tell(formTexts.notSaved, 'bad');
    this.report.showProblems(problems);
    const { webhookUrl } = problems;
    if (webhookUrl !== undefined) this.connection.showProblem(webhookUrl);
  }

  private async disconnect(): Promise<void> {
    const answer = await this.server.call('saveSettings', { webhookUrl: '' });
    if (!answer.ok) throw new CallFailure(formTexts.notSaved);
    this.showConnection(answer.settings, await this.events.onSaved(answer.settings, ['webhookUrl']));
  }
}

/** What somebody else has changed: one's own doing one knows. */
function lastChange([last]: readonly SettingsChange[]): HTMLElement[] {
  if (last === undefined || last.by === YOU) return [];
  const names = last.names.map((name) => settingNames[name]);
  return paragraphs([formTexts.lastChange(names, last.by, formatMoment(last.at, new Date()))], 'hint change');
}
