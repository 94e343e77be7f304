/** What two people and the trigger do at one spreadsheet, each in one execution. */
import { COLLEAGUE, connect, type World } from '../../cli/world';
import { OWNER, type Execution, type RunRequest } from '../../simulator';
import { worldOfThree } from '../../test/bundle/support/people';

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

export const ACTIONS: readonly Action[] = [
  { name: 'the owner refreshes', request: onPage('startRefresh', OWNER, start) },
  { name: 'a tick', request: () => ({ function: 'scheduledRefresh', user: OWNER, via: 'timeTrigger' }) },
  { name: 'the colleague refreshes', request: onPage('startRefresh', COLLEAGUE, start) },
  { name: 'the colleague cancels', request: onPage('cancelRefresh', COLLEAGUE) },
  { name: 'the cache is cleared', request: onPage('clearCache', COLLEAGUE) },
  saving('the owner saves', OWNER, () => ({ cacheTtlSeconds: 60 })),
  saving('the colleague saves', COLLEAGUE, () => ({ excludeFailed: false })),
  saving('the colleague takes over', COLLEAGUE, ({ webhookUrl }) => ({ webhookUrl })),
  saving('the owner disconnects', OWNER, () => ({ webhookUrl: '' })),
];

/** Connected, and the first tick is due to refresh. */
export function aConnectedWorld(): World {
  const world = worldOfThree();
  connect(world, { scheduleHours: 24 });
  return world;
}

export const perform = (world: World, action: Action): Execution =>
  world.simulator.run(action.request(world));
