/** A report that no workbook holds: the command says so in one sentence, which names the way past it. */
import { CommandError } from '../../cli/CommandError';
import { runRefresh, type RefreshOutcome } from '../../cli/report/run-refresh';
import { isTooLong, pastLimit } from '../../cli/report/workbook-limits';
import { aPortal } from '../../portal/data/a-portal';
import { SpreadsheetModel, SpreadsheetUser } from '../../simulator/spreadsheet';
import { aWorld } from '../../world/a-world';
import type { World } from '../../world/make-world';

/** More than a new sheet has. */
const PRODUCT_ROWS = 1_100;

const aLongReport = (): World =>
  aWorld(
    (clock) => aPortal(clock).withInvoice({ rows: Array.from({ length: PRODUCT_ROWS }, () => ({})) }).data,
  );

const reported = ({ simulator, spreadsheet, webhookUrl }: World, mostRows?: number): RefreshOutcome =>
  runRefresh(simulator, { webhookUrl }, false, {
    onProgress: () => undefined,
    isTooLong: () => isTooLong(spreadsheet, mostRows),
    pastLimit: (limit) => pastLimit(limit, 'reports/q2.xlsx'),
  });

describe('A report', () => {
  it('with more rows than a sheet of Excel is refused before a value is written', () => {
    const world = aLongReport();
    expect(() => reported(world, PRODUCT_ROWS)).toThrow(
      new CommandError(
        'Отчёт не помещается в .xlsx: на листе Excel бывает не больше 1\u00a0048\u00a0576 строк. ' +
          'Сохраните его таблицами: --out reports/q2.parquet или --out reports/q2.duckdb.',
      ),
    );
    const { sheets } = world.spreadsheet;
    const shown = sheets.filter(({ hidden }) => !hidden);
    expect(shown.map((sheet) => [sheet.name, sheet.lastRow()])).toEqual([
      ['Лист1', 0],
      ['Краткий', 0],
      ['Полный', 0],
    ]);
  });

  it('with more cells than Google takes is refused with the same way past it', () => {
    const world = aLongReport();
    new SpreadsheetUser(world.spreadsheet).addSheet('Архив').maxRows = 384_000;
    expect(() => reported(world)).toThrow(
      new CommandError(
        'Отчёт не помещается в .xlsx: он собирается как Google Таблица, а в ней бывает не больше ' +
          '10\u00a0000\u00a0000 ячеек. Сохраните его таблицами: --out reports/q2.parquet или --out reports/q2.duckdb.',
      ),
    );
  });

  it('that fits is made', () => {
    expect(reported(aLongReport()).rows).toBe(PRODUCT_ROWS);
  });
});

describe('A sheet', () => {
  const withRows = (rows: number, hidden = false): SpreadsheetModel => {
    const spreadsheet = new SpreadsheetModel({ timeZone: 'Europe/Moscow', locale: 'ru_RU' });
    Object.assign(new SpreadsheetUser(spreadsheet).addSheet('Полный'), { maxRows: rows, hidden });
    return spreadsheet;
  };

  it.each([
    [1_048_576, false],
    [1_048_577, true],
  ])('of %i rows is too long for Excel: %s', (rows, expected) => {
    expect(isTooLong(withRows(rows))).toBe(expected);
  });

  it('that is hidden does not count, since the workbook lacks it', () => {
    expect(isTooLong(withRows(1_048_577, true))).toBe(false);
  });
});
