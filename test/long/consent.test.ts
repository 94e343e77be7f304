/** People who allow the script only some of what it asks for: wherever they click, the next step leads to the rest. */
import { connect, type World } from '../../world/make-world';
import { CONSENT_PAGE, OWNER } from '../../simulator';
import { failureOf } from '../../src/pages/failure';
import { consentTexts } from '../../src/texts/consent-texts';
import { errorTexts } from '../../src/texts/error-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { FORMS, type Form } from '../../world/forms';
import { lastText, page } from '../../world/people';
import { refreshed } from '../../world/scenario';

const SCOPES = [
  'spreadsheets.currentonly',
  'script.external_request',
  'script.container.ui',
  'script.scriptapp',
].map((name) => `https://www.googleapis.com/auth/${name}`);
const ITEMS = ['refreshReport', 'refreshBriefSheet', 'showSettings', 'showStatus', 'showHelp', 'clearCache'];
/** What a page calls, with what it gives. */
const CALLS = {
  ...{ loadSettings: [], getProgress: [], getStatus: [], cancelRefresh: [] },
  saveSettings: [{ cacheTtlSeconds: 60 }],
  testConnection: [{}],
  startRefresh: [{ briefOnly: false }],
  ...{ showSettings: [], showStatus: [], showHelp: [], clearCache: [] },
};
/** Asks the portal or looks after the trigger: without any one of the scopes it is not begun. */
const NEED_ALL = ['saveSettings', 'testConnection', 'startRefresh', 'showSettings', 'showStatus', 'showHelp'];

/** Connected and refreshed with everything allowed, then without one scope. */
function without(scope: string, { aWorld }: Form): World {
  const world = aWorld();
  connect(world);
  refreshed(world);
  world.simulator.open();
  world.simulator.consents.withdraw(OWNER, [scope]);
  return world;
}

const click = ({ simulator }: World, name: string) => simulator.run({ function: name, via: 'menu' });
const prompt = ({ simulator }: World): readonly string[] | null => simulator.screen().consentPrompt;
/** What people see besides Google's own window. */
const texts = ({ simulator }: World) =>
  simulator.disclosures.filter(({ channel }) => channel !== 'error').length;

function failureOfCall(world: World, name: keyof typeof CALLS) {
  try {
    page(world).call(name, ...CALLS[name]);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

const CASES = FORMS.flatMap((form) => SCOPES.map((scope) => ({ form: form.form, given: form, scope })));

describe.each(CASES)('In the $form form, without $scope,', ({ given, scope }) => {
  it.each(ITEMS)(
    'a click on %s has Google ask for it, again if refused, and the click after that works',
    (item) => {
      const world = without(scope, given);
      const said = texts(world);
      click(world, item);
      expect([prompt(world), texts(world)]).toEqual([[scope], said]);
      world.simulator.consents.answer(OWNER, []);
      click(world, item);
      expect([prompt(world), texts(world)]).toEqual([[scope], said]);
      world.simulator.consents.answer(OWNER);
      expect([click(world, item).outcome, prompt(world)]).toEqual(['returned', null]);
      expect(lastText(world, 'alert')).toBeUndefined();
    },
  );

  it.each(Object.keys(CALLS) as (keyof typeof CALLS)[])('a page’s %s works or leads to it', (name) => {
    const world = without(scope, given);
    const stored = JSON.stringify(world.simulator.stored());
    const failure = failureOfCall(world, name);
    if (NEED_ALL.includes(name)) {
      expect(failure).not.toBeNull();
      expect(JSON.stringify(world.simulator.stored())).toBe(stored);
    }
    if (failure !== null) {
      expect(failure).toMatchObject({ sentence: consentTexts.seeAbove });
      const { address = null } = failure.consent ?? {};
      // What the menu calls too is refused by Google itself: there the page names the menu, which asks.
      if (address === null) click(world, 'refreshReport');
      else world.simulator.consents.follow(OWNER, address);
      expect([ITEMS.includes(name) ? null : CONSENT_PAGE, prompt(world)]).toEqual([address, [scope]]);
      world.simulator.consents.answer(OWNER);
    }
    expect([failureOfCall(world, name), prompt(world)]).toEqual([null, null]);
  });

  it.each(['NONE', 'LIMITED', 'FULL'] as const)(
    'opening the spreadsheet in mode %s builds the menu and asks nothing',
    (mode) => {
      const world = without(scope, given);
      world.simulator.screen().menus.clear();
      for (const name of ['onOpen', 'onInstall']) {
        const { outcome } = world.simulator.run({ function: name, via: 'simpleTrigger', authMode: mode });
        expect([outcome, world.simulator.screen().menus.size, prompt(world)]).toEqual(['returned', 1, null]);
      }
    },
  );

  it('what comes by the clock neither fails nor asks, and goes on once it is allowed', () => {
    const world = without(scope, given);
    const ticks = world.simulator.passTime(3 * given.tick);
    const started = ticks.filter(({ ledger }) => ledger.total() > 0);
    expect(started.map(({ outcome }) => outcome)).toEqual(
      given.form === 'bound' ? [] : Array(3).fill('returned'),
    );
    expect(prompt(world)).toBeNull();
    click(world, 'refreshReport');
    world.simulator.consents.answer(OWNER);
    const after = world.simulator.passTime(given.tick);
    expect(after.map(({ outcome, lackedAuthorization }) => [outcome, lackedAuthorization])).toEqual([
      ['returned', false],
    ]);
  });
});

describe.each(FORMS)('In the $form form', ({ aWorld, form }) => {
  it.each(SCOPES)('a first start without %s alone goes from the menu to the report, asked once', (scope) => {
    const people = { [OWNER]: { grantedScopes: SCOPES.filter((name) => name !== scope) } };
    const world = aWorld({
      simulator: { people, ...(form === 'published' ? { form: 'addOn' as const } : {}) },
    });
    click(world, 'showSettings');
    expect(prompt(world)).toEqual([scope]);
    world.simulator.consents.answer(OWNER);
    click(world, 'showSettings');
    expect(world.simulator.screen().sidebar?.title).toBe('Счета Bitrix24');
    connect(world);
    refreshed(world);
  });

  it('a tick that lacks consent to requests says so in the state of the report', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    world.simulator.consents.withdraw(OWNER, [SCOPES[1] ?? '']);
    world.simulator.passTime(3 * 60 * 60_000);
    const { runs } = page(world).call('getStatus') as { runs: { message: string }[] };
    expect(runs[0]?.message).toBe(
      form === 'published' ? errorTexts.permission() : refreshTexts.scheduleStopped(),
    );
  });
});
