/** How much of an execution is left. */
import { Deadline, WORKING_MILLISECONDS } from '../../../src/refresh/Deadline';
import { LIMITS, VirtualClock } from '../../../simulator';

describe('a deadline', () => {
  it('is reached when the working time is used up, and not before', () => {
    const clock = new VirtualClock();
    const deadline = new Deadline(clock);
    clock.advance(WORKING_MILLISECONDS);
    expect(deadline.leavesTimeFor(0)).toBe(true);
    clock.advance(1);
    expect(deadline.leavesTimeFor(0)).toBe(false);
  });

  it('comes before whatever does not fit any more', () => {
    const clock = new VirtualClock();
    const deadline = new Deadline(clock);
    clock.advance(WORKING_MILLISECONDS - 5000);
    expect([deadline.leavesTimeFor(5000), deadline.leavesTimeFor(5001)]).toEqual([true, false]);
  });

  it("leaves a minute's request and the writing room before the platform's own end", () => {
    expect(WORKING_MILLISECONDS + 60_000).toBeLessThan(LIMITS.executionMilliseconds);
  });
});
