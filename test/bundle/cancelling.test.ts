/** Who ends a refresh, or takes back what waits for one: anybody who may edit. */
import { OWNER } from '../../simulator';
import { COLLEAGUE, connect } from '../../world/make-world';
import { duringRefresh, MINUTE, page, worldOfThree } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { picture } from '../../world/sheets';

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

  it.each([
    ['the owner', OWNER],
    ['the colleague', COLLEAGUE],
    ['anybody else', 'third@example.com'],
  ])('by %s while a request waits takes the request away', (_, user) => {
    const world = worldOfThree();
    connect(world);
    page(world, COLLEAGUE).call('startRefresh', {});
    expect(page(world, user).call('cancelRefresh')).toEqual({
      accepted: true,
      message: 'Запрос на обновление отклонён, листы не изменились.',
    });
    world.simulator.passTime(10 * MINUTE);
    expect(page(world).call('getStatus')).toMatchObject({ waiting: null, runs: [] });
    expect(page(world, user).call('cancelRefresh')).toMatchObject({ accepted: false });
  });

  it('a refresh leaves the request that waits behind it, which the next tick carries out', () => {
    const world = worldOfThree();
    connect(world);
    duringRefresh(world, () => {
      world.simulator.hooks = {};
      page(world, COLLEAGUE).call('startRefresh', {});
      page(world).call('cancelRefresh');
    });
    startOnce(world);
    expect(progressOf(world).state).toBe('cancelled');
    expect(page(world).call('getStatus')).toMatchObject({ waiting: { briefOnly: false } });
    world.simulator.passTime(5 * MINUTE);
    expect(progressOf(world).state).toBe('done');
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
