import { aSimulator } from '../../support/a-simulator';

const DYING = `
  function main() {
    try {
      console.log('one');
      console.log('two');
    } catch (error) {
      console.log('catch');
      CacheService.getScriptCache().put('trace', 'catch');
    } finally {
      console.log('finally');
      CacheService.getScriptCache().put('trace', 'finally');
    }
    console.log('after');
  }`;

test('a killed execution runs neither catch nor finally and has no effect any more', () => {
  const simulator = aSimulator(DYING);
  simulator.hooks = { before: (call) => (call.index === 2 ? call.kill() : undefined) };

  const execution = simulator.run({ function: 'main', via: 'menu' });

  expect(execution.outcome).toBe('killed');
  expect(execution.error?.message).toBe('Exceeded maximum execution time');
  expect(execution.log.map(({ message }) => message)).toEqual(['one']);
  expect(simulator.stored()).toEqual([]);
});

test('the platform never enters the guest again after a kill, not even its plain JavaScript', () => {
  const seen: string[] = [];
  const simulator = aSimulator(`
    function main(trace) {
      try { console.log('x'); } catch (error) { trace.push('catch'); } finally { trace.push('finally'); }
    }`);
  simulator.hooks = { before: (call) => call.kill() };
  const trace = Object.assign(Object.create({}) as object, { push: (word: string) => seen.push(word) });

  simulator.run({ function: 'main', args: [trace], via: 'menu' });

  expect(seen).toEqual([]);
});

test('a call that was killed after it ran has had its effect', () => {
  const simulator = aSimulator(`function main() { CacheService.getScriptCache().put('key', 'value'); }`);
  simulator.hooks = { after: (call) => (call.member === 'Cache.put' ? call.kill() : undefined) };

  const execution = simulator.run({ function: 'main', via: 'menu' });

  expect(execution.outcome).toBe('killed');
  expect(simulator.stored()).toEqual([{ store: 'script', kind: 'cache', key: 'key', value: 'value' }]);
});

test('an execution that passes six minutes is killed, a simple trigger and a custom function after thirty seconds', () => {
  const simulator = aSimulator(`
    function main() { while (true) Utilities.sleep(1000); }
    function onOpen() { main(); }`);

  const click = simulator.run({ function: 'main', via: 'menu' });
  const opening = simulator.open();
  const inCell = simulator.run({ function: 'main', via: 'editor', authMode: 'CUSTOM_FUNCTION' });

  expect([click.outcome, click.finishedAt - click.startedAt]).toEqual(['killed', 360_000]);
  expect([opening.outcome, opening.finishedAt - opening.startedAt]).toEqual(['killed', 30_000]);
  expect([inCell.outcome, inCell.finishedAt - inCell.startedAt]).toEqual(['killed', 30_000]);
});

test('code that never comes back to the platform is ended too', () => {
  const simulator = aSimulator('function main() { for (;;) {} }', { patienceMilliseconds: 50 });

  expect(simulator.run({ function: 'main', via: 'menu' }).outcome).toBe('killed');
});

test('killing one execution inside another leaves the outer one alive', () => {
  const simulator = aSimulator(`
    function outer() { console.log('start'); console.log('end'); return 'alive'; }
    function inner() { try { Utilities.sleep(1); } finally { console.log('finally'); } }`);
  let innerOutcome = '';
  simulator.hooks = {
    before: (call) => {
      if (call.function === 'inner') call.kill();
      if (call.function === 'outer' && call.index === 2) {
        innerOutcome = simulator.run({ function: 'inner', via: 'page' }).outcome;
      }
    },
  };

  expect(simulator.run({ function: 'outer', via: 'menu' }).value).toBe('alive');
  expect(innerOutcome).toBe('killed');
});

test('promise jobs that were waiting when the execution was killed never run', () => {
  const simulator = aSimulator(`
    function main() { Promise.resolve().then(() => console.log('job')); Promise.reject(new Error('x')); console.log('kill'); }`);
  simulator.hooks = { before: (call) => call.kill() };

  expect(simulator.run({ function: 'main', via: 'menu' }).log).toEqual([]);
});

test('a service object kept beyond the execution does nothing', () => {
  const simulator = aSimulator('function main() { return CacheService.getScriptCache(); }');
  const cache = simulator.run({ function: 'main', via: 'editor' }).value as GoogleAppsScript.Cache.Cache;

  expect(() => cache.put('key', 'value')).toThrow('The execution is over');
});
