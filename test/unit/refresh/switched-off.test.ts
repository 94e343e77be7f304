/** A sheet that was switched off says so beside its cells, once, and is written anew when it is wanted again. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { retire } from '../../../src/refresh/switched-off';
import { debtsPlan, vatPlan } from '../sheets/further-plans';
import { briefPlan, invoices } from '../sheets/plans';
import { MARK_KEY, Workbench } from '../sheets/workbench';

const OFF = [{ sheet: 'debts', title: 'Долги' }] as const;
const LINE = 'Лист выключен в настройках и больше не обновляется.';
const FRESH = 'Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено 20.05.2026 12:00';
const FACE = { text: FRESH, checkedAt: 46_162.5, allowedHours: 26 };
const log = { warn: () => undefined, info: () => undefined };

const plans = (count: number): SheetPlan[] => [briefPlan(invoices(count)), debtsPlan(count), vatPlan(count)];

function refresh(bench: Workbench, all: readonly SheetPlan[]): boolean {
  const writer = bench.writer();
  return writer.commit(writer.prepare(all), ({ plan }) => ({ note: plan.noteLines.join('\n'), face: FACE }))
    .changed;
}

/** A refresh without «Долги», by a new execution. */
function refreshWithout(bench: Workbench, count: number, mayThrow = false): boolean {
  const { app, workbook, faces, writer } = bench.execution();
  const wanted = plans(count).filter(({ sheet }) => sheet !== 'debts');
  writer.refuseForeignSheets(wanted);
  const prepared = writer.prepare(wanted);
  const spreadsheets = mayThrow ? { ...app, flush: refuse } : app;
  retire(writer.toRetire(OFF), { spreadsheets, workbook: () => workbook, log }, faces);
  return writer.commit(prepared, undefined, ['debts']).changed;
}

function refuse(): never {
  throw new Error('Service Spreadsheets failed');
}

function refreshed(): Workbench {
  const bench = new Workbench();
  refresh(bench, plans(3));
  return bench;
}

const noteOf = (bench: Workbench): string[] => bench.user.cell('Долги', 'B2').note.split('\n');
const faceOf = (bench: Workbench): unknown => bench.user.cell('Долги', 'B1').value;
const rulesOf = (bench: Workbench): number => bench.sheet('Долги').conditionalRules.length;

test('its cells stay, its note says so first, and its line goes on saying of when it is, but never turns red', () => {
  const bench = refreshed();
  const before = bench.whole('Долги');
  expect(rulesOf(bench)).toBe(1);
  expect(refreshWithout(bench, 3)).toBe(false);
  expect(bench.whole('Долги')).toEqual(before);
  expect(noteOf(bench)).toEqual([LINE, 'На дату: 20.05.2026']);
  expect([faceOf(bench), rulesOf(bench)]).toEqual([FRESH, 0]);
});

test('it is told once', () => {
  const bench = refreshed();
  refreshWithout(bench, 3);
  bench.user.note('Долги', 'B2', 'Моя заметка');
  bench.calls.length = 0;
  refreshWithout(bench, 3);
  expect(noteOf(bench)).toEqual(['Моя заметка']);
  expect(bench.calls.filter((call) => call === 'DeveloperMetadata.setValue')).toEqual([]);
});

test('what failed before it was switched off alarms nobody any more', () => {
  const bench = refreshed();
  const { workbook, faces } = bench.execution();
  const sheet = workbook.getSheetByName('Долги');
  if (sheet === null) throw new Error('expected the sheet');
  faces.fail({ sheet, origin: { row: 2, column: 2 } }, 'Портал не ответил.', '');
  bench.user.note(
    'Долги',
    'B2',
    '⚠ Не обновляется с 20.05.2026 12:00: Портал не ответил.\nНа дату: 20.05.2026',
  );
  refreshWithout(bench, 3);
  expect(noteOf(bench)).toEqual([LINE, 'На дату: 20.05.2026']);
  expect(faceOf(bench)).toBe('⚠ Не обновляется с 20.05.2026 12:00: Лист выключен в настройках.');
  const { fontColor, fontWeight } = bench.user.cell('Долги', 'B1').style;
  expect([fontColor, fontWeight]).toEqual(['#5f6368', 'normal']);
});

test('one whose writing was cut short goes on saying so, and holds no refresh up', () => {
  const bench = refreshed();
  bench.user.cell('Долги', 'B1').value = '⚠ Не обновляется с 20.05.2026 12:00: Запись листа не закончена.';
  bench.properties.set(MARK_KEY, 'debts');
  refreshWithout(bench, 3);
  expect(faceOf(bench)).toBe('⚠ Не обновляется с 20.05.2026 12:00: Запись листа не закончена.');
  expect(bench.properties.get(MARK_KEY)).toBeUndefined();
});

test('the mark of the others stays as it has to', () => {
  const bench = refreshed();
  bench.properties.set(MARK_KEY, 'debts,vat');
  bench.changesLeft = 9;
  expect(() => refreshWithout(bench, 3)).toThrow();
  expect(bench.properties.get(MARK_KEY)).toBe('vat');
});

test('switched on again it is written anew, though nothing has changed, and the line is gone', () => {
  const bench = refreshed();
  const before = bench.whole('Долги');
  refreshWithout(bench, 3);
  expect(refresh(bench, plans(3))).toBe(true);
  expect(bench.whole('Долги')).toEqual(before);
  expect([noteOf(bench), rulesOf(bench)]).toEqual([['На дату: 20.05.2026'], 1]);
  expect(refresh(bench, plans(3))).toBe(false);
});

test('one that is deleted, or that a user has made of it, is not looked for', () => {
  const bench = refreshed();
  bench.user.delete('Долги');
  expect(refreshWithout(bench, 3)).toBe(false);
  bench.user.addSheet('Долги');
  expect(refreshWithout(bench, 4)).toBe(true);
  expect(bench.user.cell('Долги', 'B2').note).toBe('');
});

test('what Google refuses of it ends no refresh', () => {
  const bench = refreshed();
  expect(refreshWithout(bench, 4, true)).toBe(true);
});

test('without such a sheet nothing is asked that was not asked before', () => {
  const calls = (act: (bench: Workbench) => void): string[] => {
    const bench = new Workbench();
    bench.write(vatPlan(2));
    bench.calls.length = 0;
    act(bench);
    return bench.calls;
  };
  const wanted = [vatPlan(3)];
  const plain = calls((bench) => bench.write(...wanted));
  const asking = calls((bench) => {
    const writer = bench.writer();
    const prepared = writer.prepare(wanted);
    expect(writer.toRetire(OFF)).toEqual([]);
    writer.commit(prepared, undefined, ['debts']);
  });
  expect(asking).toEqual(plain);
});
