/** Each reason not to write has a code, which what is told elsewhere goes by. */
import { checkCellLimit } from '../../../src/sheets/check-before-writing';
import { WriterError } from '../../../src/sheets/WriterError';
import { memberOf } from '../../support/member-of';
import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

const plans = (count: number) => [briefPlan(invoices(count)), detailPlan(invoices(count))];

function written(): Workbench {
  const bench = new Workbench();
  bench.write(...plans(3));
  return bench;
}

/** What preparing so many invoices says, by a colleague. */
function codeOf(bench: Workbench, count: number): string {
  try {
    bench.writer('colleague@example.com').prepare(plans(count));
    return 'none';
  } catch (error) {
    return error instanceof WriterError ? error.code : String(error);
  }
}

test.each<[string, (bench: Workbench) => void, number]>([
  ['none', () => undefined, 9],
  ['CONTENT_BELOW', (bench) => bench.user.enter('Полный', 'D9', 'моё'), 9],
  ['LOOKS_LIKE_REPORT', (bench) => bench.user.cell('Краткий', 'B12').value === '' && copyRow(bench), 9],
  ['PROTECTED_SHEET', (bench) => bench.user.protect('Полный', 'C3:C4', ['owner@example.com']), 3],
  ['PROTECTED_SHEET', (bench) => shutSize(bench, ['owner@example.com']), 9],
  ['none', (bench) => shutSize(bench, ['owner@example.com', 'colleague@example.com']), 9],
  ['none', (bench) => shutSize(bench, ['owner@example.com']), 2],
  ['CELL_REJECTS', (bench) => bench.user.allow('Полный', 'E5', [1]), 9],
  ['COLUMN_DELETED', (bench) => bench.user.deleteColumns('Полный', 4, 1), 3],
  ['COLUMN_INSERTED', (bench) => bench.user.insertColumns('Полный', 4, 1), 3],
  ['CELL_LIMIT', (bench) => (bench.user.addSheet('Архив').maxRows = 384_000), 999],
])('%s is the answer to what a user has done', (code, change, count) => {
  const bench = written();
  change(bench);
  expect(codeOf(bench, count)).toBe(code);
});

test('a text that is too long has a code', () => {
  const [first] = invoices(1);
  const long = { number: '1', inn: '1', sum: 1, ...first, name: 'x'.repeat(50_001) };
  const refused = expect(() => new Workbench().write(briefPlan([long])));
  refused.toThrow(expect.objectContaining({ code: 'TEXT_TOO_LONG' }) as Error);
});

/** A row of the report below its end, as from an older version: with one empty row and without its totals. */
function copyRow(bench: Workbench): void {
  const sheet = bench.sheet('Краткий');
  for (let column = 2; column < 10; column += 1) {
    Object.assign(sheet.touch(12, column), sheet.peek(4, column));
  }
}

/** Shuts the size of the sheet alone, which more invoices than now need to change. */
function shutSize(bench: Workbench, editors: readonly string[]): void {
  bench.user.protect('Краткий', null, editors);
  const sheet = bench.sheet('Краткий');
  for (const protection of sheet.protections)
    protection.unprotected = [{ row: 2, column: 2, rows: 99, columns: 8 }];
  sheet.maxRows = 8;
}

describe('The cells of a spreadsheet', () => {
  it('are not counted where none is added, so that a full one takes the same report again', () => {
    const bench = written();
    bench.user.addSheet('Архив').maxRows = 400_000;
    expect(bench.write(...plans(9))).toBe(true);
    bench.sheet('Краткий').maxRows = 13;
    expect(() => bench.write(...plans(10))).toThrow('Отчёт не помещается');
  });

  it('are none of a chart on its own sheet or a connected data source', () => {
    const bench = written();
    bench.user.addSheetWithoutGrid('Диаграмма');
    bench.user.addSheetWithoutGrid('Данные', 'DATASOURCE');
    bench.sheet('Краткий').maxRows = 8;
    expect(bench.write(...plans(9))).toBe(true);
  });

  it('are not counted as none where Google refuses to tell', () => {
    const { workbook } = written().open();
    const sheets = workbook.getSheets().map((sheet) => {
      const refuse = (): never => {
        throw new Error('Service Spreadsheets failed');
      };
      return new Proxy(sheet, {
        get: (target, name) => (name === 'getRange' ? refuse : memberOf(target, name)),
      });
    });
    const refusing = new Proxy(workbook, {
      get: (target, name) => (name === 'getSheets' ? () => sheets : memberOf(target, name)),
    });
    expect(() => checkCellLimit(refusing, 1)).toThrow('Service Spreadsheets failed');
  });

  it('may be ten million and not one more', () => {
    const bench = new Workbench();
    Object.assign(bench.sheet('Лист1'), { maxRows: 1_000, maxColumns: 9_999 });
    const { workbook } = bench.open();
    expect(() => checkCellLimit(workbook, 1_000)).not.toThrow();
    expect(() => checkCellLimit(workbook, 1_001)).toThrow(WriterError);
  });
});
