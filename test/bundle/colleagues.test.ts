/** Several people at one spreadsheet: who may refresh, who waits, who may end it, who owns the connection. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { FORMS } from '../../world/forms';
import { duringRefresh, killAt, lastText, MINUTE, page, worldOfThree } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DETAIL } from '../../world/sheets';

/** Calls of properties and locks that a tick makes at most until it has forgotten the request. */
const MOST_MOMENTS = 80;

describe.each(FORMS)('A colleague of the $form form', ({ aWorld, tick, form }) => {
  const waiting = (world: World): unknown => (page(world).call('getStatus') as { waiting: unknown }).waiting;
  const runs = (world: World): string[] => {
    const { runs: last } = page(world).call('getStatus') as { runs: { how: string; state: string }[] };
    return last.map(({ how, state }) => `${how} ${state}`);
  };

  it('leaves one request, which the owner’s next tick carries out', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    world.data.addInvoice({ ID: 9 });
    const answer = page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
    const time = form === 'bound' ? '12:05' : '13:00';
    expect(answer).toEqual({
      accepted: 'queued',
      message: `Запрос принят: отчёт обновится не позже ${time} через подключение владельца (Анна Смирнова).`,
    });
    world.clock.advance(MINUTE);
    expect(page(world, COLLEAGUE).call('startRefresh', { briefOnly: true })).toMatchObject({
      accepted: 'queued',
    });
    expect(waiting(world)).toEqual({
      ...{ briefOnly: false, at: '2026-05-20T09:00:00.000Z', by: 'другой пользователь' },
    });
    world.simulator.passTime(tick);
    expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3', '9']);
    world.simulator.passTime(tick * 2);
    expect([waiting(world), runs(world)]).toEqual([null, ['request done', 'sidebar done']]);
  });

  it.each([
    ['both sheets after the brief one', true, false],
    ['the brief sheet after both', false, true],
  ])('who wishes %s with others makes the next tick refresh both', (_, first, second) => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: first });
    page(world, 'third@example.com').call('startRefresh', { briefOnly: second });
    world.simulator.passTime(tick);
    expect([column(world, BRIEF, 'B'), column(world, DETAIL, 'B')]).toEqual([['Новый', '2', '3'], ['Новый']]);
    expect(waiting(world)).toBeNull();
  });

  it('who wishes both sheets at whatever moment of a tick that makes the brief one gets both', () => {
    /** When the wish before that call of the tick is carried out, null where there are not so many. */
    const wishedBefore = (call: number): 'this tick' | 'next tick' | 'turned away' | null => {
      const world = aWorld();
      connect(world);
      page(world, COLLEAGUE).call('startRefresh', { briefOnly: true });
      const answers: unknown[] = [];
      let calls = 0;
      world.simulator.hooks = {
        before: ({ member }) => {
          if (!/^(Properties|Lock)\./.test(member)) return;
          calls += 1;
          if (calls !== call) return;
          world.simulator.hooks = {};
          const wish = { function: 'startRefresh', args: [{ briefOnly: false }], user: 'third@example.com' };
          answers.push(world.simulator.run({ ...wish, via: 'page' }));
        },
      };
      world.simulator.passTime(tick);
      world.simulator.hooks = {};
      const [answer] = answers as { error: { message: string } | null; value: unknown }[];
      if (answer === undefined) return null;
      // Here the tick cannot go on while the other waits for the lock.
      if (answer.error?.message.startsWith('Настройки сейчас') === true) return 'turned away';
      expect(answer).toMatchObject({ error: null, value: { accepted: 'queued' } });
      const isServed = waiting(world) === null;
      world.simulator.passTime(tick);
      expect([call, waiting(world), column(world, DETAIL, 'B')]).toEqual([call, null, ['1']]);
      return isServed ? 'this tick' : 'next tick';
    };
    const became: unknown[] = [];
    while (became.length < MOST_MOMENTS && became[became.length - 1] !== 'next tick')
      became.push(wishedBefore(became.length + 1));
    expect(became[became.length - 1]).toBe('next tick');
    expect(became.filter((what) => what === 'this tick').length).toBeGreaterThan(became.length / 2);
  });

  it('reads the time of the spreadsheet’s zone', () => {
    const world = aWorld({ spreadsheet: { timeZone: 'Asia/Vladivostok' } });
    connect(world);
    const { message } = page(world, COLLEAGUE).call('startRefresh', {}) as { message: string };
    expect(message).toContain(form === 'bound' ? 'не позже 19:05 ' : 'не позже 20:00 ');
  });

  it('sees no webhook, and reads that the request was taken in passing', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    expect(page(world, COLLEAGUE).call('loadSettings')).toMatchObject({ webhookUrl: '' });
    world.simulator.run({ function: 'refreshReport', user: COLLEAGUE, via: 'menu' });
    expect(lastText(world, 'toast')).toContain('Запрос принят:');
    expect(lastText(world, 'alert')).toBeUndefined();
  });

  it('is not forgotten where the tick meets a refresh under way', () => {
    const world = aWorld();
    connect(world);
    duringRefresh(world, () => {
      world.simulator.hooks = {};
      page(world, COLLEAGUE).call('startRefresh', { briefOnly: false });
      world.simulator.run({ function: 'scheduledRefresh', via: 'timeTrigger' });
    });
    startOnce(world);
    expect(waiting(world)).toMatchObject({ briefOnly: false });
    world.simulator.passTime(tick);
    expect(waiting(world)).toBeNull();
  });

  it.each([
    ['both sheets', 'both sheets', false, false, true],
    ['both sheets', 'the brief one', false, true, false],
    ['the brief one', 'both sheets', true, false, true],
    ['the brief one', 'the brief one', true, true, true],
  ])(
    'who wished %s is served by the owner who refreshes %s himself: %#',
    (...[, , wished, made, isServed]) => {
      const world = aWorld();
      connect(world);
      page(world, COLLEAGUE).call('startRefresh', { briefOnly: wished });
      expect(page(world).call('startRefresh', { briefOnly: made })).toMatchObject({ accepted: 'started' });
      expect(waiting(world) === null).toBe(isServed);
      world.simulator.passTime(tick * 2);
      expect(runs(world)).toEqual(isServed ? ['sidebar done'] : ['request done', 'sidebar done']);
    },
  );

  it('who asks while the owner refreshes gets a refresh of his own afterwards, one tick later at most', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    let message = '';
    duringRefresh(world, () => {
      ({ message } = page(world, COLLEAGUE).call('startRefresh', {}) as { message: string });
    });
    startOnce(world);
    world.simulator.hooks = {};
    expect(message).toContain(form === 'bound' ? 'не позже 12:10 ' : 'не позже 14:00 ');
    world.simulator.passTime(tick * 2);
    expect([waiting(world), runs(world)]).toEqual([null, ['request done', 'sidebar done', 'sidebar done']]);
  });

  it('who asks while his own request is carried out is served again at the next tick', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    const ask = () => page(world, COLLEAGUE).call('startRefresh', {});
    ask();
    duringRefresh(world, ask);
    world.simulator.passTime(tick);
    world.simulator.hooks = {};
    expect(waiting(world)).not.toBeNull();
    world.simulator.passTime(tick * 2);
    expect([waiting(world), runs(world)]).toEqual([null, ['request done', 'request done', 'sidebar done']]);
  });

  it('is told no where the owner has disconnected, and leaves nothing', () => {
    const world = aWorld();
    connect(world);
    page(world).call('saveSettings', { webhookUrl: '' });
    expect(page(world, COLLEAGUE).call('startRefresh', {})).toEqual({
      accepted: 'refused',
      message: 'Подключение к Bitrix24 не настроено. Откройте в меню «Настройки» и сохраните вебхук.',
    });
    expect(waiting(world)).toBeNull();
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
