/** The whole object graph on one screen, and what each entry point does with it. */
import { ConnectionCheck, type ConnectionReport } from './connection/ConnectionCheck';
import type { Webhook } from './domain/Webhook';
import { FURTHER_SHEETS, type NamesTaken } from './domain/sheet-kind';
import { attempt } from './platform/attempt';
import type { Platform, PropertyStore } from './platform/platform';
import { shownTimes } from './platform/shown-time';
import { QuotaLedger } from './quota/QuotaLedger';
import type { NotesAnswer } from './refresh/notes-outside';
import { Comparison, type Stored } from './refresh/Comparison';
import { RefreshService, type CancelAnswer } from './refresh/RefreshService';
import type { StartAnswer } from './refresh/ColleagueRequest';
import { wishOf } from './refresh/wish';
import { disconnect } from './schedule/disconnect';
import { OwnerTrigger } from './schedule/OwnerTrigger';
import { Tick } from './schedule/Tick';
import { Schedule } from './schedule/Schedule';
import { SettingsStore, viewOf } from './settings/SettingsStore';
import type { SettingsView } from './settings/Settings';
import { validateSettings, type WebhookChange } from './settings/validate-settings';
import { ReportSheets } from './sheets/ReportSheets';
import { DocumentState } from './state/DocumentState';
import { ReadOnce } from './state/ReadOnce';
import { KnownFields } from './state/KnownFields';
import { unlessSomebodySaves, whileNobodySaves } from './state/locks';
import { progressOf, type Progress } from './state/run';
import { openingNotice } from './state/opening-notice';
import { embedded, type PageFacts } from './state/page-facts';
import { changedSettings, withChange, type ChangedSetting } from './state/settings-changes';
import { statusOf, type Status } from './state/status';
import type { TabName } from './texts/menu-texts';
import { refreshTexts } from './texts/refresh-texts';
import { SHEET_TITLES } from './texts/sheet-texts';

export type SaveAnswer =
  | { readonly ok: true; readonly settings: SettingsView }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

export class AddOn {
  readonly state: DocumentState;
  readonly settings: SettingsStore;
  readonly refreshes: RefreshService;
  readonly comparison: Comparison;
  readonly trigger: OwnerTrigger;
  readonly schedule: Schedule;
  readonly ledger: QuotaLedger;
  readonly knownFields: KnownFields;
  /** What is stored, each store read by one call however much is asked of it. */
  readonly asOfNow: () => Stored;

  constructor(readonly platform: Platform) {
    const spreadsheetId = platform.workbook().getId();
    const { documentProperties, userProperties } = platform;
    ({
      state: this.state,
      settings: this.settings,
      ledger: this.ledger,
    } = storedIn(platform, spreadsheetId, documentProperties, userProperties));
    this.asOfNow = () =>
      storedIn(platform, spreadsheetId, new ReadOnce(documentProperties), new ReadOnce(userProperties));
    this.knownFields = new KnownFields(this.state, platform.codec, this.settings.people);
    this.refreshes = new RefreshService(platform, this.settings, this.state, this.ledger, this.knownFields);
    this.comparison = new Comparison(this);
    this.trigger = new OwnerTrigger(platform, this.state);
    this.schedule = new Schedule(platform, this.settings, this.state);
  }

  /** What whoever opens the spreadsheet has to know, null for nothing. Asks nothing of the portal. */
  openingNotice(): string | null {
    const { platform, refreshes, settings, state } = this;
    const opened = {
      run: refreshes.current(),
      lastSuccess: state.lastSuccess.get(),
      scheduleHours: settings.settings().scheduleHours,
      now: platform.clock.now(),
    };
    return openingNotice(opened, (time) => shownTimes(platform)(Date.parse(time)));
  }

  refresh(briefOnly: boolean): StartAnswer {
    return this.begun(() => this.refreshes.start('menu', briefOnly));
  }

  /** @param options a `Wish`, from a page */
  startFromPage(options: unknown): StartAnswer {
    const wish = wishOf(options);
    return this.begun(() =>
      'resume' in wish ? this.refreshes.resume(wish.resume) : this.refreshes.start('sidebar', wish.briefOnly),
    );
  }

  tick(): void {
    new Tick(this).run();
  }

  /** @param isRefreshing whether a refresh follows at once */
  show(tab: TabName, isRefreshing = false): void {
    const { platform } = this;
    const shown = platform.panel();
    // The page does without it.
    attempt(platform.log, 'what a page knows', () =>
      shown.append(embedded({ tab, isRefreshing, ...this.pageFacts() })),
    );
    platform.ui().showSidebar(shown);
  }

  /** @returns the sentence to show */
  clearCache(): string {
    this.state.raiseEpoch();
    return refreshTexts.cacheCleared();
  }

  showNotes(): NotesAnswer {
    return this.refreshes.showNotes();
  }

  loadSettings(): SettingsView {
    return this.settings.view();
  }

  /** @throws SentenceError where somebody else is saving for too long */
  saveSettings(input: unknown): SaveAnswer {
    return whileNobodySaves(this.platform, () => this.saveAlone(input));
  }

  testConnection(input: unknown): ConnectionReport {
    return new ConnectionCheck(this.platform, this.settings, this.knownFields).run(input);
  }

  progress(): Progress {
    return progressOf(this.refreshes.current());
  }

  cancel(): CancelAnswer {
    return this.refreshes.cancel();
  }

  status(): Status {
    const outlook = {
      dueAt: this.schedule.dueAt(),
      isPutOff: this.schedule.isPutOff(),
      hasStopped: this.trigger.hasStopped(this.settings.people.isOwner()),
    };
    return statusOf(this.platform, this.settings, this.state, this.refreshes.current(), outlook);
  }

  private pageFacts(): Omit<PageFacts, 'tab' | 'isRefreshing'> {
    const { people } = this.settings;
    const changes = this.state.changes.get() ?? [];
    return {
      zone: this.platform.workbook().getSpreadsheetTimeZone(),
      fields: this.knownFields.fields(),
      changes: changes.map((change) => ({ ...change, by: people.shownToMe(change.by) })),
      refusal: this.refreshes.refusal(),
      notesOutside: this.state.notesOutside.get() ?? 0,
      taken: this.namesTaken(),
    };
  }

  private namesTaken(): NamesTaken {
    const { platform } = this;
    let taken: NamesTaken = {};
    attempt(platform.log, 'the names of sheets', () => {
      const titles = FURTHER_SHEETS.map((sheet) => ({ sheet, title: SHEET_TITLES[sheet] }));
      taken = new ReportSheets(platform.workbook()).namesTaken(titles);
    });
    return taken;
  }

  private begun(begin: () => StartAnswer): StartAnswer {
    const answer = begin();
    if (answer.accepted === 'started') this.lookAhead();
    return answer;
  }

  /** The owner has clicked: what comes unattended after this is put in order. A failure here must not fail the refresh. */
  private lookAhead(): void {
    try {
      this.schedule.review(this.ledger);
      this.trigger.ensure();
    } catch {
      this.platform.log.warn('the trigger could not be looked after');
    }
  }

  private saveAlone(input: unknown): SaveAnswer {
    const { platform, settings, state } = this;
    const stored = settings.webhook();
    const checked = validateSettings(input, settings.settings(), stored);
    if (!checked.ok) return checked;
    const { webhook: change } = checked;
    const names = changedSettings(settings.settings(), checked.settings, change);
    // Before anything is saved: the platform may refuse the trigger, and a trigger without a connection goes by itself.
    if (change.kind === 'replaced' || (change.kind === 'kept' && settings.people.isOwner()))
      this.trigger.ensure();
    if (change.kind === 'replaced') {
      state.connectedAt.set(new Date(platform.clock.now()).toISOString());
      this.knownFields.keepOnlyOf(change.webhook);
      state.reconcile.clear();
    }
    settings.save(checked.settings, change);
    if (names.length > 0) attempt(platform.log, 'who changed the settings', () => this.noteChange(names));
    // It is saved: what breaks off from here on, the next tick does.
    attempt(platform.log, 'the former connection', () => {
      if (settings.people.owner() === null) disconnect(this);
    });
    return { ok: true, settings: viewOf(checked.settings, webhookAfter(change, stored)) };
  }

  private noteChange(names: readonly ChangedSetting[]): void {
    const at = new Date(this.platform.clock.now()).toISOString();
    const change = { at, by: this.settings.people.personId(), names };
    this.state.changes.set(withChange(change, this.state.changes.get()));
  }
}

const storedIn = (
  platform: Platform,
  spreadsheetId: string,
  document: PropertyStore,
  user: PropertyStore,
): Stored => ({
  state: new DocumentState(document),
  settings: new SettingsStore({
    ...{ user, document, spreadsheetId },
    newId: () => platform.newId(),
    log: platform.log,
    unlessSaving: (act) => unlessSomebodySaves(platform, act),
  }),
  ledger: new QuotaLedger({
    userProperties: user,
    clock: platform.clock,
    get userLock() {
      return platform.userLock;
    },
  }),
});

/** The webhook of this person that is in use after the change. */
function webhookAfter(change: WebhookChange, stored: Webhook | null): Webhook | null {
  if (change.kind === 'replaced') return change.webhook;
  return change.kind === 'kept' ? stored : null;
}
