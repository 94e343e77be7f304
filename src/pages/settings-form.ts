/** The settings' form as plain values: from settings, back to settings, and what a page can refuse by itself. */
import type { IsoDate } from '../domain/ids';
import { isRolling, nextChange, resolvePeriod, type PeriodPreset } from '../domain/period';
import type { DebtsSheet, ScheduleHours, Settings } from '../settings/Settings';
import { formTexts } from '../texts/form-texts';
import { formatDay, formatDays, formatDayWord, localDay } from './moments';
import type { SettingsInput } from './server-functions';

/** What the controls of the form hold. */
export interface FormValues {
  readonly preset: PeriodPreset;
  /** `YYYY-MM-DD`, `''` where nothing is chosen. */
  readonly from: string;
  readonly to: string;
  readonly periodField: string;
  readonly shipmentDateField: string;
  readonly paymentDateField: string;
  readonly briefColumns: readonly string[];
  readonly detailColumns: readonly string[];
  readonly noteColumns: number;
  readonly debtsSheet: DebtsSheet;
  readonly debtsByInvoice: boolean;
  readonly vatSheet: boolean;
  readonly checksSheet: boolean;
  readonly skippedChecks: Settings['skippedChecks'];
  readonly changesSheet: boolean;
  readonly summarySheet: boolean;
  readonly dueDateField: string;
  /** As typed. */
  readonly dueDays: string;
  readonly paidSumField: string;
  readonly excludeFailed: boolean;
  readonly scheduleHours: ScheduleHours;
  /** As typed. */
  readonly cacheTtlSeconds: string;
  readonly enterpriseLimits: boolean;
}

/** One sentence for each refused setting. */
export type Problems = Readonly<Record<string, string>>;

const WHOLE_NUMBER = /^\d{1,9}$/;
/** What stands for no whole number: the server refuses it in its own words. */
const NO_NUMBER = -1;

export function formOf(settings: Settings): FormValues {
  const { period, cacheTtlSeconds, dueDays, ...others } = settings;
  return {
    ...others,
    preset: period.preset,
    from: period.from ?? '',
    to: period.to ?? '',
    dueDays: String(dueDays),
    cacheTtlSeconds: String(cacheTtlSeconds),
  };
}

/** Only of values without problems. */
export function settingsOf(values: FormValues): SettingsInput {
  const { preset, from, to, cacheTtlSeconds, dueDays, ...others } = values;
  const isCustom = preset === 'custom';
  return {
    ...others,
    period: { preset, from: isCustom ? from : null, to: isCustom ? to : null },
    cacheTtlSeconds: wholeNumber(cacheTtlSeconds) ?? 0,
    dueDays: wholeNumber(dueDays) ?? NO_NUMBER,
  };
}

/** What would not survive the way into settings, or would be refused in terms that the form does not show. */
export function formProblems({ preset, from, to, cacheTtlSeconds }: FormValues): Problems {
  return {
    ...(preset === 'custom' ? periodProblems(from, to) : {}),
    ...(wholeNumber(cacheTtlSeconds) === null ? { cacheTtlSeconds: formTexts.cacheTtlProblem } : {}),
  };
}

function periodProblems(from: string, to: string): Problems {
  if (from === '' || to === '') return { period: formTexts.bothDates };
  return from > to ? { period: formTexts.customOrder } : {};
}

/** Null for anything else. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  return WHOLE_NUMBER.test(text) ? Number(text) : null;
}

/** Whether saving would change a setting; days of a period that is not custom do not count. */
export const isSameForm = (one: FormValues, other: FormValues): boolean =>
  Object.keys(changedIn(one, other)).length === 0 &&
  wholeNumber(one.cacheTtlSeconds) === wholeNumber(other.cacheTtlSeconds);

/** What saving is to change: all else may have been changed by somebody else meanwhile. */
export function changedIn(values: FormValues, saved: FormValues): SettingsInput {
  const before = new Map(Object.entries(settingsOf(saved)));
  const changed = Object.entries(settingsOf(values)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  );
  return Object.fromEntries(changed);
}

/** The same names in the order in which they were given, new ones last: another order is no change to be saved. */
export const inOrderOf = <T>(given: readonly T[], names: readonly T[]): T[] => [
  ...given.filter((name) => names.includes(name)),
  ...names.filter((name) => !given.includes(name)),
];

/** Chosen days in words: native fields show them as the browser's language does, month first maybe. */
export const daysHint = (from: string, to: string): string =>
  from === '' || to === '' || from > to ? '' : formatDays(from, to);

/** The days that a preset means now, and when it will mean others. */
export function periodHint(preset: Exclude<PeriodPreset, 'custom'>, now: Date): string {
  const setting = { preset, from: null, to: null };
  const today = localDay(now) as IsoDate;
  const { from, to } = resolvePeriod(setting, today);
  const days = [formatDay(from), formatDay(to)] as const;
  const change = nextChange(setting, today);
  return isRolling(preset) || change === null
    ? formTexts.movingDays(...days)
    : formTexts.days(...days, formatDayWord(change, now));
}
