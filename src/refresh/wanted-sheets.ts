/** Which sheets a refresh makes: the two that every report has, and those that are switched on beside them. */
import { SHEET_KINDS, type MainSheet, type SheetKind } from '../domain/sheet-kind';
import type { ReportSettings } from '../settings/Settings';

const SWITCHES: Readonly<Record<Exclude<SheetKind, MainSheet>, (settings: ReportSettings) => boolean>> = {
  summary: ({ summarySheet }) => summarySheet,
  debts: ({ debtsSheet }) => debtsSheet !== 'off',
  vat: ({ vatSheet }) => vatSheet,
  checks: ({ checksSheet }) => checksSheet,
  changes: ({ changesSheet }) => changesSheet,
};

export const isMainSheet = (kind: SheetKind): kind is MainSheet => kind === 'brief' || kind === 'detail';

export const isSwitchedOn = (kind: SheetKind, settings: ReportSettings): boolean =>
  isMainSheet(kind) || SWITCHES[kind](settings);

/**
 * A refresh of the brief sheet alone leaves all others; but where the writing of one of them was cut short it becomes one
 * of all, since what it would make right otherwise is of another moment than those beside it.
 * @param unfinished the sheets whose writing was cut short
 */
export function wantedSheets(
  wished: readonly MainSheet[],
  settings: ReportSettings,
  unfinished: ReadonlySet<SheetKind>,
): readonly SheetKind[] {
  const isOn = (kind: SheetKind): boolean => isSwitchedOn(kind, settings);
  const isWhole = [...wished, ...unfinished].some((kind) => kind !== 'brief' && isOn(kind));
  return isWhole ? SHEET_KINDS.filter(isOn) : wished;
}
