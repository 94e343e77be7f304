/** The settings page: the steps of connecting a portal and choosing what the report shows, then refreshing it. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import type { SettingsView } from '../settings/Settings';
import type { PageFacts } from '../state/page-facts';
import type { Status } from '../state/status';
import { formTexts } from '../texts/form-texts';
import { setupTexts } from '../texts/setup-texts';
import { isRecognised } from './connection-view';
import { ConnectionSection } from './ConnectionSection';
import { element } from './dom';
import { portalOf } from './message-parts';
import { browserTimer, failureText, openPage, refreshCalls, showWhenLoaded } from './open-page';
import { pageFacts } from './page-facts';
import { RefreshPanel } from './RefreshPanel';
import { ReportSection } from './ReportSection';
import { SaveBar } from './SaveBar';
import { CallFailure, type Server } from './Server';
import {
  formOf,
  formProblems,
  isSameForm,
  settingsOf,
  type FormValues,
  type Problems,
} from './settings-form';

class SettingsPage {
  readonly roots: readonly HTMLElement[];
  private saved: FormValues;
  private isConnected = false;
  /** The shown name of another person whose webhook is in use. */
  private otherOwner: string | null = null;
  private readonly connection: ConnectionSection;
  private readonly report: ReportSection;
  private readonly panel: RefreshPanel;
  private readonly bar = new SaveBar((thenRefresh) => void this.save(thenRefresh));
  /** Shown once there is a portal to choose from. */
  private readonly afterwards: HTMLElement;

  constructor(
    private readonly server: Server,
    settings: SettingsView,
    status: Status,
    { fields }: PageFacts,
  ) {
    this.report = new ReportSection(
      () => new Date(),
      fields,
      () => this.changed(),
    );
    this.saved = formOf(settings);
    this.panel = new RefreshPanel(refreshCalls(server), browserTimer);
    this.report.fill(this.saved);
    this.afterwards = element('div', {}, ...this.report.roots, this.panel.root, this.bar.root);
    this.connection = new ConnectionSection({
      test: (input) => server.call('testConnection', input),
      disconnect: () => this.disconnect(),
      onTyped: () => this.changed(),
      onTested: (report, isNew) => this.tested(report, isNew),
    });
    this.roots = [this.connection.root, this.afterwards];
    this.showConnection(settings, status);
    this.panel.open();
    if (settings.webhookUrl !== '') void this.connection.testSaved();
  }

  private showConnection({ webhookUrl }: SettingsView, { owner, isOwner }: Status): void {
    this.isConnected = owner !== null;
    this.otherOwner = isOwner ? null : owner;
    this.afterwards.hidden = !this.isConnected;
    this.panel.setViewer({
      isConnected: this.isConnected,
      isOwner,
      portal: portalOf(webhookUrl),
      waitingSince: null,
    });
    this.panel.root.hidden = !this.isConnected;
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
    this.panel.setStartable(isUnchanged);
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
        else if (await this.mayTakeOver()) await this.send(thenRefresh);
      });
    } catch (error) {
      this.bar.tell(failureText(error), 'bad');
    }
  }

  /** Another's connection is not replaced by accident. */
  private async mayTakeOver(): Promise<boolean> {
    if (this.otherOwner === null || this.connection.typedWebhook === null) return true;
    const { takeOver: yes, takeOverNo: no } = setupTexts;
    return this.bar.ask({ text: setupTexts.takeOverSurely(this.otherOwner), yes, no });
  }

  private async send(thenRefresh: boolean): Promise<void> {
    const webhookUrl = this.connection.typedWebhook;
    this.bar.tell(formTexts.saving, 'quiet');
    const input = { ...settingsOf(this.report.values), ...(webhookUrl === null ? {} : { webhookUrl }) };
    const answer = await this.server.call('saveSettings', input);
    if (!answer.ok) {
      this.refuse(answer.errors);
      return;
    }
    this.saved = formOf(answer.settings);
    if (webhookUrl !== null) this.showConnection(answer.settings, await this.server.call('getStatus'));
    this.changed();
    this.bar.tell(formTexts.saved, 'good');
    if (thenRefresh) this.panel.start();
    else this.panel.focus();
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
    this.showConnection(answer.settings, await this.server.call('getStatus'));
  }
}

const { server, main } = openPage('settings');
void showWhenLoaded(main, async () => {
  const [settings, status] = await Promise.all([server.call('loadSettings'), server.call('getStatus')]);
  return new SettingsPage(server, settings, status, pageFacts()).roots;
});
