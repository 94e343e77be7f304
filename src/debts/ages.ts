/** The ages of debts: how long what is owed has been overdue on the day of the report. */

/** In the order of their columns. */
export const AGES = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90', 'undated'] as const;

export type Age = (typeof AGES)[number];

/** The most days of the first three overdue ages. */
const [FIRST, SECOND, THIRD] = [30, 60, 90] as const;

/**
 * @param dueDate a day number, null for none
 * @param overdueDays null where it is not overdue
 */
export function ageOf(dueDate: number | null, overdueDays: number | null): Age {
  if (dueDate === null) return 'undated';
  if (overdueDays === null) return 'notDue';
  if (overdueDays <= FIRST) return 'upTo30';
  if (overdueDays <= SECOND) return 'upTo60';
  return overdueDays <= THIRD ? 'upTo90' : 'over90';
}
