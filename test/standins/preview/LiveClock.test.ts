import { LiveClock, type Waiting } from '../../../preview/thread/LiveClock';

/** Virtual milliseconds in a real one: tests do not wait. */
const FAST = 1_000_000;

const clockWith = (waiting: Partial<Waiting>): LiveClock =>
  new LiveClock(1_000, () => FAST, {
    isRunning: () => true,
    isHurried: () => false,
    meanwhile: () => undefined,
    ...waiting,
  });

describe('The preview’s clock', () => {
  it('jumps over a sleep while nothing runs and lets nobody in', () => {
    const meanwhile = jest.fn();
    const clock = clockWith({ isRunning: () => false, meanwhile });
    clock.sleep(3_600_000);
    expect([clock.now(), meanwhile.mock.calls.length]).toEqual([3_601_000, 0]);
  });

  it('lets others in while a script waits', () => {
    const seen: number[] = [];
    const clock = clockWith({ meanwhile: () => void seen.push(clock.now()) });
    clock.sleep(50_000_000);
    expect(seen).toEqual([20_001_000, 40_001_000, 50_001_000]);
  });

  it('counts what others slept meanwhile to the wait', () => {
    let isNested = false;
    const clock = clockWith({
      meanwhile: () => {
        if (isNested) return;
        isNested = true;
        clock.sleep(70_000_000);
        isNested = false;
      },
    });
    clock.sleep(50_000_000);
    expect(clock.now()).toBe(90_001_000);
  });

  it('keeps nobody waiting once it is hurried', () => {
    let isHurried = false;
    const meanwhile = jest.fn(() => (isHurried = true));
    const clock = clockWith({ isHurried: () => isHurried, meanwhile });
    clock.sleep(500_000_000);
    expect([clock.now(), meanwhile.mock.calls.length]).toEqual([500_001_000, 1]);
  });

  it('tells whole milliseconds', () => {
    const clock = clockWith({});
    clock.sleep(0.4);
    expect(clock.now()).toBe(1_000);
  });
});
