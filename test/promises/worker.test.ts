/** What is tried in full by processes of their own knows also the suites that are asked for by name only. */
import { tryPart } from './try-part';

/** The look-alike addresses, which take the least time. */
const QUICK_PART = { suite: 'secret', part: 6, seed: 1 };

it('tries a part of a suite that is run by name only', () => {
  expect(tryPart(QUICK_PART)).toMatchObject({
    tried: [['look-alike addresses', expect.any(Number)]],
    failures: [],
  });
});

it('fails where there is no such part, or no such suite', () => {
  expect(() => tryPart({ suite: 'secret', part: 1_000, seed: 1 })).toThrow('no part 1000');
  expect(() => tryPart({ suite: 'luck', part: 0, seed: 1 })).toThrow('No suite is called luck');
});
