/** One refresh at a time: who comes second, who may end it, and what becomes of one that the platform ended. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import type { PlatformCall } from '../../simulator';
import { FORMS } from '../../world/forms';
import { draftOf, slowWorld, worldOf } from './support/long-worlds';
import { duringRefresh, killAt, MINUTE, page } from '../../world/people';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, picture } from '../../world/sheets';

const CANCELLED = 'Обновление отменено, листы не изменились.';
const ACCEPTED = { accepted: true, message: 'Обновление будет отменено через несколько секунд.' };

/** The colleague cancels at the first call that the condition is true of; gives when, and what he is told. */
function cancelAt(world: World, isMoment: (call: PlatformCall) => boolean, when: 'before' | 'after') {
  const asked = { at: 0, answer: null as unknown };
  world.simulator.hooks = {
    [when]: (call: PlatformCall) => {
      if (asked.at > 0 || call.user === COLLEAGUE || !isMoment(call)) return;
      asked.at = world.clock.now();
      asked.answer = page(world, COLLEAGUE).call('cancelRefresh');
    },
  };
  return asked;
}

describe.each(FORMS)('Cancelling a refresh of the $form form', ({ aWorld }) => {
  it('is granted whenever it is accepted, and accepted unless the sheets are being written', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    const ends = new Set<string>();
    for (let nth = 1; ; nth += 1) {
      let calls = 0;
      const asked = cancelAt(
        world,
        ({ member }) => member.startsWith('Properties.') && ++calls === nth,
        'before',
      );
      startOnce(world);
      world.simulator.hooks = {};
      if (asked.answer === null) break;
      const { accepted } = asked.answer as { accepted: boolean };
      const { state } = progressOf(world);
      ends.add(state);
      expect([nth, state]).toEqual([nth, accepted ? 'cancelled' : 'done']);
    }
    expect(ends).toEqual(new Set(['done', 'cancelled']));
  });
});

describe.each(FORMS)('A second refresh of the $form form', ({ aWorld }) => {
  it('is told how far the first one is, and leaves it alone', () => {
    const world = aWorld({ latency: 4_000, spreadsheet: { timeZone: 'Asia/Vladivostok' } });
    connect(world);
    refreshed(world);
    page(world).call('clearCache');
    const answers: unknown[] = [];
    duringRefresh(world, () => answers.push(page(world).call('startRefresh', {})), 4);
    refreshed(world);
    expect(answers).toEqual([
      {
        accepted: 'busy',
        message: expect.stringMatching(
          /^Отчёт уже обновляет Анна Смирнова с 19:00: \d из 3\. Дождитесь окончания или отмените обновление\.$/,
        ) as string,
      },
    ]);
  });

  it('may begin after one that the platform ended, which is remembered as failed', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    world.simulator.hooks = {};
    world.clock.advance(7 * MINUTE + 1);
    expect(progressOf(world, COLLEAGUE)).toMatchObject({
      state: 'failed',
      message: 'Обновление прервано платформой. Запустите ещё раз.',
    });
    refreshed(world);
    const { runs } = page(world).call('getStatus') as { runs: { state: string; message: string }[] };
    expect(runs.map(({ state }) => state)).toEqual(['done', 'failed', 'done']);
    expect(runs[1]?.message).toBe('Обновление прервано платформой. Запустите ещё раз.');
  });
});

describe('Cancelling by a colleague', () => {
  it('while the bucket is waited for ends the refresh within five seconds', () => {
    const world = worldOf(120);
    const asked = cancelAt(world, ({ member }) => member === 'Utilities.sleep', 'before');
    const { finishedAt } = startOnce(world);
    expect(asked.answer).toEqual(ACCEPTED);
    expect(finishedAt - asked.at).toBeLessThanOrEqual(5_000);
    expect(progressOf(world)).toMatchObject({ state: 'cancelled', message: CANCELLED });
    expect(world.spreadsheet.sheetNamed(BRIEF)).toBeUndefined();
  });

  it.each(FORMS)('while the sheets are written is refused, and the sheets are wholly new ($form)', (form) => {
    const world = form.aWorld();
    connect(world);
    refreshed(world);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    const asked = cancelAt(world, ({ member }) => member === 'Range.setValues', 'after');
    refreshed(world);
    expect(asked.answer).toEqual({
      accepted: false,
      message: 'Листы уже записываются, отменить обновление нельзя. Подождите несколько секунд.',
    });
    expect(column(world, BRIEF, 'B')).toEqual(['Новый', '2', '3']);
    expect(progressOf(world).state).toBe('done');
  });

  it('at the last moment before the writing leaves the sheets wholly old', () => {
    const world = worldOf(3);
    refreshed(world);
    const before = picture(world);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    let waves = 0;
    const total = 1 + world.portal.requests.length;
    const asked = cancelAt(
      world,
      ({ member }) => {
        if (member === 'UrlFetchApp.fetchAll') waves += 1;
        // The sheets are looked at for what could refuse the writing.
        return waves > 0 && waves < total && member === 'Range.canEdit';
      },
      'after',
    );
    startOnce(world);
    expect(asked.answer).toEqual(ACCEPTED);
    expect(progressOf(world)).toMatchObject({ state: 'cancelled', message: CANCELLED });
    expect(picture(world)).toEqual(before);
  });

  it('while the refresh is being paused ends it, and no draft is left', () => {
    const world = slowWorld();
    refresh(world);
    page(world).call('clearCache');
    const asked = cancelAt(world, ({ member }) => member === 'Spreadsheet.insertSheet', 'after');
    startOnce(world);
    expect(asked.answer).toEqual(ACCEPTED);
    expect(progressOf(world)).toMatchObject({ state: 'cancelled', message: CANCELLED });
    expect(draftOf(world)).toBeUndefined();
  });
});
