/** What the decisions about a run go by, as it stands in the document and with the person whose execution it is. */
import type { Webhook } from '../domain/Webhook';
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import { reportSettings, type Settings } from '../settings/Settings';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { Facts } from './run-events';

/** SHA-256 of the connection and of the settings that decide what the report shows: a run goes on only with the same. */
export const scopeOf = (webhook: Webhook, settings: Settings): string =>
  sha256Hex(canonical([webhook.fingerprint(), reportSettings(settings)]));

/** @param webhook the person's own, null where nothing is to be begun or gone on with */
export const factsOf = (
  platform: Pick<Platform, 'clock' | 'newId'>,
  settings: SettingsStore,
  state: DocumentState,
  ledger: QuotaLedger,
  webhook: Webhook | null,
): Facts => ({
  now: platform.clock.now(),
  get by() {
    return settings.people.personId();
  },
  get scope() {
    return webhook === null ? '' : scopeOf(webhook, settings.settings());
  },
  get request() {
    return state.request.get();
  },
  get isHalfWritten() {
    return state.isHalfWritten();
  },
  get used() {
    return ledger.lastDay();
  },
  get history() {
    return state.history();
  },
  newId: () => platform.newId(),
});
