/** The line over each table, as those see it who only read: what it shows, of when, and red where that is no longer true. */
import { fromA1 } from '../../simulator/spreadsheet/area';
import { cellAsShown } from '../../simulator/spreadsheet/conditional-rules';
import { PAYMENT_DATE } from '../../portal/data/a-portal';
import { connect, type World } from '../../world/make-world';
import { FORMS, type Form } from '../../world/forms';
import { page, triggers } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, faceOf, picture } from '../../world/sheets';
import { userOf } from './support/workbook';

const HOUR = 3_600_000;
const NOON = '20.05.2026 12:00';
const freshAt = (time: string, days = '01.04.2026 – 30.06.2026', field = 'Дата счёта'): string =>
  `Счета за ${days}, поле «${field}» · обновлено ${time}`;
const CAUSE =
  'Портал не принял вебхук: он удалён, отключён, заблокирован, просрочен или его владельцу не хватает прав.';
const failedSince = (time: string, cause = CAUSE): string => `⚠ Не обновляется с ${time}: ${cause}`;

const texts = (world: World, brief = BRIEF, detail = DETAIL): string[] =>
  [brief, detail].map((name) => faceOf(world, name).text);
const rules = (world: World): string[] => [BRIEF, DETAIL].flatMap((name) => faceOf(world, name).rules);

/** How the line over the brief table looks to a person now. */
function lookNow(world: World, a1 = 'B1'): { bold: boolean; color: string | null } {
  const sheet = userOf(world).sheet(BRIEF);
  const { row, column } = fromA1(a1, sheet);
  const now = world.spreadsheet.calendar.currentSerial();
  const { style } = cellAsShown(sheet, sheet.touch(row, column), [row, column], now);
  return { bold: style.fontWeight === 'bold', color: style.fontColor };
}
const GREY = { bold: false, color: '#5f6368' };
const RED = { bold: true, color: '#cc0000' };

function reported(form: Form, settings: Record<string, unknown> = {}): World {
  const world = form.aWorld();
  connect(world, settings);
  refreshed(world);
  return world;
}

function revoke(world: World): void {
  world.portal.change({ revoked: true });
}

describe.each(FORMS)('The line over the tables of the $form form', (form) => {
  it('says period, field and when they were checked last, be it by the schedule', () => {
    const world = reported(form, { scheduleHours: 1 });
    expect(texts(world)).toEqual([freshAt(NOON), freshAt(NOON)]);
    const before = picture(world);
    world.simulator.passTime(HOUR + form.tick / 2);
    const [brief = ''] = texts(world);
    expect(brief).toMatch(/обновлено 20\.05\.2026 1[34]:\d\d$/);
    expect(texts(world)).toEqual([brief, brief]);
    expect(picture(world)).toEqual(before);
  });

  it('names another period and field', () => {
    const month = { preset: 'month', from: null, to: null };
    const world = reported(form, { period: month, periodField: PAYMENT_DATE });
    const face = freshAt(NOON, '01.05.2026 – 31.05.2026', 'Дата оплаты');
    expect(texts(world)).toEqual([face, face]);
  });

  it('is red after a failure that a person saw, and grey again after the next success', () => {
    const world = reported(form);
    revoke(world);
    startOnce(world);
    expect(texts(world)).toEqual([failedSince(NOON), failedSince(NOON)]);
    expect(lookNow(world)).toEqual(RED);
    world.portal.change({ revoked: false });
    world.clock.advance(HOUR);
    refreshed(world);
    expect(texts(world)[0]).toBe(freshAt('20.05.2026 13:00'));
    expect(lookNow(world)).toEqual(GREY);
  });

  it.each([
    ['no schedule', {}, 26],
    ['every hour', { scheduleHours: 1 }, 4],
    ['every six hours', { scheduleHours: 6 }, 14],
    ['once a day', { scheduleHours: 24 }, 26],
  ])('turns red by itself where nothing runs any more: %s', (_, settings, hours) => {
    const world = reported(form, settings);
    for (const trigger of triggers(world)) trigger.disabledBecause = 'repeated authorization failures';
    expect(rules(world)).toEqual([`=(NOW()-A1)*24>${hours}`, `=(NOW()-A1)*24>${hours}`]);
    world.simulator.passTime(hours * HOUR - 30_000);
    expect([lookNow(world), texts(world)[0]]).toEqual([GREY, freshAt(NOON)]);
    world.simulator.passTime(60_000);
    expect([lookNow(world), texts(world)[0]]).toEqual([RED, freshAt(NOON)]);
  });

  it('ages by the new schedule from the next refresh on', () => {
    const world = reported(form, { scheduleHours: 1 });
    page(world).call('saveSettings', { scheduleHours: 12 });
    expect(rules(world)[0]).toBe('=(NOW()-A1)*24>4');
    refreshed(world);
    expect(rules(world)).toEqual(['=(NOW()-A1)*24>26', '=(NOW()-A1)*24>26']);
  });

  it('stays and ages where the connection was removed', () => {
    const world = reported(form);
    page(world).call('saveSettings', { webhookUrl: '' });
    world.simulator.passTime(27 * HOUR);
    expect([texts(world), lookNow(world)]).toEqual([[freshAt(NOON), freshAt(NOON)], RED]);
  });

  it('of the detail table stays as it is where the brief one is refreshed alone, or fails', () => {
    const world = reported(form);
    world.clock.advance(HOUR);
    refreshed(world, true);
    expect(texts(world)).toEqual([freshAt('20.05.2026 13:00'), freshAt(NOON)]);
    revoke(world);
    startOnce(world, true);
    expect(texts(world)).toEqual([failedSince('20.05.2026 13:00'), freshAt(NOON)]);
    startOnce(world);
    expect(texts(world)).toEqual([failedSince('20.05.2026 13:00'), failedSince(NOON)]);
  });

  it('goes with sheets that were renamed and tables that moved', () => {
    const world = reported(form);
    const user = userOf(world);
    user.rename(BRIEF, 'Май');
    user.insertRows('Май', 1, 2);
    user.insertColumns('Май', 1, 1);
    revoke(world);
    startOnce(world);
    expect(user.cell('Май', 'C3').value).toBe(failedSince(NOON));
    world.portal.change({ revoked: false });
    world.clock.advance(HOUR);
    refreshed(world);
    expect(texts(world, 'Май')).toEqual([freshAt('20.05.2026 13:00'), freshAt('20.05.2026 13:00')]);
    for (const a1 of ['A1', 'B1', 'C1', 'A2', 'A3']) expect(user.cell('Май', a1).value).toBe('');
  });

  it('is not there where something of a user’s stands, which stays', () => {
    const world = form.aWorld();
    connect(world);
    refreshed(world);
    userOf(world).enter(BRIEF, 'B1', 'Отчёт для Марии');
    userOf(world).enter(DETAIL, 'A1', '!');
    revoke(world);
    startOnce(world);
    world.portal.change({ revoked: false });
    refreshed(world);
    expect(texts(world)).toEqual(['Отчёт для Марии', '']);
    expect(faceOf(world, DETAIL).left?.value).toBe('!');
    expect(rules(world)).toEqual([]);
  });

  it('that is protected neither ends a refresh nor hides why one failed', () => {
    const world = reported(form);
    for (const name of [BRIEF, DETAIL]) userOf(world).protect(name, 'A1:B1');
    refreshed(world);
    revoke(world);
    startOnce(world);
    expect(progressOf(world)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining(CAUSE) as string,
    });
    expect(texts(world)).toEqual([freshAt(NOON), freshAt(NOON)]);
  });

  it('tells the cause of a refusal by its first sentence, which a sheet’s name does not cut', () => {
    const world = reported(form);
    userOf(world).rename(BRIEF, 'Счета. Май');
    userOf(world).insertColumns('Счета. Май', 4, 1);
    startOnce(world);
    const cause = 'Внутри таблицы листа «Счета. Май» вставлен столбец E.';
    expect(texts(world, 'Счета. Май')).toEqual([failedSince(NOON, cause), failedSince(NOON, cause)]);
  });

  it('says in a copy of the file what was true when it was made, and is red a day later', () => {
    const world = reported(form);
    const copy = world.spreadsheet.copyAs('1CopyOfTheSpreadsheet');
    const of = { ...world, spreadsheet: copy };
    world.simulator.passTime(27 * HOUR);
    expect([faceOf(of, BRIEF).text, lookNow(of)]).toEqual([freshAt(NOON), RED]);
  });
});
