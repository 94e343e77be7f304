/** `TriggerBuilder` and `ClockTriggerBuilder` (Google, ClockTriggerBuilder reference). */
import type { Clock } from '../clock';
import { makeEnum, makeService, PlatformException, type EnumValue, type Gate } from '../service';
import { methodsOf, signatureMismatch } from '../signature';
import type { ClockTrigger } from '../Triggers';
import { firstTime, type Schedule } from './clock-schedule';
import { checkZone, timeOfLocal } from './zoned-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MINUTES = [1, 5, 10, 15, 30];
/** The editor offers these; whether the service takes others is not documented. */
const HOURS = [1, 2, 4, 6, 8, 12];

export const SOURCES = {
  EventType: makeEnum(['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']),
  TriggerSource: makeEnum(['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']),
};

/** As `Date` counts them. */
const WEEK_DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
/** Of every script service under `ScriptApp.WeekDay`. */
export const WeekDay = makeEnum(WEEK_DAYS);

export interface TriggerBuilderOptions {
  readonly clock: Clock;
  readonly user: string;
  readonly isAddOn: boolean;
  readonly scriptTimeZone: string;
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
  let schedule: Schedule = {
    ...{ everyMilliseconds: null, once: null, hour: null, minute: null, weekDay: null },
    zone: options.scriptTimeZone,
  };
  const set = (change: Partial<Schedule>): object => {
    schedule = { ...schedule, ...change };
    return builder;
  };
  const chosen = (
    name: string,
    accepts: (value: number) => boolean,
    change: (value: number) => Partial<Schedule>,
  ) =>
    method(name, ['number'], (value: number) => {
      if (!Number.isInteger(value) || !accepts(value)) throw invalid(name);
      return set(change(value));
    });
  const repeat = (name: string, accepts: (count: number) => boolean, unit: number) =>
    // A published add-on may run by the clock once an hour at most (Google, "Triggers for editor add-ons").
    chosen(
      name,
      (count) => accepts(count) && !(isAddOn && count * unit < HOUR),
      (count) => ({
        everyMilliseconds: count * unit,
      }),
    );
  const between = (from: number, to: number) => (value: number) => value >= from && value <= to;
  const builder: object = makeService('ClockTriggerBuilder', gate, {
    everyMinutes: repeat('everyMinutes', (count) => MINUTES.includes(count), MINUTE),
    everyHours: repeat('everyHours', (count) => HOURS.includes(count), HOUR),
    everyDays: repeat('everyDays', between(1, Infinity), DAY),
    everyWeeks: repeat('everyWeeks', between(1, Infinity), WEEK),
    onWeekDay: method('onWeekDay', ['object'], (day: EnumValue) => {
      const weekDay = WEEK_DAYS.findIndex((name) => WeekDay[name] === day);
      if (weekDay < 0) throw signatureMismatch('ClockTriggerBuilder.onWeekDay', [day]);
      return set({ weekDay, everyMilliseconds: schedule.everyMilliseconds ?? WEEK });
    }),
    atHour: chosen('atHour', between(0, 23), (hour) => ({ hour })),
    nearMinute: chosen('nearMinute', between(0, 59), (minute) => ({ minute })),
    at: method('at', ['object'], (date: Date) => set({ once: { at: date.getTime() } })),
    atDate: method(
      'atDate',
      ['integer', 'integer', 'integer'],
      (year: number, month: number, day: number) => {
        const midnight = Date.UTC(year, month - 1, day);
        if (new Date(midnight).getUTCDate() !== day) throw invalid('atDate');
        return set({ once: { at: timeOfLocal(midnight, schedule.zone) } });
      },
    ),
    after: chosen('after', between(0, Infinity), (after) => ({ once: { after } })),
    inTimezone: method('inTimezone', ['text'], (zone: string) => {
      checkZone(zone);
      return set({ zone });
    }),
    create: method('create', [], () => {
      const nextAt = firstTime(schedule, clock.now(), random);
      const { everyMilliseconds } = schedule.once ? { everyMilliseconds: null } : schedule;
      const lasting = { authorizationFailures: 0, disabledBecause: null };
      return install({ id: newId(), handler, owner: user, everyMilliseconds, nextAt, ...lasting });
    }),
  });
  return makeService('TriggerBuilder', gate, {
    timeBased: methodsOf('TriggerBuilder')('timeBased', [], () => builder),
  });
}

const invalid = (name: string) => new PlatformException(`The value you passed to ${name} was invalid`);
