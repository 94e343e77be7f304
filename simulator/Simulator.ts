/** Google's side for one script project: keeps what outlives executions and runs them, each in a world of its own. */
import { checkAccess, type AuthorizationMode } from './access';
import type { Clock } from './clock';
import { isCallable, notFound } from './entry-point';
import { Run } from './Run';
import type { Disclosure, Execution, Hooks, LogEntry, PlatformCall, RunRequest } from './execution';
import { ExecutionGate } from './ExecutionGate';
import type { HttpTransport } from './http/wire';
import { LIMITS } from './limits';
import { Ledger } from './Ledger';
import { makeServices } from './make-services';
import { Page } from './Page';
import type { Project } from './Project';
import { Realm } from './Realm';
import type { Answer, Question, Screen } from './Screen';
import { ScriptState, type StoredValue } from './ScriptState';
import type { Vanish } from './services/CacheStorage';
import type { HeaderCase } from './services/fetch-response';
import { asText } from './signature';
import { simpleTriggerEvent } from './trigger-events';
import { passTime } from './pass-time';
import type { SpreadsheetModel } from './spreadsheet';

export interface Person {
  /** What Session tells about the person; '' where the platform keeps silent. Equal to the user's name unless given. */
  readonly email?: string;
  /** Language code; `ru` unless given. */
  readonly locale?: string;
  /** The scopes that this person has granted; all of the manifest's unless given. */
  readonly grantedScopes?: readonly string[];
}

export interface SimulatorOptions {
  readonly project: Project;
  readonly http: HttpTransport;
  readonly clock: Clock;
  /** Without one the script is standalone: document services are null. */
  readonly spreadsheet?: SpreadsheetModel;
  readonly form?: 'bound' | 'addOn';
  readonly people?: Readonly<Record<string, Person>>;
  /** What the person answers to alerts and prompts: OK and nothing typed, unless given. */
  readonly answer?: (question: Question) => Answer;
  readonly hooks?: Hooks;
  /** Milliseconds that a call of the member takes; none unless given. */
  readonly cost?: (member: string) => number;
  /** Replaces `Math.random` and the chance in trigger times and page calls. */
  readonly random?: () => number;
  /** Lets cache entries vanish before their time. */
  readonly cacheEntryVanishes?: Vanish;
  readonly headerCase?: HeaderCase;
  /** Turns the English text of an exception into the user's language. */
  readonly translate?: (message: string) => string;
  /** Real milliseconds after which code that never comes back to the platform is ended. */
  readonly patienceMilliseconds?: number;
}

export const OWNER = 'owner@example.com';
const TEN_MINUTES = 600_000;

export class Simulator {
  /** What everybody could read outside the script, in order. */
  readonly disclosures: Disclosure[] = [];
  hooks: Hooks;
  readonly state: ScriptState;
  private readonly running = new Map<string, number>();

  constructor(readonly options: SimulatorOptions) {
    this.hooks = options.hooks ?? {};
    const { clock, cacheEntryVanishes } = options;
    const vanish = cacheEntryVanishes ? { cacheEntryVanishes } : {};
    this.state = new ScriptState({ clock, isAddOn: options.form === 'addOn', ...vanish });
  }

  /** Runs a function to its end. May be called from a hook: executions share stores, locks and the spreadsheet. */
  run(request: RunRequest): Execution {
    const user = request.user ?? OWNER;
    const refusal = this.refuse(request, user);
    if (refusal !== null) return this.notStarted({ ...request, user }, refusal);
    this.running.set(user, this.runningOf(user) + 1);
    try {
      return this.disclose(this.execute({ ...request, user }));
    } finally {
      this.running.set(user, this.runningOf(user) - 1);
    }
  }

  /** The person opens the spreadsheet. */
  open(user: string = OWNER, authMode: AuthorizationMode = 'LIMITED'): Execution {
    return this.run({ function: 'onOpen', user, via: 'simpleTrigger', authMode });
  }

  /** The person clicks a menu item, by the captions on the way to it. */
  click(user: string, ...captions: string[]): Execution {
    return this.run({ function: this.screen(user).menuFunction(...captions), user, via: 'menu' });
  }

  /**
   * Lets that much time go by and fires the clock triggers that fall due, one after the other, each as its
   * creator. Called from a hook, it fires them while another execution is still running.
   */
  passTime(milliseconds: number): Execution[] {
    const { clock, form } = this.options;
    return passTime(milliseconds, {
      clock,
      state: this.state,
      run: (request) => this.run(request),
      // Published add-ons send none (Google, "Triggers for editor add-ons").
      mail: (text) => form !== 'addOn' && this.disclosures.push({ channel: 'failure mail', text }),
    });
  }

  /** The page in the person's sidebar or dialog, with `google.script.run`. */
  page(user: string = OWNER): Page {
    const random = this.options.random ?? Math.random;
    const tell = (text: string) => void this.disclosures.push({ channel: 'page', text });
    return new Page(
      this.options.project,
      (name, args) => this.run({ function: name, args, user, via: 'page' }),
      {
        random,
        tell,
      },
    );
  }

  screen(user: string = OWNER): Screen {
    return this.state.screen(user);
  }

  /** Every property and cache entry, with the store that holds it. */
  stored(): StoredValue[] {
    return this.state.stored();
  }

  private refuse({ function: name, via }: RunRequest, user: string): string | null {
    if (!isCallable(this.options.project, name, via)) return notFound(name);
    return this.runningOf(user) >= LIMITS.simultaneousExecutionsPerUser
      ? 'There are too many scripts running simultaneously for this Google user account.'
      : null;
  }

  private runningOf(user: string): number {
    return this.running.get(user) ?? 0;
  }

  private notStarted(
    { function: name, user, via }: RunRequest & { user: string },
    message: string,
  ): Execution {
    const now = this.options.clock.now();
    const error = { name: 'Error', message, stack: message };
    return this.disclose({
      ...{
        function: name,
        user,
        via,
        outcome: 'threw',
        value: undefined,
        error,
        log: [],
        ledger: new Ledger(),
      },
      ...{ unhandledRejections: [], unflushedReleases: 0, startedAt: now, finishedAt: now },
    });
  }

  private execute(request: RunRequest & { readonly user: string }): Execution {
    const { clock, project, spreadsheet, random, translate = (text: string) => text } = this.options;
    const { via, user } = request;
    const mode = request.authMode ?? (via === 'simpleTrigger' ? 'LIMITED' : 'FULL');
    const { patienceMilliseconds = TEN_MINUTES } = this.options;
    const realm = new Realm({ clock, patienceMilliseconds, ...(random ? { random } : {}) });
    const granted = this.grantedScopes(user);
    const allowed = via === 'simpleTrigger' ? LIMITS.simpleTriggerMilliseconds : LIMITS.executionMilliseconds;
    const gate = new ExecutionGate({
      realm,
      clock,
      hooks: { before: (call) => this.before(call), after: (call) => this.hooks.after?.(call) },
      function: request.function,
      user,
      deadline: clock.now() + allowed,
      checkAccess: (member) => checkAccess(member, mode, granted && new Set(granted)),
      cost: this.options.cost ?? (() => 0),
      translate,
    });
    const log: LogEntry[] = [];
    const person = this.options.people?.[user] ?? {};
    const services = makeServices(gate, {
      state: this.state,
      clock,
      http: this.options.http,
      manifest: project.manifest,
      page: (name) => project.page(name),
      spreadsheet: spreadsheet ?? null,
      isAddOn: this.options.form === 'addOn',
      headerCase: this.options.headerCase ?? 'lower',
      random: random ?? Math.random,
      user,
      email: person.email ?? user,
      locale: person.locale ?? 'ru',
      grantedScopes: granted ?? [],
      hasUi: via !== 'timeTrigger',
      execution: gate,
      write: (severity, message) => void log.push({ severity, message }),
      ask: (question) => this.ask(question, gate),
      onLockRelease: () => {
        if (gate.hasPendingWrites) run.unflushedReleases++;
      },
      demandConsent: () => gate.kill('Authorization is required to perform that action.'),
    });
    for (const [name, service] of Object.entries(services)) realm.define(name, service);
    const event = via === 'simpleTrigger' ? [simpleTriggerEvent(mode)] : [];
    const args = (request.args ?? event).map((arg) => realm.toGuest(arg));
    const finish = () => spreadsheet?.settle();
    const run = new Run(request, { project, realm, gate, log, now: () => clock.now(), args, finish });
    try {
      return run.execute();
    } finally {
      this.state.locks.releaseAll(gate);
    }
  }

  private before(call: PlatformCall): void {
    if (call.member === 'Spreadsheet.toast') {
      this.disclosures.push({ channel: 'toast', text: call.args.map(asText).join(' ') });
    }
    this.hooks.before?.(call);
  }

  /** Alerts and prompts suspend the script and drop its locks (Google, Ui reference). */
  private ask(question: Question, execution: object): Answer {
    this.state.locks.releaseAll(execution);
    this.disclosures.push({ channel: question.kind, text: `${question.title} ${question.text}`.trim() });
    return this.options.answer?.(question) ?? { button: 'OK' };
  }

  private grantedScopes(user: string): readonly string[] | null {
    return this.options.people?.[user]?.grantedScopes ?? this.options.project.manifest.oauthScopes ?? null;
  }

  private disclose(execution: Execution): Execution {
    for (const { message } of execution.log) this.disclosures.push({ channel: 'log', text: message });
    if (execution.error) this.disclosures.push({ channel: 'error', text: execution.error.stack });
    return execution;
  }
}
