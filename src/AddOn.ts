/** The whole object graph on one screen, and what each entry point does with it. */
import { buildMenu } from './menu';
import { ConnectionCheck, type ConnectionReport } from './connection/ConnectionCheck';
import { SentenceError } from './domain/SentenceError';
import type { Platform } from './platform';
import { areUsedHours, Usage, type UsedHour } from './quota/Usage';
import { RefreshService, type StartAnswer } from './refresh/RefreshService';
import { Schedule } from './schedule/Schedule';
import { Tick } from './schedule/Tick';
import { ownEntries } from './settings/plain-object';
import { USAGE_KEY } from './settings/property-keys';
import { SettingsStore } from './settings/SettingsStore';
import type { SettingsView } from './settings/Settings';
import { validateSettings } from './settings/validate-settings';
import { DocumentState } from './state/DocumentState';
import { progressOf, type Progress } from './state/progress';
import { statusOf, type Status } from './state/status';
import { StoredValue } from './state/StoredValue';
import { pageTitles } from './texts/menu-texts';
import { refreshTexts } from './texts/refresh-texts';

export type SaveAnswer =
  | { readonly ok: true; readonly settings: SettingsView }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export type PageName = keyof typeof pageTitles;

export class AddOn {
  private readonly state: DocumentState;
  private readonly settings: SettingsStore;
  private readonly refreshes: RefreshService;
  private readonly schedule: Schedule;
  private readonly usage: Usage;

  constructor(private readonly platform: Platform) {
    this.state = new DocumentState(platform.documentProperties);
    this.settings = new SettingsStore({
      user: platform.userProperties,
      document: platform.documentProperties,
      spreadsheetId: platform.workbook().getId(),
      newId: () => platform.newId(),
    });
    const used = new StoredValue<UsedHour[]>(platform.userProperties, USAGE_KEY, areUsedHours);
    this.usage = new Usage(used, platform.clock);
    this.refreshes = new RefreshService(platform, this.settings, this.state, this.usage);
    this.schedule = new Schedule(platform.triggers);
  }

  static menu(platform: Pick<Platform, 'ui' | 'isPublished'>): void {
    buildMenu(platform.ui(), platform.isPublished);
  }

  refresh(briefOnly: boolean): StartAnswer {
    return this.refreshes.start('menu', briefOnly);
  }

  /** @param options `{ briefOnly }`, from a page */
  startFromPage(options: unknown): StartAnswer {
    return this.refreshes.start('sidebar', briefOnlyOf(options));
  }

  tick(): void {
    const { clock } = this.platform;
    new Tick(clock, this.settings, this.state, this.refreshes, this.schedule, this.usage).run();
  }

  show(page: PageName): void {
    this.platform.ui().showSidebar(this.platform.page(page, pageTitles[page]));
  }

  /** @returns the sentence to show */
  clearCache(): string {
    this.state.raiseEpoch();
    return refreshTexts.cacheCleared();
  }

  loadSettings(): SettingsView {
    return this.settings.view();
  }

  saveSettings(input: unknown): SaveAnswer {
    const checked = validateSettings(input, this.settings.settings(), this.settings.webhook()?.base ?? '');
    if (!checked.ok) return checked;
    this.settings.save(checked.settings, checked.webhook);
    if (checked.webhook.kind === 'replaced') this.schedule.turnOn();
    if (checked.webhook.kind === 'removed') this.disconnect();
    return { ok: true, settings: this.settings.view() };
  }

  testConnection(input: unknown): ConnectionReport {
    return new ConnectionCheck(this.platform, this.settings).run(input);
  }

  progress(): Progress {
    return progressOf(this.refreshes.current());
  }

  cancel(): { readonly accepted: boolean; readonly message: string } {
    return this.refreshes.cancel();
  }

  status(): Status {
    return statusOf(this.platform, this.settings, this.state, this.refreshes.current());
  }

  private disconnect(): void {
    this.schedule.turnOff();
    this.state.request.clear();
    this.refreshes.abandon();
  }
}

function briefOnlyOf(options: unknown): boolean {
  const entries = ownEntries(options);
  if (entries !== null && [...entries.keys()].every((key) => key === 'briefOnly')) {
    const briefOnly = entries.get('briefOnly') ?? false;
    if (typeof briefOnly === 'boolean') return briefOnly;
  }
  throw new SentenceError(refreshTexts.badRequest());
}
