/** Puts away what is left to a person whose connection is gone. Where it breaks off, the next tick does the rest. */
import type { RefreshService } from '../refresh/RefreshService';
import type { SettingsStore } from '../settings/SettingsStore';
import type { DocumentState } from '../state/DocumentState';
import type { OwnerTrigger } from './OwnerTrigger';

export interface ConnectionParts {
  readonly settings: SettingsStore;
  readonly state: DocumentState;
  readonly refreshes: RefreshService;
  readonly trigger: OwnerTrigger;
}

/** Called under the lock of the settings, of somebody who is not the owner. */
export function disconnect({ settings, state, refreshes, trigger }: ConnectionParts): void {
  settings.forgetOwnWebhook();
  if (settings.people.owner() === null) {
    state.request.clear();
    state.dateFields.clear();
    state.putOff.clear();
    state.tickAt.clear();
    state.reconcile.clear();
    state.notesOutside.clear();
    refreshes.abandon();
  }
  // Last, since without it nothing would come back to the rest.
  trigger.turnOff();
}
