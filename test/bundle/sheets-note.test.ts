/** The note of B2 says what the table shows, of when, and what its colours mean; setting it changes no cell. */
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { aPortal, PAYMENT_DATE } from '../../portal/data/a-portal';
import { aWorld } from '../../world/a-world';
import { MINUTE } from '../../world/people';
import type { Status } from '../../src/state/status';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, changesBy, DETAIL, picture } from '../../world/sheets';
import { anOffice, userOf } from './support/workbook';

const noteOf = (world: World, sheet: string): string[] => userOf(world).cell(sheet, 'B2').note.split('\n');

const COLOURS = {
  [BRIEF]: 'Цвета: розовый — не оплачен; серый — оплачен, без НДС; белый — оплачен, с НДС',
  [DETAIL]: 'Цвета: белый и серый чередуются от счёта к счёту',
};

test.each([BRIEF, DETAIL] as const)(
  'on «%s» it says period, field, portal, both times and the colours',
  (sheet) => {
    const world = anOffice();
    refreshed(world);
    expect(noteOf(world, sheet)).toEqual([
      'Период: 01.04.2026 – 30.06.2026, поле «Дата счёта»',
      'Портал: demo.bitrix24.ru',
      'Проверено: 20.05.2026 12:00',
      'Изменено: 20.05.2026 12:00',
      COLOURS[sheet],
    ]);
  },
);

test('the time of the check goes on without a change, and each sheet has its own time of change', () => {
  const world = anOffice();
  refreshed(world);
  const before = picture(world);
  world.clock.advance(10 * MINUTE);
  const { ledger } = startOnce(world);
  expect([ledger.of('Range.setNote'), changesBy(ledger)]).toEqual([2, []]);
  expect(picture(world)).toEqual(before);
  expect(noteOf(world, BRIEF).slice(2, 4)).toEqual([
    'Проверено: 20.05.2026 12:10',
    'Изменено: 20.05.2026 12:00',
  ]);
  world.clock.advance(10 * MINUTE);
  world.data.changeInvoice(1, { OPPORTUNITY: 7 });
  refreshed(world);
  expect(noteOf(world, BRIEF).slice(2, 4)).toEqual([
    'Проверено: 20.05.2026 12:20',
    'Изменено: 20.05.2026 12:20',
  ]);
  expect(noteOf(world, DETAIL).slice(2, 4)).toEqual([
    'Проверено: 20.05.2026 12:20',
    'Изменено: 20.05.2026 12:00',
  ]);
});

test('the time of the check is the one that pages tell, however long the writing takes', () => {
  const world = anOffice();
  world.simulator.hooks = {
    before: ({ member }) => {
      if (member === 'Sheet.setFrozenRows') world.clock.advance(MINUTE);
    },
  };
  refreshed(world);
  const page = world.simulator.page();
  const { lastSuccess, runs } = page.call('getStatus') as Pick<Status, 'lastSuccess' | 'runs'>;
  const { finishedAt } = progressOf(world);
  expect([finishedAt, lastSuccess, runs[0]?.finishedAt]).toEqual(Array(3).fill('2026-05-20T09:00:00.000Z'));
  expect(noteOf(world, BRIEF)).toContain('Проверено: 20.05.2026 12:00');
});

test('a note that a user changed is written again, and no cell is', () => {
  const world = anOffice();
  refreshed(world);
  const right = noteOf(world, BRIEF);
  userOf(world).note(BRIEF, 'B2', 'моё');
  expect(changesBy(startOnce(world).ledger)).toEqual([]);
  expect(noteOf(world, BRIEF)).toEqual(right);
});

test('times are of the spreadsheet’s zone, a user field goes by its title, and a partial view is said', () => {
  const options: WorldOptions = {
    spreadsheet: { timeZone: 'Asia/Vladivostok' },
    portal: { user: { admin: false } },
  };
  const world = aWorld(
    (clock) => aPortal(clock).withInvoice({ ID: 1, [PAYMENT_DATE]: '2026-05-20' }).data,
    options,
  );
  connect(world, { periodField: PAYMENT_DATE, period: { preset: 'month', from: null, to: null } });
  refreshed(world);
  expect(noteOf(world, BRIEF)).toEqual([
    'Период: 01.05.2026 – 31.05.2026, поле «Дата оплаты»',
    'Портал: demo.bitrix24.ru',
    'Проверено: 20.05.2026 19:00',
    'Изменено: 20.05.2026 19:00',
    COLOURS[BRIEF],
    'Вебхук не администратора: видны не все счета',
  ]);
});
