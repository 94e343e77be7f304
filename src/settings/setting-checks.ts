/** What each setting may be: one check a key, from an unknown value to the setting's type or one sentence. */
import { isIsoDate } from '../domain/calendar-day';
import { CHECK_NAMES, type CheckName } from '../domain/check-names';
import {
  BRIEF_COLUMNS,
  DETAIL_COLUMNS,
  LONGEST_DEFERRAL_DAYS,
  MOST_COLUMNS,
  type BriefColumnName,
  type DetailColumnName,
} from '../domain/column-names';
import type { FieldName } from '../domain/ids';
import { PERIOD_PRESETS, type PeriodSetting } from '../domain/period';
import { CACHE_LIFE_MAX_SECONDS } from '../platform/limits';
import { settingsTexts } from '../texts/settings-texts';
import { ownEntries } from './plain-object';
import { DEBTS_SHEETS, SCHEDULE_HOURS, STANDARD_DATE_FIELDS, type Settings } from './Settings';

export type Checked<T> = { readonly value: T } | { readonly problem: string };

/**
 * The original name of a user field: `UF_`, then letters, digits and `_`, 4 to 50 characters in all
 * (Bitrix24 source, main/lang/en/classes/general/usertype.php, `USER_TYPE_FIELD_NAME_…`).
 */
const USER_FIELD_NAME = /^UF_[A-Z0-9_]{1,47}$/;

const PERIOD_KEYS: readonly string[] = ['preset', 'from', 'to'];

export const settingChecks: { readonly [K in keyof Settings]: (value: unknown) => Checked<Settings[K]> } = {
  period: checkPeriod,
  periodField: checkAnyDateField(settingsTexts.periodField),
  shipmentDateField: checkOptionalField(settingsTexts.dateField),
  paymentDateField: checkOptionalField(settingsTexts.dateField),
  briefColumns: checkNames(isBriefColumn, MOST_COLUMNS.brief, settingsTexts.briefColumns),
  detailColumns: checkNames(isDetailColumn, MOST_COLUMNS.detail, settingsTexts.detailColumns),
  dueDateField: checkAnyDateField(settingsTexts.dueDateField),
  dueDays: checkWhole(LONGEST_DEFERRAL_DAYS, settingsTexts.dueDays),
  paidSumField: checkOptionalField(settingsTexts.paidSumField),
  noteColumns: checkWhole(MOST_COLUMNS.notes, settingsTexts.noteColumns),
  debtsSheet: checkOneOf(DEBTS_SHEETS, settingsTexts.debtsSheet),
  debtsByInvoice: checkBoolean,
  vatSheet: checkBoolean,
  checksSheet: checkBoolean,
  skippedChecks: checkNames(isCheckName, CHECK_NAMES.length, settingsTexts.skippedChecks),
  changesSheet: checkBoolean,
  summarySheet: checkBoolean,
  excludeFailed: checkBoolean,
  cacheTtlSeconds: checkWhole(CACHE_LIFE_MAX_SECONDS, settingsTexts.cacheTtlSeconds),
  scheduleHours: checkOneOf(SCHEDULE_HOURS, settingsTexts.scheduleHours),
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

type Check<T> = (value: unknown) => Checked<T>;

/** One of every portal, or a user field. */
function checkAnyDateField(problem: string): Check<FieldName> {
  return (value) => {
    const field = STANDARD_DATE_FIELDS.find((known) => known === value);
    if (field !== undefined) return { value: field };
    return isUserFieldName(value) ? { value } : { problem };
  };
}

/** A user field, or `''` for none. */
function checkOptionalField(problem: string): Check<FieldName | ''> {
  return (value) => (value === '' || isUserFieldName(value) ? { value } : { problem });
}

/** A list of known names, none of them twice. */
function checkNames<Name extends string>(
  isName: (value: unknown) => value is Name,
  most: number,
  problem: string,
): Check<readonly Name[]> {
  return (value) => {
    const names: readonly unknown[] | null = Array.isArray(value) ? Array.from<unknown>(value) : null;
    const isList = names !== null && names.length <= most && new Set(names).size === names.length;
    return isList && names.every(isName) ? { value: names } : { problem };
  };
}

function isBriefColumn(value: unknown): value is BriefColumnName {
  return BRIEF_COLUMNS.some((name) => name === value) || isUserFieldName(value);
}

function isCheckName(value: unknown): value is CheckName {
  return CHECK_NAMES.some((name) => name === value);
}

function isDetailColumn(value: unknown): value is DetailColumnName {
  return DETAIL_COLUMNS.some((name) => name === value);
}

/** The original name of a user field. */
export function isUserFieldName(value: unknown): value is FieldName {
  return typeof value === 'string' && USER_FIELD_NAME.test(value);
}

function checkBoolean(value: unknown): Checked<boolean> {
  return typeof value === 'boolean' ? { value } : { problem: settingsTexts.boolean };
}

/** A whole number from 0. */
function checkWhole(most: number, problem: string): Check<number> {
  return (value) => {
    const isValid = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
    return isValid ? { value } : { problem };
  };
}

function checkOneOf<Choice>(choices: readonly Choice[], problem: string): Check<Choice> {
  return (value) => {
    const chosen = choices.find((known) => known === value);
    return chosen === undefined ? { problem } : { value: chosen };
  };
}
