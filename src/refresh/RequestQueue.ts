/** What becomes of a refresh that cannot start at once: a colleague's is left to the owner, a second one waits. */
import type { Platform } from '../platform';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState, RefreshRequest } from '../state/DocumentState';
import type { Run } from '../state/run';
import { isSilent, tickMilliseconds } from '../schedule/tick-interval';
import { locked } from '../state/locked';
import { settingsLock, whileNobodySaves } from '../state/locks';
import { errorTexts } from '../texts/error-texts';
import { refreshTexts } from '../texts/refresh-texts';

export interface StartAnswer {
  readonly accepted: 'started' | 'queued' | 'busy' | 'refused';
  readonly message: string;
}

const CLOCK_TIME = 'HH:mm';
/** A request that cannot be forgotten within this is carried out once more, which does no harm. */
const TAKING_MILLISECONDS = 1_000;

export class RequestQueue {
  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly state: DocumentState,
  ) {}

  /**
   * Leaves one request for the owner's next tick; a second press adds none, but may want both sheets of it.
   * @throws SentenceError where somebody is saving settings for too long: the owner may be changing
   */
  leaveToOwner(briefOnly: boolean): StartAnswer {
    return whileNobodySaves(this.platform, () => this.leave(briefOnly));
  }

  /** Forgets a request whose refresh has begun; one that somebody has made larger since then stays for the next tick. */
  take(begun: RefreshRequest): void {
    locked(settingsLock(this.platform), TAKING_MILLISECONDS, () => {
      if (this.state.request.get()?.briefOnly === begun.briefOnly) this.state.request.clear();
    });
  }

  /** @param run the refresh that is under way */
  behind({ by, startedAt, done, total }: Run): StartAnswer {
    const since = startedAt === null ? this.platform.clock.now() : Date.parse(startedAt);
    const message = refreshTexts.busy(this.settings.shownName(by), this.clockTime(since), done, total);
    return { accepted: 'busy', message };
  }

  private leave(briefOnly: boolean): StartAnswer {
    const owner = this.settings.owner();
    if (owner === null) return { accepted: 'refused', message: errorTexts.noConnection() };
    // No tick of his could carry it out.
    if (this.settings.isOwner()) return { accepted: 'refused', message: refreshTexts.webhookGone() };
    const now = this.platform.clock.now();
    const earlier = this.state.request.get();
    if (earlier === null) {
      this.state.request.set({ briefOnly, at: new Date(now).toISOString(), by: this.settings.identity() });
    } else if (earlier.briefOnly && !briefOnly) {
      this.state.request.set({ ...earlier, briefOnly });
    }
    return { accepted: 'queued', message: this.queuedMessage(this.settings.shownName(owner.id), now) };
  }

  private queuedMessage(who: string, now: number): string {
    const { isPublished } = this.platform;
    if (isSilent(this.state.tickAt.get(), now, isPublished)) return refreshTexts.queuedInVain(who);
    // The first tick may have to leave it to the second, where a refresh is open already.
    const { state } = this.state.run();
    const ticks = state === 'running' || state === 'paused' ? 2 : 1;
    return refreshTexts.queued(who, this.clockTime(now + ticks * tickMilliseconds(isPublished)));
  }

  private clockTime(milliseconds: number): string {
    const zone = this.platform.workbook().getSpreadsheetTimeZone();
    return this.platform.formatTime(milliseconds, zone, CLOCK_TIME);
  }
}
