/** Who changed which settings last: the sheets are everybody's, and so are the settings. */
import type { Settings } from '../settings/Settings';
import { settingChecks } from '../settings/setting-checks';
import type { WebhookChange } from '../settings/validate-settings';

export type ChangedSetting = keyof Settings | 'webhookUrl';

export interface SettingsChange {
  /** ISO time. */
  readonly at: string;
  /** The identity of the person; pages get what he is to their reader. */
  readonly by: string;
  readonly names: readonly ChangedSetting[];
}

const MOST_CHANGES = 10;

const NAMES: readonly ChangedSetting[] = [
  'webhookUrl',
  ...(Object.keys(settingChecks) as (keyof Settings)[]),
];

/** What saving changes; empty where all stays as it is. */
export function changedSettings(before: Settings, after: Settings, webhook: WebhookChange): ChangedSetting[] {
  return NAMES.filter((name) =>
    name === 'webhookUrl'
      ? webhook.kind !== 'kept'
      : JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}

/** Newest first, with one more. */
export const withChange = (
  change: SettingsChange,
  earlier: readonly SettingsChange[] | null,
): readonly SettingsChange[] => [change, ...(earlier ?? [])].slice(0, MOST_CHANGES);

/** Others may write document properties. */
export const areSettingsChanges = (value: unknown): value is readonly SettingsChange[] =>
  Array.isArray(value) && value.length <= MOST_CHANGES && value.every(isSettingsChange);

function isSettingsChange(value: unknown): value is SettingsChange {
  const { at, by, names } = (value ?? {}) as Partial<Record<keyof SettingsChange, unknown>>;
  const isWhose = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof by === 'string';
  return isWhose && Array.isArray(names) && names.every((name) => NAMES.some((known) => known === name));
}
