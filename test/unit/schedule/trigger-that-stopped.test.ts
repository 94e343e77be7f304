/** A trigger that Google has stopped firing looks like any other: what brings it back, and what is said of it. */
import type { Trigger } from '../../../src/platform/platform';
import { OwnerTrigger } from '../../../src/schedule/OwnerTrigger';
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

const DAY = 24 * 3_600_000;

/** What somebody does to the triggers from now on. */
function watched(installation: Installation, user = OWNER) {
  const { platform, state } = installation.openedBy(user);
  const done: string[] = [];
  const triggers = {
    list: () => platform.triggers.list(),
    create: (name: string) => {
      done.push(`create ${name}`);
      platform.triggers.create(name);
    },
    remove: (trigger: Trigger) => {
      done.push(`remove ${trigger.getHandlerFunction()}`);
      platform.triggers.remove(trigger);
    },
  };
  return { trigger: new OwnerTrigger({ ...platform, triggers }, state), done, state };
}

const turnedOn = (isPublished = false): Installation => {
  const installation = new Installation(undefined, { isPublished });
  installation.openedBy(OWNER).trigger.turnOn();
  installation.document.tickAt.set(installation.clock.now());
  return installation;
};

describe('Making sure of the trigger', () => {
  test('makes one where there is none, whose ticks count from now', () => {
    const installation = new Installation();
    const { trigger, done, state } = watched(installation);
    trigger.ensure();
    expect([done, state.tickAt.get()]).toEqual([['create scheduledRefresh'], installation.clock.now()]);
  });

  test('leaves one alone that fires', () => {
    const installation = turnedOn();
    const before = installation.clock.now();
    installation.clock.advance(60_000);
    const { trigger, done, state } = watched(installation);
    trigger.ensure();
    expect([done, state.tickAt.get()]).toEqual([[], before]);
  });

  test.each([false, true])(
    'puts a new one in the place of one that is silent (published: %s)',
    (isPublished) => {
      const installation = turnedOn(isPublished);
      installation.clock.advance(DAY);
      const { trigger, done, state } = watched(installation);
      trigger.ensure();
      expect(done).toEqual(['remove scheduledRefresh', 'create scheduledRefresh']);
      expect(state.tickAt.get()).toBe(installation.clock.now());
      expect(installation.script.triggers.of(OWNER)).toHaveLength(1);
    },
  );
});

describe('Nothing unattended happens any more', () => {
  const hasStopped = (installation: Installation, user: string): boolean =>
    watched(installation, user).trigger.hasStopped(user === OWNER);

  test('where the trigger has been silent for a day, whoever asks', () => {
    const installation = turnedOn();
    expect([hasStopped(installation, OWNER), hasStopped(installation, COLLEAGUE)]).toEqual([false, false]);
    installation.clock.advance(DAY);
    expect([hasStopped(installation, OWNER), hasStopped(installation, COLLEAGUE)]).toEqual([true, true]);
  });

  test('where its owner sees that it is gone, at once; a colleague sees none of his', () => {
    const installation = turnedOn();
    installation.openedBy(OWNER).trigger.turnOff();
    expect([hasStopped(installation, OWNER), hasStopped(installation, COLLEAGUE)]).toEqual([true, false]);
  });

  test('as far as is known: without consent an owner cannot see his triggers', () => {
    const { platform, state } = turnedOn().openedBy(OWNER);
    const list = () => {
      throw new Error('no consent');
    };
    const blind = new OwnerTrigger({ ...platform, triggers: { ...platform.triggers, list } }, state);
    expect(blind.hasStopped(true)).toBe(false);
    expect(() => blind.isOn()).toThrow('no consent');
  });
});
