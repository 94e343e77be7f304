/** Settings that someone hands in (the sidebar, a settings file) or that lay in the document's properties. */
import type { Webhook } from '../domain/Webhook';
import { settingsTexts } from '../texts/settings-texts';
import { ownEntries } from './plain-object';
import { settingChecks, type Checked } from './setting-checks';
import { DEFAULT_SETTINGS, type Settings } from './Settings';
import { parseWebhook } from './parse-webhook';

/** What is to become of the stored webhook. */
export type WebhookChange =
  | { readonly kind: 'kept' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'replaced'; readonly webhook: Webhook };

export type ValidatedSettings =
  | { readonly ok: true; readonly settings: Settings; readonly webhook: WebhookChange }
  | {
      readonly ok: false;
      /** One sentence for each refused key; `settings` where the whole input is not an object. */
      readonly errors: Readonly<Record<string, string>>;
    };

type SettingKey = keyof Settings;

/**
 * Checks settings as they come from outside; never throws on plain JSON values. Missing keys keep the value
 * of `stored`, `period` is replaced whole, an unknown key is an error.
 *
 * @param storedWebhook this person's. Only its exact mask keeps it; `''` removes it, and where there is none changes
 *   nothing.
 */
export function validateSettings(
  input: unknown,
  stored: Settings,
  storedWebhook: Webhook | null,
): ValidatedSettings {
  const entries = ownEntries(input);
  if (entries === null) return { ok: false, errors: { settings: settingsTexts.notAnObject } };

  const draft = { ...stored };
  const errors = new Map<string, string>();
  let webhook: WebhookChange = { kind: 'kept' };
  for (const [key, value] of entries) {
    if (isSettingKey(key)) {
      const checked = change(draft, key, value);
      if ('problem' in checked) errors.set(key, checked.problem);
    } else if (key === 'webhookUrl') {
      const checked = checkWebhook(value, storedWebhook);
      if (typeof checked === 'string') errors.set(key, checked);
      else webhook = checked;
    } else {
      errors.set(key, settingsTexts.unknownKey);
    }
  }
  // Object.fromEntries makes own properties even of `__proto__`, which an assignment would lose.
  if (errors.size > 0) return { ok: false, errors: Object.fromEntries(errors) };
  return { ok: true, settings: draft, webhook };
}

/** Stored settings, each value that is missing or no longer valid replaced by its default. */
export function restoreSettings(entries: ReadonlyMap<string, unknown> | null): Settings {
  const draft = { ...DEFAULT_SETTINGS };
  for (const [key, value] of entries ?? []) {
    if (isSettingKey(key)) change(draft, key, value);
  }
  return draft;
}

/** Takes a value over only if its check lets it through. */
function change<K extends SettingKey>(
  draft: { -readonly [Key in SettingKey]: Settings[Key] },
  key: K,
  value: unknown,
): Checked<Settings[K]> {
  const checked = settingChecks[key](value);
  if ('value' in checked) draft[key] = checked.value;
  return checked;
}

function isSettingKey(key: string): key is SettingKey {
  return Object.prototype.hasOwnProperty.call(settingChecks, key);
}

/** The change, or the problem in one sentence. */
function checkWebhook(value: unknown, stored: Webhook | null): WebhookChange | string {
  if (typeof value !== 'string') return settingsTexts.webhookNotText;
  if (value === '') return { kind: stored === null ? 'kept' : 'removed' };
  if (value === stored?.mask) return { kind: 'kept' };
  const parsed = parseWebhook(value);
  return parsed.ok ? { kind: 'replaced', webhook: parsed.webhook } : parsed.problem;
}
