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

/** Where the report's tables are said to lie. */
const tables = (bench: Workbench): string[] =>
  new ReportSheets(bench.open().workbook)
    .tables()
    .map(({ kind, sheet, origin }) => `${kind}: ${sheet.getName()} ${origin.row} ${origin.column}`);

test('tables are found on the report’s own sheets, under whatever names, and not on duplicates', () => {
  const bench = new Workbench();
  expect(tables(bench)).toEqual([]);
  bench.write(...plans(1));
  bench.user.rename('Краткий', 'Март');
  bench.user.duplicate('Март', 'Копия');
  expect(tables(bench)).toEqual(['brief: Март 2 2', 'detail: Полный 2 2']);
});

test('tables are found where they are now, and nowhere without a name', () => {
  const bench = written();
  bench.user.insertRows('Краткий', 0, 3);
  bench.user.insertColumns('Краткий', 0, 1);
  bench.sheet('Полный').namedAreas = [];
  expect(tables(bench)).toEqual(['brief: Краткий 5 3']);
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
  expect(tables(bench)).toEqual([]);
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
