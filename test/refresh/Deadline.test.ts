/** How much of an execution is left. */
import { Deadline, WORKING_MILLISECONDS } from '../../src/refresh/Deadline';
import { LIMITS, VirtualClock } from '../../simulator';

describe('a deadline', () => {
  it('is reached when the working time is used up, and not before', () => {
    const clock = new VirtualClock();
    const deadline = new Deadline(clock);
    clock.advance(WORKING_MILLISECONDS);
    expect(deadline.isBefore(0)).toBe(false);
    clock.advance(1);
    expect(deadline.isBefore(0)).toBe(true);
  });

  it('comes before whatever does not fit any more', () => {
    const clock = new VirtualClock();
    const deadline = new Deadline(clock);
    clock.advance(WORKING_MILLISECONDS - 5000);
    expect([deadline.isBefore(5000), deadline.isBefore(5001)]).toEqual([false, true]);
  });

  it("leaves a minute's request and the writing room before the platform's own end", () => {
    expect(WORKING_MILLISECONDS + 60_000).toBeLessThan(LIMITS.executionMilliseconds);
  });
});
