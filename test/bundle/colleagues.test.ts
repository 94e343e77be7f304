/** Several people at one spreadsheet: who may refresh, who waits, who may end it, who owns the connection. */
import { COLLEAGUE, connect } from '../../cli/world';
import {
  duringRefresh,
  killAt,
  lastText,
  MINUTE,
  page,
  TICK,
  triggers,
  worldOfThree,
} from './support/people';
import { progressOf, refreshed, startOnce } from './support/scenario';
import { BRIEF, column, picture } from './support/sheets';

describe('A colleague', () => {
  it('leaves one request, which the owner’s next tick carries out', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    world.data.addInvoice({ ID: 9 });
    const answer = page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    expect(answer).toEqual({
      accepted: 'queued',
      message: 'Запрос принят. Отчёт обновит подключение Анна Смирнова не позже 12:05.',
    });
    world.clock.advance(MINUTE);
    expect(page(world, COLLEAGUE).call('startRefresh', { briefOnly: true })).toMatchObject({
      accepted: 'queued',
    });
    expect(page(world).call('getStatus')).toMatchObject({
      waiting: { briefOnly: false, at: '2026-05-20T09:00:00.000Z', by: 'другой пользователь' },
    });
    world.simulator.passTime(TICK);
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3', '9']);
    const { waiting, runs } = page(world).call('getStatus') as { waiting: unknown; runs: { how: string }[] };
    expect([waiting, runs.map(({ how }) => how)]).toEqual([null, ['request', 'sidebar']]);
  });

  it('sees no webhook, and reads that the request was taken in passing', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    expect(page(world, COLLEAGUE).call('loadSettings')).toMatchObject({ webhookUrl: '' });
    world.simulator.run({ function: 'refreshReport', user: COLLEAGUE, via: 'menu' });
    expect(lastText(world, 'toast')).toContain('Запрос принят.');
    expect(lastText(world, 'alert')).toBeUndefined();
  });

  it('is not forgotten where the tick meets a refresh under way', () => {
    const world = worldOfThree();
    connect(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    duringRefresh(world, () => {
      world.simulator.hooks = {};
      world.simulator.run({ function: 'scheduledRefresh', via: 'timeTrigger' });
    });
    startOnce(world);
    expect(page(world).call('getStatus')).toMatchObject({ waiting: { briefOnly: false } });
    world.simulator.passTime(TICK);
    expect(page(world).call('getStatus')).toMatchObject({ waiting: null });
  });

  it('who saves a webhook takes over: the former owner’s next tick removes his trigger and webhook', () => {
    const world = worldOfThree();
    const { simulator, webhookUrl } = world;
    connect(world);
    refreshed(world);
    expect(page(world, COLLEAGUE).call('saveSettings', { webhookUrl })).toMatchObject({ ok: true });
    expect(page(world).call('loadSettings')).toMatchObject({ webhookUrl: '' });
    expect([triggers(world).length, triggers(world, COLLEAGUE).length]).toEqual([1, 1]);
    simulator.passTime(TICK);
    expect([triggers(world).length, triggers(world, COLLEAGUE).length]).toEqual([0, 1]);
    const secret = webhookUrl.split('/')[5] ?? '';
    const holders = simulator.stored().filter(({ value }) => value.includes(secret));
    expect(holders.map(({ store, kind }) => [store, kind])).toEqual([[`user:${COLLEAGUE}`, 'property']]);
    expect(page(world).call('startRefresh', { briefOnly: false })).toMatchObject({ accepted: 'queued' });
    expect(startOnce(world, false, COLLEAGUE).value).toMatchObject({ accepted: 'started' });
  });
});

describe('A second refresh', () => {
  it('while one is under way is told who is at it, since when and how far', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    let answer: unknown;
    duringRefresh(world, () => {
      world.simulator.hooks = {};
      answer = page(world).call('startRefresh', { briefOnly: true });
    });
    refreshed(world);
    expect(answer).toEqual({
      accepted: 'busy',
      message:
        'Отчёт уже обновляет Анна Смирнова с 12:00: 0 из 0. Дождитесь окончания или отмените обновление.',
    });
  });
});

describe('Cancelling', () => {
  it.each([1, 2, 3])(
    'by a colleague after wave %d ends the refresh within five seconds and leaves the sheets',
    (wave) => {
      const latency = 2_000;
      const world = worldOfThree({ latency });
      connect(world);
      refreshed(world);
      const before = picture(world);
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
      page(world).call('clearCache');
      let askedAt = 0;
      duringRefresh(
        world,
        () => {
          askedAt = world.clock.now();
          const answer = page(world, COLLEAGUE).call('cancelRefresh');
          expect(answer).toEqual({
            accepted: true,
            message: 'Обновление будет отменено через несколько секунд.',
          });
        },
        wave,
      );
      const { finishedAt } = startOnce(world);
      expect(askedAt).toBeGreaterThan(0);
      expect(finishedAt - askedAt).toBeLessThanOrEqual(5_000 + latency);
      expect(progressOf(world)).toMatchObject({
        state: 'cancelled',
        message: 'Обновление отменено, листы не изменились.',
      });
      expect(picture(world)).toEqual(before);
    },
  );

  it('when nothing is under way is refused in one sentence', () => {
    const world = worldOfThree();
    expect(page(world, COLLEAGUE).call('cancelRefresh')).toEqual({
      accepted: false,
      message: 'Сейчас отчёт не обновляется.',
    });
  });

  it('does not end the refresh after the cancelled one', () => {
    const world = worldOfThree();
    connect(world);
    duringRefresh(world, () => page(world, COLLEAGUE).call('cancelRefresh'));
    startOnce(world);
    expect(progressOf(world).state).toBe('cancelled');
    world.simulator.hooks = {};
    refreshed(world);
  });
});

describe('An execution that the platform ended', () => {
  it('is told as failed after seven minutes of silence', () => {
    const world = worldOfThree();
    connect(world);
    killAt(world, 'UrlFetchApp.fetchAll');
    startOnce(world);
    world.simulator.hooks = {};
    world.clock.advance(7 * MINUTE);
    expect(progressOf(world).state).toBe('running');
    world.clock.advance(1);
    expect(progressOf(world)).toMatchObject({
      state: 'failed',
      message: 'Обновление прервано платформой. Запустите ещё раз.',
    });
    refreshed(world);
  });
});
