/** Whose connection it is: taken over, removed, robbed of its rights, or left without a trigger. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { OWNER } from '../../simulator';
import { FORMS } from '../../world/forms';
import { lastText, page, triggers } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, picture } from '../../world/sheets';
import { slowWorld } from './support/long-worlds';

const HOUR = 3_600_000;
const STOPPED =
  'Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, владельцу подключения нужно сохранить настройки ещё раз.';

interface Status {
  readonly owner: string | null;
  readonly nextRun: string | null;
  readonly runs: readonly { how: string; state: string; by: string; message: string }[];
}

const status = (world: World, user = OWNER) => page(world, user).call('getStatus') as Status;

describe.each(FORMS)('The connection of the $form form', ({ aWorld, tick }) => {
  it('goes to a colleague who saves a webhook, and the former owner’s next tick leaves nothing of his', () => {
    const world = aWorld();
    const { simulator, webhookUrl } = world;
    connect(world);
    refreshed(world);
    expect(page(world, COLLEAGUE).call('saveSettings', { webhookUrl })).toMatchObject({ ok: true });
    expect(page(world).call('loadSettings')).toMatchObject({ webhookUrl: '' });
    expect([triggers(world).length, triggers(world, COLLEAGUE).length]).toEqual([1, 1]);
    simulator.passTime(tick);
    expect([triggers(world).length, triggers(world, COLLEAGUE).length]).toEqual([0, 1]);
    const secret = webhookUrl.split('/')[5] ?? '';
    const holders = simulator.stored().filter(({ value }) => value.includes(secret));
    expect(holders.map(({ store, kind }) => [store, kind])).toEqual([[`user:${COLLEAGUE}`, 'property']]);
    expect(page(world).call('startRefresh', { briefOnly: false })).toMatchObject({ accepted: 'queued' });
    expect(startOnce(world, false, COLLEAGUE).value).toMatchObject({ accepted: 'started' });
  });

  it('that lost its rights in the CRM, or its webhook, says why and leaves the sheets', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    const before = picture(world);
    world.portal.change({ revoked: true });
    world.simulator.passTime(HOUR + tick);
    expect(status(world).runs[0]).toMatchObject({
      how: 'schedule',
      state: 'failed',
      message: expect.stringContaining('Портал не принял вебхук: он удалён') as string,
    });
    expect(picture(world)).toEqual(before);
    world.portal.change({ revoked: false });
    world.simulator.passTime(HOUR + tick);
    expect(status(world).runs[0]).toMatchObject({ how: 'schedule', state: 'done' });
  });

  it('whose owner may not open the document any more is told as stopped, and a colleague may take it over', () => {
    const world = aWorld();
    const { simulator, webhookUrl } = world;
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    simulator.takeAccessFrom(OWNER);
    simulator.passTime(4 * tick);
    expect(status(world, COLLEAGUE)).toMatchObject({ nextRun: null, runs: [{ message: STOPPED }, {}] });
    expect(page(world, COLLEAGUE).call('startRefresh', {})).toMatchObject({
      accepted: 'queued',
      message: expect.stringContaining(
        'попросите владельца подключения (Анна Смирнова) сохранить настройки',
      ) as string,
    });
    page(world, COLLEAGUE).call('saveSettings', { webhookUrl });
    simulator.passTime(tick);
    expect(status(world, COLLEAGUE)).toMatchObject({
      nextRun: expect.any(String) as string,
      runs: [{ how: 'request', state: 'done' }, {}],
    });
    expect(column(world, BRIEF, 'B')).toHaveLength(3);
  });
});

describe.each(FORMS)('The trigger of the $form form', ({ aWorld, tick }) => {
  const clicks: [string, (world: World) => unknown][] = [
    ['saving the settings', (world) => page(world).call('saveSettings', { excludeFailed: false })],
    ['refreshing', (world) => startOnce(world)],
  ];

  it.each(clicks)('that its owner deleted is missed at once and made anew by %s', (_, click) => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    const { triggers: installed } = world.simulator.state;
    for (const { id } of triggers(world)) installed.remove(id);
    expect(status(world)).toMatchObject({ nextRun: null, runs: [{ state: 'failed', message: STOPPED }, {}] });
    click(world);
    expect(triggers(world)).toHaveLength(1);
    expect(status(world).nextRun).toBe('2026-05-20T10:00:00.000Z');
    world.simulator.passTime(HOUR + tick);
    expect(status(world).runs[0]).toMatchObject({ how: 'schedule', state: 'done' });
  });

  it.each(clicks)(
    'that the platform disabled is missed after three ticks and made anew by %s',
    (_, click) => {
      const world = aWorld();
      connect(world, { scheduleHours: 1 });
      refreshed(world);
      for (const trigger of triggers(world)) trigger.disabledBecause = 'repeated authorization failures';
      world.simulator.passTime(tick * 3 + 1);
      expect(status(world, COLLEAGUE)).toMatchObject({ nextRun: null, runs: [{ message: STOPPED }, {}] });
      click(world);
      expect(triggers(world)).toHaveLength(1);
      expect(triggers(world)[0]?.disabledBecause).toBeNull();
      expect(status(world, COLLEAGUE).nextRun).not.toBeNull();
      world.simulator.passTime(HOUR + tick);
      expect(status(world).runs[0]).toMatchObject({ how: 'schedule', state: 'done' });
    },
  );

  it('is not made for a colleague who saves settings', () => {
    const world = aWorld();
    connect(world);
    page(world, COLLEAGUE).call('saveSettings', { scheduleHours: 4 });
    expect([triggers(world).length, triggers(world, COLLEAGUE).length]).toEqual([1, 0]);
    expect(status(world, COLLEAGUE).nextRun).not.toBeNull();
  });
});

describe('A refresh that is paused', () => {
  it('under the former owner is over at the take-over, and begun anew in the new owner’s name', () => {
    const world = slowWorld();
    startOnce(world);
    expect(progressOf(world).state).toBe('paused');
    page(world, COLLEAGUE).call('saveSettings', { webhookUrl: world.webhookUrl });
    startOnce(world, false, COLLEAGUE);
    const { runs } = status(world, COLLEAGUE);
    expect(runs[0]).toMatchObject({ state: 'cancelled', by: 'другой пользователь' });
    while (progressOf(world).state === 'paused') startOnce(world, false, COLLEAGUE);
    expect(status(world, COLLEAGUE).runs[0]).toMatchObject({ state: 'done', by: 'Анна Смирнова' });
  });

  it('goes before a colleague’s request, which the next tick carries out', () => {
    const world = slowWorld();
    startOnce(world);
    page(world, COLLEAGUE).call('startRefresh', { briefOnly: true });
    world.simulator.run({ function: 'scheduledRefresh', via: 'timeTrigger' });
    expect(status(world)).toMatchObject({ waiting: { briefOnly: true } });
    expect(lastText(world, 'alert')).toBeUndefined();
  });
});
