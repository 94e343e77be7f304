/** Whatever is asked, in whatever waves: the portal's own limits are never run into. */
import fc from 'fast-check';
import { LeakyBucket } from '../../../src/bitrix24/LeakyBucket';
import { ENTERPRISE_LIMITS, STANDARD_LIMITS } from '../../../src/bitrix24/limits';
import type { Call } from '../../../src/bitrix24/methods';
import { aLine } from './a-line';

const PROFILE: Call = { method: 'profile', params: {} };
const pattern = fc.array(fc.record({ calls: fc.integer({ min: 1, max: 60 }), pause: fc.nat(20_000) }), {
  minLength: 1,
  maxLength: 6,
});

describe('a client', () => {
  it('is never refused by a portal that nobody else asks, however slow its answers', () => {
    fc.assert(
      fc.property(pattern, fc.nat(3000), (asked, latency) => {
        const line = aLine(undefined, { latency });
        const client = line.client();
        for (const { calls, pause } of asked) {
          client.sendAll(Array<Call>(calls).fill(PROFILE));
          line.clock.advance(pause);
        }
        expect(line.portal.requests.filter(({ status }) => status !== 200)).toEqual([]);
        expect(line.asked).toHaveLength(asked.reduce((sum, { calls }) => sum + calls, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('uses the wider limits of an enterprise portal', () => {
    const line = aLine(undefined, { portal: { limits: { burst: 250, perSecond: 5 } } });
    line.client({ bucket: new LeakyBucket(ENTERPRISE_LIMITS) }).sendAll(Array<Call>(260).fill(PROFILE));
    expect(line.portal.requests.every(({ status }) => status === 200)).toBe(true);
    expect(line.waits.reduce((sum, wait) => sum + wait, 0)).toBe(2010);
  });

  it('that shares the portal with others gets all its answers, at a lower pace', () => {
    const line = aLine(undefined, { portal: { limits: { burst: 20, perSecond: 1 } } });
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    const replies = line.client({ bucket }).sendAll(Array<Call>(40).fill(PROFILE));
    expect(replies.filter(({ kind }) => kind === 'answer')).toHaveLength(40);
    expect(bucket.state().pace).toBeLessThan(1);
  });

  it('waits for a method that has nearly used up its working time, and is not refused', () => {
    const operating = { limitSeconds: 480, secondsOf: () => 40 };
    const line = aLine(undefined, { portal: { operating } });
    const client = line.client();
    for (let request = 0; request < 30; request++) client.sendAll([PROFILE]);
    expect(line.portal.requests.map(({ status }) => status)).toEqual(Array<number>(30).fill(200));
    expect(Math.max(...line.waits)).toBeGreaterThan(60_000);
  });
});
