/** What befalls an execution at one of its platform calls. */
import type { World } from '../../cli/world';
import { PageFailure, PlatformException, type PlatformCall } from '../../simulator';
import { traceOf } from '../left-behind';

export interface Blow {
  readonly kind: 'killed before' | 'killed after' | 'refused';
  /** The number of the execution's call, from 1. */
  readonly call: number;
  readonly member: string;
}

export interface Rehearsal {
  readonly calls: number;
  /** The kills that differ: between two of them the execution changed something that outlives it. */
  readonly kills: readonly Blow[];
  readonly refusals: readonly Blow[];
}

/** What Google's services say when they fail for a while. */
const FAILURE = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Members that work on the script's own objects, or only write the log: no service that could fail. */
const NO_SERVICE = /^(console|HTTPResponse|Blob|RichTextValueBuilder|TextStyleBuilder)\./;

/** Runs the execution unharmed and tells where it may be struck. */
export function rehearse(world: World, act: (world: World) => unknown): Rehearsal {
  const members: string[] = [];
  const kills: Blow[] = [];
  let trace = '';
  world.simulator.hooks = {
    before: ({ member }) => {
      members.push(member);
      const now = traceOf(world);
      if (now !== trace) kills.push({ kind: 'killed before', call: members.length, member });
      trace = now;
    },
  };
  act(world);
  world.simulator.hooks = {};
  kills.push({ kind: 'killed after', call: members.length, member: members.at(-1) ?? '' });
  const refusals = members
    .map((member, index): Blow => ({ kind: 'refused', call: index + 1, member }))
    .filter(({ member }) => !NO_SERVICE.test(member));
  return { calls: members.length, kills, refusals };
}

/** Runs the execution and lets the blow fall; gives what its page is told of a failure, null where it answers. */
export function strike(world: World, blow: Blow, act: (world: World) => unknown): string | null {
  const { simulator } = world;
  let calls = 0;
  const fall = (call: PlatformCall): void => {
    simulator.hooks = {};
    if (blow.kind === 'refused') throw new PlatformException(FAILURE);
    call.kill();
  };
  simulator.hooks = {
    before: (call) => {
      calls += 1;
      if (calls === blow.call && blow.kind !== 'killed after') fall(call);
    },
    after: (call) => {
      if (calls === blow.call && blow.kind === 'killed after') fall(call);
    },
  };
  try {
    act(world);
    return null;
  } catch (error) {
    if (error instanceof PageFailure) return error.message;
    throw error;
  } finally {
    simulator.hooks = {};
  }
}
