/** When a tick that has nothing else to do compares memory and portal, and under which lock. */
import type { Webhook } from '../domain/Webhook';
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import { restsFor } from '../quota/quota-policy';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import { locked } from '../state/locked';
import { refreshLock } from '../state/locks';
import { isWanted } from './giving-way';
import { reconcileMemory } from './reconcile-memory';
import { isOpen } from './run-standing';

/** What is stored, as it stands at one moment. */
export interface Stored {
  readonly settings: SettingsStore;
  readonly state: DocumentState;
  readonly ledger: QuotaLedger;
}

export interface ComparisonParts {
  readonly platform: Platform;
  /** As it stands whenever it is asked. */
  readonly state: DocumentState;
  readonly asOfNow: () => Stored;
}

/** Whoever keeps the lock for longer is not to be waited for. */
const LOCK_MILLISECONDS = 1_000;

export class Comparison {
  constructor(private readonly parts: ComparisonParts) {}

  /**
   * What fails is logged, and compared by a later turn.
   * @param seen as it stood when the tick began
   * @returns how many requests were sent, null for none
   */
  run({ settings, state, ledger }: Stored): number | null {
    const { platform } = this.parts;
    // Where no report has been made, a tick does not even look for the lock.
    const webhook = state.lastReport.get() === null ? null : settings.webhook();
    if (webhook === null || settings.settings().cacheTtlSeconds === 0) return null;
    if (restsFor(ledger.lastDay())) return null;
    let sent = 0;
    attempt(platform.log, 'the comparison', () =>
      locked(refreshLock(platform), LOCK_MILLISECONDS, () => this.alone(webhook, () => (sent += 1))),
    );
    return sent === 0 ? null : sent;
  }

  private alone(webhook: Webhook, onSent: () => void): void {
    const { platform } = this.parts;
    const { settings, state } = this.parts.asOfNow();
    if (isOpen(state.run())) return;
    reconcileMemory({
      platform,
      settings: settings.settings(),
      state,
      webhook,
      spreadsheetId: settings.spreadsheetId,
      onSent,
      isWanted: () => isWanted(this.parts.state, platform.clock),
    });
  }
}
