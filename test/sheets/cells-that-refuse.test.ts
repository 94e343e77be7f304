import type { Range, Sheet } from '../../src/sheets/workbook-seams';
import { NEW_TABLE, plannedRows } from '../../src/sheets/planned-area';
import { enterValues, writeTexts } from '../../src/sheets/write-values';
import { openGate } from '../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel } from '../../simulator/spreadsheet';
import { briefPlan, invoices } from './plans';

const plan = briefPlan(invoices(3));
const rows = plannedRows(plan);

/** A sheet on which one cell of every range that begins at B2 always reads as `shown`. */
function sheetWithStubbornCell(row: number, column: number, shown: unknown) {
  const app = makeSpreadsheetApp(new SpreadsheetModel(), openGate, { ui: null, activeAvailable: true });
  const sheet: Sheet = app.getActiveSheet();
  const wrap = (range: Range): Range =>
    new Proxy(range, {
      get: (target, name) => {
        if (name !== 'getValues') return Reflect.get(target, name) as unknown;
        return () => {
          const read = target.getValues();
          const cells = read[row];
          if (cells !== undefined) cells[column] = shown;
          return read;
        };
      },
    });
  const wrapped = new Proxy(sheet, {
    get: (target, name) =>
      name === 'getRange'
        ? (...area: [number, number, number, number]) => wrap(target.getRange(...area))
        : (Reflect.get(target, name) as unknown),
  });
  return { app, sheet: wrapped };
}

test.each([
  ['text', 1, 2, 'D3'],
  ['a number', 3, 3, 'E5'],
  ['a header', 0, 0, 'B2'],
])('a cell that does not take %s in any form ends the write and is named', (_, row, column, cell) => {
  const { app, sheet } = sheetWithStubbornCell(row, column, 'другое');
  const table = { sheet, origin: NEW_TABLE };
  const values = enterValues(table, { plan, rows, surplusRows: 0 });
  expect(() => writeTexts(table, { plan, rows, values, readsBack: true }, app)).toThrow(
    `Ячейка ${cell} листа «Лист1» не приняла значение из Bitrix24 без изменений. ` +
      'Очистите её вместе с форматом и обновите отчёт.',
  );
});
