/** Who keeps whom from what: which lock each form takes, and what becomes of it. */
import { settingsLock, refreshLock, whileNobodySaves, type Locking } from '../../../src/state/locks';
import { locked } from '../../../src/state/locked';
import { savingTexts } from '../../../src/texts/failure-texts';
import { VirtualClock } from '../../../simulator';
import { FakePropertyStore } from '../../support/FakePropertyStore';

/** Notes what is asked of it, and gives itself as told. */
class NotedLock {
  readonly calls: string[] = [];

  constructor(readonly isFree = true) {}

  tryLock(milliseconds: number): boolean {
    this.calls.push(`try ${milliseconds}`);
    return this.isFree;
  }

  releaseLock(): void {
    this.calls.push('release');
  }
}

function aPlatform(change: Partial<Locking> = {}) {
  const documentProperties = new FakePropertyStore();
  const platform = {
    isPublished: false,
    documentLock: new NotedLock() as NotedLock | null,
    scriptLock: new NotedLock(),
    documentProperties,
    clock: new VirtualClock(0),
    newId: () => 'holder',
    ...change,
  };
  return { platform, documentProperties };
}

describe('a refresh is kept from others', () => {
  it('by the lock of the document in a bound script, which writes down nothing', () => {
    const { platform, documentProperties } = aPlatform();
    expect(refreshLock(platform)).toBe(platform.documentLock);
    expect(documentProperties.getProperties()).toEqual({});
  });

  it.each([
    ['in a published add-on, even where there is a document lock', { isPublished: true }],
    ['where the platform gives no document lock', { documentLock: null }],
  ])('by a lease %s', (_, change) => {
    const { platform, documentProperties } = aPlatform(change);
    expect(refreshLock(platform).tryLock(0)).toBe(true);
    expect(Object.keys(documentProperties.getProperties())).toEqual(['refreshLease']);
    expect(platform.scriptLock).toMatchObject({ calls: ['try 10000', 'release'] });
  });
});

describe('saving settings is kept from others', () => {
  it('by the script lock in a bound script', () => {
    const { platform } = aPlatform();
    expect(settingsLock(platform)).toBe(platform.scriptLock);
  });

  it('by a lease of its own in a published add-on, so that a refresh under way does not keep it', () => {
    const { platform, documentProperties } = aPlatform({ isPublished: true });
    expect([refreshLock(platform).tryLock(0), settingsLock(platform).tryLock(0)]).toEqual([true, true]);
    expect(Object.keys(documentProperties.getProperties())).toEqual(['refreshLease', 'settingsLease']);
  });

  it.each(['saved', null, false])('and gives what was done, also where that is %j', (result) => {
    const { platform } = aPlatform();
    expect(whileNobodySaves(platform, () => result)).toBe(result);
    expect(platform.scriptLock).toMatchObject({ calls: ['try 10000', 'release'] });
  });

  it('and says so where somebody else takes too long, with nothing done', () => {
    const { platform } = aPlatform({ scriptLock: new NotedLock(false) });
    const act = jest.fn<null, []>(() => null);
    expect(() => whileNobodySaves(platform, act)).toThrow(savingTexts.beingSaved);
    expect(act).not.toHaveBeenCalled();
    expect(platform.scriptLock).toMatchObject({ calls: ['try 10000'] });
  });
});

describe('what is done alone', () => {
  it('is not done without the lock, and a lock not had is not given back', () => {
    const lock = new NotedLock(false);
    const act = jest.fn<null, []>(() => null);
    expect([locked(lock, 250, act), act.mock.calls, lock.calls]).toEqual([null, [], ['try 250']]);
  });

  it('gives the lock back when it is done, and when it fails', () => {
    const lock = new NotedLock();
    expect(locked(lock, 1, () => lock.calls.length)).toBe(1);
    expect(() =>
      locked(lock, 2, () => {
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect(lock.calls).toEqual(['try 1', 'release', 'try 2', 'release']);
  });

  it('is done all the same where the lock cannot be given back', () => {
    const lock = new NotedLock();
    lock.releaseLock = () => {
      throw new Error('There are too many LockService operations against the same script.');
    };
    expect(locked(lock, 1, () => 'done')).toBe('done');
  });
});
