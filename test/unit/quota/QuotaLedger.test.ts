import { QuotaLedger } from '../../../src/quota/QuotaLedger';
import { Locks } from '../../../simulator/services/Locks';
import { FakePropertyStore } from '../../support/FakePropertyStore';

const HOUR = 60 * 60 * 1000;

function aLedger() {
  const clock = { time: 1_000 * HOUR, now: () => clock.time, sleep: () => undefined };
  const properties = new FakePropertyStore();
  const locks = new Locks();
  const asked = { locks: 0 };
  const userLock = {
    tryLock: () => {
      asked.locks += 1;
      return locks.take('user', userLock);
    },
    releaseLock: () => {
      locks.release('user', userLock);
    },
  };
  const ledger = new QuotaLedger({ userProperties: properties, userLock, clock });
  return { clock, properties, locks, asked, ledger };
}

test('what is used adds up over the hours of a day', () => {
  const { clock, ledger } = aLedger();
  ledger.add({ requests: 10, triggerMilliseconds: 1_000 });
  ledger.add({ requests: 5, triggerMilliseconds: 0 });
  clock.time += 5 * HOUR;
  ledger.add({ requests: 1, triggerMilliseconds: 500 });
  expect(ledger.lastDay()).toEqual({ requests: 16, triggerMilliseconds: 1_500 });
});

test('what was used more than a day ago no longer counts and is not kept', () => {
  const { clock, properties, ledger } = aLedger();
  ledger.add({ requests: 10, triggerMilliseconds: 1_000 });
  clock.time += 25 * HOUR;
  expect(ledger.lastDay()).toEqual({ requests: 0, triggerMilliseconds: 0 });
  ledger.add({ requests: 2, triggerMilliseconds: 0 });
  expect(properties.getProperty('usage')).toBe(JSON.stringify([[1_025, 2, 0]]));
});

test.each([
  '[["x"]]',
  '{"every":1}',
  '"text"',
  '[[1000,1,1],7]',
  '[[1000,1,1],"txt"]',
  '[[1000,1,1],[1000,1]]',
  '[[1000,1,1],[1000,1,1,1]]',
  '[[1000,1,1],["1000",1,1]]',
  '[[1000,1,1],[1000,"1",1]]',
  '[[1000,1,1],[1000,1,"1"]]',
  '[[1000,1,1],[1000,1,null]]',
  '[[1000,1,1],{"length":3}]',
])('damaged counts are no counts: %s', (text) => {
  const { properties, ledger } = aLedger();
  properties.setProperty('usage', text);
  expect(ledger.lastDay()).toEqual({ requests: 0, triggerMilliseconds: 0 });
  ledger.add({ requests: 2, triggerMilliseconds: 3 });
  expect(properties.getProperty('usage')).toBe('[[1000,2,3]]');
});

test('what is counted for an hour that is still to come, by a clock that was wrong, does not count', () => {
  const { clock, properties, ledger } = aLedger();
  properties.setProperty('usage', '[[1000,1,10],[1001,2,20]]');
  expect(ledger.lastDay()).toEqual({ requests: 1, triggerMilliseconds: 10 });
  clock.time += HOUR;
  expect(ledger.lastDay()).toEqual({ requests: 3, triggerMilliseconds: 30 });
});

test('there is room when the oldest hours have passed, whichever store they are in', () => {
  const { clock, ledger } = aLedger();
  ledger.addIdle(7);
  clock.time += HOUR;
  ledger.add({ requests: 0, triggerMilliseconds: 5 });
  clock.time += HOUR;
  ledger.addIdle(3);
  const roomFor = (most: number) => ledger.roomAt(({ triggerMilliseconds: used }) => used <= most) / HOUR;
  expect([15, 14, 8, 7, 3, 2].map(roomFor)).toEqual([0, 1_025, 1_025, 1_026, 1_026, 1_027]);
});

test('where nothing at all is enough, room is expected when all is forgotten, and at once where nothing is used', () => {
  const { ledger } = aLedger();
  expect(ledger.roomAt(() => false)).toBe(0);
  ledger.add({ requests: 1, triggerMilliseconds: 1 });
  expect(ledger.roomAt(() => false)).toBe(1_025 * HOUR);
});

test('there is room again when enough of what was used is a day old', () => {
  const { clock, ledger } = aLedger();
  ledger.add({ requests: 10, triggerMilliseconds: 0 });
  clock.time += 2 * HOUR + 1;
  ledger.add({ requests: 5, triggerMilliseconds: 0 });
  const roomFor = (limit: number) => ledger.roomAt(({ requests }) => requests <= limit);
  expect([roomFor(15), roomFor(14), roomFor(5), roomFor(4)]).toEqual([
    0,
    1_025 * HOUR,
    1_025 * HOUR,
    1_027 * HOUR,
  ]);
});

test('what idle ticks use counts too, without a lock, and touches nothing of what refreshes have used', () => {
  const { ledger, properties, asked } = aLedger();
  ledger.add({ requests: 10, triggerMilliseconds: 1_000 });
  const before = properties.getProperty('usage');
  ledger.addIdle(200);
  ledger.addIdle(300);
  expect(ledger.lastDay()).toEqual({ requests: 10, triggerMilliseconds: 1_500 });
  expect([properties.getProperty('usage'), asked.locks]).toEqual([before, 1]);
});

test('is read and written under the lock of the person, which is free afterwards', () => {
  const { ledger, properties, locks } = aLedger();
  const isLocked: boolean[] = [];
  const look = (): void => void isLocked.push(!locks.take('user', look));
  const [read, write] = [properties.getProperty.bind(properties), properties.setProperty.bind(properties)];
  properties.getProperty = (key) => (look(), read(key));
  properties.setProperty = (key, value) => (look(), write(key, value));
  ledger.add({ requests: 1, triggerMilliseconds: 0 });
  expect(isLocked).toEqual([true, true]);
  look();
  expect(isLocked.at(-1)).toBe(false);
});

test('is counted also where somebody keeps the lock for too long', () => {
  const { ledger, locks } = aLedger();
  locks.take('user', {});
  ledger.add({ requests: 3, triggerMilliseconds: 4 });
  expect(ledger.lastDay()).toEqual({ requests: 3, triggerMilliseconds: 4 });
});
