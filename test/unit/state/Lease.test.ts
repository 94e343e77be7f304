/** The lock of the published form: one holder at a time, who cannot be outlived by his lease for long. */
import fc from 'fast-check';
import { Lease, LEASE_MILLISECONDS } from '../../../src/state/Lease';
import { VirtualClock } from '../../../simulator';
import { Locks } from '../../../simulator/services/Locks';
import { FakePropertyStore } from '../../support/FakePropertyStore';

const KEY = 'lease';

function anOffice() {
  const clock = new VirtualClock(1_000_000);
  const properties = new FakePropertyStore();
  const locks = new Locks();
  let ids = 0;
  /** As an execution of its own gets it. */
  const lease = (): Lease => {
    const execution = {};
    const guard = {
      tryLock: () => locks.take('script', execution),
      releaseLock: () => {
        locks.release('script', execution);
      },
    };
    return new Lease(
      { documentProperties: properties, scriptLock: guard, clock, newId: () => `holder ${++ids}` },
      KEY,
    );
  };
  return { clock, properties, locks, lease };
}

describe('A lease', () => {
  it('has one holder, whoever takes, gives back or dies, and whenever', () => {
    const step = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      does: fc.constantFrom('takes', 'gives back', 'dies'),
      after: fc.integer({ min: 0, max: LEASE_MILLISECONDS / 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { clock, lease } = anOffice();
        const people = [lease(), lease(), lease(), lease()];
        let holder: { who: number; until: number } | null = null;
        for (const { who, does, after } of steps) {
          clock.advance(after);
          // Google ends every execution before its lease has run out.
          if (holder !== null && clock.now() >= holder.until) {
            people[holder.who] = lease();
            holder = null;
          }
          if (does === 'takes') {
            expect([who, people[who]?.tryLock(0)]).toEqual([who, holder === null]);
            holder ??= { who, until: clock.now() + LEASE_MILLISECONDS };
          } else if (does === 'gives back') {
            people[who]?.releaseLock();
            if (holder?.who === who) holder = null;
          } else if (holder?.who !== who) {
            people[who] = lease();
          }
        }
      }),
    );
  });

  it('that is given back leaves nothing, and one of somebody else is not given back', () => {
    const { properties, lease } = anOffice();
    const [mine, other] = [lease(), lease()];
    expect(mine.tryLock(0)).toBe(true);
    other.releaseLock();
    expect(Object.keys(properties.getProperties())).toEqual([KEY]);
    mine.releaseLock();
    expect(properties.getProperties()).toEqual({});
  });

  it('is waited for, and the script lock is free meanwhile', () => {
    const { clock, locks, lease } = anOffice();
    const [mine, other] = [lease(), lease()];
    expect(mine.tryLock(0)).toBe(true);
    const startedAt = clock.now();
    clock.sleep = (milliseconds) => {
      expect(locks.take('script', clock)).toBe(true);
      locks.release('script', clock);
      clock.advance(milliseconds);
      if (clock.now() - startedAt >= 3_000) mine.releaseLock();
    };
    expect(other.tryLock(10_000)).toBe(true);
    expect(clock.now() - startedAt).toBe(3_000);
    mine.releaseLock();
    expect(lease().tryLock(2_500)).toBe(false);
    expect(clock.now() - startedAt).toBe(5_500);
  });

  it('is not had while somebody else holds the script lock', () => {
    const { locks, properties, lease } = anOffice();
    const stranger = {};
    locks.take('script', stranger);
    const mine = lease();
    expect(mine.tryLock(0)).toBe(false);
    expect(properties.getProperties()).toEqual({});
    locks.release('script', stranger);
    expect(mine.tryLock(0)).toBe(true);
  });

  it('is not had by whom another comes before, between the look and the script lock', () => {
    const { properties, clock } = anOffice();
    const others = JSON.stringify({ holder: 'other', until: clock.now() + LEASE_MILLISECONDS });
    const calls: string[] = [];
    const guard = {
      tryLock: () => {
        properties.setProperty(KEY, others);
        return true;
      },
      releaseLock: () => void calls.push('release'),
    };
    const mine = new Lease(
      { documentProperties: properties, scriptLock: guard, clock, newId: () => 'mine' },
      KEY,
    );
    expect(mine.tryLock(0)).toBe(false);
    expect([properties.getProperties(), calls]).toEqual([{ [KEY]: others }, ['release']]);
  });

  it('runs out at the moment it says, and not before', () => {
    const { clock, lease } = anOffice();
    expect(lease().tryLock(0)).toBe(true);
    clock.advance(LEASE_MILLISECONDS - 1);
    expect(lease().tryLock(0)).toBe(false);
    clock.advance(1);
    expect(lease().tryLock(0)).toBe(true);
  });

  it.each(['', 'damaged', '{"holder":"x","until":8640000000000000}', '{"holder":"x","until":"never"}'])(
    'that nobody can have written keeps nobody out: %j',
    (text) => {
      const { properties, lease } = anOffice();
      properties.setProperty(KEY, text);
      expect(lease().tryLock(0)).toBe(true);
    },
  );
});
