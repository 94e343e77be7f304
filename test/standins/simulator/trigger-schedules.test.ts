import { VirtualClock } from '../../../simulator';
import { aSimulator, thrownBy } from '../../support/a-simulator';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-12T09:00:00Z');

/** Times of the first runs of a trigger built by `calls`, in the middle of what the platform may choose. */
function timesOf(calls: string, days = 2): string[] {
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
  ['everyHours(12)', ['2026-01-12T15:00', '2026-01-13T03:00', '2026-01-13T15:00', '2026-01-14T03:00']],
  ['after(60000)', ['2026-01-12T09:01']],
])('%s fires at its times', (calls, times) => {
  expect(timesOf(calls)).toEqual(times);
});

test.each([
  ['everyHours(5)', 'everyHours'],
  ['after(-1)', 'after'],
])('%s is refused', (call, name) => {
  expect(thrownBy(`ScriptApp.newTrigger('main').timeBased().${call}`)).toBe(
    `Exception: The value you passed to ${name} was invalid`,
  );
});

test('a trigger without any time is refused', () => {
  expect(thrownBy("ScriptApp.newTrigger('main').timeBased().create()")).toContain('no schedule');
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
