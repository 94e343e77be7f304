import { VirtualClock } from '../../../simulator';
import { aSimulator, thrownBy, valueOf } from '../../support/a-simulator';

const MINUTE = 60_000;
const SOURCE = `
  function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => t.getHandlerFunction()).join(); }
  function remove() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); }
  function tick(e) { CacheService.getUserCache().put('last', JSON.stringify(e)); }`;
const half = { random: () => 0.5 };

test.each([0, 2, 3, 15.5, 60])('everyMinutes(%s) is refused', (minutes) => {
  expect(thrownBy(`ScriptApp.newTrigger('main').timeBased().everyMinutes(${minutes})`)).toBe(
    'Exception: The value you passed to everyMinutes was invalid',
  );
});

test('twenty triggers are allowed, one more is not, and create never looks for doubles', () => {
  const many = (count: number) =>
    `for (let i = 0; i < ${count}; i++) ScriptApp.newTrigger('main').timeBased().everyMinutes(5).create();`;

  expect(valueOf(`${many(20)} return ScriptApp.getProjectTriggers().length`)).toBe(20);
  expect(thrownBy(many(21))).toBe(
    'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  );
});

test('a published add-on fires hourly at most and has one clock trigger for each user', () => {
  const addOn = { form: 'addOn' as const };
  const hourly = "ScriptApp.newTrigger('main').timeBased().everyHours(1).create();";

  expect(thrownBy("ScriptApp.newTrigger('main').timeBased().everyMinutes(30).create()", addOn)).toContain(
    'everyMinutes',
  );
  expect(thrownBy(hourly, addOn)).toBe('nothing was thrown');
  expect(thrownBy(hourly + hourly, addOn)).toBe(
    'Exception: This add-on has created too many time-based triggers in this document for this Google user account.',
  );
});

test('everybody sees and deletes only own triggers', () => {
  const simulator = aSimulator(SOURCE);
  const as = (user: string, name: string) => simulator.run({ function: name, user, via: 'menu' }).value;
  as('anna', 'install');
  as('boris', 'remove');

  expect([as('anna', 'list'), as('boris', 'list')]).toEqual(['tick', '']);
  as('anna', 'remove');
  expect(as('anna', 'list')).toBe('');
});

test('a trigger fires at its times, as its creator, with an event in UTC', () => {
  const clock = new VirtualClock(Date.parse('2026-01-04T23:50:00Z'));
  const simulator = aSimulator(SOURCE, { clock, ...half });
  simulator.run({ function: 'install', user: 'anna', via: 'menu' });

  const fired = simulator.passTime(15 * MINUTE);

  expect(fired.map(({ user, via, startedAt }) => [user, via, new Date(startedAt).toISOString()])).toEqual([
    ['anna', 'timeTrigger', '2026-01-04T23:52:30.000Z'],
    ['anna', 'timeTrigger', '2026-01-04T23:57:30.000Z'],
    ['anna', 'timeTrigger', '2026-01-05T00:02:30.000Z'],
  ]);
  expect(clock.now()).toBe(Date.parse('2026-01-05T00:05:00Z'));
  const [last] = simulator.stored();
  expect(last?.store).toBe('user:anna');
  expect(JSON.parse(last?.value ?? '')).toEqual({
    authMode: 'FULL',
    ...{
      year: 2026,
      month: 1,
      'day-of-month': 5,
      'day-of-week': 1,
      'week-of-year': 2,
      hour: 0,
      minute: 2,
      second: 30,
    },
    timezone: 'UTC',
    triggerUid: simulator.state.triggers.all()[0]?.id,
  });
});

test('there is no user interface in a trigger', () => {
  const simulator = aSimulator("function main() { SpreadsheetApp.getUi().alert('x'); }");

  expect(simulator.run({ function: 'main', via: 'timeTrigger' }).error?.message).toBe(
    'Cannot call SpreadsheetApp.getUi() from this context.',
  );
});

test('a trigger whose function is gone fails when it fires, and its creator gets a mail', () => {
  const simulator = aSimulator(
    "function main() { ScriptApp.newTrigger('gone').timeBased().everyHours(1).create(); }",
    half,
  );
  simulator.run({ function: 'main', user: 'anna', via: 'menu' });

  expect(simulator.passTime(60 * MINUTE)[0]?.error?.message).toBe('Script function not found: gone');
  expect(simulator.disclosures).toContainEqual({
    channel: 'failure mail',
    text: 'anna: Script function not found: gone',
  });
});

test('a trigger cannot be made for a private function', () => {
  expect(thrownBy("ScriptApp.newTrigger('tick_')")).toBe('Exception: Script function not found: tick_');
});

test('a user has ninety minutes of trigger time a day', () => {
  const simulator = aSimulator(
    `
    function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); }
    function tick() { Utilities.sleep(290000); }`,
    half,
  );
  simulator.run({ function: 'install', user: 'anna', via: 'menu' });

  // 90 minutes are 18.6 runs of 290 seconds: the nineteenth still starts.
  expect(simulator.passTime(230 * MINUTE)).toHaveLength(19);
  expect(simulator.disclosures).toContainEqual({
    channel: 'failure mail',
    text: 'anna: Service using too much computer time for one day',
  });
});

test('a trigger that fires once stays in the list', () => {
  const simulator = aSimulator(
    "function main() { ScriptApp.newTrigger('tick').timeBased().after(1000).create(); } function tick() {}",
  );
  simulator.run({ function: 'main', via: 'menu' });

  expect([simulator.passTime(MINUTE).length, simulator.passTime(MINUTE).length]).toEqual([1, 0]);
  expect(simulator.state.triggers.all()).toHaveLength(1);
});
