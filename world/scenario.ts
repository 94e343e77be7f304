/** Steps that the scenarios share: refresh as a person does, and look at what the portal was asked. */
import type { World } from './make-world';
import type { RequestRecord } from '../portal/request-record';
import type { Execution } from '../simulator';
import { OWNER } from '../simulator';

export interface Progress {
  readonly state: string;
  readonly phase: string | null;
  readonly done: number;
  readonly total: number;
  readonly message: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly requests: number;
  readonly cacheHits: number;
}

/** More executions than any of these refreshes needs. */
const MAX_EXECUTIONS = 40;

export const progressOf = ({ simulator }: World, user = OWNER): Progress =>
  simulator.page(user).call('getProgress') as Progress;

/** One execution of a refresh. */
export const startOnce = ({ simulator }: World, briefOnly = false, user = OWNER): Execution =>
  simulator.run({ function: 'startRefresh', args: [{ briefOnly }], user, via: 'page' });

/** Goes on as the open sidebar does, until the refresh is no longer paused. */
export function refresh(
  world: World,
  briefOnly = false,
  user = OWNER,
): { progress: Progress; executions: Execution[] } {
  const executions: Execution[] = [];
  while (executions.length < MAX_EXECUTIONS) {
    executions.push(startOnce(world, briefOnly, user));
    const progress = progressOf(world);
    if (progress.state !== 'paused') return { progress, executions };
  }
  throw new Error('the refresh does not end');
}

/** The same, and it has to be done; gives what the portal was asked meanwhile. */
export function refreshed(world: World, briefOnly = false): readonly RequestRecord[] {
  const before = world.portal.requests.length;
  const { progress } = refresh(world, briefOnly);
  if (progress.state !== 'done') throw new Error(`${progress.state}: ${progress.message}`);
  return world.portal.requests.slice(before);
}

/** How often each method was asked. */
export function byMethod(requests: readonly Pick<RequestRecord, 'method'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method } of requests) counts[method] = (counts[method] ?? 0) + 1;
  return counts;
}

/** The JSON value of a document property, `null` where it is not set. */
export function documentProperty({ simulator }: World, key: string): unknown {
  const found = simulator.stored().find((value) => value.store === 'document' && value.key === key);
  return found === undefined ? null : (JSON.parse(found.value) as unknown);
}
