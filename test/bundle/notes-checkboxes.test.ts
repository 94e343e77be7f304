/** Checkboxes that people inserted over whole columns beside invoices: an unticked one is nothing, wherever it stands. */
import type { World } from '../../world/make-world';
import type { SpreadsheetUser } from '../../simulator/spreadsheet';
import { page } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, tableWrites } from '../../world/sheets';
import { aTeam, turnTo, userOf, valuesOf } from './support/a-team';
import { everything } from './support/workbook';

/** Invoice 4 comes into the period, so that the table ends a row further down. */
const grow = ({ data }: World): void => data.changeInvoice(4, { BEGINDATE: '2026-05-05' });

/** In which rows a column has checkboxes, as stretches. */
const boxes = ({ spreadsheet }: World, column: number): readonly string[] =>
  (spreadsheet.sheetNamed(BRIEF)?.validations ?? [])
    .filter(({ area }) => area.column <= column && column < area.column + area.columns)
    .map(({ criteria, area, allowsInvalid }) => {
      const rows = `${area.row}…${area.row + area.rows - 1}`;
      return `${criteria} ${rows}${allowsInvalid ? ', marking' : ''}`;
    })
    .sort();

/** Ids and notes of the first lines. */
const lines = ({ spreadsheet }: World, columns = 3): unknown[][] =>
  spreadsheet.sheetNamed(BRIEF)?.map({ row: 3, column: 10, rows: 4, columns }, (cell) => cell?.value ?? '') ??
  [];

describe('A report grows over unticked checkboxes', () => {
  it.each([
    ['from the first line to the end of the sheet', 'K3:K1000', 'Заметка'],
    ['over the whole column', 'K:K', 'Заметка'],
    ['and over the free columns beside it', 'K:N', 'Заметка'],
  ])('%s', (_, a1, header) => {
    const world = aTeam();
    userOf(world).insertCheckboxes(BRIEF, a1);
    userOf(world).enter(BRIEF, 'K4', true);
    world.data.deleteInvoice(1);
    refreshed(world);
    grow(world);
    world.data.changeInvoice(3, { OPPORTUNITY: 1 });
    refreshed(world);
    expect(lines(world).map(([id, tick]) => [id, tick])).toEqual([
      [2, true],
      [3, ''],
      [4, ''],
      ['', ''],
    ]);
    expect([valuesOf(world, 'K2'), boxes(world, 11)]).toEqual([
      header,
      expect.arrayContaining(['CHECKBOX 3…5']),
    ]);
  });

  it('over a header that bears one, and gives that its name', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K2', '');
    userOf(world).insertCheckboxes(BRIEF, 'K:K');
    grow(world);
    refreshed(world);
    expect(valuesOf(world, 'K2')).toBe('Заметка');
  });

  it('in columns that become note columns, whose checkboxes stay', () => {
    const world = aTeam({ noteColumns: 1 });
    userOf(world).insertCheckboxes(BRIEF, 'L:M');
    page(world).call('saveSettings', { noteColumns: 3 });
    refreshed(world);
    userOf(world).enter(BRIEF, 'L4', true);
    world.data.deleteInvoice(1);
    refreshed(world);
    expect(lines(world, 4)[0]).toEqual([2, '', true, '']);
    expect([valuesOf(world, 'L2'), valuesOf(world, 'M2')]).toEqual(['Заметка 2', 'Заметка 3']);
    expect(boxes(world, 12)).toEqual(['CHECKBOX 11…1000', 'CHECKBOX 1…1', 'CHECKBOX 3…4']);
  });

  it('in columns into which notes move from others', () => {
    const world = aTeam();
    userOf(world).insertCheckboxes(BRIEF, 'L:M');
    userOf(world).enter(BRIEF, 'L4', true);
    page(world).call('saveSettings', { briefColumns: ['stage'] });
    refreshed(world);
    expect(lines(world, 4)[1]).toEqual(['Новый', 2, '', true]);
    expect([boxes(world, 12), boxes(world, 13)]).toEqual([
      [expect.stringContaining('CHECKBOX 1'), 'CHECKBOX 1…1'],
      ['CHECKBOX 11…1000', 'CHECKBOX 1…1', 'CHECKBOX 3…5'],
    ]);
  });

  it('in the report’s own columns below it, and where further ones come', () => {
    const world = aTeam();
    userOf(world).insertCheckboxes(BRIEF, 'C11:C1000');
    userOf(world).insertCheckboxes(BRIEF, 'M:O');
    grow(world);
    page(world).call('saveSettings', { briefColumns: ['stage', 'kpp', 'debt', 'status'] });
    refreshed(world);
    expect([valuesOf(world, 'M2'), valuesOf(world, 'M3')]).toEqual(['Оплата', 'Не оплачен']);
    expect([3, 13, 14, 15].map((column) => boxes(world, column))).toEqual([
      ['CHECKBOX 12…1000'],
      ['CHECKBOX 12…1000', 'CHECKBOX 1…1'],
      ['CHECKBOX 12…1000', 'CHECKBOX 1…1'],
      ['CHECKBOX 12…1000', 'CHECKBOX 1…1'],
    ]);
  });

  it('and with nothing else to write writes nothing', () => {
    const world = aTeam();
    userOf(world).insertCheckboxes(BRIEF, 'K3:L1000');
    world.clock.advance(600_000);
    expect(tableWrites(startOnce(world).ledger)).toEqual([]);
    expect(progressOf(world).state).toBe('done');
  });
});

describe('What is no unticked checkbox is in the way as ever, and nothing is written:', () => {
  const below =
    'Отчёт вырос, а строка 11 листа «Краткий» занята вашими данными. Перенесите их ниже строки 11 или правее столбца L и обновите отчёт.';
  it.each([
    [
      'a ticked one',
      (user: SpreadsheetUser) => {
        user.insertCheckboxes(BRIEF, 'K3:K1000');
        user.enter(BRIEF, 'K11', true);
      },
      below,
    ],
    ['a «no» that somebody has written', (user: SpreadsheetUser) => user.enter(BRIEF, 'K11', false), below],
    [
      'one over a value of the report',
      (user: SpreadsheetUser) => user.insertCheckboxes(BRIEF, 'D3:D1000'),
      'Проверка данных в ячейке D3 листа «Краткий» запрещает ввод. Удалите её или выберите в ней «Показывать предупреждение» и обновите отчёт.',
    ],
    [
      'a list of values in a column that the report is to fill',
      (user: SpreadsheetUser, world: World) => {
        user.allow(BRIEF, 'N3:N1000', ['да', 'нет']);
        page(world).call('saveSettings', { briefColumns: ['stage', 'kpp', 'debt', 'status', 'currency'] });
      },
      'Проверка данных в ячейке N3 листа «Краткий» запрещает ввод. Удалите её или выберите в ней «Показывать предупреждение» и обновите отчёт.',
    ],
  ])('%s', (_, edit, sentence) => {
    const world = aTeam();
    grow(world);
    edit(userOf(world), world);
    const before = everything(world);
    startOnce(world);
    const { state, message } = progressOf(world);
    expect([state, message, everything(world) === before]).toEqual(['failed', sentence, true]);
  });
});

it('Without note columns a checkbox below the report is content as ever', () => {
  const world = aTeam({});
  userOf(world).insertCheckboxes(BRIEF, 'C11:C1000');
  grow(world);
  startOnce(world);
  expect(progressOf(world).message).toContain('строка 11 листа «Краткий» занята вашими данными');
});

it('A column of checkboxes is one again after a period without invoices', () => {
  const world = aTeam();
  userOf(world).insertCheckboxes(BRIEF, 'K3:K5');
  userOf(world).enter(BRIEF, 'K4', true);
  const period = { preset: 'custom', from: '2020-01-01', to: '2020-01-31' };
  page(world).call('saveSettings', { period });
  refreshed(world);
  turnTo(world, 'here');
  refreshed(world);
  expect([lines(world).map(([, tick]) => tick), boxes(world, 11)]).toEqual([
    ['', true, '', ''],
    ['CHECKBOX 3…5'],
  ]);
});
