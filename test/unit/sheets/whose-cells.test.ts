import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

function written(count: number): Workbench {
  const bench = new Workbench();
  bench.write(briefPlan(invoices(count)), detailPlan(invoices(count)));
  return bench;
}

// The brief sheet of n invoices ends in row n + 4, the detail sheet in row 2n + 2.

test('a shorter report looks as if it had been written on a new sheet', () => {
  const bench = written(9);
  bench.write(briefPlan(invoices(2)), detailPlan(invoices(2)));
  const values = bench.values('Краткий', 12);
  expect(values).toEqual(written(2).values('Краткий', 12));
  const looks = bench.sheet('Краткий').map({ row: 7, column: 1, rows: 8, columns: 9 }, (cell) => cell?.style);
  expect(looks.flat().filter(Boolean).length).toBeGreaterThan(40);
  for (const style of looks.flat().filter((look) => look !== undefined)) {
    expect(style).toMatchObject({
      background: null,
      fontWeight: 'normal',
      wrap: 'OVERFLOW',
      right: null,
      bottom: null,
    });
    expect(style.numberFormat ?? 'General').toBe('General');
  }
});

test('a longer report grows the grid at its end only, by what it needs', () => {
  const bench = written(2);
  bench.sheet('Краткий').maxRows = 8;
  bench.sheet('Краткий').maxColumns = 9;
  bench.write(briefPlan(invoices(10)));
  expect(bench.sheet('Краткий').maxRows).toBe(14);
  expect(bench.values('Краткий', 13)).toEqual(written(10).values('Краткий', 13));
});

test('an empty report gets a row more than it freezes, since Google freezes no whole sheet', () => {
  const bench = written(2);
  bench.sheet('Полный').deleteRows(3, 998);
  bench.sheet('Полный').deleteColumns(10, 17);
  bench.write(briefPlan([]), detailPlan([]));
  expect(bench.sheet('Полный')).toMatchObject({ maxRows: 3, maxColumns: 9, frozenRows: 2 });
});

test('a table whose columns a user has all deleted is made again where it was', () => {
  const bench = written(2);
  bench.user.deleteColumns('Полный', 2, 25);
  bench.write(briefPlan(invoices(2)), detailPlan(invoices(2)));
  expect(bench.sheet('Полный').maxColumns).toBe(9);
  expect(bench.cells('Полный', 9)).toEqual(written(2).cells('Полный', 9));
});

test('rows that a user has deleted are added again', () => {
  const bench = written(2);
  bench.user.deleteRows('Краткий', 3, 998);
  bench.write(briefPlan(invoices(2)), detailPlan(invoices(2)));
  expect(bench.cells('Краткий', 6)).toEqual(written(2).cells('Краткий', 6));
});

test('what a user keeps beside and below the table survives growing and shrinking', () => {
  const bench = written(5);
  bench.user.enter('Краткий', 'A4', 'слева');
  bench.user.enter('Краткий', 'B1', 'сверху');
  bench.user.enterFormula('Краткий', 'K5', '=E5*2', 402);
  bench.user.enter('Краткий', 'C40', 'ниже');
  bench.user.fill('Краткий', 'C40', '#00ff00');
  for (const count of [9, 1, 0, 12]) bench.write(briefPlan(invoices(count)));
  expect(bench.user.cell('Краткий', 'A4').value).toBe('слева');
  expect(bench.user.cell('Краткий', 'B1').value).toBe('сверху');
  expect(bench.user.cell('Краткий', 'K5')).toMatchObject({ formula: '=E5*2', value: 402 });
  expect(bench.user.cell('Краткий', 'C40')).toMatchObject({
    value: 'ниже',
    style: { background: '#00ff00' },
  });
});

test('notes that a user put on cells of the table stay on their cells, also where the report gets shorter', () => {
  const bench = written(5);
  bench.user.note('Краткий', 'D4', 'позвонить');
  bench.user.note('Краткий', 'E8', 'проверить');
  bench.write(briefPlan(invoices(1)));
  bench.write(briefPlan(invoices(7)));
  expect(bench.user.cell('Краткий', 'D4').note).toBe('позвонить');
  expect(bench.user.cell('Краткий', 'E8').note).toBe('проверить');
});

test('content right below the table does not hinder a report that does not grow', () => {
  const bench = written(3);
  bench.user.enter('Краткий', 'B8', 'моё');
  bench.write(briefPlan(invoices(2)));
  expect(bench.user.cell('Краткий', 'B8').value).toBe('моё');
  expect(() => bench.write(briefPlan(invoices(4)))).toThrow();
});

test.each([
  ['a value', (bench: Workbench) => bench.user.enter('Краткий', 'I9', 0)],
  ['a formula that shows nothing', (bench: Workbench) => bench.user.enterFormula('Краткий', 'B9', '=""', '')],
])('a growing report is refused before it reaches %s of the user, naming the row', (_, put) => {
  const bench = written(3);
  put(bench);
  const before = bench.cells('Краткий', 20);
  const detailBefore = bench.cells('Полный', 20);
  const plans = [briefPlan(invoices(6)), detailPlan(invoices(6))];
  expect(() => bench.write(...plans)).toThrow(
    'Отчёт вырос, а строка 9 листа «Краткий» занята вашими данными. ' +
      'Перенесите их ниже строки 10 или правее столбца I и обновите отчёт.',
  );
  expect(bench.cells('Краткий', 20)).toEqual(before);
  expect(bench.cells('Полный', 20)).toEqual(detailBefore);
  expect(bench.writer().unfinished().size).toBe(0);
});

test('rows that a user inserted into the table leave nothing of the old end behind', () => {
  const bench = written(5);
  bench.user.insertRows('Краткий', 4, 3);
  bench.write(briefPlan(invoices(5)));
  expect(bench.values('Краткий', 15)).toEqual(written(5).values('Краткий', 15));
});

test('rows that a user deleted from the table do not cost the content that moved up', () => {
  const bench = written(5);
  bench.user.enter('Краткий', 'B10', 'моё');
  bench.user.deleteRows('Краткий', 4, 1);
  expect(() => bench.write(briefPlan(invoices(5)))).toThrow('строка 9 листа «Краткий» занята вашими данными');
  bench.write(briefPlan(invoices(4)));
  expect(bench.user.cell('Краткий', 'B9').value).toBe('моё');
});
