/** The report's period: a preset seen from a day, or two days of the user's choice. */
import { addDays, isoDate } from './calendar-day';
import type { IsoDate } from './ids';

export const PERIOD_PRESETS = [
  'month',
  'previousMonth',
  'quarter',
  'previousQuarter',
  'year',
  'previousYear',
  'custom',
] as const;

export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

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

/** The whole calendar period that a setting means on a day. Throws a RangeError on `custom` without both days. */
export function resolvePeriod(setting: PeriodSetting, today: IsoDate): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarterStart = month - ((month - 1) % 3);
  switch (setting.preset) {
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
    case 'custom':
      return customPeriod(setting);
  }
}

function customPeriod({ from, to }: PeriodSetting): Period {
  if (from === null || to === null) throw new RangeError('Expected both days of a custom period.');
  return { from, to };
}

/** Months are counted from 1 and may lie outside 1…12. */
function wholeMonths(year: number, month: number, count: number): Period {
  return { from: firstOfMonth(year, month), to: addDays(firstOfMonth(year, month + count), -1) };
}

function firstOfMonth(year: number, month: number): IsoDate {
  const yearsOff = Math.floor((month - 1) / 12);
  return isoDate(year + yearsOff, month - yearsOff * 12, 1);
}
