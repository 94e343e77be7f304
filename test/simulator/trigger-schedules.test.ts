import { VirtualClock } from '../../simulator';
import { aSimulator, thrownBy } from './a-simulator';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-12T09:00:00Z'); // a Monday, noon in Moscow

/** Times of the first runs of a trigger built by `calls`, in the middle of what the platform may choose. */
function timesOf(calls: string, days = 8): string[] {
  const simulator = aSimulator(
    `function main() { ScriptApp.newTrigger('tick').timeBased().${calls}.create(); } function tick() {}`,
    { clock: new VirtualClock(START), random: () => 0.5 },
  );
  const { error } = simulator.run({ function: 'main', via: 'menu' });
  if (error) throw new Error(error.message);
  return simulator
    .passTime(days * DAY)
    .map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 16));
}

test.each([
  ['everyDays(3).atHour(7)', ['2026-01-13T04:30', '2026-01-16T04:30', '2026-01-19T04:30']],
  ['everyDays(7).atHour(13).nearMinute(20)', ['2026-01-12T10:20', '2026-01-19T10:20']],
  ['everyWeeks(1).onWeekDay(ScriptApp.WeekDay.WEDNESDAY).atHour(0)', ['2026-01-13T21:30']],
  ['onWeekDay(ScriptApp.WeekDay.SUNDAY).atHour(12)', ['2026-01-18T09:30']],
  ["inTimezone('Asia/Tokyo').everyDays(7).atHour(7)", ['2026-01-12T22:30', '2026-01-19T22:30']],
  ["at(new Date('2026-01-13T00:00:00Z'))", ['2026-01-13T00:00']],
  ['atDate(2026, 1, 14)', ['2026-01-13T21:00']],
  ['after(60000)', ['2026-01-12T09:01']],
])('%s fires in its hour, in the zone of the script unless told otherwise', (calls, times) => {
  expect(timesOf(calls)).toEqual(times);
});

test.each([
  ['everyHours(5)', 'everyHours'],
  ['everyDays(0)', 'everyDays'],
  ['everyWeeks(1.5)', 'everyWeeks'],
  ['atHour(24)', 'atHour'],
  ['nearMinute(60)', 'nearMinute'],
  ['after(-1)', 'after'],
  ['atDate(2026, 2, 30)', 'atDate'],
])('%s is refused', (call, name) => {
  expect(thrownBy(`ScriptApp.newTrigger('main').timeBased().${call}`)).toBe(
    `Exception: The value you passed to ${name} was invalid`,
  );
});

test('a zone that is none and a trigger without any time are refused', () => {
  expect(thrownBy("ScriptApp.newTrigger('main').timeBased().inTimezone('Mars/Base')")).toBe(
    'Exception: Invalid argument: timezone',
  );
  expect(thrownBy("ScriptApp.newTrigger('main').timeBased().atHour(3).create()")).toContain('no schedule');
});

const INSTALLING = `
  function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
  function tick() { return UrlFetchApp.fetch('https://a.b/'); }`;
const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** Somebody who has taken back consent to requests after installing. */
function withoutConsent(form: 'bound' | 'addOn') {
  const people = { anna: { grantedScopes: [scope('script.scriptapp')] } };
  const simulator = aSimulator(INSTALLING, { people, form, authorizationFailuresAllowed: 2 });
  simulator.run({ function: 'install', user: 'anna', via: 'menu' });
  return simulator;
}

test('without consent a bound script does not run at all, an add-on fails at the first such call', () => {
  const [bound] = withoutConsent('bound').passTime(HOUR);
  const [addOn] = withoutConsent('addOn').passTime(HOUR);

  expect(bound?.error?.message).toContain('Authorization is required to perform that action.');
  expect(addOn?.error?.message).toContain('not sufficient to call UrlFetchApp.fetch');
  expect([bound?.ledger.total(), addOn?.ledger.total()]).toEqual([0, 1]);
});

test.each(['bound', 'addOn'] as const)(
  'after more authorization failures in succession than allowed a trigger is disabled: %s',
  (form) => {
    const simulator = withoutConsent(form);

    expect(simulator.passTime(9 * HOUR)).toHaveLength(3);
    expect(simulator.state.triggers.all()[0]?.disabledBecause).toBe('repeated authorization failures');
  },
);

test('triggers of somebody who lost access to the document do not fire any more', () => {
  const simulator = aSimulator(INSTALLING);
  simulator.run({ function: 'install', user: 'anna', via: 'menu' });
  simulator.takeAccessFrom('anna');

  expect(simulator.passTime(5 * HOUR)).toHaveLength(0);
  expect(simulator.state.triggers.all()[0]?.disabledBecause).toBe('the owner lost access');
});
