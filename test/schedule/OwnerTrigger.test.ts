/** The owner's one recurring trigger. */
import { Schedule } from '../../src/schedule/Schedule';
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

const handlersOf = (installation: Installation, user = OWNER): string[] =>
  installation.script.triggers.of(user).map(({ handler }) => handler);

describe('the schedule', () => {
  it('is one trigger, however often it is turned on', () => {
    const installation = new Installation();
    for (let time = 0; time < 3; time++) installation.openedBy(OWNER).schedule.turnOn();
    expect(handlersOf(installation)).toEqual(['scheduledRefresh']);
    expect(installation.openedBy(OWNER).schedule.isOn()).toBe(true);
  });

  it.each([
    [false, 300_000],
    [true, 3_600_000],
  ])('fires every five minutes, in a published add-on every hour (published: %s)', (isPublished, every) => {
    const installation = new Installation(undefined, { isPublished });
    installation.openedBy(OWNER).schedule.turnOn();
    expect(installation.script.triggers.all().map(({ everyMilliseconds }) => everyMilliseconds)).toEqual([
      every,
    ]);
  });

  it('is gone when it is turned off, and may be turned off twice', () => {
    const installation = new Installation();
    const { schedule } = installation.openedBy(OWNER);
    schedule.turnOn();
    schedule.turnOff();
    schedule.turnOff();
    expect([handlersOf(installation), schedule.isOn()]).toEqual([[], false]);
  });

  it('of one person is not that of another', () => {
    const installation = new Installation();
    installation.openedBy(OWNER).schedule.turnOn();
    const { schedule } = installation.openedBy(COLLEAGUE);
    expect(schedule.isOn()).toBe(false);
    schedule.turnOff();
    expect(handlersOf(installation)).toEqual(['scheduledRefresh']);
  });

  it('leaves triggers alone that call something else, and removes its own doubles', () => {
    const handlers = ['onEdit', 'scheduledRefresh', 'scheduledRefresh', 'somethingElse'];
    const left = new Set(handlers.map((name, index) => ({ name, index, getHandlerFunction: () => name })));
    const created: string[] = [];
    const schedule = new Schedule({
      list: () => [...left],
      create: (name) => created.push(name),
      remove: (trigger) => left.delete(trigger as never),
    });
    schedule.turnOn();
    expect([[...left].map(({ name }) => name), created]).toEqual([
      ['onEdit', 'scheduledRefresh', 'somethingElse'],
      [],
    ]);
    schedule.turnOff();
    expect([...left].map(({ name }) => name)).toEqual(['onEdit', 'somethingElse']);
  });
});
