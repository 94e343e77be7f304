/** What the sheets themselves say when unattended refreshes keep failing. */
import { connect, type World } from '../../world/make-world';
import { SpreadsheetUser } from '../../simulator/spreadsheet';
import { FORMS, type Form } from '../../world/forms';
import { page } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, picture } from '../../world/sheets';

const HOUR = 3_600_000;
const STALE =
  '⚠ Не обновляется с 20.05.2026 12:00: Портал не принял вебхук: он удалён, отключён, заблокирован, просрочен или его владельцу не хватает прав. Создайте вебхук от имени сотрудника с нужными правами и сохраните его в настройках.';

const noteOf = (world: World, name: string): string[] =>
  new SpreadsheetUser(world.spreadsheet).cell(name, 'B2').note.split('\n');
const notes = (world: World) => [noteOf(world, BRIEF), noteOf(world, DETAIL)];

/** A report of twelve o'clock that is to be refreshed every hour, by a webhook that is gone. */
function failing(form: Form, options: Parameters<Form['aWorld']>[0] = {}): World {
  const world = form.aWorld(options);
  connect(world, { scheduleHours: 1 });
  refreshed(world);
  world.portal.change({ revoked: true });
  return world;
}

describe.each(FORMS)('The notes of the $form form', (form) => {
  it('begin with the failure from the first one on, and are right again after the next success', () => {
    const world = failing(form);
    const [brief, detail] = notes(world);
    const before = picture(world);
    for (let time = 0; time < 2; time += 1) {
      world.simulator.passTime(HOUR + form.tick / 2);
      expect(notes(world)).toEqual([
        [STALE, ...(brief ?? [])],
        [STALE, ...(detail ?? [])],
      ]);
      expect(picture(world)).toEqual(before);
    }

    world.portal.change({ revoked: false });
    world.simulator.passTime(HOUR);
    for (const [first] of notes(world)) expect(first).toMatch(/^Период: /);
  });

  it('tell of failures that somebody saw, since others did not', () => {
    const world = failing(form);
    startOnce(world);
    for (const [first] of notes(world)) expect(first).toBe(STALE);
  });

  it('of the user’s own sheets stay, and a sheet that is gone is no hindrance', () => {
    const world = failing(form);
    const user = new SpreadsheetUser(world.spreadsheet);
    user.delete(DETAIL);
    user.addSheet(DETAIL);
    user.note(DETAIL, 'B2', 'Моя заметка');
    world.simulator.passTime(HOUR * 2 + form.tick / 2);
    const [[told] = [], own] = notes(world);
    expect(told).toBe(
      '⚠ Не обновляется с 20.05.2026 12:00: Лист «Полный» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.',
    );
    expect(own).toEqual(['Моя заметка']);
  });

  it('that cannot be set change nothing of how the refresh ended', () => {
    const world = failing(form);
    for (const name of [BRIEF, DETAIL]) new SpreadsheetUser(world.spreadsheet).protect(name, 'B2');
    world.simulator.passTime(HOUR * 2 + form.tick / 2);
    const { runs } = page(world).call('getStatus') as { runs: { state: string; message: string }[] };
    expect(runs.map(({ state }) => state)).toEqual(['failed', 'failed', 'done']);
    for (const { message } of runs.slice(0, 2)) expect(message).toContain('Портал не принял вебхук');
  });
});
