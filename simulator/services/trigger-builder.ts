/** `TriggerBuilder` and `ClockTriggerBuilder` (Google, ClockTriggerBuilder reference). */
import type { Clock } from '../clock';
import { makeEnum, makeService, PlatformException, type Gate } from '../service';
import { methodsOf } from '../signature';
import type { ClockTrigger } from '../Triggers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MINUTES = [1, 5, 10, 15, 30];
/** The editor offers these; whether the service takes others is not documented. */
const HOURS = [1, 2, 4, 6, 8, 12];

export const SOURCES = {
  EventType: makeEnum(['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']),
  TriggerSource: makeEnum(['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']),
};

export interface TriggerBuilderOptions {
  readonly clock: Clock;
  readonly user: string;
  readonly isAddOn: boolean;
  readonly newId: () => string;
  /** A number from 0 to below 1: where within its interval a trigger fires. */
  readonly random: () => number;
}

/** `install` keeps the finished trigger and gives what the script gets for it. */
export function makeTriggerBuilder(
  gate: Gate,
  handler: string,
  options: TriggerBuilderOptions,
  install: (trigger: ClockTrigger) => object,
): object {
  const { clock, user, newId, random, isAddOn } = options;
  const method = methodsOf('ClockTriggerBuilder');
  let everyMilliseconds: number | null = null;
  let afterMilliseconds: number | null = null;
  const repeat = (name: string, allowed: readonly number[], unit: number) =>
    method(name, ['number'], (count: number) => {
      // A published add-on may run by the clock once an hour at most (Google, "Triggers for editor add-ons").
      if (!allowed.includes(count) || (isAddOn && count * unit < HOUR)) {
        throw new PlatformException(`The value you passed to ${name} was invalid`);
      }
      everyMilliseconds = count * unit;
      return builder;
    });
  const builder: object = makeService('ClockTriggerBuilder', gate, {
    everyMinutes: repeat('everyMinutes', MINUTES, MINUTE),
    everyHours: repeat('everyHours', HOURS, HOUR),
    after: method('after', ['number'], (milliseconds: number) => {
      afterMilliseconds = milliseconds;
      return builder;
    }),
    create: method('create', [], () => {
      const wait = everyMilliseconds === null ? afterMilliseconds : Math.ceil(random() * everyMilliseconds);
      if (wait === null) throw new PlatformException('The trigger has no schedule.');
      const nextAt = clock.now() + wait;
      return install({ id: newId(), handler, owner: user, everyMilliseconds, nextAt, disabledBecause: null });
    }),
  });
  return makeService('TriggerBuilder', gate, {
    timeBased: methodsOf('TriggerBuilder')('timeBased', [], () => builder),
  });
}
