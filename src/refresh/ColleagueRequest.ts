/** What becomes of a refresh that cannot start at once: a colleague's is left to the owner, a second one waits. */
import type { Platform } from '../platform/platform';
import { shownTimes } from '../platform/shown-time';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState, RefreshRequest } from '../state/DocumentState';
import { connectionBrokenSince, type Run } from '../state/run';
import { hasStoppedFiring } from '../state/tick-interval';
import { unlessSomebodySaves, whileNobodySaves } from '../state/locks';
import { errorTexts } from '../texts/error-texts';
import { refreshTexts } from '../texts/refresh-texts';
import { makesAll } from './run-standing';
import { doneAtLatest } from './when-done';

export interface StartAnswer {
  readonly accepted: 'started' | 'queued' | 'busy' | 'refused';
  readonly message: string;
}

const CLOCK_TIME = 'HH:mm';
const DAY = 'dd.MM.yyyy';
const LONGEST_FORESIGHT = 20 * 60 * 60_000;

export class ColleagueRequest {
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

  /**
   * Forgets a request whose refresh has begun; one that somebody has made larger or left since then stays for the next
   * tick. One that cannot be forgotten now is carried out once more, which does no harm.
   */
  take(begun: RefreshRequest): void {
    unlessSomebodySaves(this.platform, () => {
      const waiting = this.state.request.get();
      if (waiting?.briefOnly === begun.briefOnly && waiting.at === begun.at) this.state.request.clear();
    });
  }

  /** @returns whether there was one, which nobody is going to carry out any more */
  withdraw(): boolean {
    return (
      this.state.request.get() !== null &&
      whileNobodySaves(this.platform, () => {
        this.state.request.clear();
        return true;
      })
    );
  }

  /** Why a colleague is not even asked to wait: the portal does not take the connection; null where it may. */
  refusal(): string | null {
    const { people } = this.settings;
    const owner = people.owner();
    const brokenSince = connectionBrokenSince(this.state.history(), this.state.connectedAt.get());
    if (owner === null || people.isOwner() || brokenSince === null) return null;
    const day = this.shownTime(Date.parse(brokenSince), DAY);
    return refreshTexts.connectionBroken(day, people.shownName(owner.id));
  }

  /** @param run the last one; where none is under way, who tidies up, cancels or disconnects has the lock for moments */
  turnedAway({ state, by, startedAt, done, total }: Run): StartAnswer {
    if (state !== 'running') return { accepted: 'busy', message: refreshTexts.busyForAMoment() };
    const { people } = this.settings;
    const since = startedAt === null ? this.platform.clock.now() : Date.parse(startedAt);
    const who = people.isNameless(by) ? refreshTexts.yourConnection() : people.shownName(by);
    return { accepted: 'busy', message: refreshTexts.busy(who, this.shownTime(since), done, total) };
  }

  private leave(briefOnly: boolean): StartAnswer {
    const { people } = this.settings;
    const owner = people.owner();
    if (owner === null) return { accepted: 'refused', message: errorTexts.noConnection() };
    // No tick of his could carry it out.
    if (people.isOwner()) return { accepted: 'refused', message: refreshTexts.webhookGone() };
    const who = people.shownName(owner.id);
    const refusal = this.refusal();
    if (refusal !== null) return { accepted: 'refused', message: refusal };
    const now = this.platform.clock.now();
    const earlier = this.state.request.get();
    if (earlier === null || this.isBegun(earlier)) {
      // Of a time of its own: by it the earlier one is told from it, which is about to be forgotten.
      const at = Math.max(now, earlier === null ? 0 : Date.parse(earlier.at) + 1);
      this.state.request.set({ briefOnly, at: new Date(at).toISOString(), by: people.personId() });
    } else if (earlier.briefOnly && !briefOnly) {
      this.state.request.set({ ...earlier, briefOnly });
    }
    return { accepted: 'queued', message: this.queuedMessage(who, now) };
  }

  /** Whether the refresh under way makes what was asked for. */
  private isBegun(request: RefreshRequest): boolean {
    const run = this.state.run();
    const isSince = Date.parse(run.startedAt ?? '') >= Date.parse(request.at);
    return run.state === 'running' && isSince && makesAll(run, request);
  }

  private queuedMessage(who: string, now: number): string {
    const { isPublished } = this.platform;
    if (hasStoppedFiring(this.state.tickAt.get(), now, isPublished)) return refreshTexts.queuedInVain(who);
    const takesLists = this.state.portal.get()?.ownerLists === 'taken';
    const situation = { run: this.state.run(), history: this.state.history(), takesLists, isPublished, now };
    const at = doneAtLatest(situation);
    // A time of the day says nothing of another day.
    return at === null || at - now > LONGEST_FORESIGHT
      ? refreshTexts.queuedBehind(who)
      : refreshTexts.queued(who, this.shownTime(at));
  }

  private shownTime(milliseconds: number, pattern = CLOCK_TIME): string {
    return shownTimes(this.platform)(milliseconds, pattern);
  }
}
