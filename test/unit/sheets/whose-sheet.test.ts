import { ReportSheets } from '../../../src/sheets/ReportSheets';
import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

const two = invoices(2);
const three = invoices(3);
const FOREIGN = 'Лист «Краткий» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.';

const sheetNames = (bench: Workbench): string[] => bench.book.sheets.map(({ name }) => name);

function written(): Workbench {
  const bench = new Workbench();
  bench.write(briefPlan(two), detailPlan(two));
  return bench;
}

test('the first write makes both sheets after those of the user', () => {
  const bench = new Workbench();
  bench.write(briefPlan(two), detailPlan(two));
  expect(sheetNames(bench)).toEqual(['Лист1', 'Краткий', 'Полный']);
});

test('a write of the brief sheet alone neither makes nor touches the detail sheet', () => {
  const bench = new Workbench();
  bench.write(briefPlan(two));
  expect(sheetNames(bench)).toEqual(['Лист1', 'Краткий']);

  const both = written();
  const before = both.cells('Полный', 10);
  both.write(briefPlan(three));
  expect(both.cells('Полный', 10)).toEqual(before);
});

test('the brief sheet is the same, cell for cell, with and without the detail sheet', () => {
  const alone = new Workbench();
  alone.write(briefPlan(two));
  expect(alone.cells('Краткий', 10)).toEqual(written().cells('Краткий', 10));
});

test('a renamed, moved and hidden sheet stays the report’s and hidden', () => {
  const bench = written();
  bench.user.rename('Краткий', 'Март');
  bench.user.move('Март', 0);
  bench.user.hide('Март');
  bench.write(briefPlan(three), detailPlan(three));
  expect(sheetNames(bench)).toEqual(['Март', 'Лист1', 'Полный']);
  expect(bench.sheet('Март').hidden).toBe(true);
  expect(bench.values('Март', 4)[3]?.[0]).toBe('СЧ-3');
});

test('a deleted sheet is made again', () => {
  const bench = written();
  bench.user.delete('Полный');
  expect(bench.write(briefPlan(two), detailPlan(two))).toBe(true);
  expect(bench.values('Полный', 5)).toEqual(written().values('Полный', 5));
});

test.each(['Краткий', 'краткий'])('a foreign sheet named «%s» is refused, even when it is empty', (name) => {
  const bench = new Workbench();
  bench.user.addSheet(name);
  const refusal = FOREIGN.replace('Краткий', name);
  expect(() => bench.writer().refuseForeignSheets([briefPlan([])])).toThrow(refusal);
  expect(() => bench.writer().prepare([briefPlan(two)])).toThrow(refusal);
});

test('names that others have taken are told beforehand, unless the report has its sheet already', () => {
  const takenIn = (bench: Workbench) =>
    new ReportSheets(bench.open().workbook).namesTaken([briefPlan([]), detailPlan([])]);
  const bench = new Workbench();
  expect(takenIn(bench)).toEqual({});
  bench.user.addSheet('Полный (создаётся)');
  expect(takenIn(bench)).toEqual({});
  bench.user.addSheet('краткий');
  bench.user.enter('Полный (создаётся)', 'A1', 'моё');
  expect(takenIn(bench)).toEqual({ brief: 'краткий', detail: 'Полный (создаётся)' });

  const own = written();
  own.user.rename('Краткий', 'Счета');
  own.user.addSheet('Краткий');
  expect(takenIn(own)).toEqual({});
  own.user.delete('Счета');
  expect(takenIn(own)).toEqual({ brief: 'Краткий' });
});

test('a foreign sheet of the other name does not stop a write of the brief sheet alone', () => {
  const bench = new Workbench();
  bench.user.addSheet('Полный');
  expect(bench.write(briefPlan(two))).toBe(true);
  expect(() => bench.write(briefPlan(two), detailPlan(two))).toThrow('Лист «Полный» уже есть');
});

test('a foreign sheet is no hindrance while the report’s own sheet exists under another name', () => {
  const bench = written();
  bench.user.rename('Краткий', 'Отчёт');
  bench.user.addSheet('Краткий');
  bench.write(briefPlan(three), detailPlan(three));
  expect(bench.values('Отчёт', 4)[3]?.[0]).toBe('СЧ-3');
  expect(bench.sheet('Краткий').lastRow()).toBe(0);
});

test('a duplicate of a sheet is the user’s, also when the original has been deleted', () => {
  const bench = written();
  const original = bench.sheet('Краткий');
  const copy = bench.user.addSheet('Копия листа Краткий');
  copy.metadata = original.metadata.map((metadata) => ({ ...metadata }));
  bench.user.move('Копия листа Краткий', 0);
  bench.write(briefPlan(three), detailPlan(three));
  expect(copy.lastRow()).toBe(0);
  bench.user.delete('Краткий');
  bench.write(briefPlan(two), detailPlan(two));
  expect(copy.lastRow()).toBe(0);
  expect(bench.values('Краткий', 3)[2]?.[0]).toBe('СЧ-2');
});

test('metadata of other add-ons and damaged metadata do not make a sheet the report’s', () => {
  const bench = written();
  const [metadata] = bench.sheet('Краткий').metadata;
  if (metadata === undefined) throw new Error('expected metadata');
  for (const value of [null, '', 'null', '{"kind":"brief"}', '{"kind":"other","sheetId":1,"lastRow":1}']) {
    metadata.value = value;
    expect(() => bench.write(briefPlan(two))).toThrow(FOREIGN);
  }
});

test('a sheet copied from another file under the report’s name is taken over, and known by its own id from then on', () => {
  const bench = written();
  const sheet = bench.sheet('Краткий');
  const [metadata] = sheet.metadata;
  if (metadata === undefined) throw new Error('expected metadata');
  metadata.value = JSON.stringify({ ...(JSON.parse(metadata.value ?? '') as object), sheetId: 999 });
  bench.write(briefPlan(three), detailPlan(three));
  expect(sheetNames(bench)).toEqual(['Лист1', 'Краткий', 'Полный']);
  expect(bench.values('Краткий', 4)[3]?.[0]).toBe('СЧ-3');
  bench.user.rename('Краткий', 'Март');
  bench.write(briefPlan(two), detailPlan(two));
  expect(sheetNames(bench)).toEqual(['Лист1', 'Март', 'Полный']);
});

test('a sheet that was deleted after the refresh began is made again', () => {
  const bench = written();
  const writer = bench.writer();
  const plans = [briefPlan(two), detailPlan(two)];
  writer.refuseForeignSheets(plans);
  bench.user.delete('Полный');
  writer.commit(writer.prepare(plans));
  expect(bench.values('Полный', 5)).toEqual(written().values('Полный', 5));
});
