/** A person whose connection was taken over or removed: what his trigger does, and what it must not undo. */
import { COLLEAGUE, connect, type World, type WorldOptions } from '../../world/make-world';
import { OWNER, PlatformException, type Execution } from '../../simulator';
import { FORMS, type Form } from '../../world/forms';
import { page, triggers } from '../../world/people';
import { progressOf, startOnce } from '../../world/scenario';
import { DRAFT } from '../../world/sheets';

const slowly: WorldOptions = {
  simulator: { cost: (member) => (member === 'UrlFetchApp.fetchAll' ? 140_000 : 0) },
};

/** Members that change what executions share: between two of them one place is as good as another. */
const CHANGES =
  /^(Properties\.(set|delete)|ScriptApp\.delete|Spreadsheet\.delete|Lock\.release|ClockTriggerBuilder\.create)/;

const tickOf = ({ simulator }: World, user = OWNER): Execution =>
  simulator.run({ function: 'scheduledRefresh', user, via: 'timeTrigger' });

const save = (world: World, user = OWNER): unknown =>
  page(world, user).call('saveSettings', { webhookUrl: world.webhookUrl });

/** The owner's connection that a colleague has taken over. */
function takenOver({ aWorld }: Form): World {
  const world = aWorld();
  connect(world);
  save(world, COLLEAGUE);
  return world;
}

/** What is left of a person's connection: properties that hold the secret, and triggers. */
function leftOf(world: World, user = OWNER): readonly string[] {
  const secret = world.webhookUrl.split('/')[5] ?? '';
  const holders = world.simulator
    .stored()
    .filter(({ store, value }) => store === `user:${user}` && value.includes(secret));
  return [...holders.map(({ key }) => key), ...triggers(world, user).map(() => 'a trigger')];
}

describe.each(FORMS)('In the $form form', (form) => {
  it.each([
    ['a former owner who saves his webhook again', takenOver],
    ['a person who saves the first webhook', ({ aWorld }: Form) => aWorld()],
  ])('%s is connected, wherever a tick of his falls into the saving', (_, arrange) => {
    for (let nth = 1, isOver = false; !isOver; nth += 1) {
      const world = arrange(form);
      let calls = 0;
      world.simulator.hooks = {
        before: ({ function: name }) => {
          if (name === 'saveSettings' && ++calls === nth) tickOf(world);
        },
      };
      const answer = save(world);
      world.simulator.hooks = {};
      isOver = calls < nth;
      const view = { webhookUrl: 'https://demo.bitrix24.ru/rest/1/********/' };
      expect([nth, answer]).toMatchObject([nth, { ok: true, settings: view }]);
      expect([nth, page(world).call('loadSettings')]).toMatchObject([nth, view]);
      expect([nth, triggers(world).length]).toEqual([nth, 1]);
      expect(startOnce(world).value).toMatchObject({ accepted: 'started' });
    }
  });

  it('a former owner’s tick that is killed at any call leaves nothing for good', () => {
    for (let nth = 1, outcome = ''; outcome !== 'returned'; nth += 1) {
      const world = takenOver(form);
      world.simulator.hooks = {
        before: (call) => {
          if (call.index === nth) call.kill();
        },
      };
      ({ outcome } = tickOf(world));
      world.simulator.hooks = {};
      // A lease that was killed has to run out.
      world.simulator.passTime(4 * form.tick);
      expect([nth, leftOf(world), triggers(world, COLLEAGUE).length]).toEqual([nth, [], 1]);
    }
  });

  it('a disconnection that is killed at any call leaves all or, in the end, nothing', () => {
    const ends = new Set<string>();
    for (let nth = 1, outcome = ''; outcome !== 'returned'; nth += 1) {
      let changes = 0;
      const world = form.aWorld(slowly);
      connect(world);
      startOnce(world);
      page(world, COLLEAGUE).call('startRefresh', { briefOnly: true });
      world.simulator.hooks = {
        before: (call) => {
          if (call.function === 'saveSettings' && CHANGES.test(call.member) && ++changes === nth) call.kill();
        },
      };
      ({ outcome } = world.simulator.run({
        function: 'saveSettings',
        args: [{ webhookUrl: '' }],
        via: 'page',
      }));
      world.simulator.hooks = {};
      const { isOwner } = page(world).call('getStatus') as { isOwner: boolean };
      world.simulator.passTime(20 * form.tick);
      const { waiting } = page(world).call('getStatus') as { waiting: unknown };
      const isPaused = progressOf(world).state === 'paused';
      const hasDraft = world.spreadsheet.sheetNamed(DRAFT) !== undefined;
      ends.add(String(isOwner));
      expect([nth, leftOf(world), waiting, isPaused, hasDraft]).toEqual([
        nth,
        isOwner ? ['1SimulatedSpreadsheetIdentifier0000000000000:webhook', 'a trigger'] : [],
        null,
        false,
        false,
      ]);
    }
    expect(ends).toEqual(new Set(['true', 'false']));
  });
});

describe('An owner whose webhook is gone', () => {
  it('is told to save it again, not that his request is accepted', () => {
    const world = FORMS[0]?.aWorld() as World;
    connect(world);
    const key = '1SimulatedSpreadsheetIdentifier0000000000000:webhook';
    world.simulator.state.propertyStore(`user:${OWNER}`).delete(key);
    expect(startOnce(world).value).toEqual({
      accepted: 'refused',
      message: 'Вашего вебхука в настройках больше нет. Откройте в меню «Настройки» и сохраните его ещё раз.',
    });
    expect(page(world).call('getStatus')).toMatchObject({ waiting: null });
    save(world);
    expect(startOnce(world).value).toMatchObject({ accepted: 'started' });
  });
});

describe('Settings that are saved with a new webhook', () => {
  it('are saved with it or not at all, whichever call Google refuses', () => {
    const ends = new Set<boolean>();
    for (let nth = 1, calls = nth; calls >= nth; nth += 1) {
      const world = FORMS[0]?.aWorld() as World;
      connect(world, { cacheTtlSeconds: 60 });
      const own = 'https://demo.bitrix24.ru/rest/1/theothers3cret/';
      const keys = () => {
        const { stored } = { stored: world.simulator.stored() };
        const find = (end: string) => stored.find(({ key }) => key.endsWith(end))?.value;
        return [find('webhook') === own, find('settings')?.includes('120')];
      };
      calls = 0;
      world.simulator.hooks = {
        before: () => {
          if (++calls === nth) throw new PlatformException('Service unavailable');
        },
      };
      let isSaved = true;
      try {
        page(world).call('saveSettings', { webhookUrl: own, cacheTtlSeconds: 120 });
      } catch {
        isSaved = false;
      }
      world.simulator.hooks = {};
      ends.add(isSaved);
      expect([nth, ...keys()]).toEqual([nth, isSaved, isSaved]);
    }
    expect(ends).toEqual(new Set([true, false]));
  });
});
