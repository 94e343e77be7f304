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
