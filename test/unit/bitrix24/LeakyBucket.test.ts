/** The model of the portal's request limit. */
import fc from 'fast-check';
import { LeakyBucket, type BucketLimits, type BucketState } from '../../../src/bitrix24/LeakyBucket';
import { ENTERPRISE_LIMITS, STANDARD_LIMITS } from '../../../src/bitrix24/limits';
import { LeakyBucket as PortalBucket } from '../../../portal/limits/LeakyBucket';
import { VirtualClock } from '../../../simulator/clock';

const NOW = 1_779_267_600_000;

describe('a bucket', () => {
  it('lets as many through at once as it holds, and not one more', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    expect(bucket.room(NOW)).toBe(50);
    bucket.add(50, NOW);
    expect([bucket.room(NOW), bucket.waitForRoom(NOW)]).toEqual([0, 501]);
  });

  it('has no wait as long as it has room', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    for (let sent = 0; sent < 50; sent++) {
      expect(bucket.waitForRoom(NOW)).toBe(0);
      bucket.add(1, NOW);
    }
  });

  it("leaks at the plan's rate", () => {
    const [standard, enterprise] = [new LeakyBucket(STANDARD_LIMITS), new LeakyBucket(ENTERPRISE_LIMITS)];
    standard.add(50, NOW);
    enterprise.add(250, NOW);
    expect([standard.room(NOW + 10_001), enterprise.room(NOW + 10_001)]).toEqual([20, 50]);
  });

  it('never leaks below empty, and not at all where the clock goes back', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    bucket.add(50, NOW);
    expect(bucket.room(NOW - 60_000)).toBe(0);
    expect(bucket.room(NOW + 3_600_000)).toBe(50);
  });
});

describe('a clock of whole milliseconds', () => {
  it('is trusted for one millisecond less than it says', () => {
    const bucket = new LeakyBucket({ capacity: 1, perSecond: 1000 });
    bucket.add(1, NOW);
    expect([bucket.room(NOW + 1), bucket.room(NOW + 2)]).toEqual([0, 1]);
    expect([bucket.waitForRoom(NOW), bucket.waitForRoom(NOW + 1)]).toEqual([2, 1]);
  });
});

describe('a refusal', () => {
  it('means that the bucket is full, whoever filled it', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    bucket.refused(NOW);
    expect(bucket.room(NOW)).toBe(0);
  });

  it('lowers the pace to four fifths, each one further, but not below a quarter', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    bucket.refused(NOW);
    expect(bucket.waitForRoom(NOW)).toBe(626);
    bucket.refused(NOW);
    expect(bucket.waitForRoom(NOW)).toBe(783);
    for (let refusal = 0; refusal < 20; refusal++) bucket.refused(NOW);
    expect(bucket.waitForRoom(NOW)).toBe(2001);
  });

  it('is forgotten little by little, as requests go through', () => {
    const bucket = new LeakyBucket(STANDARD_LIMITS);
    bucket.refused(NOW);
    bucket.add(1, NOW + 60_000);
    expect(bucket.state().pace).toBeCloseTo(0.808, 6);
    bucket.add(50, NOW + 120_000);
    expect(bucket.state().pace).toBe(1);
  });
});

describe('the state of a bucket', () => {
  it('survives: a bucket made of it goes on as if nothing had happened', () => {
    const first = new LeakyBucket(STANDARD_LIMITS);
    first.add(30, NOW);
    first.refused(NOW + 1000);
    const second = new LeakyBucket(STANDARD_LIMITS, JSON.parse(JSON.stringify(first.state())) as BucketState);
    for (const later of [1000, 2500, 60_000]) {
      expect(second.room(NOW + later)).toBe(first.room(NOW + later));
      expect(second.waitForRoom(NOW + later)).toBe(first.waitForRoom(NOW + later));
    }
  });

  it('out of bounds is brought back into them', () => {
    const state = { level: 900, at: NOW, pace: 0 };
    expect(new LeakyBucket(STANDARD_LIMITS, state).state()).toEqual({ level: 50, at: NOW, pace: 0.25 });
    expect(new LeakyBucket(STANDARD_LIMITS, { level: -5, at: NOW, pace: 7 }).state()).toEqual({
      level: 0,
      at: NOW,
      pace: 1,
    });
  });
});

/** One wave: how many requests are wanted, how long they are under way, how long nothing happens afterwards. */
const waves = fc.array(
  fc.record({
    wanted: fc.integer({ min: 1, max: 80 }),
    latency: fc.oneof(fc.constant(0), fc.nat(3000)),
    pause: fc.oneof(fc.constant(0), fc.nat(5000)),
  }),
  { minLength: 1, maxLength: 40 },
);

describe.each([STANDARD_LIMITS, ENTERPRISE_LIMITS])(
  'whatever waves go through a bucket of %j',
  (limits: BucketLimits) => {
    it('the portal, which counts every request between its sending and its answer, refuses none', () => {
      fc.assert(
        fc.property(waves, fc.double({ min: 0, max: 1, noNaN: true }), (pattern, arrival) => {
          const clock = new VirtualClock(NOW);
          const portal = new PortalBucket({ burst: limits.capacity, perSecond: limits.perSecond }, clock);
          const bucket = new LeakyBucket(limits);
          for (const { wanted, latency, pause } of pattern) {
            clock.advance(bucket.waitForRoom(clock.now()));
            const width = Math.min(wanted, bucket.room(clock.now()));
            expect(width).toBeGreaterThan(0);
            clock.advance(Math.floor(latency * arrival));
            for (let request = 0; request < width; request++) expect(portal.admit()).toBe(true);
            clock.advance(latency - Math.floor(latency * arrival));
            bucket.add(width, clock.now());
            clock.advance(pause);
          }
        }),
      );
    });
  },
);
