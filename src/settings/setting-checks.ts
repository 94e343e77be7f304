/** What each setting may be: one check a key, from an unknown value to the setting's type or one sentence. */
import { isIsoDate } from '../domain/calendar-day';
import type { FieldName } from '../domain/ids';
import { PERIOD_PRESETS, type PeriodSetting } from '../domain/period';
import { CACHE_LIFE_MAX_SECONDS } from '../platform/limits';
import { settingsTexts } from '../texts/settings-texts';
import { ownEntries } from './plain-object';
import { SCHEDULE_HOURS, STANDARD_PERIOD_FIELDS, type ScheduleHours, type Settings } from './Settings';

export type Checked<T> = { readonly value: T } | { readonly problem: string };

/**
 * The original name of a user field: `UF_`, then letters, digits and `_`, 4 to 50 characters in all
 * (Bitrix24 source, main/lang/en/classes/general/usertype.php, `USER_TYPE_FIELD_NAME_…`).
 */
const USER_FIELD_NAME = /^UF_[A-Z0-9_]{1,47}$/;

const PERIOD_KEYS: readonly string[] = ['preset', 'from', 'to'];

export const settingChecks: { readonly [K in keyof Settings]: (value: unknown) => Checked<Settings[K]> } = {
  period: checkPeriod,
  periodField: checkPeriodField,
  shipmentDateField: checkDateField,
  paymentDateField: checkDateField,
  excludeFailed: checkBoolean,
  cacheTtlSeconds: checkCacheTtl,
  scheduleHours: checkScheduleHours,
  enterpriseLimits: checkBoolean,
};

function checkPeriod(value: unknown): Checked<PeriodSetting> {
  const entries = ownEntries(value);
  if (entries === null || [...entries.keys()].some((key) => !PERIOD_KEYS.includes(key))) {
    return { problem: settingsTexts.periodShape };
  }
  const preset = PERIOD_PRESETS.find((known) => known === entries.get('preset'));
  if (preset === undefined) return { problem: settingsTexts.periodPreset };
  if (preset === 'custom') return checkCustomPeriod(entries.get('from'), entries.get('to'));
  return { value: { preset, from: null, to: null } };
}

function checkCustomPeriod(from: unknown, to: unknown): Checked<PeriodSetting> {
  if (!isIsoDate(from) || !isIsoDate(to)) return { problem: settingsTexts.customDates };
  if (from > to) return { problem: settingsTexts.customOrder };
  return { value: { preset: 'custom', from, to } };
}

function checkPeriodField(value: unknown): Checked<FieldName> {
  const standard = STANDARD_PERIOD_FIELDS.find((known) => known === value);
  if (standard !== undefined) return { value: standard };
  return isUserFieldName(value) ? { value } : { problem: settingsTexts.periodField };
}

function checkDateField(value: unknown): Checked<FieldName | ''> {
  return value === '' || isUserFieldName(value) ? { value } : { problem: settingsTexts.dateField };
}

/** The original name of a user field. */
export function isUserFieldName(value: unknown): value is FieldName {
  return typeof value === 'string' && USER_FIELD_NAME.test(value);
}

function checkBoolean(value: unknown): Checked<boolean> {
  return typeof value === 'boolean' ? { value } : { problem: settingsTexts.boolean };
}

function checkCacheTtl(value: unknown): Checked<number> {
  const valid =
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= CACHE_LIFE_MAX_SECONDS;
  return valid ? { value } : { problem: settingsTexts.cacheTtlSeconds };
}

function checkScheduleHours(value: unknown): Checked<ScheduleHours> {
  const hours = SCHEDULE_HOURS.find((known) => known === value);
  return hours === undefined ? { problem: settingsTexts.scheduleHours } : { value: hours };
}
