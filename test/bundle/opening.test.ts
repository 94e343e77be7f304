/** Whoever opens the spreadsheet is told in passing where the report is not what it seems. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { BOUND } from '../../world/forms';
import { triggers } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { OWNER } from '../../simulator';

const HOUR = 3_600_000;

/** What opening comes to, and what it says and asks. */
function opened({ simulator, spreadsheet, portal }: World, user = OWNER) {
  const [said, asked] = [spreadsheet.toasts.length, portal.requests.length];
  const { outcome } = simulator.open(user);
  return {
    outcome,
    toasts: spreadsheet.toasts.slice(said).map(({ message }) => message),
    requests: portal.requests.length - asked,
  };
}

const told = (...toasts: string[]) => ({ outcome: 'returned', toasts, requests: 0 });
const NOTHING = told();

function withReport(): World {
  const world = BOUND.aWorld();
  connect(world, { scheduleHours: 4 });
  refreshed(world);
  return world;
}

describe('opening the spreadsheet', () => {
  it('says nothing where nobody has connected a portal yet, nor of a fresh report', () => {
    expect([opened(BOUND.aWorld()), opened(withReport()), opened(withReport(), COLLEAGUE)]).toEqual([
      NOTHING,
      NOTHING,
      NOTHING,
    ]);
  });

  it('tells everybody that the last refresh failed, until one succeeds', () => {
    const world = withReport();
    world.portal.change({ state: 'unpaid' });
    startOnce(world);
    const failure = told(
      'Последнее обновление отчёта не удалось. Тариф портала не даёт доступа к REST API. Оплатите тариф или подписку на Маркет и обновите отчёт.',
    );
    expect([opened(world), opened(world, COLLEAGUE)]).toEqual([failure, failure]);
    world.portal.change({ state: 'open' });
    refreshed(world);
    expect(opened(world)).toEqual(NOTHING);
  });

  it('tells since when a stopped trigger has left the report alone', () => {
    const world = withReport();
    for (const { id } of triggers(world)) world.simulator.state.triggers.remove(id);
    world.clock.advance(11 * HOUR);
    expect(opened(world)).toEqual(
      told('Отчёт не обновляется с 20.05.2026 12:00. Причину покажет «Состояние» в меню отчёта.'),
    );
  });
});
