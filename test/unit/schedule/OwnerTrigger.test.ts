/** The owner's one recurring trigger. */
import type * as main from '../../../src/main';
import type { Triggers } from '../../../src/platform/platform';
import { OwnerTrigger } from '../../../src/schedule/OwnerTrigger';
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

/** The compiler holds what the trigger calls to what `main.ts` exports. */
const TICK: keyof typeof main = 'scheduledRefresh';

const handlersOf = (installation: Installation, user = OWNER): string[] =>
  installation.script.triggers.of(user).map(({ handler }) => handler);

describe('the trigger of the owner', () => {
  it('is one trigger, however often it is turned on', () => {
    const installation = new Installation();
    for (let time = 0; time < 3; time++) installation.openedBy(OWNER).trigger.turnOn();
    expect(handlersOf(installation)).toEqual([TICK]);
    expect(installation.openedBy(OWNER).trigger.isOn()).toBe(true);
  });

  it.each([
    [false, 300_000],
    [true, 3_600_000],
  ])('fires every five minutes, in a published add-on every hour (published: %s)', (isPublished, every) => {
    const installation = new Installation(undefined, { isPublished });
    installation.openedBy(OWNER).trigger.turnOn();
    expect(installation.script.triggers.all().map(({ everyMilliseconds }) => everyMilliseconds)).toEqual([
      every,
    ]);
  });

  it('is gone when it is turned off, and may be turned off twice', () => {
    const installation = new Installation();
    const { trigger } = installation.openedBy(OWNER);
    trigger.turnOn();
    trigger.turnOff();
    trigger.turnOff();
    expect([handlersOf(installation), trigger.isOn()]).toEqual([[], false]);
  });

  it('of one person is not that of another', () => {
    const installation = new Installation();
    installation.openedBy(OWNER).trigger.turnOn();
    const { trigger } = installation.openedBy(COLLEAGUE);
    expect(trigger.isOn()).toBe(false);
    trigger.turnOff();
    expect(handlersOf(installation)).toEqual([TICK]);
  });

  it('leaves triggers alone that call something else, and removes its own doubles', () => {
    const handlers = ['onEdit', TICK, TICK, 'somethingElse'];
    const left = new Set(handlers.map((name, index) => ({ name, index, getHandlerFunction: () => name })));
    const created: string[] = [];
    const { platform, state } = new Installation().openedBy(OWNER);
    const triggers: Triggers = {
      list: () => [...left],
      create: (name) => created.push(name),
      remove: (extra) => left.delete(extra as never),
    };
    const trigger = new OwnerTrigger({ ...platform, triggers }, state);
    trigger.turnOn();
    expect([[...left].map(({ name }) => name), created]).toEqual([['onEdit', TICK, 'somethingElse'], []]);
    trigger.turnOff();
    expect([...left].map(({ name }) => name)).toEqual(['onEdit', 'somethingElse']);
  });
});
