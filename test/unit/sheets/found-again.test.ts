/** Tables whose place is not only told by their names, or not at all. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { briefPlan, detailPlan, invoices, WIDTH } from './plans';
import { Workbench } from './workbench';

const NAMES = ['Краткий', 'Полный'] as const;
const plans = (count: number): SheetPlan[] => [briefPlan(invoices(count)), detailPlan(invoices(count))];
const whole = (bench: Workbench): unknown[] => NAMES.map((name) => bench.whole(name));

function written(count: number): Workbench {
  const bench = new Workbench();
  bench.write(...plans(count));
  return bench;
}

/** What is kept of where the tables lie. */
const places = (bench: Workbench): unknown =>
  NAMES.map((name) => {
    const { namedAreas, columnMetadata } = bench.sheet(name);
    return [namedAreas, Array.from(columnMetadata, (marks) => marks?.map(({ value }) => value))];
  });

const lose = (bench: Workbench): void => {
  for (const sheet of bench.book.sheets) Object.assign(sheet, { namedAreas: [], columnMetadata: [] });
};

/** The last row of n invoices on each of the sheets, and the first below it. */
const lastRows = (count: number) => ({ Краткий: count + 4, Полный: 2 * count + 2 });

test.each(NAMES)(
  'what a user writes right below «%s» does not have an unchanged report written again',
  (name) => {
    const bench = written(3);
    for (const below of [1, 2]) {
      bench.user.enter(name, `C${lastRows(3)[name] + below}`, 'моё');
      const before = whole(bench);
      expect(bench.write(...plans(3))).toBe(false);
      expect(whole(bench)).toEqual(before);
    }
  },
);

test.each(NAMES)('«%s» is found by its name, without a search, where its last rows were emptied', (name) => {
  const bench = written(3);
  for (const column of 'BCDEFGHI') bench.user.cell(name, `${column}${lastRows(3)[name]}`).value = '';
  expect(bench.countedWrite(...plans(3))).not.toContain('Sheet.getLastRow');
  expect(whole(bench)).toEqual(whole(written(3)));
});

test('a report without rows is found by its name, without a search', () => {
  const bench = written(0);
  expect(bench.countedWrite(...plans(0))).not.toContain('Sheet.getLastRow');
});

test.each([1, 2, 3])(
  'a name that ends %i rows above the totals is set right, and nothing is left behind',
  (missing) => {
    const bench = written(3);
    const sheet = bench.sheet('Краткий');
    sheet.namedAreas = sheet.namedAreas.map(({ area, ...named }) => ({
      ...named,
      area: area && { ...area, rows: area.rows - missing },
    }));
    expect(bench.write(...plans(3))).toBe(true);
    expect([whole(bench), places(bench)]).toEqual([whole(written(3)), places(written(3))]);
    expect(bench.write(...plans(3))).toBe(false);
  },
);

test.each(NAMES)(
  'names and marks of «%s» that were lost are set anew, also where no cell differs',
  (name) => {
    const bench = written(3);
    bench.sheet(name).namedAreas = [];
    expect(bench.write(...plans(3))).toBe(true);
    lose(bench);
    expect(bench.write(...plans(3))).toBe(true);
    expect([whole(bench), places(bench)]).toEqual([whole(written(3)), places(written(3))]);
    expect(bench.write(...plans(3))).toBe(false);
  },
);

test.each([2, 5, 9])(
  'a mark that was lost, on column %i, is set anew once its table is searched for',
  (column) => {
    const bench = written(3);
    bench.sheet('Полный').columnMetadata[column] = undefined;
    bench.user.enter('Полный', 'C2', 'Моё');
    bench.write(...plans(3));
    expect([whole(bench), places(bench)]).toEqual([whole(written(3)), places(written(3))]);
  },
);

test('marks that are where they belong are not set anew', () => {
  const bench = written(3);
  bench.user.enter('Полный', 'B2', 'Моё');
  const calls = bench.countedWrite(...plans(3));
  expect(calls).toContain('Range.setValues');
  expect(calls.filter((call) => /DeveloperMetadata(\.remove)?$/.test(call))).toEqual([]);
});

test('a search reads no more rows than are filled or named', () => {
  const bench = written(3);
  bench.user.enter('Полный', 'B2', 'Моё');
  const sizes = bench.sizesOf('Range.getValues', detailPlan(invoices(3)));
  // Of the table's columns with two rows below; of all columns.
  expect(sizes.slice(0, 2)).toEqual([(7 + 2) * WIDTH, 8 * 26]);
});

test('a last row that only its formats show to be the report’s goes where the report gets shorter', () => {
  const bench = written(3);
  bench.user.enter('Полный', 'B2', 'Моё');
  for (const cell of ['F8', 'G8', 'H8', 'I8']) bench.user.enter('Полный', cell, 'нет');
  bench.write(...plans(1));
  expect(whole(bench)).toEqual(whole(written(1)));
});

describe('Where nothing of a table stands on its sheet', () => {
  function emptied(): Workbench {
    const bench = written(2);
    bench.user.deleteRows('Полный', 1, 900);
    lose(bench);
    return bench;
  }

  it('it is made again as on a new sheet', () => {
    const bench = emptied();
    bench.write(...plans(2));
    expect([whole(bench), places(bench)]).toEqual([whole(written(2)), places(written(2))]);
    const { frozenRows, columnWidths } = bench.sheet('Полный');
    expect([frozenRows, columnWidths]).toEqual([2, written(2).sheet('Полный').columnWidths]);
  });

  it.each([2, 3, 6])('content of a user in row %i, where it is to stand, is refused', (row) => {
    const bench = emptied();
    bench.user.enter('Полный', `D${row}`, 'моё');
    const before = bench.whole('Полный');
    expect(() => bench.write(...plans(2))).toThrow(
      `Отчёт не нашёл своей таблицы на листе «Полный», а строка ${row}, куда он запишет её снова, занята ` +
        'вашими данными. Перенесите их ниже строки 6 или правее столбца I и обновите отчёт.',
    );
    expect(bench.whole('Полный')).toEqual(before);
  });

  it('what a user has right below its header, or above, stays where the report has no rows', () => {
    const bench = emptied();
    bench.user.enter('Полный', 'D1', 'сверху');
    bench.user.enter('Полный', 'D3', 'моё');
    bench.write(...plans(0));
    expect(bench.values('Полный', 3)).toEqual([
      detailPlan([]).header.values,
      ['', '', 'моё', '', '', '', '', ''],
      ['', '', '', '', '', '', '', ''],
    ]);
    expect(bench.user.cell('Полный', 'D1').value).toBe('сверху');
  });
});
