/** One execution as Google puts it together: a world of its own, what it may call and how long it may take. */
import { randomUUID } from 'node:crypto';
import { accessRefusal, type AuthorizationMode } from './access';
import { CONSENT_NEEDED, CONSENT_PAGE, type Consents } from './Consents';
import type { Execution, Hooks, LogEntry, RunRequest } from './execution';
import { ExecutionGate } from './ExecutionGate';
import { guardLocalTime } from './guest-dates';
import { LIMITS } from './limits';
import { makeServices } from './make-services';
import { Realm } from './Realm';
import { Run } from './Run';
import type { Answer, Question } from './Screen';
import type { ScriptState } from './ScriptState';
import { PlatformException } from './service';
import type { TimeFormats } from './services/TimeFormats';
import type { SimulatorOptions } from './simulator-options';
import { PendingWrites } from './spreadsheet';
import { simpleTriggerEvent } from './trigger-events';

/** A request, and as whom it runs. */
export type Asked = RunRequest & { readonly user: string };

/** What outlives the execution. */
export interface Surroundings {
  readonly options: SimulatorOptions;
  readonly state: ScriptState;
  readonly consents: Consents;
  readonly timeFormats: TimeFormats;
  readonly hooks: Hooks;
  /** The text of an exception in the user's language. */
  readonly translate: (text: string) => string;
  /** What the person answers; the execution gives up its locks meanwhile. */
  readonly ask: (question: Question, execution: object) => Answer;
}

const TEN_MINUTES = 600_000;

export function carryOut(request: Asked, surroundings: Surroundings): Execution {
  const { options, state, consents, translate } = surroundings;
  const { clock, project, spreadsheet, random, patienceMilliseconds = TEN_MINUTES } = options;
  const realm = new Realm({ clock, patienceMilliseconds, ...(random ? { random } : {}) });
  const pending = spreadsheet ? new PendingWrites(spreadsheet.quirks) : null;
  const gate = makeGate(request, surroundings, realm, pending);
  guardLocalTime(realm, gate);
  const log: LogEntry[] = [];
  const demanded: string[] = [];
  const services = makeServices(gate, {
    state,
    clock,
    http: options.http,
    manifest: project.manifest,
    page: (name) => project.page(name),
    spreadsheet: spreadsheet ?? null,
    pending,
    isAddOn: options.form === 'addOn',
    responses: {
      headerCase: options.headerCase ?? 'lower',
      byteOrderMark: options.byteOrderMark ?? 'kept',
    },
    random: random ?? Math.random,
    newUuid: options.newUuid ?? randomUUID,
    user: request.user,
    grantedScopes: consents.of(request.user) ?? [],
    hasDocumentLock: hasDocumentLock(request, options),
    hasUi: request.via !== 'timeTrigger',
    execution: gate,
    timeFormats: surroundings.timeFormats,
    write: (severity, message) => void log.push({ severity, message }),
    ask: (question) => surroundings.ask(question, gate),
    onLockRelease: () => {
      if (gate.hasPendingWrites) run.unflushedReleases++;
    },
    consentPage: CONSENT_PAGE,
    demandConsent: (scopes) => {
      demanded.push(...scopes);
      throw new PlatformException(CONSENT_NEEDED);
    },
  });
  for (const [name, service] of Object.entries(services)) realm.define(name, service);
  const event = request.via === 'simpleTrigger' ? [simpleTriggerEvent(modeOf(request))] : [];
  const args = (request.args ?? event).map((arg) => realm.toGuest(arg));
  const finish = () => pending?.settle();
  const now = () => clock.now();
  const run = new Run(request, { project, realm, gate, log, now, args, finish, translate });
  try {
    return consents.demanded(run.execute(), demanded, translate(CONSENT_NEEDED));
  } finally {
    state.locks.releaseAll(gate);
  }
}

function makeGate(
  request: Asked,
  { options, consents, hooks, translate }: Surroundings,
  realm: Realm,
  pending: PendingWrites | null,
): ExecutionGate {
  const { clock } = options;
  const mode = modeOf(request);
  const consented = consents.of(request.user);
  const granted = consented && new Set(consented);
  const isShort = request.via === 'simpleTrigger' || mode === 'CUSTOM_FUNCTION';
  const allowed = isShort ? LIMITS.shortExecutionMilliseconds : LIMITS.executionMilliseconds;
  return new ExecutionGate({
    realm,
    clock,
    hooks,
    function: request.function,
    user: request.user,
    deadline: clock.now() + allowed,
    refusal: (member) => accessRefusal(member, mode, granted),
    cost: options.cost ?? (() => 0),
    cellCost: options.cellCost ?? (() => 0),
    exceptionsAreForeign: options.exceptionsAreForeign ?? false,
    translate,
    refuseWrite: (message) => pending?.refuse(new PlatformException(message)),
  });
}

const modeOf = ({ authMode, via }: RunRequest): AuthorizationMode =>
  authMode ?? (via === 'simpleTrigger' ? 'LIMITED' : 'FULL');

function hasDocumentLock({ via }: RunRequest, options: SimulatorOptions): boolean {
  const { form, addOnTriggersHaveDocumentLock = true } = options;
  return addOnTriggersHaveDocumentLock || form !== 'addOn' || via !== 'timeTrigger';
}
