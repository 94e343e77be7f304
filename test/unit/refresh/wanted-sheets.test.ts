import type { MainSheet, SheetKind } from '../../../src/domain/sheet-kind';
import { wantedSheets } from '../../../src/refresh/wanted-sheets';
import { DEFAULT_SETTINGS, type ReportSettings } from '../../../src/settings/Settings';

const BOTH: readonly MainSheet[] = ['brief', 'detail'];
const ALL: ReportSettings = { ...DEFAULT_SETTINGS, debtsSheet: 'period', vatSheet: true };

test.each<
  [string, readonly MainSheet[], Partial<ReportSettings>, readonly SheetKind[], readonly SheetKind[]]
>([
  ['both sheets', BOTH, { debtsSheet: 'off', vatSheet: false }, [], BOTH],
  ['both, with what is switched on', BOTH, {}, [], ['brief', 'detail', 'debts', 'vat']],
  [
    'both, with all that there are',
    BOTH,
    { checksSheet: true, changesSheet: true, summarySheet: true },
    [],
    ['brief', 'detail', 'summary', 'debts', 'vat', 'checks', 'changes'],
  ],
  ['both, with one that is', BOTH, { debtsSheet: 'off' }, [], ['brief', 'detail', 'vat']],
  ['the brief sheet alone', ['brief'], {}, [], ['brief']],
  ['the brief sheet, itself cut short', ['brief'], {}, ['brief'], ['brief']],
  ['all, the detail sheet cut short', ['brief'], {}, ['detail'], ['brief', 'detail', 'debts', 'vat']],
  ['all, a further one cut short', ['brief'], {}, ['vat'], ['brief', 'detail', 'debts', 'vat']],
  ['the brief sheet, one cut short that is off', ['brief'], { vatSheet: false }, ['vat'], ['brief']],
])('%s', (_, wished, settings, unfinished, wanted) => {
  expect(wantedSheets(wished, { ...ALL, ...settings }, new Set(unfinished))).toEqual(wanted);
});
