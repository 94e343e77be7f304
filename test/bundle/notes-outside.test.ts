/** Notes of invoices that the report does not show, and what keeping notes costs. */
import type { World } from '../../world/make-world';
import { sheetCalls } from '../../cli/bench/sheet-calls';
import { page } from '../../world/people';
import { refresh, refreshed } from '../../world/scenario';
import { BRIEF, tableWrites } from '../../world/sheets';
import { aTeam, turnTo, userOf } from './support/a-team';

describe('Notes outside the report', () => {
  const parked = (): World => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K4', "'=обещал");
    userOf(world).fill(BRIEF, 'K4', '#ffff00');
    turnTo(world, 'before');
    refreshed(world);
    return world;
  };
  const shownOn = (world: World, name: string): unknown =>
    world.spreadsheet
      .sheetNamed(name)
      ?.map({ row: 1, column: 1, rows: 2, columns: 4 }, (cell) => cell?.value ?? '');
  const SHOWN = [
    ['ID', 'Номер', 'Контрагент', 'Заметка'],
    [2, '2', 'Альфа', '=обещал'],
  ];

  it('are counted for the page, and brought to a sheet that is the user’s', () => {
    const world = parked();
    world.simulator.run({ function: 'showStatus', via: 'menu' });
    expect(world.simulator.screen().sidebar?.content).toContain('"notesOutside":1');
    expect(page(world).call('showNotes')).toEqual({
      ok: true,
      message: 'Заметки — на листе «Заметки». Он теперь ваш.',
    });
    expect(shownOn(world, 'Заметки')).toEqual(SHOWN);
    expect(page(world).call('showNotes')).toMatchObject({
      message: 'Заметки — на листе «Заметки 2». Он теперь ваш.',
    });
  });

  it('are none where no invoice has left', () => {
    expect(page(aTeam()).call('showNotes')).toEqual({
      ok: true,
      message: 'У счетов вне отчёта заметок нет.',
    });
  });

  it('come to stand on a sheet before the connection is removed', () => {
    const world = parked();
    page(world).call('saveSettings', { webhookUrl: '' });
    expect(shownOn(world, 'Заметки')).toEqual(SHOWN);
    expect(world.spreadsheet.sheets.map(({ name }) => name)).not.toContain('Bitrix24 (заметки)');
  });
});

describe('What notes cost', () => {
  /** Calls that read or write cells, of a refresh after an edit in the CRM. */
  const callsOf = (noteColumns: number, edit: (world: World) => void): number => {
    const world = aTeam({ noteColumns });
    if (noteColumns > 0) {
      const user = userOf(world);
      user.enter(BRIEF, 'K4', '15.06.2026');
      user.note(BRIEF, 'K4', 'звонила');
      user.insertCheckboxes(BRIEF, 'L3:L5');
    }
    refreshed(world);
    edit(world);
    const isOfCells = ([member]: readonly [string, number]): boolean =>
      /^Range(List)?\./.test(member) && sheetCalls({ [member]: 1 }) > 0;
    const calls = refresh(world).executions.flatMap(({ ledger }) => Object.entries(ledger.toRecord()));
    return calls.filter(isOfCells).reduce((sum, [, times]) => sum + times, 0);
  };

  it('is at most five calls where nothing changes, and no cell is written', () => {
    const world = aTeam();
    userOf(world).enter(BRIEF, 'K4', 'обещал');
    userOf(world).fill(BRIEF, 'L5', '#ffff00');
    const { executions } = refresh(world);
    expect(executions.flatMap(({ ledger }) => tableWrites(ledger))).toEqual([]);
    const nothing = (): void => undefined;
    expect(callsOf(2, nothing) - callsOf(0, nothing)).toBeLessThanOrEqual(5);
  });

  it('is at most nine calls where lines move, and what their memory takes', () => {
    const leave = (world: World): void => world.data.deleteInvoice(1);
    const ofMemory = ['Range.getValues', 'Range.setNumberFormat', 'Range.setValues'].length;
    expect(callsOf(2, leave) - callsOf(0, leave)).toBeLessThanOrEqual(9 + ofMemory);
  });
});
