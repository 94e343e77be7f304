import type { Hooks } from '../../../../simulator';
import { aSimulator, thrownBy, valueOf } from '../../../support/a-simulator';

const TWO = `
  function holder() { const lock = LockService.getDocumentLock(); lock.waitLock(0); console.log('now'); return lock.hasLock(); }
  function rival() { return LockService.getDocumentLock().tryLock(3000); }
  function impatient() { LockService.getDocumentLock().waitLock(1000); }`;

const during = (run: () => void): Hooks => ({
  before: (call) => (call.function === 'holder' && call.member === 'console.log' ? run() : undefined),
});

test('nothing is held until it is taken; taking twice is taking once; releasing without holding does nothing', () => {
  expect(
    valueOf(`const lock = LockService.getScriptLock(); lock.releaseLock();
      const states = [lock.hasLock(), lock.tryLock(0), LockService.getScriptLock().tryLock(0), lock.hasLock()];
      lock.releaseLock();
      return states.concat(lock.hasLock()).join()`),
  ).toBe('false,true,true,true,false');
});

test('another execution waits its time and does not get the lock; it is free when the holder ends', () => {
  const simulator = aSimulator(TWO);
  const seen: unknown[] = [];
  simulator.hooks = during(() => {
    const { value, startedAt, finishedAt } = simulator.run({ function: 'rival', user: 'boris', via: 'page' });
    seen.push(value, finishedAt - startedAt);
  });

  expect(simulator.run({ function: 'holder', via: 'menu' }).value).toBe(true);
  expect(seen).toEqual([false, 3000]);
  expect(simulator.run({ function: 'rival', user: 'boris', via: 'page' }).value).toBe(true);
});

test('waitLock says in Google words that it waited in vain', () => {
  const simulator = aSimulator(TWO);
  let message: string | undefined;
  simulator.hooks = during(() => {
    message = simulator.run({ function: 'impatient', via: 'page' }).error?.message;
  });
  simulator.run({ function: 'holder', via: 'menu' });

  expect(message).toBe('Lock timeout: another process was holding the lock for too long.');
});

test('a killed holder has its lock taken away', () => {
  const simulator = aSimulator(TWO);
  simulator.hooks = { before: (call) => (call.member === 'console.log' ? call.kill() : undefined) };
  simulator.run({ function: 'holder', via: 'menu' });

  expect(simulator.run({ function: 'rival', via: 'page' }).value).toBe(true);
});

test('a user lock keeps out only the same user', () => {
  const simulator = aSimulator(TWO.replace(/Document/g, 'User'));
  const values: unknown[] = [];
  simulator.hooks = during(() => {
    for (const user of ['anna', 'boris'])
      values.push(simulator.run({ function: 'rival', user, via: 'page' }).value);
  });
  simulator.run({ function: 'holder', user: 'anna', via: 'menu' });

  expect(values).toEqual([false, true]);
});

test('alert drops the locks, and somebody else may take them while the question stands', () => {
  const simulator = aSimulator(
    `function holder() {
       const lock = LockService.getDocumentLock(); lock.tryLock(0);
       SpreadsheetApp.getUi().alert('Готово');
       return [lock.hasLock(), lock.tryLock(0)].join(); }
     function rival() { return LockService.getDocumentLock().tryLock(0); }`,
    {
      answer: () => ({
        button: String(simulator.run({ function: 'rival', via: 'page' }).value) === 'true' ? 'OK' : 'CLOSE',
      }),
    },
  );

  expect(simulator.run({ function: 'holder', via: 'menu' }).value).toBe('false,true');
  expect(simulator.screen().questions).toEqual([
    { title: '', text: 'Готово', buttons: 'OK', user: 'owner@example.com' },
  ]);
});

test('a negative wait is refused', () => {
  expect(thrownBy('LockService.getUserLock().tryLock(-1)')).toBe(
    'Exception: Invalid argument: timeoutInMillis',
  );
});

test('releasing a lock before a flush is counted', () => {
  const simulator = aSimulator(`
    function main(flush) {
      const lock = LockService.getDocumentLock(); lock.tryLock(0);
      SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1).setValue(1);
      if (flush) SpreadsheetApp.flush();
      lock.releaseLock(); }`);
  const released = (flush: boolean) =>
    simulator.run({ function: 'main', args: [flush], via: 'page' }).unflushedReleases;

  expect([released(false), released(true)]).toEqual([1, 0]);
});

test.each([
  ['addOn', false, 'timeTrigger', null],
  ['addOn', false, 'page', 'a lock'],
  ['addOn', true, 'timeTrigger', 'a lock'],
  ['bound', false, 'timeTrigger', 'a lock'],
] as const)('a script of the form %s, told %s, finds by %s %j', (form, has, via, found) => {
  const simulator = aSimulator(`function main() { return LockService.getDocumentLock() && 'a lock'; }`, {
    form,
    addOnTriggersHaveDocumentLock: has,
  });
  expect(simulator.run({ function: 'main', via }).value).toBe(found);
});
