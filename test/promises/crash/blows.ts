/** What befalls an execution at one of its platform calls. */
import type { World } from '../../../world/make-world';
import { PageFailure, PlatformException, type PlatformCall } from '../../../simulator';
import { isWrite } from '../../../simulator/access';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { REPORT_SHEETS } from '../../../world/sheets';
import { traceOf } from '../left-behind';

export type BlowKind =
  | 'killed before'
  | 'killed after'
  /** The call throws and has done nothing. */
  | 'refused before'
  /** The call throws and has done its work. */
  | 'refused after'
  /** The write is taken, and refused when Google comes to apply it. */
  | 'refused late at'
  /** Somebody protects all sheets for a while; writes that wait are refused when Google comes to apply them. */
  | 'protected before';

export interface Blow {
  readonly kind: BlowKind;
  /** The number of the execution's call, from 1. */
  readonly call: number;
  readonly member: string;
}

export interface Rehearsal {
  readonly calls: number;
  /** Kills and refusals after a call only where the world differs: elsewhere they are those before it. */
  readonly blows: readonly Blow[];
}

/** What Google's services say when they fail for a while. */
const FAILURE = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Members that work on the script's own objects, or only write the log: no service that could fail. */
const NO_SERVICE = /^(console|HTTPResponse|Blob|RichTextValueBuilder|TextStyleBuilder)\.|^$/;
const mayFail = (member: string): boolean => !NO_SERVICE.test(member);

export const isKill = ({ kind }: Blow): boolean => kind === 'killed before' || kind === 'killed after';
export const isLate = ({ kind }: Blow): boolean => kind === 'refused late at' || kind === 'protected before';

/** The call itself throws. */
export const isRefusal = (blow: Blow): boolean => !isKill(blow) && !isLate(blow);

/** Runs the execution unharmed and tells where it may be struck. */
export function rehearse(world: World, act: (world: World) => unknown): Rehearsal {
  const blows: Blow[] = [];
  let last = { call: 0, member: '' };
  let trace = '';
  const strikeLast = (...kinds: readonly BlowKind[]): void => {
    for (const kind of kinds) blows.push({ kind, ...last });
  };
  // What the last call did shows when the next one begins.
  const passOn = (): boolean => {
    const now = traceOf(world);
    const isChanged = now !== trace;
    if ((isChanged && mayFail(last.member)) || isWrite(last.member)) strikeLast('refused after');
    trace = now;
    return isChanged;
  };
  world.simulator.hooks = {
    before: ({ member }) => {
      const isChanged = passOn();
      last = { call: last.call + 1, member };
      if (isChanged) strikeLast('killed before');
      if (mayFail(member)) strikeLast('refused before');
      if (isWrite(member)) strikeLast('refused late at', 'protected before');
    },
  };
  act(world);
  world.simulator.hooks = {};
  passOn();
  strikeLast('killed after');
  return { calls: last.call, blows };
}

/** Runs the execution and lets the blow fall; gives what its page is told of a failure, null where it answers. */
export function strike(world: World, blow: Blow, act: (world: World) => unknown): string | null {
  const { simulator, spreadsheet } = world;
  const { defersErrors } = spreadsheet.quirks;
  if (isLate(blow)) spreadsheet.quirks.defersErrors = true;
  const isAfter = blow.kind === 'killed after' || blow.kind === 'refused after';
  let calls = 0;
  const fall = (call: PlatformCall): void => {
    if (calls !== blow.call) return;
    simulator.hooks = {};
    BLOWS[blow.kind](call, world);
  };
  simulator.hooks = {
    before: (call) => {
      calls += 1;
      if (!isAfter) fall(call);
    },
    after: (call) => {
      if (isAfter) fall(call);
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
    spreadsheet.quirks.defersErrors = defersErrors;
    for (const sheet of spreadsheet.sheets) sheet.protections = [];
  }
}

const kill = (call: PlatformCall): void => call.kill();
const refuse = (): never => {
  throw new PlatformException(FAILURE);
};

const BLOWS: Readonly<Record<BlowKind, (call: PlatformCall, world: World) => void>> = {
  'killed before': kill,
  'killed after': kill,
  'refused before': refuse,
  'refused after': refuse,
  'refused late at': (call) => call.refuseWrite(FAILURE),
  'protected before': (_, { spreadsheet }) => {
    for (const name of REPORT_SHEETS) {
      if (spreadsheet.sheetNamed(name)) new SpreadsheetUser(spreadsheet).protect(name, null);
    }
  },
};
