/** Calendar days as `YYYY-MM-DD` text. */
const DAY_MILLISECONDS = 86_400_000;

export interface Period {
  readonly from: string;
  /** Inclusive. */
  readonly to: string;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

export const daysBetween = ({ from, to }: Period): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;

/** The calendar quarter that holds `day`. */
export function quarterOf(day: string): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const start = (months: number): string => new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 10);
  return { from: start(first), to: addDays(start(first + 3), -1) };
}

/** Holidays of every year, month and day; those that the government moves are left out. */
const HOLIDAYS = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(day.slice(5));
};

/** The day itself, or the next one on which people work in Russia. */
export const workingDayFrom = (day: string): string =>
  isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));

export const workingDays = (period: Period): string[] =>
  Array.from({ length: daysBetween(period) + 1 }, (_, days) => addDays(period.from, days)).filter(
    isWorkingDay,
  );

/** `YYYY-MM` */
export const monthOf = (day: string): string => day.slice(0, 7);
