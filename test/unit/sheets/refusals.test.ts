import { briefPlan, detailPlan, invoices, WIDTH } from './plans';
import { Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(3));
  return bench;
}

/** A refused write must leave everything as it was. */
function expectRefusal(bench: Workbench, count: number, user: string, sentence: string): void {
  const before = bench.book.sheets.map(({ name, maxRows }) => [name, maxRows, bench.cells(name, 20)]);
  expect(() => bench.writer(user).prepare(plans(count))).toThrow(sentence);
  expect(bench.book.sheets.map(({ name, maxRows }) => [name, maxRows, bench.cells(name, 20)])).toEqual(
    before,
  );
  expect(bench.writer().unfinished().size).toBe(0);
}

test.each([null, 'D4:E4', 'B8:C8'])(
  'a protection of %s (null is the whole sheet) that shuts the user out refuses',
  (a1) => {
    const bench = written();
    bench.user.protect('Полный', a1, ['owner@example.com']);
    const sentence = 'Лист «Полный» защищён от изменений. Снимите защиту со столбцов B:I и обновите отчёт.';
    expectRefusal(bench, 4, 'colleague@example.com', sentence);
    expect(bench.write(...plans(4))).toBe(true);
  },
);

/** What a commit says that has written both sheets, and whose cells took everything as it is. */
const WRITTEN = {
  changed: true,
  notesOutside: null,
  chartsRefused: false,
  altered: new Map([
    ['brief', []],
    ['detail', []],
  ]),
};

test('a protection outside the report’s cells does not refuse', () => {
  const bench = written();
  bench.user.protect('Полный', 'K1:K50', ['owner@example.com']);
  const writer = bench.writer('colleague@example.com');
  expect(writer.commit(writer.prepare(plans(4)))).toEqual(WRITTEN);
});

test('a protection that leaves B:I free lets a report through as long as the sheet keeps its size', () => {
  const bench = written();
  const sheet = bench.sheet('Краткий');
  bench.user.protect('Краткий', null, ['owner@example.com']);
  const [protection] = sheet.protections;
  if (protection === undefined) throw new Error('expected a protection');
  protection.unprotected = [{ row: 2, column: 2, rows: 99, columns: WIDTH }];
  bench.user.protect('Краткий', 'K1:K5', ['owner@example.com']);
  const writer = bench.writer('colleague@example.com');
  expect(writer.commit(writer.prepare(plans(2)))).toEqual(WRITTEN);
  sheet.maxRows = 7;
  expectRefusal(
    bench,
    8,
    'colleague@example.com',
    'Лист «Краткий» защищён, и отчёт не может изменить число его строк и ширину столбцов. ' +
      'Снимите защиту с листа и обновите отчёт.',
  );
});

test('cells merged with protected ones beside the table refuse', () => {
  const bench = written();
  bench.user.merge('Полный', 'A4:B4');
  bench.user.protect('Полный', 'A1:A9', ['owner@example.com']);
  const sentence = 'Лист «Полный» защищён от изменений. Снимите защиту со столбцов B:I и обновите отчёт.';
  expectRefusal(bench, 3, 'colleague@example.com', sentence);
});

test('data validation that rejects entries refuses a write, naming the first cell; one that only marks does not', () => {
  const bench = written();
  bench.user.allow('Полный', 'E4:E5', [1, 2], true);
  expect(bench.write(...plans(4))).toBe(true);
  bench.user.allow('Полный', 'E5:F5', [1, 2]);
  bench.user.allow('Полный', 'B90', [1, 2]);
  expect(bench.write(...plans(4))).toBe(false);
  expectRefusal(
    bench,
    5,
    'owner@example.com',
    'Проверка данных в ячейке E5 листа «Полный» запрещает ввод. ' +
      'Удалите её или выберите в ней «Показывать предупреждение» и обновите отчёт.',
  );
});

test('a report that does not fit the spreadsheet’s ten million cells refuses', () => {
  const bench = written();
  const big = bench.user.addSheet('Архив');
  const others = bench.book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  bench.sheet('Краткий').maxRows = 7;
  const free = 993 * 26 - 2 * 26;
  big.maxColumns = 1;
  big.maxRows = 10_000_000 - others + 26_000 + free;
  expect(bench.write(...plans(4))).toBe(true);
  expectRefusal(
    bench,
    7,
    'owner@example.com',
    'Отчёт не помещается: в таблице может быть не больше 10\u00a0000\u00a0000 ячеек.',
  );
});

test('a sheet still to be made counts with the cells of a new sheet', () => {
  const bench = new Workbench();
  bench.sheet('Лист1').maxColumns = 1;
  bench.sheet('Лист1').maxRows = 10_000_000 - 26_000;
  expect(bench.write(briefPlan([]))).toBe(true);
  expect(() => bench.write(...plans(0))).toThrow('Отчёт не помещается');
});

test('refusals carry a code', () => {
  const bench = new Workbench();
  bench.user.addSheet('Краткий');
  const refused = expect(() => bench.writer().prepare(plans(1)));
  refused.toThrow(expect.objectContaining({ name: 'WriterError', code: 'FOREIGN_SHEET' }) as Error);
});
