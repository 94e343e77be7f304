/** Which sheets are the report's, among those that users rename, duplicate and put in their place. */
import { ReportSheets } from '../../../src/sheets/ReportSheets';
import { briefPlan, detailPlan, invoices } from './plans';
import { Killed, Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];
const names = (bench: Workbench): string[] => bench.book.sheets.map(({ name }) => name);

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(2));
  return bench;
}

/** Adds a mark to each note over a table, and says which notes there were. */
function rewrite(bench: Workbench): string[] {
  const told: string[] = [];
  new ReportSheets(bench.open().workbook).rewriteNotes((note, kind) => {
    told.push(`${kind}: ${note}`);
    return `${note}!`;
  });
  return told;
}

const notes = (bench: Workbench): unknown[] =>
  bench.book.sheets.map((sheet) => [sheet.name, sheet.peek(2, 2)?.note ?? '']);

test('notes are rewritten over the report’s own tables, under whatever names, and not over duplicates', () => {
  const bench = new Workbench();
  expect(rewrite(bench)).toEqual([]);
  bench.write(...plans(1));
  bench.user.rename('Краткий', 'Март');
  bench.user.duplicate('Март', 'Копия');
  expect(rewrite(bench)).toEqual(['brief: Период: март', 'detail: Период: март']);
  expect(notes(bench)).toEqual([
    ['Лист1', ''],
    ['Март', 'Период: март!'],
    ['Копия', 'Период: март'],
    ['Полный', 'Период: март!'],
  ]);
});

test('notes are rewritten where the tables are now, and nowhere without a name', () => {
  const bench = written();
  bench.user.insertRows('Краткий', 0, 3);
  bench.user.insertColumns('Краткий', 0, 1);
  bench.sheet('Полный').namedAreas = [];
  expect(rewrite(bench)).toEqual(['brief: Период: март']);
  expect(bench.user.cell('Краткий', 'C5').note).toBe('Период: март!');
  expect(bench.user.cell('Полный', 'B2').note).toBe('Период: март');
});

test('a duplicate under the report’s name is a user’s while its original is there under another', () => {
  const bench = written();
  bench.user.rename('Краткий', 'Март');
  bench.user.duplicate('Март', 'Краткий');
  const before = bench.whole('Краткий');
  bench.write(...plans(3));
  expect(names(bench)).toEqual(['Лист1', 'Март', 'Краткий', 'Полный']);
  expect(bench.whole('Краткий')).toEqual(before);
  expect(bench.values('Март', 4)[3]?.[0]).toBe('СЧ-3');
});

test('the report’s mark on the spreadsheet as a whole makes no sheet its own', () => {
  const bench = new Workbench();
  const { workbook } = bench.open();
  const record = { kind: 'brief', sheetId: 0, look: '', layout: '' };
  workbook.addDeveloperMetadata('bitrix24-invoice-sheets', JSON.stringify(record));
  expect(rewrite(bench)).toEqual([]);
  bench.write(...plans(1));
  expect(names(bench)).toEqual(['Лист1', 'Краткий', 'Полный']);
});

test('a new sheet that its user renamed while it was being made keeps that name', () => {
  for (let changes = 1; ; changes += 1) {
    const bench = new Workbench();
    bench.changesLeft = changes;
    expect(() => bench.write(...plans(1))).toThrow(Killed);
    const unfinished = bench.book.sheetNamed('Краткий (создаётся)');
    if (unfinished === undefined || unfinished.metadata.length === 0) continue;
    bench.changesLeft = Infinity;
    bench.user.rename(unfinished.name, 'Март');
    bench.write(...plans(1));
    expect(names(bench)).toEqual(['Лист1', 'Март', 'Полный']);
    return;
  }
});

test.each(['Краткий', 'КРАТКИЙ', 'Краткий (создаётся)'])(
  'a sheet given up by renaming it is not replaced where «%s» is a user’s',
  (name) => {
    const bench = written();
    bench.user.deleteColumns('Краткий', 4, 1);
    bench.user.rename('Краткий', 'Мой');
    bench.user.addSheet(name);
    bench.user.enter(name, 'A1', 'моё');
    const before = bench.book.sheets.map((sheet) => bench.whole(sheet.name));
    expect(() => bench.write(...plans(3))).toThrow(`Лист «${name}» уже есть и создан не отчётом.`);
    expect(bench.book.sheets.map((sheet) => bench.whole(sheet.name))).toEqual(before);
  },
);

test('a chart on a sheet of the name that a new sheet has at first is in the way', () => {
  const bench = new Workbench();
  bench.user.addSheetWithoutGrid('Краткий (создаётся)');
  expect(() => bench.write(...plans(1))).toThrow('Лист «Краткий (создаётся)» уже есть и создан не отчётом.');
});
