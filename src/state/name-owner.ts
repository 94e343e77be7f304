/** Letting everybody know whose connection it is. */
import type { SettingsStore } from '../settings/SettingsStore';
import type { Webhook } from '../domain/Webhook';
import { locked } from './locked';
import { settingsLock, type Locking } from './locks';

/** Who is saving settings may be changing the owner; there is no hurry. */
const LOCK_MILLISECONDS = 1_000;

/** @param name what the portal calls the webhook's user; left to the next time where somebody is saving settings */
export function nameOwner(platform: Locking, settings: SettingsStore, name: string, webhook: Webhook): void {
  if (settings.owner()?.name === name) return;
  locked(settingsLock(platform), LOCK_MILLISECONDS, () => settings.nameOwner(name, webhook));
}
