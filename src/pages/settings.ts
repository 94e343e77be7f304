/** The settings page: first the connection, then the report, then refreshing it. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { formTexts } from '../texts/form-texts';
import type { SettingsView } from '../settings/Settings';
import type { Status } from '../state/status';
import { isRecognised } from './connection-view';
import { ConnectionSection } from './ConnectionSection';
import { button, element, setText, whileDisabled } from './dom';
import { browserTimer, failureText, openPage, refreshCalls, showWhenLoaded } from './open-page';
import { RefreshPanel } from './RefreshPanel';
import { ReportSection } from './ReportSection';
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
  private readonly connection: ConnectionSection;
  private readonly report: ReportSection;
  private readonly panel: RefreshPanel;
  private readonly saveButton = button(formTexts.save, 'primary', () => void this.save());
  private readonly outcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  /** Shown once there is a portal to choose from. */
  private readonly afterwards: HTMLElement;

  constructor(
    private readonly server: Server,
    settings: SettingsView,
    status: Status,
  ) {
    this.saved = formOf(settings);
    this.panel = new RefreshPanel(refreshCalls(server), browserTimer);
    this.report = new ReportSection(
      () => new Date(),
      () => this.changed(),
    );
    this.report.fill(this.saved);
    this.afterwards = element(
      'div',
      {},
      this.report.root,
      element('div', { class: 'save' }, this.saveButton, this.outcome),
      this.panel.root,
    );
    this.connection = new ConnectionSection({
      test: (input) => server.call('testConnection', input),
      disconnect: () => this.disconnect(),
      onTyped: () => this.changed(),
      onTested: (report, isNew) => this.tested(report, isNew),
    });
    this.roots = [this.connection.root, this.afterwards];
    this.showConnection(settings, status);
    this.panel.open({ isConnected: this.isConnected, isOwner: status.isOwner });
    if (settings.webhookUrl !== '') void this.connection.testSaved();
  }

  private showConnection({ webhookUrl }: SettingsView, { owner, isOwner }: Status): void {
    this.isConnected = owner !== null;
    this.afterwards.hidden = !this.isConnected;
    this.panel.setViewer({ isConnected: this.isConnected, isOwner });
    this.panel.root.hidden = !this.isConnected;
    this.connection.show({ mask: webhookUrl, otherOwner: isOwner ? null : owner });
  }

  private tested(report: ConnectionReport, isNew: boolean): void {
    if (report.ok) this.report.offer(report, isNew);
    if (isRecognised(report)) this.afterwards.hidden = false;
    this.changed();
  }

  private changed(): void {
    const isUnchanged = isSameForm(this.report.values, this.saved) && this.connection.typedWebhook === null;
    if (!isUnchanged) setText(this.outcome, '');
    this.panel.setObstacle(isUnchanged ? '' : formTexts.unsaved);
  }

  private async save(): Promise<void> {
    const { values } = this.report;
    const webhookUrl = this.connection.typedWebhook;
    const problems = formProblems(values);
    if (Object.keys(problems).length > 0) {
      this.refuse(problems);
      return;
    }
    this.report.showProblems({});
    this.tell(formTexts.saving, 'quiet');
    try {
      await whileDisabled([this.saveButton], async () => {
        const input = { ...settingsOf(values), ...(webhookUrl === null ? {} : { webhookUrl }) };
        const answer = await this.server.call('saveSettings', input);
        if (!answer.ok) {
          this.refuse(answer.errors);
          return;
        }
        this.saved = formOf(answer.settings);
        if (webhookUrl !== null) this.showConnection(answer.settings, await this.server.call('getStatus'));
        this.changed();
        this.tell(formTexts.saved, 'good');
      });
    } catch (error) {
      this.tell(failureText(error), 'bad');
    }
  }

  private refuse(problems: Problems): void {
    this.tell(formTexts.notSaved, 'bad');
    this.report.showProblems(problems);
    const { webhookUrl } = problems;
    if (webhookUrl !== undefined) this.connection.showProblem(webhookUrl);
  }

  private async disconnect(): Promise<void> {
    const answer = await this.server.call('saveSettings', { webhookUrl: '' });
    if (!answer.ok) throw new CallFailure(formTexts.notSaved);
    this.showConnection(answer.settings, await this.server.call('getStatus'));
  }

  private tell(sentence: string, tone: 'quiet' | 'good' | 'bad'): void {
    this.outcome.dataset['tone'] = tone;
    setText(this.outcome, sentence);
  }
}

const { server, main } = openPage('settings');
void showWhenLoaded(main, async () => {
  const [settings, status] = await Promise.all([server.call('loadSettings'), server.call('getStatus')]);
  return new SettingsPage(server, settings, status).roots;
});
