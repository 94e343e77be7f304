/** The report's period: a preset seen from a day, or two days of the user's choice. */
import { addDays, dayNumber, isoDate } from './calendar-day';
import type { IsoDate } from './ids';

export const PERIOD_PRESETS = [
  'week',
  'previousWeek',
  'month',
  'previousMonth',
  'quarter',
  'previousQuarter',
  'year',
  'previousYear',
  'last30Days',
  'last90Days',
  'custom',
] as const;

export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

const LAST_DAYS = { last30Days: 30, last90Days: 90 } as const;

/** Whether a preset means other days every day. */
export const isRolling = (preset: PeriodPreset): boolean => preset in LAST_DAYS;

/** What the user set; the days matter only to `custom`. */
export interface PeriodSetting {
  readonly preset: PeriodPreset;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Both days belong to the period. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The period that a setting means on a day: weeks begin on Monday, the last days end with the day itself. Throws a RangeError on `custom` without both days. */
export function resolvePeriod(setting: PeriodSetting, today: IsoDate): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarterStart = month - ((month - 1) % 3);
  switch (setting.preset) {
    case 'week':
      return daysFrom(mondayOf(today), 7);
    case 'previousWeek':
      return daysFrom(addDays(mondayOf(today), -7), 7);
    case 'month':
      return wholeMonths(year, month, 1);
    case 'previousMonth':
      return wholeMonths(year, month - 1, 1);
    case 'quarter':
      return wholeMonths(year, quarterStart, 3);
    case 'previousQuarter':
      return wholeMonths(year, quarterStart - 3, 3);
    case 'year':
      return wholeMonths(year, 1, 12);
    case 'previousYear':
      return wholeMonths(year - 1, 1, 12);
    case 'last30Days':
    case 'last90Days':
      return daysFrom(addDays(today, 1 - LAST_DAYS[setting.preset]), LAST_DAYS[setting.preset]);
    case 'custom': {
      const { from, to } = setting;
      if (from === null || to === null) throw new RangeError('Expected both days of a custom period.');
      return { from, to };
    }
  }
}

const LONGEST_PERIOD_DAYS = 366;

/** The first day after `today` on which the setting means another period; null for days of the user's choice. */
export function nextChange(setting: PeriodSetting, today: IsoDate): IsoDate | null {
  const { from } = resolvePeriod(setting, today);
  for (let days = 1; days <= LONGEST_PERIOD_DAYS; days++) {
    const day = addDays(today, days);
    if (resolvePeriod(setting, day).from !== from) return day;
  }
  return null;
}

const daysFrom = (from: IsoDate, count: number): Period => ({ from, to: addDays(from, count - 1) });

/** Day 2 of the count is a Monday: 1900-01-01. */
const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((dayNumber(day) + 5) % 7));

/** Months are counted from 1 and may lie outside 1…12. */
function wholeMonths(year: number, month: number, count: number): Period {
  return { from: firstOfMonth(year, month), to: addDays(firstOfMonth(year, month + count), -1) };
}

function firstOfMonth(year: number, month: number): IsoDate {
  const yearsOff = Math.floor((month - 1) / 12);
  return isoDate(year + yearsOff, month - yearsOff * 12, 1);
}
