/** `TriggerBuilder` and `ClockTriggerBuilder` (Google, ClockTriggerBuilder reference). */
import type { Clock } from '../clock';
import { PlatformException, type Gate } from '../service';
import { ServiceClass } from '../service-objects';
import { number, takesOn } from '../signature';
import type { ClockTrigger } from '../Triggers';

type TriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type ClockTriggerBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MINUTES = [1, 5, 10, 15, 30];
/** The editor offers these; whether the service takes others is not documented. */
const HOURS = [1, 2, 4, 6, 8, 12];

export interface TriggerBuilderOptions {
  readonly clock: Clock;
  readonly user: string;
  readonly isAddOn: boolean;
  readonly newId: () => string;
  /** A number from 0 to below 1: where within its interval a trigger fires. */
  readonly random: () => number;
}

interface Draft {
  readonly handler: string;
  /** Milliseconds, from run to run or until the only one. */
  schedule: { readonly every: number } | { readonly after: number } | null;
}

/** `install` keeps the finished trigger and gives what the script gets for it. */
export function makeTriggerBuilders(
  gate: Gate,
  options: TriggerBuilderOptions,
  install: (trigger: ClockTrigger) => object,
): ServiceClass<TriggerBuilder, { readonly handler: string }> {
  const { clock, user, newId, random, isAddOn } = options;
  const onDraft = takesOn<Draft>();
  const repeat = (name: string, counts: readonly number[], unit: number) =>
    onDraft(number).chains((draft, count) => {
      // A published add-on may run by the clock once an hour at most (Google, "Triggers for editor add-ons").
      if (!counts.includes(count) || (isAddOn && count * unit < HOUR)) throw invalid(name);
      draft.schedule = { every: count * unit };
    });
  const clocks = new ServiceClass<ClockTriggerBuilder, Draft>('ClockTriggerBuilder', gate, () => ({
    everyMinutes: repeat('everyMinutes', MINUTES, MINUTE),
    everyHours: repeat('everyHours', HOURS, HOUR),
    after: onDraft(number).chains((draft, after) => {
      if (!Number.isInteger(after) || after < 0) throw invalid('after');
      draft.schedule = { after };
    }),
    create: onDraft().gives(({ handler, schedule }) => {
      if (schedule === null) throw new PlatformException('The trigger has no schedule.');
      const everyMilliseconds = 'every' in schedule ? schedule.every : null;
      // Where in its first interval it fires the platform chooses.
      const wait = 'every' in schedule ? Math.ceil(random() * schedule.every) : schedule.after;
      const lasting = { authorizationFailures: 0, disabledBecause: null };
      const nextAt = clock.now() + wait;
      return install({ id: newId(), handler, owner: user, everyMilliseconds, nextAt, ...lasting });
    }),
  }));
  return new ServiceClass<TriggerBuilder, { readonly handler: string }>('TriggerBuilder', gate, () => ({
    timeBased: takesOn<{ readonly handler: string }>()().gives(({ handler }) =>
      clocks.wrap({ handler, schedule: null }),
    ),
  }));
}

const invalid = (name: string) => new PlatformException(`The value you passed to ${name} was invalid`);
