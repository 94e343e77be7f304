/** Google's daily quotas: a schedule that would exceed them is slowed before the platform refuses anything. */
import { connect, type World } from '../../world/make-world';
import { measuredCost, OWNER, type Execution } from '../../simulator';
import { BOUND, FORMS, PUBLISHED } from '../../world/forms';
import { duringRefresh, page } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Google, Apps Script quotas, consumer accounts. */
const TRIGGER_DAY = 90 * 60_000;
const REQUESTS_A_DAY = 20_000;
const LATER = 'Обновление по расписанию отложено: дневной лимит Google почти исчерпан.';

interface Status {
  readonly nextRun: string;
  readonly runs: readonly { how: string; state: string; message: string; startedAt: string | null }[];
}

const status = (world: World) => page(world).call('getStatus') as Status;
const mails = ({ simulator }: World) =>
  simulator.disclosures.filter(({ channel }) => channel === 'failure mail');
const isRefresh = ({ ledger }: Execution): boolean => ledger.of('UrlFetchApp.fetchAll') > 0;

describe.each([
  [PUBLISHED, 4],
  [BOUND, 2],
] as const)('Refreshes of five minutes every hour', (form, days) => {
  it(`of the ${form.form} form are slowed to what a day of triggers carries`, () => {
    const world = form.aWorld({ latency: 60_000, simulator: { cost: measuredCost } });
    connect(world, { scheduleHours: 1, cacheTtlSeconds: 0 });
    const ticks = world.simulator.passTime(days * DAY);
    const refreshes = ticks.filter(isRefresh);
    const took = refreshes.map(({ startedAt, finishedAt }) => finishedAt - startedAt);
    // Unslowed it would be too much: the test is about something.
    expect(24 * Math.min(...took)).toBeGreaterThan(TRIGGER_DAY);

    expect(ticks).toHaveLength((days * DAY) / form.tick);
    expect(mails(world)).toEqual([]);
    expect(world.simulator.state.quotas.used(OWNER, 'triggerRuntime')).toBeLessThan(TRIGGER_DAY);
    expect(refreshes.length).toBeGreaterThanOrEqual(days * 12);
    const { nextRun, runs } = status(world);
    const last = runs.find(({ startedAt }) => startedAt !== null)?.startedAt ?? '';
    expect(Date.parse(nextRun) - Date.parse(last)).toBeGreaterThan(HOUR);
    expect(runs[0]).toMatchObject({ how: 'schedule', state: 'paused', message: LATER });
  });
});

describe.each(FORMS)('A day whose requests are nearly used up in the $form form', ({ aWorld, tick }) => {
  /** As if the owner had refreshed large reports all morning, by Google's count and by the add-on's. */
  function usedUp(requests: number): World {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    startOnce(world);
    const { state, stored } = { state: world.simulator.state, stored: world.simulator.stored() };
    const usage = stored.find(({ key, store }) => key === 'usage' && store === `user:${OWNER}`);
    const hour = Math.floor(world.clock.now() / HOUR);
    expect(JSON.parse(usage?.value ?? '')).toEqual([[hour, state.quotas.used(OWNER, 'urlfetch'), 0]]);
    state.propertyStore(`user:${OWNER}`).setAll({ usage: JSON.stringify([[hour, requests, 0]]) });
    state.quotas.spend(OWNER, 'urlfetch', requests - state.quotas.used(OWNER, 'urlfetch'), REQUESTS_A_DAY);
    return world;
  }

  it('puts the schedule off until they are free again, and says so', () => {
    const world = usedUp(17_998);
    const ticks = world.simulator.passTime(HOUR + tick);
    expect(ticks.filter(isRefresh)).toEqual([]);
    // The hour from 9 to 10 is forgotten a day after its end.
    expect(status(world)).toMatchObject({
      nextRun: '2026-05-21T10:00:00.000Z',
      runs: [{ message: LATER }, {}],
    });
    const later = world.simulator.passTime(DAY + tick);
    expect(later.filter(isRefresh).length).toBeGreaterThan(0);
    expect(status(world).runs[0]).toMatchObject({ state: 'done', how: 'schedule' });
  });

  it('does not forbid a refresh by hand, which is told beforehand', () => {
    const world = usedUp(19_998);
    let message = '';
    duringRefresh(world, () => ({ message } = progressOf(world)));
    startOnce(world);
    expect(message).toBe(
      'Дневной лимит запросов Google почти исчерпан: обновление может прерваться до завтра.',
    );
  });

  it('ends a refresh that Google refuses in one sentence', () => {
    const world = usedUp(20_000);
    const { value } = startOnce(world);
    expect(value).toEqual({
      accepted: 'started',
      message: 'Дневной лимит запросов Google исчерпан. Обновите отчёт завтра.',
    });
  });
});
