/** The sidebar: the refresh, and below it three tabs that are switched here, so that nothing typed is lost. */
import type { SettingsView } from '../settings/Settings';
import type { PageFacts } from '../state/page-facts';
import type { Progress } from '../state/run';
import type { SettingsChange } from '../state/settings-changes';
import type { Status } from '../state/status';
import { formTexts } from '../texts/form-texts';
import { frameTexts } from '../texts/frame-texts';
import { YOU } from '../texts/person-texts';
import { tabTitles, type TabName } from '../texts/menu-texts';
import { ConsentBar } from './ConsentBar';
import { button, element } from './dom';
import { helpTab } from './help';
import { portalOf } from './message-parts';
import { tellIn } from './moments';
import { pageFacts } from './page-facts';
import { RefreshPanel } from './RefreshPanel';
import type { Watched } from './RefreshWatch';
import { CallFailure, failureText, Server, type Runner } from './Server';
import { SettingsTab } from './SettingsTab';
import { StatusTab } from './StatusTab';
import { stoppedSchedule } from './status-view';
import { browserTimer } from './timer';

declare const google: { readonly script: { readonly run: Runner } };

const NAMES: readonly TabName[] = ['settings', 'status', 'help'];

class Panel {
  private readonly consent = new ConsentBar();
  private readonly server = new Server(google.script.run, this.consent);
  private readonly refresh: RefreshPanel;
  private readonly links = NAMES.map((name) => button(tabTitles[name], 'plain', () => this.show(name)));
  private readonly main = element('main');
  private loaded: { readonly settings: SettingsView; readonly status: Status } | null = null;
  /** In the place of what is not loaded. */
  private meanwhile: readonly Node[] = [];
  private settingsTab: SettingsTab | null = null;
  private statusTab: StatusTab | null = null;
  private readonly help = helpTab();
  private progress: Progress | null = null;
  private hasUnsaved = false;
  /** Those of others as they were at the opening. */
  private changes: readonly SettingsChange[];
  /** When the last report was made before the opening. */
  private firstSuccess: string | null = null;
  private shown: TabName;

  constructor(private readonly facts: PageFacts) {
    const { server } = this;
    this.shown = facts.tab;
    tellIn(facts.zone);
    this.changes = facts.changes;
    this.refresh = new RefreshPanel(
      {
        getProgress: () => server.call('getProgress'),
        startRefresh: (wish) => server.call('startRefresh', wish),
        cancelRefresh: () => server.call('cancelRefresh'),
      },
      browserTimer,
      {
        onChange: (watched) => this.follow(watched),
        onMend: (remedy) => {
          this.show('settings');
          this.settingsTab?.mend(remedy);
        },
        onTurnOn: () => this.turnOn(),
      },
    );
    document.body.prepend(
      element('nav', { 'aria-label': frameTexts.navigation }, ...this.links),
      this.consent.root,
      this.refresh.root,
      this.main,
    );
    void this.load();
  }

  private async load(): Promise<void> {
    this.meanwhile = [element('p', { class: 'loading', role: 'status' }, frameTexts.loading)];
    this.show(this.shown);
    try {
      const { server } = this;
      const [settings, status] = await Promise.all([server.call('loadSettings'), server.call('getStatus')]);
      this.loaded = { settings, status };
      this.firstSuccess = status.lastSuccess;
      this.refresh.open(this.facts.isRefreshing);
    } catch (error) {
      this.meanwhile = [
        element('p', { class: 'problem', role: 'alert' }, failureText(error)),
        button(frameTexts.retry, 'secondary', () => void this.load()),
      ];
    }
    this.show(this.shown);
  }

  private show(name: TabName): void {
    this.shown = name;
    this.links.forEach((link, index) => {
      if (NAMES[index] === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    this.main.replaceChildren(...this.content());
    this.tell();
    window.scrollTo(0, 0);
  }

  /** The settings try the webhook once they are made, so no tab is made before somebody wants to see it. */
  private content(): readonly Node[] {
    const { loaded, shown } = this;
    if (shown === 'help') return [this.help];
    if (loaded === null) return this.meanwhile;
    const { settings, status } = loaded;
    if (shown === 'status') {
      this.statusTab ??= new StatusTab(this.server, status, () => this.progress, this.facts.notesOutside);
      this.statusTab.show(status, settings, this.changes);
      return [this.statusTab.root];
    }
    this.settingsTab ??= new SettingsTab(this.server, this.refresh, settings, status, this.facts, {
      onChanged: (isChanged) => {
        this.hasUnsaved = isChanged;
        this.tell();
      },
      onSaved: (saved, names) => {
        const change = { at: new Date().toISOString(), by: YOU, names };
        if (names.length > 0) this.changes = [change, ...this.changes];
        return this.reload(saved);
      },
    });
    return [this.settingsTab.root];
  }

  /** Whoever sees the settings changed saves them before the report is refreshed by them. */
  private tell(): void {
    const { loaded, shown, refresh } = this;
    const isConnected = loaded !== null && loaded.status.owner !== null;
    refresh.root.hidden = loaded === null || shown === 'help' || (shown === 'settings' && !isConnected);
    this.links[0]?.classList.toggle('unsaved', this.hasUnsaved);
    if (loaded === null) return;
    const { settings, status } = loaded;
    const portal = portalOf(settings.webhookUrl);
    const { isOwner, waiting, runs } = status;
    const stopped = stoppedSchedule(status, settings.scheduleHours, new Date());
    refresh.setStartable(shown !== 'settings' || !this.hasUnsaved);
    // A later report shows that the connection works again.
    const refusal = status.lastSuccess === this.firstSuccess ? this.facts.refusal : null;
    const viewer = { isConnected, isOwner, portal, waiting, runs, stopped };
    refresh.setViewer({ ...viewer, refusal: isOwner ? null : refusal });
  }

  /** What is told of the report is as old as the state of the refresh that it was loaded with. */
  private follow({ progress, answer }: Watched): void {
    const { progress: before, loaded } = this;
    this.progress = progress;
    if (loaded === null || progress === null || before === null || progress === before) return;
    const isAnother = progress.state !== before.state || progress.startedAt !== before.startedAt;
    // What becomes of a request that waits no progress tells.
    const isWaiting = loaded.status.waiting !== null || answer === 'queued';
    // Where the server is out of reach, the refresh itself is still told rightly, and says so.
    if (isAnother || isWaiting) this.reload(loaded.settings).catch(() => undefined);
  }

  /** Settings that are saved by their owner bring back the trigger, whatever is saved. */
  private async turnOn(): Promise<void> {
    const answer = await this.server.call('saveSettings', {});
    if (!answer.ok) throw new CallFailure(formTexts.notSaved);
    await this.reload(answer.settings);
  }

  private async reload(settings: SettingsView): Promise<Status> {
    const status = await this.server.call('getStatus');
    this.loaded = { settings, status };
    this.statusTab?.show(status, settings, this.changes);
    this.tell();
    return status;
  }
}

// What the page is told of its opening stands at its end.
window.addEventListener('load', () => new Panel(pageFacts()));
