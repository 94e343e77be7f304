import { Simulator, VirtualClock } from '../../../../simulator';
import { aProject, aSimulator, noHttp, thrownBy, valueOf } from '../../../support/a-simulator';

const cached = (body: string, options = {}) =>
  valueOf(`const cache = CacheService.getUserCache(); ${body}`, options);
const refused = (body: string) => thrownBy(`const cache = CacheService.getUserCache(); ${body}`);

test('a key of 250 characters is taken, one of 251 is not', () => {
  expect(cached("cache.put('k'.repeat(250), 'v'); return cache.get('k'.repeat(250))")).toBe('v');
  expect(refused("cache.put('k'.repeat(251), 'v')")).toBe('Exception: Argument too large: key');
  expect(refused("cache.get('k'.repeat(251))")).toBe('Exception: Argument too large: key');
});

test('null and the empty text are no keys, a number is one', () => {
  expect(refused("cache.put(null, 'v')")).toBe('Exception: Invalid argument: key');
  expect(refused("cache.get('')")).toBe('Exception: Invalid argument: key');
  expect(cached("cache.put(7, 'v'); return cache.get('7')")).toBe('v');
});

test('a value may have 102,400 bytes, and Cyrillic letters have two', () => {
  expect(cached("cache.put('k', 'v'.repeat(102400)); return cache.get('k').length")).toBe(102_400);
  expect(cached("cache.put('k', 'ы'.repeat(51200)); return cache.get('k').length")).toBe(51_200);
  expect(refused("cache.put('k', 'v'.repeat(102401))")).toBe('Exception: Argument too large: value');
  expect(refused("cache.put('k', 'ы'.repeat(51201))")).toBe('Exception: Argument too large: value');
});

test('null becomes the text "null", an object is refused', () => {
  expect(cached("cache.put('k', null); return cache.get('k')")).toBe('null');
  expect(refused("cache.put('k', { a: 1 })")).toBe('Exception: Invalid argument: value');
});

test.each(['0', '-1', '1.5', '21601', 'NaN'])('a life of %s seconds is refused', (seconds) => {
  expect(refused(`cache.put('k', 'v', ${seconds})`)).toBe('Exception: Invalid argument: expirationInSeconds');
  expect(refused(`cache.putAll({ k: 'v' }, ${seconds})`)).toBe(
    'Exception: Invalid argument: expirationInSeconds',
  );
});

test('entries live 600 seconds unless told otherwise, and not a millisecond longer', () => {
  const clock = new VirtualClock();
  const simulator = aSimulator(
    `function put() { const cache = CacheService.getUserCache(); cache.put('default', 'v'); cache.put('long', 'v', 21600); }
     function keys() { return Object.keys(CacheService.getUserCache().getAll(['default', 'long'])).join(); }`,
    { clock },
  );
  const keys = () => simulator.run({ function: 'keys', via: 'menu' }).value;
  simulator.run({ function: 'put', via: 'menu' });

  clock.advance(599_999);
  expect(keys()).toBe('default,long');
  clock.advance(1);
  expect(keys()).toBe('long');
  clock.advance(21_000_000);
  expect(keys()).toBe('');
});

test('the 1001st entry evicts the oldest 101, whichever were read since', () => {
  const left = cached(`
    for (let i = 0; i < 1000; i++) cache.put('k' + i, 'v');
    cache.get('k0');
    for (let i = 1000; i < 1050; i++) cache.put('k' + i, 'v');
    const keys = []; for (let i = 0; i < 1050; i++) keys.push('k' + i);
    const found = Object.keys(cache.getAll(keys));
    return [found.length, found[0]].join();`);

  expect(left).toBe('949,k101');
});

test('a miss is null, getAll has only what was found, writing and removing answer nothing', () => {
  const source = `return JSON.stringify([
    cache.get('a'), cache.put('a', '1'), cache.putAll({ b: '2' }), cache.getAll(['a', 'b', 'c']),
    cache.remove('a'), cache.removeAll(['b', 'x']), cache.getAll(['a', 'b'])])`;

  expect(cached(source)).toBe('[null,null,null,{"a":"1","b":"2"},null,null,{}]');
});

test('the user cache is of one user, the script cache of all, the document cache of the document', () => {
  const simulator = aSimulator(`
    function put() { ['User', 'Script', 'Document'].forEach((kind) => CacheService['get' + kind + 'Cache']().put('k', kind)); }
    function get() { return ['User', 'Script', 'Document'].map((kind) => CacheService['get' + kind + 'Cache']().get('k')).join(); }`);
  simulator.run({ function: 'put', user: 'anna', via: 'menu' });

  expect(simulator.run({ function: 'get', user: 'anna', via: 'menu' }).value).toBe('User,Script,Document');
  expect(simulator.run({ function: 'get', user: 'boris', via: 'menu' }).value).toBe(',Script,Document');
});

test('any entry may vanish before its time', () => {
  const vanishing = { cacheEntryVanishes: (key: string) => key === 'b' };

  expect(
    cached(
      "cache.putAll({ a: '1', b: '2' }); return Object.keys(cache.getAll(['a', 'b'])).join()",
      vanishing,
    ),
  ).toBe('a');
});

test('without a containing document there is no document cache, lock, property store or spreadsheet', () => {
  const project = aProject(`function main() {
    return [
      CacheService.getDocumentCache(),
      LockService.getDocumentLock(),
      PropertiesService.getDocumentProperties(),
      SpreadsheetApp.getActiveSpreadsheet(),
    ].join('|'); }`);
  const standalone = new Simulator({ project, http: noHttp, clock: new VirtualClock() });

  expect(standalone.run({ function: 'main', via: 'editor' }).value).toBe('|||');
});
