/** Letting everybody know whose connection it is. */
import type { Platform } from '../platform';
import type { SettingsStore } from '../settings/SettingsStore';
import type { Webhook } from '../settings/webhook';
import { locked } from './locked';

/** Who is saving settings may be changing the owner; there is no hurry. */
const LOCK_MILLISECONDS = 1_000;

/** @param name what the portal calls the webhook's user; left to the next time where somebody is saving settings */
export function nameOwner(
  { settingsLock }: Pick<Platform, 'settingsLock'>,
  settings: SettingsStore,
  name: string,
  webhook: Webhook,
): void {
  if (settings.owner()?.name === name) return;
  locked(settingsLock, LOCK_MILLISECONDS, () => settings.nameOwner(name, webhook));
}
