/** Days of ticks that come some seconds early or late: every refresh that was due, and none twice. */
import { Random } from '../../portal/data/Random';
import { SCHEDULE_HOURS } from '../../src/settings/Settings';
import { tickMilliseconds } from '../../src/state/tick-interval';
import { Installation, OWNER } from '../unit/refresh/an-installation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far a tick may be off its minute. */
const JITTER = 30_000;

/** The times at which the refreshes of those days were begun. */
function refreshesOf(isPublished: boolean, days: number, scheduleHours: number, dice: Random): number[] {
  const installation = new Installation(undefined, { isPublished, portal: { limits: 'off' } });
  installation.connect({ scheduleHours });
  const every = tickMilliseconds(isPublished);
  const begun = installation.clock.now() + Math.floor(dice.next() * (every - JITTER)) + JITTER;
  const starts = new Set<number>();
  for (let tick = 0; tick < (days * DAY) / every; tick += 1) {
    const time = begun + tick * every + Math.floor((dice.next() * 2 - 1) * JITTER);
    installation.clock.advance(Math.max(0, time - installation.clock.now()));
    installation.openedBy(OWNER).tick.run();
    const { startedAt } = installation.document.run();
    if (startedAt !== null) starts.add(Date.parse(startedAt));
  }
  return [...starts];
}

// A tick every five minutes is twelve times the work of one an hour.
describe.each([
  [2, 'bound', false],
  [7, 'published', true],
])('In %d days of the %s form', (days, _, isPublished) => {
  it.each(SCHEDULE_HOURS)('a refresh every %d hours happens as often as that makes', (hours) => {
    const starts = refreshesOf(isPublished, days, hours, new Random(hours + 1));
    expect(starts).toHaveLength(hours === 0 ? 0 : (days * DAY) / HOUR / hours);
    for (const [index, start] of starts.entries()) {
      const nominal = (starts[0] ?? 0) + index * hours * HOUR;
      expect(Math.abs(start - nominal)).toBeLessThanOrEqual(2 * JITTER);
    }
  });
});
