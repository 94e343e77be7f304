/** What a refresh that the platform ends half-way leaves of lines, notes and columns, and what the next one makes of it. */
import type { World } from '../../world/make-world';
import { MINUTE, page } from '../../world/people';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF } from '../../world/sheets';
import { aTeam, turnTo, userOf, valuesOf } from './support/a-team';

/** The execution ends right after the first such call on the brief sheet. */
function killedAfter(world: World, member: string): void {
  let isOver = false;
  world.simulator.hooks = {
    after: (call) => {
      if (call.member !== member || isOver) return;
      isOver = true;
      call.kill();
    },
  };
  startOnce(world);
  world.simulator.hooks = {};
  world.clock.advance(8 * MINUTE);
  expect([isOver, progressOf(world).state]).not.toContain('done');
}

/** Its state, and what stands in the table's rows from a column on. */
const rowsAfter = (world: World, column: number, columns: number, rows = 4): readonly unknown[] => {
  const { state, message } = refresh(world).progress;
  const area = { row: 2, column, rows, columns };
  const shown = world.spreadsheet.sheetNamed(BRIEF)?.map(area, (cell) => {
    const isDay = /d/.test(cell?.style.numberFormat ?? '');
    return typeof cell?.value === 'number' && isDay ? `день ${cell.value}` : (cell?.value ?? '');
  });
  return [state === 'done' ? state : message, ...(shown ?? [])];
};

const choose = (world: World, briefColumns: readonly string[]): void => {
  page(world).call('saveSettings', { briefColumns });
};

describe('Where a refresh has ended between the formats and the values of its lines', () => {
  it('an id that a day is to take the place of is still an id', () => {
    const world = aTeam({ noteColumns: 2, briefColumns: ['stage'] });
    userOf(world).enter(BRIEF, 'L3', '15.06.2026');
    userOf(world).enter(BRIEF, 'M4', 'обещал');
    choose(world, []);
    killedAfter(world, 'Range.setNumberFormats');
    choose(world, ['kpp', 'stage']);
    expect(rowsAfter(world, 12, 3)).toEqual([
      'done',
      ['ID', 'Заметка', 'Заметка 2'],
      [1, 'день 46188', ''],
      [2, '', 'обещал'],
      [3, '', ''],
    ]);
  });

  it('numbers are what they were, whatever days are to take their places', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K3', 79_991_234_567);
    userOf(world).enter(BRIEF, 'L3', 0.123456789012);
    for (const cell of ['K4', 'L4']) userOf(world).enter(BRIEF, cell, '15.06.2026');
    world.data.changeInvoice(1, { BEGINDATE: '2026-02-20' });
    world.data.changeInvoice(4, { BEGINDATE: '2026-05-05' });
    killedAfter(world, 'Range.setNumberFormats');
    world.data.changeInvoice(1, { BEGINDATE: '2026-05-20' });
    expect(rowsAfter(world, 10, 3, 5)).toEqual([
      'done',
      ['ID', 'Заметка', 'Заметка 2'],
      [1, 79_991_234_567, 0.123456789012],
      [2, 'день 46188', 'день 46188'],
      [3, '', ''],
      [4, '', ''],
    ]);
  });

  it('a day over a column is still its name', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K2', '15.06.2026');
    world.data.changeInvoice(1, { OPPORTUNITY: 5 });
    killedAfter(world, 'Range.setNumberFormats');
    expect(rowsAfter(world, 10, 3, 1)).toEqual(['done', ['ID', '15.06.2026', 'Заметка 2']]);
  });
});

describe('Where a refresh has ended between its values and what it gives back', () => {
  it.each([0, 2])(
    'of fewer lines in fewer columns, the next one may have more of both, with %s columns for notes',
    (noteColumns) => {
      const world = aTeam({ noteColumns, briefColumns: ['stage', 'title'] }, 9);
      // Without note columns it is right of the table, in nobody's keeping.
      userOf(world).enter(BRIEF, noteColumns === 0 ? 'N9' : 'M9', 'своё');
      turnTo(world, 'before');
      choose(world, []);
      killedAfter(world, 'Range.setBackgrounds');
      turnTo(world, 'here');
      choose(world, ['stage', 'title']);
      expect(rowsAfter(world, 2, 1, 4)).toEqual(['done', ['Номер'], ['1'], ['2'], ['3']]);
      expect(valuesOf(world, noteColumns === 0 ? 'N9' : 'M9')).toBe('своё');
    },
  );
});

describe('What people have beside and below the table', () => {
  const ends = ['Range.setNumberFormats', 'Range.setValues', 'Range.setBackgrounds', 'Range.setBorder'];
  const taken =
    'Столбец J листа «Краткий» нужен отчёту, а ячейка J9 занята вашими данными. ' +
    'Перенесите их правее столбца J или уберите столбцы в настройках и обновите отчёт.';
  const told = (world: World): readonly unknown[] => {
    const { state, message } = refresh(world).progress;
    return [state === 'done' ? state : message, valuesOf(world, 'J9')];
  };

  it('is in the way of columns down to where the table ended before', () => {
    const world = aTeam({});
    userOf(world).enter(BRIEF, 'J9', 'моё');
    turnTo(world, 'before');
    choose(world, ['stage']);
    expect(told(world)).toEqual([taken, 'моё']);
  });

  it.each(ends)('stays below columns that a refresh gives back which ended after %s', (member) => {
    const world = aTeam({ briefColumns: ['stage'] });
    turnTo(world, 'before');
    refreshed(world);
    userOf(world).enter(BRIEF, 'J9', 'моё');
    turnTo(world, 'here');
    choose(world, []);
    killedAfter(world, member);
    expect(told(world)).toEqual(['done', 'моё']);
    choose(world, ['stage']);
    expect(told(world)).toEqual([taken, 'моё']);
  });

  it('is in the way where they have put it after a refresh that was to bring columns had ended', () => {
    const world = aTeam({});
    choose(world, ['stage', 'kpp']);
    killedAfter(world, 'Range.setNumberFormats');
    userOf(world).enter(BRIEF, 'J9', 'моё');
    expect(told(world)).toEqual([
      'Столбцы J:K листа «Краткий» нужны отчёту, а ячейка J9 занята вашими данными. ' +
        'Перенесите их правее столбца K или уберите столбцы в настройках и обновите отчёт.',
      'моё',
    ]);
    choose(world, []);
    expect(told(world)).toEqual(['done', 'моё']);
  });
});
