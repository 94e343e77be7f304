/** What two people and their triggers do at one spreadsheet, each in one execution. */
import { COLLEAGUE, connect, type World } from '../../../world/make-world';
import { OWNER, type Execution, type RunRequest } from '../../../simulator';
import { BOUND, PUBLISHED, type Form } from '../../../world/forms';
import { page } from '../../../world/people';
import { progressOf } from '../../../world/scenario';
import { operationTimeLimit } from '../../../portal/faults';

/** The portal has had enough of it. */
const PUT_OFF = 'crm.item.list';

export interface Action {
  readonly name: string;
  readonly request: (world: World) => RunRequest;
  /** Whether it leaves other settings, or another owner. */
  readonly isSaving?: boolean;
  /** What it asks for, where it asks for a refresh: anew, or to go on with the one that its page knows of. */
  readonly wishes?: 'both' | 'brief' | 'resume';
  readonly isCancel?: boolean;
}

const onPage =
  (name: string, user: string, args: (world: World) => readonly unknown[] = () => []) =>
  (world: World): RunRequest => ({ function: name, args: args(world), user, via: 'page' });

const saving = (name: string, user: string, settings: (world: World) => object): Action => ({
  name,
  request: onPage('saveSettings', user, (world) => [settings(world)]),
  isSaving: true,
});

const wish = (name: string, user: string, wishes: 'both' | 'brief'): Action => ({
  name,
  request: onPage('startRefresh', user, () => [{ briefOnly: wishes === 'brief' }]),
  wishes,
});

const ownerRefreshes = wish('the owner refreshes', OWNER, 'both');
const ownerRefreshesBrief = wish('the owner refreshes the brief sheet', OWNER, 'brief');
const colleagueRefreshes = wish('the colleague refreshes', COLLEAGUE, 'both');
const colleagueCancels: Action = {
  name: 'the colleague cancels',
  request: onPage('cancelRefresh', COLLEAGUE),
  isCancel: true,
};

const tickOf = (name: string, user: string): Action => ({
  name,
  request: () => ({ function: 'scheduledRefresh', user, via: 'timeTrigger' }),
});

const takesOver = saving('the colleague takes over', COLLEAGUE, ({ webhookUrl }) => ({ webhookUrl }));

const ACTIONS: readonly Action[] = [
  ownerRefreshes,
  tickOf('a tick', OWNER),
  colleagueRefreshes,
  colleagueCancels,
  { name: 'the cache is cleared', request: onPage('clearCache', COLLEAGUE) },
  saving('the owner saves', OWNER, () => ({ cacheTtlSeconds: 60 })),
  saving('the colleague saves', COLLEAGUE, () => ({ excludeFailed: false })),
  takesOver,
  saving('the owner disconnects', OWNER, () => ({ webhookUrl: '' })),
];

/** The colleague is the owner now; the former owner's trigger has not fired since. */
const ACTIONS_AFTER_A_TAKEOVER: readonly Action[] = [
  tickOf('the former owner’s tick', OWNER),
  saving('the former owner saves his webhook', OWNER, ({ webhookUrl }) => ({ webhookUrl })),
  tickOf('the new owner’s tick', COLLEAGUE),
  wish('the new owner refreshes', COLLEAGUE, 'both'),
  saving('the new owner disconnects', COLLEAGUE, () => ({ webhookUrl: '' })),
];

const ACTIONS_OF_ONE_OR_BOTH: readonly Action[] = [
  ownerRefreshes,
  ownerRefreshesBrief,
  colleagueRefreshes,
  wish('the colleague refreshes the brief sheet', COLLEAGUE, 'brief'),
  tickOf('a tick', OWNER),
];

/** When the paused refresh began that the owner's open sidebar knows of; without one it knows the last refresh. */
const knownToTheSidebar = new WeakMap<World, string>();

/** What the owner's open sidebar does by itself, again and again, while it believes in the paused refresh. */
export const sidebarGoesOn: Action = {
  name: 'the open sidebar goes on',
  request: onPage('startRefresh', OWNER, (world) => [
    { resume: knownToTheSidebar.get(world) ?? progressOf(world).startedAt },
  ]),
  wishes: 'resume',
};

const ACTIONS_OF_A_PAUSED: readonly Action[] = [
  sidebarGoesOn,
  colleagueCancels,
  ownerRefreshes,
  ownerRefreshesBrief,
  tickOf('a tick', OWNER),
];

/** Where schedules begin, and what happens there. */
export interface Office {
  readonly name: string;
  readonly form: Form;
  readonly begin: () => World;
  readonly actions: readonly Action[];
}

/** Connected, and the first tick is due to refresh. */
const connected = (form: Form) => (): World => {
  const world = form.aWorld();
  connect(world, { scheduleHours: 24 });
  return world;
};

/** No schedule, and a colleague waits for the brief sheet already. */
const waiting = (form: Form) => (): World => {
  const world = form.aWorld();
  connect(world);
  page(world, COLLEAGUE).call('startRefresh', { briefOnly: true });
  return world;
};

/** No schedule, and a refresh of the brief sheet that the portal has put off. */
const paused = (form: Form) => (): World => {
  const world = form.aWorld();
  connect(world);
  world.portal.change({ faults: ({ method }) => (method === PUT_OFF ? operationTimeLimit : null) });
  perform(world, ownerRefreshesBrief);
  world.portal.change({ faults: () => null });
  const { state, startedAt } = progressOf(world);
  if (state !== 'paused' || startedAt === null) throw new Error(`not paused but ${state}`);
  knownToTheSidebar.set(world, startedAt);
  return world;
};

const takenOver = (form: Form) => (): World => {
  const world = connected(form)();
  page(world, COLLEAGUE).call('saveSettings', { webhookUrl: world.webhookUrl });
  return world;
};

export const OFFICES: readonly Office[] = [
  { name: 'bound', form: BOUND, begin: connected(BOUND), actions: ACTIONS },
  { name: 'bound, taken over', form: BOUND, begin: takenOver(BOUND), actions: ACTIONS_AFTER_A_TAKEOVER },
  { name: 'bound, one sheet or both', form: BOUND, begin: waiting(BOUND), actions: ACTIONS_OF_ONE_OR_BOTH },
  { name: 'bound, paused', form: BOUND, begin: paused(BOUND), actions: ACTIONS_OF_A_PAUSED },
  // Its triggers get no document lock; what is tried of the bound form in full is tried here where somebody writes.
  {
    name: 'published',
    form: PUBLISHED,
    begin: connected(PUBLISHED),
    actions: ACTIONS.filter(({ name }) =>
      ['the owner refreshes', 'a tick', 'the colleague cancels', 'the colleague takes over'].includes(name),
    ),
  },
];

export const perform = (world: World, action: Action): Execution =>
  world.simulator.run(action.request(world));
