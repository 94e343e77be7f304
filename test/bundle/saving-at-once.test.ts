/** Two people who change settings at the same moment: one after the other, or one is told to wait. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { OWNER, PlatformException } from '../../simulator';
import { savingTexts } from '../../src/texts/failure-texts';
import { page, worldOfThree } from '../../world/people';
import { refreshed } from '../../world/scenario';

const BEING_SAVED = 'Настройки сейчас сохраняет другой пользователь: повторите через несколько секунд.';

/** The owner saves; what the colleague does between two calls of it. */
function whileTheOwnerSaves(world: World, act: () => void): void {
  let hasActed = false;
  world.simulator.hooks = {
    before: ({ member, user }) => {
      if (hasActed || user !== OWNER || member !== 'Properties.setProperties') return;
      hasActed = true;
      act();
    },
  };
  page(world).call('saveSettings', { cacheTtlSeconds: 60 });
  world.simulator.hooks = {};
}

/** Every call of the platform that saving a first webhook makes from where anything is to be saved. */
const SAVING = [
  ...['ScriptApp.getProjectTriggers', 'ScriptApp.newTrigger', 'ClockTriggerBuilder.create'],
  ...['LockService.getScriptLock', 'Lock.tryLock', 'Properties.setProperty'],
];

describe('When Google fails while settings are saved', () => {
  it.each(SAVING)('at %s, the page says that they are not saved, and they can be saved again', (member) => {
    const world = worldOfThree();
    let isBroken = true;
    world.simulator.hooks = {
      before: (call) => {
        if (isBroken && call.member === member)
          throw new PlatformException(
            "We're sorry, a server error occurred. Please wait a bit and try again.",
          );
      },
    };
    expect(() => connect(world)).toThrow(savingTexts.saveFailed);
    isBroken = false;
    expect(JSON.stringify(world.simulator.stored())).not.toContain(world.webhookUrl);
    connect(world);
    refreshed(world);
  });
});

describe('While somebody saves settings', () => {
  it('a second person is told to wait, and then loses nothing of the first one’s', () => {
    const world = worldOfThree();
    connect(world);
    const save = () => page(world, COLLEAGUE).call('saveSettings', { excludeFailed: false });
    whileTheOwnerSaves(world, () => expect(save).toThrow(BEING_SAVED));
    save();
    expect(page(world).call('loadSettings')).toMatchObject({ cacheTtlSeconds: 60, excludeFailed: false });
  });

  it('a colleague leaves no request that nobody would carry out', () => {
    const world = worldOfThree();
    connect(world);
    whileTheOwnerSaves(world, () =>
      expect(() => page(world, COLLEAGUE).call('startRefresh', { briefOnly: false })).toThrow(BEING_SAVED),
    );
    expect(page(world).call('getStatus')).toMatchObject({ waiting: null });
  });

  it('a colleague who takes the connection over is not put out by the owner’s refresh that ends', () => {
    const world = worldOfThree();
    connect(world);
    const { webhookUrl } = world;
    let answer: unknown = null;
    world.simulator.hooks = {
      before: ({ member, args, user }) => {
        if (user !== OWNER || member !== 'Properties.setProperty' || args[0] !== 'owner') return;
        answer ??= (): unknown => page(world, COLLEAGUE).call('saveSettings', { webhookUrl });
        expect(answer).toThrow(BEING_SAVED);
      },
    };
    refreshed(world);
    world.simulator.hooks = {};
    page(world, COLLEAGUE).call('saveSettings', { webhookUrl });
    expect(page(world, COLLEAGUE).call('getStatus')).toMatchObject({ isOwner: true });
  });
});
