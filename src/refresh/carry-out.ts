/** Carries out what run-machine.ts has decided: the one place that writes a run's state, and puts away what it leaves. */
import { removeHidden } from '../sheets/HiddenSheet';
import { attempt } from '../platform/attempt';
import type { Platform } from '../platform/platform';
import type { QuotaLedger } from '../quota/QuotaLedger';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { ColleagueRequest } from './ColleagueRequest';
import type { Effect, Effects, Step } from './run-events';
import { tellStaleness } from './stale-notice';

export interface RunKeepers {
  readonly platform: Platform;
  readonly settings: Pick<SettingsStore, 'settings'>;
  readonly state: DocumentState;
  readonly ledger: QuotaLedger;
  readonly requests: ColleagueRequest;
}

const ACTIONS: { readonly [Do in keyof Effects]: (effect: Effect<Do>, keepers: RunKeepers) => void } = {
  save: ({ run, over }, { state }) => state.saveRun(run, over),
  // A service that fails for a moment is asked again; one that has no room for the history may still take the run.
  saveSurely: ({ run, over }, { platform, state }) => {
    [over, over, null].some((known) => attempt(platform.log, 'the end', () => state.saveRun(run, known)));
  },
  count: ({ used }, { ledger }) => ledger.add(used),
  clearRequest: ({ request }, { requests }) => requests.take(request),
  forgetCancel: (_, { state }) => state.forgetCancel(),
  removeDraft: (_, { platform }) => removeHidden(platform, 'draft'),
  tidyDraft: ({ run }, { platform, state }) => {
    attempt(platform.log, 'the draft', () => {
      removeHidden(platform, 'draft');
      state.saveRun(run);
    });
  },
  tellStaleness: ({ run }, { platform, settings, state }) => tellStaleness(platform, settings, state, run),
};

const act = <Do extends keyof Effects>(effect: Effect<Do>, keepers: RunKeepers): void =>
  ACTIONS[effect.do](effect, keepers);

/** Called under the lock of refreshes. @throws where an effect fails that may not */
export function carryOut({ effects, mayFail = false }: Step, keepers: RunKeepers): void {
  for (const effect of effects) {
    if (mayFail) attempt(keepers.platform.log, effect.do, () => act(effect, keepers));
    else act(effect, keepers);
  }
}
