import { fingerprint } from '../../../src/sheets/fingerprint';

// The test vectors of draft-eastlake-fnv for FNV-1a with 32 bits.
test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('the fingerprint of %j is the published one', (text, expected) => {
  expect(fingerprint(text)).toBe(expected);
});
