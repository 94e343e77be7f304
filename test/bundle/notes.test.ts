/** The people's own columns beside invoices, as the built script keeps them. */
import type { World } from '../../world/make-world';
import type { SpreadsheetUser } from '../../simulator/spreadsheet';
import { MINUTE, page } from '../../world/people';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, picture } from '../../world/sheets';
import { aTeam, turnTo, userOf, valuesOf } from './support/a-team';
import { everything } from './support/workbook';

/** Ids and notes of the lines. */
const lines = (world: World, rows = 3): unknown[][] =>
  world.spreadsheet
    .sheetNamed(BRIEF)
    ?.map({ row: 3, column: 10, rows, columns: 3 }, (cell) => cell?.value ?? '') ?? [];

const refusalAfter = (edit: (user: SpreadsheetUser, world: World) => void): readonly [string, boolean] => {
  const world = aTeam();
  world.data.changeInvoice(1, { OPPORTUNITY: 5 });
  edit(userOf(world), world);
  const before = everything(world);
  const { state, message } = refresh(world).progress;
  return [`${state}: ${message}`, everything(world) === before];
};

describe('A refresh is refused before the first cell, and the sheets are as they were, where', () => {
  it.each([
    [
      'a note stands in a line without an id',
      (user: SpreadsheetUser) => {
        user.enter(BRIEF, 'K4', 'чьё?');
        user.enter(BRIEF, 'J4', '');
      },
      'В столбцах заметок листа «Краткий» есть запись в строке 4, а номера счёта (ID) в ней нет. Перенесите её к своему счёту или удалите и обновите отчёт.',
    ],
    [
      'the id of its line is not one of the report’s',
      (user: SpreadsheetUser) => {
        user.enter(BRIEF, 'K4', 'чьё?');
        user.enter(BRIEF, 'J4', 999);
      },
      'В столбцах заметок листа «Краткий» есть запись в строке 4, а номера счёта (ID) в ней нет. Перенесите её к своему счёту или удалите и обновите отчёт.',
    ],
    [
      'two lines of one invoice hold notes',
      (user: SpreadsheetUser) => {
        user.enter(BRIEF, 'K3', 'раз');
        user.enter(BRIEF, 'L5', 'два');
        user.enter(BRIEF, 'J5', 1);
      },
      'В столбцах заметок листа «Краткий» есть запись в строке 3, а счёт с ID 1 стоит в двух строках: 3 и 5. Перенесите её к своему счёту или удалите и обновите отчёт.',
    ],
    [
      'a note column holds a formula',
      (user: SpreadsheetUser) => user.enterFormula(BRIEF, 'K7', '=1+1', 2),
      'В ячейке K7 листа «Краткий» формула: в столбцах заметок обновление её не сохранит. Перенесите формулы правее столбца L и обновите отчёт.',
    ],
    [
      'a column that is to go holds a note',
      (user: SpreadsheetUser, world: World) => {
        user.enter(BRIEF, 'L5', 'нужное');
        page(world).call('saveSettings', { noteColumns: 1 });
      },
      'Ячейка L5 листа «Краткий» занята заметкой. Перенесите её левее или удалите и обновите отчёт.',
    ],
    [
      'all of them are to go',
      (user: SpreadsheetUser, world: World) => {
        user.enter(BRIEF, 'K5', 'нужное');
        page(world).call('saveSettings', { noteColumns: 0 });
      },
      'Ячейка K5 листа «Краткий» занята заметкой. Перенесите её левее или удалите и обновите отчёт.',
    ],
  ])('%s', (_, edit, sentence) => {
    expect(refusalAfter(edit)).toEqual([`failed: ${sentence}`, true]);
  });
});

describe('Notes', () => {
  it('stay what they were typed as', () => {
    const world = aTeam();
    const typed = ['=1+1', "'так", '+7 999', '007', 'ИСТИНА', '5 мая'];
    typed.slice(0, 3).forEach((text, index) => userOf(world).enter(BRIEF, `K${index + 3}`, `'${text}`));
    typed.slice(3).forEach((text, index) => userOf(world).enter(BRIEF, `L${index + 3}`, `'${text}`));
    world.data.deleteInvoice(1);
    world.data.changeInvoice(4, { BEGINDATE: '2026-05-05' });
    refreshed(world);
    world.data.changeInvoice(2, { OPPORTUNITY: 7 });
    refreshed(world);
    expect(lines(world)).toEqual([
      [2, "'так", 'ИСТИНА'],
      [3, '+7 999', '5 мая'],
      [4, '', ''],
    ]);
  });

  it('come back with their invoice after thirty refreshes, looks and all, whatever is cleared meanwhile', () => {
    const world = aTeam();
    const user = userOf(world);
    user.enter(BRIEF, 'K4', 'обещал до 15-го');
    user.enter(BRIEF, 'L4', '15.06.2026');
    user.note(BRIEF, 'L4', 'звонила');
    user.fill(BRIEF, 'K4', '#ffff00');
    user.font(BRIEF, 'K4', { color: '#cc0000', isBold: true });
    const cellsOf2 = (): unknown =>
      world.spreadsheet.sheetNamed(BRIEF)?.map({ row: 4, column: 11, rows: 1, columns: 2 }, (cell) => {
        const { background, fontColor, fontWeight, numberFormat } = cell?.style ?? {};
        return [
          cell?.value,
          cell?.note,
          background,
          fontColor ?? '#000000',
          fontWeight,
          /d/.test(numberFormat ?? ''),
        ];
      });
    const before = cellsOf2();
    turnTo(world, 'before');
    for (let round = 0; round < 30; round += 1) {
      world.data.changeInvoice(4, { OPPORTUNITY: round });
      refreshed(world, round % 2 === 1);
    }
    expect(valuesOf(world, 'K4')).toBe('');
    world.simulator.run({ function: 'clearCache', via: 'menu' });
    turnTo(world, 'here');
    refreshed(world);
    expect(cellsOf2()).toEqual(before);
  });

  it('stand under what the people have written over them', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'L2', "'=Звонок");
    userOf(world).enter(BRIEF, 'K2', 'Обещал');
    world.data.changeInvoice(1, { OPPORTUNITY: 5 });
    refreshed(world);
    expect([valuesOf(world, 'K2'), valuesOf(world, 'L2')]).toEqual(['Обещал', '=Звонок']);
  });

  it('typed while the report is being written are kept, before whatever call that is', () => {
    const start = (): World => {
      const world = aTeam();
      userOf(world).enter(BRIEF, 'K4', 'было');
      world.data.deleteInvoice(1);
      return world;
    };
    const calls: string[] = [];
    const rehearsed = start();
    rehearsed.simulator.hooks = { before: ({ member }) => void calls.push(member) };
    startOnce(rehearsed);
    const written = calls.indexOf('Range.setNumberFormats', calls.indexOf('Properties.setProperty'));
    expect(written).toBeGreaterThan(0);
    for (const at of [written, written + 1, written - 20]) {
      const world = start();
      let call = -1;
      world.simulator.hooks = {
        before: () => {
          call += 1;
          if (call === at) userOf(world).enter(BRIEF, 'K5', 'вписано');
        },
      };
      startOnce(world);
      world.simulator.hooks = {};
      expect([at - written, progressOf(world).state, lines(world, 2)]).toEqual([
        at - written,
        'done',
        [
          [2, 'было', ''],
          [3, 'вписано', ''],
        ],
      ]);
    }
  });

  it('that somebody never stops typing end the refresh, and none is lost', () => {
    const world = aTeam();
    world.data.deleteInvoice(1);
    let typed = 0;
    world.simulator.hooks = {
      before: ({ member }) => {
        if (member !== 'Range.setNumberFormats') return;
        typed += 1;
        userOf(world).enter(BRIEF, 'K5', `вписано ${typed}`);
      },
    };
    startOnce(world);
    world.simulator.hooks = {};
    const { state, message } = progressOf(world);
    expect([state, message]).toEqual(['failed', 'Кто-то правит заметки. Обновите отчёт ещё раз.']);
    refreshed(world);
    expect(lines(world, 2)).toEqual([
      [2, '', ''],
      [3, `вписано ${typed}`, ''],
    ]);
  });

  it('go right with their columns where others come to stand before them, and left where they go', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K4', 'обещал');
    userOf(world).note(BRIEF, 'L4', 'звонила');
    userOf(world).insertCheckboxes(BRIEF, 'L3:L5');
    const shown = (settings: Record<string, unknown>): unknown => {
      page(world).call('saveSettings', settings);
      refreshed(world);
      const sheet = world.spreadsheet.sheetNamed(BRIEF);
      const area = { row: 4, column: 10, rows: 1, columns: 6 };
      const [line] = sheet?.map(area, (cell) => `${String(cell?.value ?? '')}|${cell?.note ?? ''}`) ?? [];
      return [line, sheet?.validations.map((rule) => rule.area.column)];
    };
    expect(shown({ briefColumns: ['id', 'stage', 'kpp'] })).toEqual([
      ['Новый|', '|', '2|', 'обещал|', '|звонила', '|'],
      [14],
    ]);
    expect(shown({ briefColumns: [], noteColumns: 3 })).toEqual([
      ['2|', 'обещал|', '|звонила', '|', '|', '|'],
      [12],
    ]);
  });

  it.each(['Range.setBackgrounds', 'Range.setBorder'])(
    'are where a refresh has brought them that ended at %s, and so is each rule, whatever columns are chosen next',
    (member) => {
      const world = aTeam();
      const killedWith = (briefColumns: readonly string[], noteColumns: number): void => {
        page(world).call('saveSettings', { briefColumns, noteColumns });
        let isOver = false;
        world.simulator.hooks = {
          after: (call) => {
            if (call.member === member && !isOver) {
              isOver = true;
              call.kill();
            }
          },
        };
        startOnce(world);
        world.simulator.hooks = {};
        world.clock.advance(8 * MINUTE);
        expect(isOver).toBe(true);
      };
      userOf(world).enter(BRIEF, 'K4', 'обещал');
      userOf(world).insertCheckboxes(BRIEF, 'L3:L5');
      userOf(world).enter(BRIEF, 'L5', true);
      killedWith(['stage'], 2);
      userOf(world).enter(BRIEF, 'L3', 'вписано');
      killedWith(['kpp', 'debt', 'stage'], 3);
      killedWith([], 2);
      userOf(world).enter(BRIEF, 'K5', 'и здесь');
      page(world).call('saveSettings', { briefColumns: [], noteColumns: 2 });
      refreshed(world);
      expect(lines(world)).toEqual([
        [1, 'вписано', ''],
        [2, 'обещал', ''],
        [3, 'и здесь', true],
      ]);
      const [rule, ...others] = world.spreadsheet.sheetNamed(BRIEF)?.validations ?? [];
      expect([rule?.area, others]).toEqual([{ row: 3, column: 12, rows: 3, columns: 1 }, []]);
    },
  );

  it('hold for a whole column of checkboxes what its first line has, for new lines too', () => {
    const world = aTeam();
    userOf(world).insertCheckboxes(BRIEF, 'K3');
    userOf(world).enter(BRIEF, 'K3', true);
    world.data.changeInvoice(4, { BEGINDATE: '2026-05-05' });
    refreshed(world);
    const [rule] = world.spreadsheet.sheetNamed(BRIEF)?.validations ?? [];
    expect([rule?.criteria, rule?.area]).toEqual(['CHECKBOX', { row: 3, column: 11, rows: 4, columns: 1 }]);
    expect(lines(world, 4).map(([, tick]) => tick)).toEqual([true, '', '', '']);
  });
});

it('Without note columns nothing of them is to be found', () => {
  const world = aTeam({});
  userOf(world).enter(BRIEF, 'K4', 'моё');
  world.data.deleteInvoice(1);
  refreshed(world);
  expect(valuesOf(world, 'K4')).toBe('моё');
  expect(world.spreadsheet.sheets.map(({ name }) => name)).not.toContain('Bitrix24 (заметки)');
  expect(picture(world)[BRIEF]?.some((text) => text.includes('"ID"'))).toBe(false);
});
