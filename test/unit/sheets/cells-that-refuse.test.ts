import type { Range, Sheet } from '../../../src/platform/spreadsheet';
import { NEW_TABLE } from '../../../src/report/SheetPlan';
import { plannedRows } from '../../../src/sheets/area';
import { enterValues, writeTexts } from '../../../src/sheets/write-values';
import { openGate } from '../../../simulator/service';
import { makeSpreadsheetApp, SpreadsheetModel } from '../../../simulator/spreadsheet';
import { memberOf } from '../../support/member-of';
import { briefPlan, invoices, WIDTH } from './plans';

const plan = briefPlan(invoices(3).map((cells) => ({ ...cells, name: `=${cells.name}` })));
const rows = plannedRows(plan);

interface Stubborn {
  readonly row: number;
  readonly column: number;
  readonly shown: unknown;
  readonly getter: 'getValues' | 'getFormulas';
}

/** A sheet on which one cell of every range that begins at B2 always reads as `shown`. */
function sheetWithStubbornCell({ row, column, shown, getter }: Stubborn) {
  const app = makeSpreadsheetApp(new SpreadsheetModel(), openGate, { ui: null, activeAvailable: true });
  const sheet: Sheet = app.getActiveSheet();
  const wrap = (range: Range): Range =>
    new Proxy(range, {
      get: (target, name) => {
        if (name !== getter) return memberOf(target, name);
        return () => {
          const read: unknown[][] = target[getter]();
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
        : memberOf(target, name),
  });
  return { app, sheet: wrapped };
}

function written(stubborn: Stubborn) {
  const { app, sheet } = sheetWithStubbornCell(stubborn);
  const table = { sheet, origin: NEW_TABLE, width: WIDTH };
  const values = enterValues(table, { plan, rows, surplusRows: 0 });
  return writeTexts(table, { plan, rows, values, readsBack: true }, app);
}

test.each<[string, Stubborn, string]>([
  ['a number', { row: 3, column: 3, shown: 'другое', getter: 'getValues' }, 'E5'],
  ['a number as it is', { row: 3, column: 3, shown: 7, getter: 'getValues' }, 'E5'],
  ['an empty value', { row: 3, column: 6, shown: 'другое', getter: 'getValues' }, 'H5'],
  ['a text but as a formula', { row: 1, column: 2, shown: '=A1', getter: 'getFormulas' }, 'D3'],
])('a cell that does not take %s in any form ends the write and is named', (_, stubborn, cell) => {
  expect(() => written(stubborn)).toThrow(
    `Ячейка ${cell} листа «Лист1» не приняла значение из Bitrix24 без изменений. ` +
      'Очистите её вместе с форматом и обновите отчёт.',
  );
});

test.each([
  ['a text of the CRM', 1, 2, '=ООО «Ромашка 1»'],
  ['a header', 0, 0, 'Номер'],
  ['the label of a total', 5, 2, 'Всего счетов на сумму:'],
])('a cell that shows %s otherwise in every form is told, and ends nothing', (_, row, column, text) => {
  const shown = 'другое';
  const altered = written({ row, column, shown, getter: 'getValues' });
  expect(altered).toEqual([{ row, column, text, shown, isFormula: false }]);
});
