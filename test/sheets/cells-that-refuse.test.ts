import type { Range, Sheet } from '../../src/sheets/workbook-seams';
import { plannedRows } from '../../src/sheets/planned-area';
import { writeValues } from '../../src/sheets/write-values';
import { openGate } from '../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel } from '../../simulator/spreadsheet';
import { briefPlan, invoices } from './plans';

const plan = briefPlan(invoices(3));
const values = { plan, rows: plannedRows(plan), surplusRows: 0, readsBack: true };

/** A sheet on which one cell of every range that begins at B2 reads as `shown` until its merge is undone. */
function sheetWithStubbornCell(row: number, column: number, shown: unknown, mergeable: boolean) {
  const app = makeSpreadsheetApp(new SpreadsheetModel(), openGate, { ui: null, activeAvailable: true });
  const sheet: Sheet = app.getActiveSheet();
  let stubborn = true;
  const merge = {
    breakApart: () => {
      stubborn = false;
    },
  };
  const members: Partial<Record<string | symbol, unknown>> = {
    getMergedRanges: () => (mergeable && stubborn ? [merge] : []),
  };
  const wrap = (range: Range): Range =>
    new Proxy(range, {
      get: (target, name) => {
        if (name === 'getValues') {
          return () => {
            const values = target.getValues();
            const cells = values[row];
            if (stubborn && cells !== undefined) cells[column] = shown;
            return values;
          };
        }
        return members[name] ?? (Reflect.get(target, name) as unknown);
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

test('cells that a user has merged are separated, and every value stands', () => {
  const { app, sheet } = sheetWithStubbornCell(2, 3, '', true);
  writeValues(sheet, values, app);
  expect(sheet.getRange(4, 5, 1, 1).getValues()).toEqual([[201]]);
});

test.each([
  ['text', 1, 2, 'D3'],
  ['a number', 3, 3, 'E5'],
  ['a header', 0, 0, 'B2'],
])('a cell that does not take %s in any form ends the write and is named', (_, row, column, cell) => {
  const { app, sheet } = sheetWithStubbornCell(row, column, 'другое', false);
  expect(() => writeValues(sheet, values, app)).toThrow(
    `Ячейка ${cell} листа «Лист1» не приняла значение из Bitrix24 без изменений. ` +
      'Снимите с неё проверку данных и обновите отчёт.',
  );
});
