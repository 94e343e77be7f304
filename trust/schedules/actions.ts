/** What two people and their triggers do at one spreadsheet, each in one execution. */
import { COLLEAGUE, connect, type World } from '../../cli/world';
import { OWNER, type Execution, type RunRequest } from '../../simulator';
import { BOUND, PUBLISHED, type Form } from '../../test/bundle/support/forms';
import { page } from '../../test/bundle/support/people';

export interface Action {
  readonly name: string;
  readonly request: (world: World) => RunRequest;
  /** Whether it leaves other settings, or another owner. */
  readonly isSaving?: boolean;
}

const onPage =
  (name: string, user: string, args: (world: World) => readonly unknown[] = () => []) =>
  (world: World): RunRequest => ({ function: name, args: args(world), user, via: 'page' });

const saving = (name: string, user: string, settings: (world: World) => object): Action => ({
  name,
  request: onPage('saveSettings', user, (world) => [settings(world)]),
  isSaving: true,
});

const start = () => [{ briefOnly: false }];

const tickOf = (name: string, user: string): Action => ({
  name,
  request: () => ({ function: 'scheduledRefresh', user, via: 'timeTrigger' }),
});

const takesOver = saving('the colleague takes over', COLLEAGUE, ({ webhookUrl }) => ({ webhookUrl }));

const ACTIONS: readonly Action[] = [
  { name: 'the owner refreshes', request: onPage('startRefresh', OWNER, start) },
  tickOf('a tick', OWNER),
  { name: 'the colleague refreshes', request: onPage('startRefresh', COLLEAGUE, start) },
  { name: 'the colleague cancels', request: onPage('cancelRefresh', COLLEAGUE) },
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
  { name: 'the new owner refreshes', request: onPage('startRefresh', COLLEAGUE, start) },
  saving('the new owner disconnects', COLLEAGUE, () => ({ webhookUrl: '' })),
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

const takenOver = (form: Form) => (): World => {
  const world = connected(form)();
  page(world, COLLEAGUE).call('saveSettings', { webhookUrl: world.webhookUrl });
  return world;
};

export const OFFICES: readonly Office[] = [
  { name: 'bound', form: BOUND, begin: connected(BOUND), actions: ACTIONS },
  { name: 'bound, taken over', form: BOUND, begin: takenOver(BOUND), actions: ACTIONS_AFTER_A_TAKEOVER },
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
