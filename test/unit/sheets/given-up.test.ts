/** A sheet that its user keeps for himself, by renaming it after a column of its table was deleted. */
import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];
const names = (bench: Workbench): string[] => bench.book.sheets.map(({ name }) => name);

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(2));
  return bench;
}

/** As an earlier version left it, which did not keep the sheet's name. */
function forgetName(bench: Workbench, name: string): void {
  for (const metadata of bench.sheet(name).metadata) {
    const record = JSON.parse(metadata.value ?? '') as object;
    metadata.value = JSON.stringify({ ...record, name: undefined });
  }
}

test('a sheet that was renamed before its column was deleted is not given up by that', () => {
  const bench = written();
  bench.user.rename('Краткий', 'Март');
  bench.write(...plans(3));
  bench.user.deleteColumns('Март', 4, 1);
  expect(() => bench.write(...plans(3))).toThrow('Из таблицы листа «Март» удалён столбец');
  bench.user.rename('Март', 'Мой');
  expect(bench.write(...plans(3))).toBe(true);
  expect(names(bench)).toEqual(['Лист1', 'Мой', 'Полный', 'Краткий']);
});

test('a sheet of an earlier version is given up by another name than the report’s own', () => {
  const bench = written();
  bench.user.deleteColumns('Краткий', 4, 1);
  forgetName(bench, 'Краткий');
  expect(() => bench.write(...plans(3))).toThrow('Из таблицы листа «Краткий» удалён столбец');
  bench.user.rename('Краткий', 'Мой');
  expect(bench.write(...plans(3))).toBe(true);
  expect(names(bench)).toEqual(['Лист1', 'Мой', 'Полный', 'Краткий']);
});

test.each<[string, (bench: Workbench) => void]>([
  ['content below it', (bench) => bench.user.enter('Мой', 'C8', 'моё')],
  ['a column inserted into it', (bench) => bench.user.insertColumns('Мой', 4, 1)],
  ['a rule that rejects entries', (bench) => bench.user.allow('Мой', 'D4', [1])],
])('a renamed sheet stays the report’s where %s refuses', (_, change) => {
  const bench = written();
  bench.user.rename('Краткий', 'Мой');
  change(bench);
  const before = bench.whole('Мой');
  expect(() => bench.write(...plans(4))).toThrow('листа «Мой»');
  expect(names(bench)).toEqual(['Лист1', 'Мой', 'Полный']);
  expect(bench.whole('Мой')).toEqual(before);
});

test('what was given up is no longer known as the report’s', () => {
  const bench = written();
  bench.user.deleteColumns('Краткий', 4, 1);
  bench.user.rename('Краткий', 'Мой');
  const before = bench.whole('Мой');
  for (const count of [3, 1]) bench.write(...plans(count));
  expect(bench.whole('Мой')).toEqual(before);
  expect(bench.sheet('Мой').metadata).toEqual([]);
  const fresh = new Workbench();
  fresh.write(...plans(1));
  expect(bench.values('Краткий', 9)).toEqual(fresh.values('Краткий', 9));
});
