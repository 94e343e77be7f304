import { heldRules, sheetView, shownCells } from '../../../preview/thread/sheet-view';
import { SpreadsheetModel, SpreadsheetUser, type Cell } from '../../../simulator/spreadsheet';

function aSheet() {
  let now = Date.UTC(2026, 4, 20, 9);
  const book = new SpreadsheetModel({ locale: 'ru_RU', timeZone: 'Europe/Moscow', now: () => now });
  const passHours = (hours: number): void => {
    now += hours * 3_600_000;
  };
  const hand = new SpreadsheetUser(book);
  const restyle = (a1: string, change: Partial<Cell['style']>): void => {
    const cell = hand.cell('Лист1', a1);
    cell.style = { ...cell.style, ...change };
  };
  const view = () => sheetView(book, book.activeSheet);
  const looked = (row: number, column: number) => {
    const { cells, looks } = view();
    const cell = cells.find((one) => one.row === row && one.column === column);
    return { ...cell, look: looks[cell?.look ?? -1] };
  };
  return { book, hand, restyle, view, looked, passHours };
}

describe('A sheet in the preview', () => {
  it('shows numbers and dates in their formats and keeps the entry of a number', () => {
    const { book, hand, restyle, looked } = aSheet();
    restyle('A1', { numberFormat: '#,##0.00' });
    hand.enter('Лист1', 'A1', 1234.567);
    hand.enter('Лист1', 'B1', '03.04.2026');
    expect(looked(1, 1)).toMatchObject({
      text: '1\u00a0234,57',
      entry: '1234,567',
      look: { align: 'right' },
    });
    expect(looked(1, 2)).toMatchObject({ text: '03.04.2026' });
    expect(looked(1, 2)).not.toHaveProperty('entry');
    expect(shownCells(book, book.activeSheet)).toEqual({ A1: '1\u00a0234,57', B1: '03.04.2026' });
  });

  it('aligns what is not aligned by its kind: texts left, numbers right', () => {
    const { hand, restyle, looked } = aSheet();
    hand.enter('Лист1', 'A1', 'текст');
    hand.enter('Лист1', 'A2', 5);
    hand.enter('Лист1', 'A3', 5);
    restyle('A3', { horizontalAlignment: 'center' });
    expect([1, 2, 3].map((row) => looked(row, 1).look?.align)).toEqual(['left', 'right', 'center']);
  });

  it('leaves out empty cells that show nothing, and keeps fills, lines and notes', () => {
    const { hand, restyle, view } = aSheet();
    hand.cell('Лист1', 'A1');
    restyle('B1', { fontWeight: 'bold' });
    restyle('C1', { background: '#ffc0cb' });
    restyle('D1', { bottom: { style: 'SOLID', color: '#000000' } });
    hand.note('Лист1', 'E1', 'Период');
    expect(view().cells.map(({ column }) => column)).toEqual([3, 4, 5]);
    expect(view().cells.at(-1)).toMatchObject({ text: '', note: 'Период' });
  });

  it('draws checkboxes where they are inserted, an empty cell as an unticked one, and a text as itself', () => {
    const { hand, view } = aSheet();
    hand.insertCheckboxes('Лист1', 'A1:A4');
    hand.enter('Лист1', 'A2', true);
    hand.enter('Лист1', 'A3', '');
    hand.enter('Лист1', 'B1', true);
    const boxes = view().cells.map(({ row, column, isTicked }) => [row, column, isTicked]);
    expect(boxes).toEqual([
      [1, 1, false],
      [1, 2, undefined],
      [2, 1, true],
      [3, 1, false],
      [4, 1, false],
    ]);
  });

  it('draws a conditional format from the moment on when its formula holds', () => {
    const { book, hand, restyle, looked, passHours } = aSheet();
    const rule = { areas: [{ row: 1, column: 2, rows: 1, columns: 1 }], background: null };
    const colors = { fontColor: '#cc0000', bold: true };
    book.activeSheet.conditionalRules = [{ ...rule, ...colors, formula: '=(NOW()-A1)*24>26' }];
    hand.enter('Лист1', 'A1', book.calendar.currentSerial());
    hand.enter('Лист1', 'B1', 'обновлено');
    restyle('B1', { fontColor: '#5f6368' });
    passHours(26);
    const [before, heldBefore] = [looked(1, 2).look?.font, heldRules(book)];
    passHours(1);
    expect(before).toMatchObject({ color: '#5f6368', bold: false });
    expect(looked(1, 2).look?.font).toMatchObject({ color: '#cc0000', bold: true });
    expect([heldBefore, heldRules(book)]).toEqual(['0', '1']);
    hand.enter('Лист1', 'A1', 'нет');
    expect(looked(1, 2).look?.font).toMatchObject({ color: '#5f6368' });
  });

  it('gives a link with the look of its text', () => {
    const { hand, looked } = aSheet();
    hand.enter('Лист1', 'A1', 'СЧ-1');
    const link = 'https://demo.bitrix24.ru/crm/type/31/details/1/';
    hand.cell('Лист1', 'A1').runs = [
      { start: 0, end: 4, style: { color: '#000000', underline: false }, link },
    ];
    expect(looked(1, 1).runs).toMatchObject([
      { text: 'СЧ-1', link, font: { color: '#000000', underline: false } },
    ]);
  });

  it('counts equal looks once', () => {
    const { hand, view } = aSheet();
    for (const cell of ['A1', 'A2', 'B7']) hand.enter('Лист1', cell, 'x');
    expect(view().looks).toHaveLength(1);
  });
});

test('a chart has the texts and numbers of its cells', () => {
  const { hand, view } = aSheet();
  for (const [cell, value] of Object.entries({
    A1: 'Месяц',
    B1: 'Оплачено',
    C1: 'Долг',
    A2: 'Январь',
    B2: 10,
  })) {
    hand.enter('Лист1', cell, value);
  }
  hand.enter('Лист1', 'A3', 'Февраль');
  hand.enter('Лист1', 'C3', 5.5);
  const id = hand.insertChart('Лист1', {
    type: 'COLUMN',
    areas: [
      { row: 1, column: 1, rows: 3, columns: 1 },
      { row: 1, column: 2, rows: 3, columns: 2 },
    ],
    headers: 1,
    anchor: { row: 2, column: 5, x: 0, y: 4 },
    options: { title: 'Суммы', width: 560, height: 320, isStacked: true, colors: ['#93c47d', '#e06666'] },
  });
  expect(view().charts).toEqual([
    {
      ...{ id, type: 'COLUMN', anchor: { row: 2, column: 5, x: 0, y: 4 }, width: 560, height: 320 },
      ...{ title: 'Суммы', colors: ['#93c47d', '#e06666'], isStacked: true, hasLegend: true },
      labels: ['Январь', 'Февраль'],
      series: [
        { name: 'Оплачено', values: [10, null] },
        { name: 'Долг', values: [null, 5.5] },
      ],
    },
  ]);
});

test('a chart of which nothing is set has the size that Sheets gives it', () => {
  const { hand, view } = aSheet();
  const area = { row: 1, column: 1, rows: 2, columns: 1 };
  const anchor = { row: 1, column: 1, x: 0, y: 0 };
  const options = { legend: { position: 'none' } };
  const id = hand.insertChart('Лист1', { type: 'BAR', areas: [area], headers: null, anchor, options });
  expect(view().charts).toEqual([
    {
      ...{ id, type: 'BAR', anchor, width: 600, height: 371, title: '', colors: [] },
      ...{ isStacked: false, hasLegend: false, labels: ['', ''], series: [] },
    },
  ]);
});
