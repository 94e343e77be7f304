/** What people add to the report's sheets and to the rest of the workbook survives refreshes that change everything. */
import type { World } from '../../world/make-world';
import type { SheetModel, SpreadsheetUser } from '../../simulator/spreadsheet';
import { inOneGo } from '../bundle/support/long-worlds';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DETAIL, picture } from '../../world/sheets';
import { anOffice, BRIEF_END, userOf } from '../bundle/support/workbook';

const TABLE = { row: 2, column: 2, rows: 9, columns: 8 };

function written(): World {
  const world = anOffice();
  refreshed(world);
  return world;
}

const addInvoice = ({ data }: World): unknown =>
  data.addInvoice({ ID: 4, COMPANY_ID: 4, OPPORTUNITY: 400, rows: [{}, {}] });

/** Refreshes that grow the report, shrink it to nothing and change every sum. */
function liveThrough(world: World): void {
  addInvoice(world);
  refreshed(world);
  [1, 2, 3, 4].forEach((id) => world.data.deleteInvoice(id));
  refreshed(world);
  [5, 6].forEach((ID) => world.data.addInvoice({ ID, OPPORTUNITY: ID, rows: [{ PRODUCT_NAME: 'Новое' }] }));
  refreshed(world);
}

interface Kept {
  readonly put: (user: SpreadsheetUser, world: World) => unknown;
  readonly seen: (user: SpreadsheetUser, world: World) => unknown;
}

const cell = (sheet: string, a1: string, value: string | number) => ({
  put: (user: SpreadsheetUser) => {
    user.enter(sheet, a1, value);
    user.fill(sheet, a1, '#00ff00');
    user.note(sheet, a1, 'моя заметка');
  },
  seen: (user: SpreadsheetUser) => ({ ...user.cell(sheet, a1) }),
});

const formula = (sheet: string, a1: string, source: string) => ({
  put: (user: SpreadsheetUser) => user.enterFormula(sheet, a1, source, 0),
  seen: (user: SpreadsheetUser) => user.cell(sheet, a1).formula,
});

const ofSheet = <K extends keyof SheetModel>(name: string, property: K, value: SheetModel[K]): Kept => ({
  put: (user) => {
    user.sheet(name)[property] = value;
  },
  seen: (user) => user.sheet(name)[property],
});

const kept: Readonly<Record<string, Kept>> = {
  'a text in column A beside the table': cell(BRIEF, 'A4', 'слева'),
  'a text over the table': cell(DETAIL, 'C1', 'сверху'),
  'a column of their own beside the table': cell(BRIEF, 'J5', 'позвонить'),
  'a text far below the table': cell(DETAIL, 'E40', 'ниже'),
  'a text on another sheet': cell('Лист1', 'B2', 'своё'),
  'a formula beside the table': formula(BRIEF, 'K5', '=E5*2'),
  'a formula into the table from another sheet': formula('Лист1', 'A1', "=SUM('Полный'!H3:H)"),
  'a formula below the table': formula(DETAIL, 'H50', '=SUM(H3:H49)'),
  'a note on a cell of the table': {
    put: (user) => user.note(BRIEF, 'D4', 'проверить'),
    seen: (user) => user.cell(BRIEF, 'D4').note,
  },
  'a note on a cell that the report leaves': {
    put: (user) => user.note(BRIEF, `D${BRIEF_END}`, 'проверить'),
    seen: (user) => user.cell(BRIEF, `D${BRIEF_END}`).note,
  },
  'a named range in the table': {
    put: (user, { spreadsheet }) => spreadsheet.setName('Суммы', { sheet: user.sheet(BRIEF), area: TABLE }),
    seen: (_, { spreadsheet }) => spreadsheet.named('Суммы')?.area,
  },
  'a chart of the table': ofSheet(BRIEF, 'charts', [
    {
      id: 7,
      type: 'BAR',
      areas: [TABLE],
      headers: 1,
      anchor: { row: 1, column: 11, x: 0, y: 0 },
      options: {},
    },
  ]),
  'a filter over the table': ofSheet(BRIEF, 'filter', TABLE),
  'alternating colours over the table': ofSheet(DETAIL, 'bandings', [{ area: TABLE, theme: 'BLUE' }]),
  'a conditional format of the table': {
    put: (user) => {
      const own = { areas: [TABLE], formula: '=$H3>0', background: '#ff0000', fontColor: null, bold: null };
      user.sheet(DETAIL).conditionalRules = [own, ...user.sheet(DETAIL).conditionalRules];
    },
    seen: (user) => user.sheet(DETAIL).conditionalRules,
  },
  'data validation that only marks': ofSheet(BRIEF, 'validations', [
    { area: TABLE, criteria: 'VALUE_IN_LIST', allowed: [1], allowsInvalid: true },
  ]),
  'merged cells beside the table': ofSheet(BRIEF, 'merges', [{ row: 3, column: 10, rows: 3, columns: 2 }]),
  'widths of columns': ofSheet(DETAIL, 'columnWidths', [undefined, 20, 300, 110, 240, 320, 80, 110, 120, 50]),
  'heights of rows': ofSheet(DETAIL, 'rowHeights', [undefined, 5, 60, 30]),
  'frozen columns': ofSheet(BRIEF, 'frozenColumns', 3),
};

test.each(Object.entries(kept))('%s: kept', (_, { put, seen }) => {
  const world = written();
  const user = userOf(world);
  put(user, world);
  const before = structuredClone(seen(user, world));
  liveThrough(world);
  expect(structuredClone(seen(user, world))).toEqual(before);
  expect(column(world, DETAIL, 'E')).toEqual(['Новое', 'Новое']);
});

test('a script’s formula that points into the table sees the new values in their place', () => {
  const world = written();
  const cellsOf = (name: string) => userOf(world).sheet(name);
  const brief = cellsOf(BRIEF);
  world.data.changeInvoice(2, { OPPORTUNITY: 555 });
  refreshed(world);
  expect(cellsOf(BRIEF)).toBe(brief);
  expect(brief.peek(4, 5)?.value).toBe(555);
});

test('user content below the table stops a growing report, which is made once the user has moved it', () => {
  const world = written();
  const user = userOf(world);
  user.enter(BRIEF, `C${BRIEF_END + 1}`, 'итоги года');
  addInvoice(world);
  startOnce(world);
  expect(progressOf(world)).toMatchObject({
    state: 'failed',
    message:
      'Отчёт вырос, а строка 11 листа «Краткий» занята вашими данными. ' +
      'Перенесите их ниже строки 11 или правее столбца I и обновите отчёт.',
  });
  user.enter(BRIEF, `C${BRIEF_END + 1}`, '');
  user.enter(BRIEF, `C${BRIEF_END + 2}`, 'итоги года');
  refreshed(world);
  expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3', '4']);
  expect(user.cell(BRIEF, `C${BRIEF_END + 2}`).value).toBe('итоги года');
});

test('merged cells in the table are separated, and every one of them holds its value again', () => {
  const world = written();
  const user = userOf(world);
  user.merge(BRIEF, 'C3:D5');
  user.merge(BRIEF, 'G3:I3');
  user.merge(DETAIL, 'B2:C2');
  refreshed(world);
  expect([user.sheet(BRIEF).merges, user.sheet(DETAIL).merges]).toEqual([[], []]);
  expect(picture(world)).toEqual(inOneGo(world));
});
