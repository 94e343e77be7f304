import { getHeapStatistics } from 'node:v8';
import { measuredCost, VirtualClock } from '../../../simulator';
import { aProject, aSimulator, runBody, thrownBy, valueOf } from '../../support/a-simulator';

const MISSING =
  'setTimeout setInterval clearTimeout clearInterval fetch FormData File Blob ReadableStream WritableStream TextEncoder TextDecoder URL URLSearchParams DOMException atob btoa crypto SubtleCrypto window navigator performance process Headers Request Response AbortController AbortSignal Event EventTarget CompressionStream queueMicrotask structuredClone require module exports Buffer global __dirname SharedArrayBuffer Atomics BigInt WeakRef FinalizationRegistry'.split(
    ' ',
  );

test.each(MISSING)('%s does not exist', (name) => {
  expect(thrownBy(`${name};`)).toBe(`ReferenceError: ${name} is not defined`);
});

const PRESENT =
  'Promise Symbol Proxy Reflect Map Set WeakMap Uint8Array ArrayBuffer DataView JSON RegExp Intl globalThis encodeURIComponent escape WebAssembly Date Math';

test('the language itself exists, up to ES2019 and no further', () => {
  const types = valueOf(
    `return ${JSON.stringify(PRESENT.split(' '))}.filter((name) => !(name in globalThis))`,
  );
  const newer = `return ['at', 'findLast', 'toSorted'].filter((name) => name in Array.prototype)
    .concat(['at', 'replaceAll', 'matchAll'].filter((name) => name in String.prototype))
    .concat('hasOwn' in Object, 'allSettled' in Promise, 'flat' in Array.prototype, 'fromEntries' in Object)`;

  expect(types).toHaveLength(0);
  expect(valueOf(newer)).toEqual([false, false, true, true]);
});

test('console has its six members and no other', () => {
  expect(
    valueOf(
      "return ['log', 'info', 'warn', 'error', 'time', 'timeEnd', 'table', 'debug'].filter((name) => name in console).join()",
    ),
  ).toBe('log,info,warn,error,time,timeEnd');
});

test('executions that are over do not pile up', () => {
  const simulator = aSimulator('function main() {}');
  const contexts = () => getHeapStatistics().number_of_native_contexts;
  const before = contexts();
  const more = Array.from({ length: 250 }, () => {
    simulator.run({ function: 'main', via: 'menu' });
    return contexts() - before;
  });
  expect(Math.max(...more)).toBeLessThanOrEqual(100);
});

test('no state survives an execution', () => {
  const simulator = aSimulator(
    'var count = 0; function main() { count++; globalThis.extra = 1; return count; }',
  );

  const values = [1, 2].map(() => simulator.run({ function: 'main', via: 'menu' }).value);

  expect(values).toEqual([1, 1]);
});

test('functions of all files are there from the first statement on, each at its own place', () => {
  const project = aProject(
    'var early = later(); const own = 1; function main() { return [early, fails().stack.split("\\n")[1]].join(); }',
    {
      'Later.js':
        'var kept = [];\nfunction later() { return "later"; }\n  function fails() { return new Error("x"); }',
    },
  );

  expect(aSimulator('', { project }).run({ function: 'main', via: 'menu' }).value).toMatch(
    /^later, +at fails \(Later:3:\d+\)$/,
  );
});

test('a directive at the top of a file holds for its functions wherever they are hoisted to', () => {
  const project = aProject("'use strict'; function main() { return this === undefined; } var a = 1;", {
    'Other.js': 'function other() { return this !== undefined; }',
  });

  expect(aSimulator('', { project }).run({ function: 'main', via: 'menu' }).value).toBe(true);
  expect(aSimulator('', { project }).run({ function: 'other', via: 'menu' }).value).toBe(true);
});

test('dates and sleeping follow the clock of the simulator', () => {
  const clock = new VirtualClock(Date.parse('2026-03-01T10:00:00Z'));

  const value = valueOf(
    `const start = Date.now();
     Utilities.sleep(1500);
     const now = new Date();
     return [Date.now() - start, now.toISOString(), now instanceof Date, new Date('2020-01-02').getUTCFullYear(), now.constructor === Date].join()`,
    { clock },
  );

  expect(value).toBe('1500,2026-03-01T10:00:01.500Z,true,2020,true');
});

test('what services hand over is of the guest: arrays, objects and errors', () => {
  const source = `
    const cache = CacheService.getUserCache();
    const bytes = Utilities.newBlob('a').getBytes();
    let error;
    try { cache.get(''); } catch (caught) { error = caught; }
    return [bytes instanceof Array, cache.getAll(['x']) instanceof Object, error instanceof Error, error.name, String(error)].join()`;

  expect(valueOf(source)).toBe('true,true,true,Exception,Exception: Invalid argument: key');
  expect(valueOf(source, { exceptionsAreForeign: true })).toBe(
    'true,true,false,Exception,Exception: Invalid argument: key',
  );
});

test('the stack of a service exception shows the script and nothing of the simulator', () => {
  const stack = valueOf(
    `try { CacheService.getUserCache().get(''); } catch (error) { return error.stack; }`,
  ) as string;

  expect(stack).toMatch(/^Exception: Invalid argument: key\n {4}at main \(Code:1:\d+\)/);
  expect(stack).not.toContain('simulator');
});

test('enums are opaque and stringify to their names', () => {
  expect(valueOf('return JSON.stringify({ mode: ScriptApp.AuthMode.FULL }) + ScriptApp.AuthMode.FULL')).toBe(
    '{"mode":"FULL"}FULL',
  );
});

test('service objects show no state', () => {
  expect(
    valueOf('return JSON.stringify(CacheService.getUserCache()) + Object.keys(CacheService).length'),
  ).toBe('{}0');
});

test('wrong arguments are refused with the types that came', () => {
  expect(thrownBy("Utilities.computeDigest('a', 1)")).toBe(
    "Exception: The parameters (String,number) don't match the method signature for Utilities.computeDigest.",
  );
  expect(thrownBy('Utilities.sleep("x")')).toBe(
    "Exception: The parameters (String) don't match the method signature for Utilities.sleep.",
  );
});

test('promise jobs run before the end, and a function may be async', () => {
  const simulator = aSimulator(`
    async function main() { await null; console.log('later'); return 'value'; }`);

  expect(simulator.run({ function: 'main', via: 'menu' })).toMatchObject({
    value: 'value',
    log: [{ severity: 'DEBUG', message: 'later' }],
  });
});

test('an unhandled rejection does not fail the execution but is on record', () => {
  const execution = runBody(`
    Promise.reject(new Error('nobody'));
    Promise.reject(new Error('somebody')).catch(() => null);
    return 'done';`);

  expect(execution).toMatchObject({ outcome: 'returned', value: 'done' });
  expect(execution.unhandledRejections.map(String)).toEqual(['Error: nobody']);
});

test('an async function that fails ends silently, and so does one that waits for ever', () => {
  const failing = aSimulator(`async function main() { throw new Error('lost'); }`);
  const waiting = aSimulator(`async function main() { await new Promise(() => {}); return 1; }`);

  expect(failing.run({ function: 'main', via: 'menu' })).toMatchObject({
    outcome: 'returned',
    value: undefined,
  });
  expect(waiting.run({ function: 'main', via: 'menu' })).toMatchObject({
    outcome: 'returned',
    value: undefined,
  });
});

test('an exception of the script is reported with its name, message and place', () => {
  const execution = runBody(`throw new TypeError('wrong')`);

  expect(execution.outcome).toBe('threw');
  expect(execution.error).toMatchObject({ name: 'TypeError', message: 'wrong' });
  expect(execution.error?.stack).toContain('Code:1:');
});

test('a member that is not simulated fails the whole run, even where the script catches everything', () => {
  expect(() => runBody('try { CacheService.getNothing(); } catch (error) { return 1; }')).toThrow(
    'CacheService.getNothing is not simulated',
  );
  expect(() => runBody('try { MailApp.sendEmail("a"); } catch (error) { return 1; }')).toThrow(
    'MailApp.sendEmail is not simulated',
  );
});

test('a chosen random source replaces Math.random', () => {
  expect(valueOf('return Math.random()', { random: () => 0.25 })).toBe(0.25);
});

test('console and Logger write to the log with their severities and placeholders', () => {
  const { log } = runBody(`
    console.log('%s of %s', 1, 'two'); console.info('info'); console.warn('warn'); console.error('error');
    Logger.log('logger'); console.time('t'); Utilities.sleep(20); console.timeEnd('t');`);

  expect(log.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'DEBUG 1 of two',
    'INFO info',
    'WARNING warn',
    'ERROR error',
    'INFO logger',
    'DEBUG t: 20ms',
  ]);
});

test('every call is counted by its member', () => {
  const { ledger } = runBody(`
    const cache = CacheService.getUserCache(); cache.get('a'); cache.get('b'); cache.put('a', 'b', 60);`);

  expect(ledger.toRecord()).toEqual({ 'Cache.get': 2, 'Cache.put': 1, 'CacheService.getUserCache': 1 });
  expect([ledger.of('Cache.get'), ledger.total('Cache.'), ledger.total()]).toEqual([2, 3, 4]);
});

test('calls take the time that the cost model gives them', () => {
  const execution = runBody(`CacheService.getUserCache().get('a');`, {
    cost: (member) => (member === 'Cache.get' ? 30 : 0),
  });

  expect(execution.finishedAt - execution.startedAt).toBe(30);
});

test('the published medians serve as a cost model: a write to the cache costs, taking the cache does not', () => {
  const execution = runBody(`CacheService.getUserCache().put('a', 'b');`, { cost: measuredCost });

  expect(execution.finishedAt - execution.startedAt).toBe(32);
});

test('cells take time of their own where the cost model says so, each call by how many it works on', () => {
  const seen: [string, number][] = [];
  const { startedAt, finishedAt } = runBody(
    `const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Лист1');
     sheet.getRange(1, 1, 2, 3).setValues([[1, 2, 3], [4, 5, 6]]);
     sheet.getRange(1, 1, 5, 2).getValues();
     sheet.getRangeList(['A1:B2', 'D4']).setBackground('#ffffff');`,
    {
      cellCost: (member, cells) => {
        seen.push([member, cells]);
        return cells;
      },
    },
  );

  expect(seen).toEqual([
    ['Range.setValues', 6],
    ['Range.getValues', 10],
    ['RangeList.setBackground', 4],
    ['RangeList.setBackground', 1],
  ]);
  expect(finishedAt - startedAt).toBe(21);
});

test('a call whose cells take too long is the last one', () => {
  const { outcome } = runBody(
    `SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Лист1').getRange(1, 1).setValue(1);`,
    { cellCost: () => 400_000 },
  );

  expect(outcome).toBe('killed');
});

test('a read has the writes before it applied, which costs as much as a flush, once', () => {
  const times = (body: string) => {
    const { startedAt, finishedAt } = runBody(
      `const cell = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Лист1').getRange(1, 1); ${body}`,
      { cost: measuredCost },
    );
    return finishedAt - startedAt;
  };

  expect(times('cell.getValues(); cell.getValues();')).toBe(800);
  expect(times('cell.setValue(1); cell.getValues(); cell.getValues();')).toBe(40 + 400 + 800);
  expect(times('cell.setValue(1); SpreadsheetApp.flush(); cell.getValues();')).toBe(40 + 400 + 400);
});
