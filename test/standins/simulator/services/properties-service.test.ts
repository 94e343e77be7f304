import { aSimulator, thrownBy, valueOf } from '../../../support/a-simulator';

const stored = (body: string) => valueOf(`const store = PropertiesService.getUserProperties(); ${body}`);
const refused = (body: string) => thrownBy(`const store = PropertiesService.getUserProperties(); ${body}`);

test('values become strings, a missing one is null, setters chain', () => {
  expect(
    stored(`store.setProperty('a', 1).setProperties({ b: true }).deleteProperty('c');
      return JSON.stringify([store.getProperty('a'), store.getProperty('b'), store.getProperty('c'), Object.keys(store.getProperties())])`),
  ).toBe('["1","true",null,["a","b"]]');
});

test('getProperties is a copy', () => {
  expect(
    stored("store.setProperty('a', '1'); store.getProperties().a = '2'; return store.getProperties().a"),
  ).toBe('1');
});

test('setProperties can delete all others', () => {
  expect(
    stored(
      "store.setProperties({ a: '1', b: '2' }); store.setProperties({ c: '3' }, true); return Object.keys(store.getProperties()).join()",
    ),
  ).toBe('c');
});

test('a value may have 9 KB in UTF-8 and a store 500 KB', () => {
  expect(stored("store.setProperty('a', 'ы'.repeat(4608)); return store.getProperty('a').length")).toBe(4608);
  expect(refused("store.setProperty('a', 'ы'.repeat(4609))")).toBe('Exception: Argument too large: value');
  expect(refused("for (let i = 0; i < 60; i++) store.setProperty('k' + i, 'v'.repeat(9000))")).toBe(
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
  );
});

test('the 50,001st operation of a user within 24 hours is refused, other users go on', () => {
  const simulator = aSimulator(`
    function many() { const store = PropertiesService.getScriptProperties(); for (let i = 0; i < 50000; i++) store.getProperty('a'); }
    function one() { return PropertiesService.getScriptProperties().getProperty('a'); }`);
  const one = (user: string) => simulator.run({ function: 'one', user, via: 'menu' }).error?.message;
  simulator.run({ function: 'many', user: 'anna', via: 'menu' });

  expect(one('anna')).toBe('Service invoked too many times for one day: properties.');
  expect(one('boris')).toBeUndefined();
  simulator.options.clock.sleep(24 * 3_600_000);
  expect(one('anna')).toBeUndefined();
});

test('user properties are of one user; where every value lies can be asserted', () => {
  const simulator = aSimulator(`
    function put(value) { PropertiesService.getUserProperties().setProperty('secret', value); }
    function get() { return PropertiesService.getUserProperties().getProperty('secret'); }`);
  simulator.run({ function: 'put', args: ['a'], user: 'anna', via: 'page' });

  expect(simulator.run({ function: 'get', user: 'boris', via: 'page' }).value).toBeNull();
  expect(simulator.stored()).toEqual([{ store: 'user:anna', kind: 'property', key: 'secret', value: 'a' }]);
});
