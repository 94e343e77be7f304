/** Google's side for one script project: keeps what outlives executions and runs them, each in a world of its own. */
import { accessRefusal, type AuthorizationMode } from './access';
import { CONSENT_PAGE, Consents } from './Consents';
import { isCallable, notFound } from './entry-point';
import type { Disclosure, Execution, Hooks, LogEntry, PlatformCall, RunRequest } from './execution';
import { ExecutionGate } from './ExecutionGate';
import { guardLocalTime } from './guest-dates';
import { LIMITS } from './limits';
import { Ledger } from './Ledger';
import { makeServices } from './make-services';
import { Page } from './Page';
import { passTime } from './pass-time';
import { Realm } from './Realm';
import { Run } from './Run';
import type { Answer, Question, Screen } from './Screen';
import { ScriptState, type StoredValue } from './ScriptState';
import { PlatformException } from './service';
import { TimeFormats } from './services/TimeFormats';
import { asText } from './signature';
import type { SimulatorOptions } from './simulator-options';
import { PendingWrites } from './spreadsheet';
import { simpleTriggerEvent } from './trigger-events';

export const OWNER = 'owner@example.com';
const TEN_MINUTES = 600_000;
const CONSENT_NEEDED =
  'Authorization is required to perform that action. Please run the script again to authorize it.';

export class Simulator {
  /** What everybody could read outside the script, in order. */
  readonly disclosures: Disclosure[] = [];
  hooks: Hooks;
  readonly state: ScriptState;
  readonly consents: Consents;
  private readonly running = new Map<string, number>();
  private readonly shutOut = new Set<string>();
  private readonly timeFormats = new TimeFormats();

  constructor(readonly options: SimulatorOptions) {
    this.hooks = options.hooks ?? {};
    const { clock, cacheEntryVanishes } = options;
    const vanish = cacheEntryVanishes ? { cacheEntryVanishes } : {};
    this.state = new ScriptState({ clock, isAddOn: options.form === 'addOn', ...vanish });
    this.consents = new Consents(options, this.state);
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
    const { clock, form, authorizationFailuresAllowed = Infinity } = this.options;
    return passTime(milliseconds, {
      clock,
      state: this.state,
      run: (request) => this.run(request),
      authorizationFailuresAllowed,
      hasAccess: (user) => !this.shutOut.has(user),
      translate: (text) => this.translate(text),
      mail: (user, text) => {
        // Published add-ons send none (Google, "Triggers for editor add-ons").
        if (form === 'addOn') return;
        this.disclosures.push({ channel: 'failure mail', text: `${user}: ${text}` });
      },
    });
  }

  /** The person may not open the document any more: the platform stops that person's triggers. */
  takeAccessFrom(user: string): void {
    this.shutOut.add(user);
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

  private translate(text: string): string {
    return this.options.translate?.(text) ?? text;
  }

  private refuse({ function: name, via }: RunRequest, user: string): string | null {
    // An add-on's trigger fires and fails at the first such call; a bound script's does not run (Google, same page).
    if (via === 'timeTrigger' && this.options.form !== 'addOn' && this.consents.missing(user).length > 0)
      return CONSENT_NEEDED;
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
    const text = this.translate(message);
    return this.disclose({
      ...{ function: name, user, via, outcome: 'threw', value: undefined },
      ...{ error: { name: 'Error', message: text, stack: text }, log: [], ledger: new Ledger() },
      ...{ unhandledRejections: [], unflushedReleases: 0, startedAt: now, finishedAt: now },
      lackedAuthorization: message === CONSENT_NEEDED,
    });
  }

  private execute(request: RunRequest & { readonly user: string }): Execution {
    const { clock, project, spreadsheet, random } = this.options;
    const translate = (text: string) => this.translate(text);
    const { via, user } = request;
    const mode = request.authMode ?? (via === 'simpleTrigger' ? 'LIMITED' : 'FULL');
    const { patienceMilliseconds = TEN_MINUTES } = this.options;
    const realm = new Realm({ clock, patienceMilliseconds, ...(random ? { random } : {}) });
    const granted = this.consents.of(user);
    const isShort = via === 'simpleTrigger' || mode === 'CUSTOM_FUNCTION';
    const allowed = isShort ? LIMITS.shortExecutionMilliseconds : LIMITS.executionMilliseconds;
    const pending = spreadsheet ? new PendingWrites(spreadsheet.quirks) : null;
    const gate = new ExecutionGate({
      realm,
      clock,
      hooks: { before: (call) => this.before(call), after: (call) => this.hooks.after?.(call) },
      function: request.function,
      user,
      deadline: clock.now() + allowed,
      refusal: (member) => accessRefusal(member, mode, granted && new Set(granted)),
      cost: this.options.cost ?? (() => 0),
      cellCost: this.options.cellCost ?? (() => 0),
      exceptionsAreForeign: this.options.exceptionsAreForeign ?? false,
      translate,
      refuseWrite: (message) => pending?.refuse(new PlatformException(message)),
    });
    guardLocalTime(realm, gate);
    const log: LogEntry[] = [];
    const demanded: string[] = [];
    const services = makeServices(gate, {
      state: this.state,
      clock,
      http: this.options.http,
      manifest: project.manifest,
      page: (name) => project.page(name),
      spreadsheet: spreadsheet ?? null,
      pending,
      isAddOn: this.options.form === 'addOn',
      responses: {
        headerCase: this.options.headerCase ?? 'lower',
        byteOrderMark: this.options.byteOrderMark ?? 'kept',
      },
      random: random ?? Math.random,
      user,
      grantedScopes: granted ?? [],
      hasDocumentLock: this.hasDocumentLock(request),
      hasUi: via !== 'timeTrigger',
      execution: gate,
      timeFormats: this.timeFormats,
      write: (severity, message) => void log.push({ severity, message }),
      ask: (question) => this.ask(question, gate),
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
    const event = via === 'simpleTrigger' ? [simpleTriggerEvent(mode)] : [];
    const args = (request.args ?? event).map((arg) => realm.toGuest(arg));
    const finish = () => pending?.settle();
    const now = () => clock.now();
    const run = new Run(request, { project, realm, gate, log, now, args, finish, translate });
    try {
      return this.consents.demanded(run.execute(), demanded, this.translate(CONSENT_NEEDED));
    } finally {
      this.state.locks.releaseAll(gate);
    }
  }

  private hasDocumentLock({ via }: RunRequest): boolean {
    const { form, addOnTriggersHaveDocumentLock = true } = this.options;
    return addOnTriggersHaveDocumentLock || form !== 'addOn' || via !== 'timeTrigger';
  }

  private before(call: PlatformCall): void {
    if (call.member === 'Spreadsheet.toast') {
      this.disclosures.push({ channel: 'toast', text: call.args.map(asText).join(' ') });
    }
    this.hooks.before?.(call);
  }

  /** An alert suspends the script and drops its locks (Google, Ui reference). */
  private ask(question: Question, execution: object): Answer {
    this.state.locks.releaseAll(execution);
    this.disclosures.push({ channel: 'alert', text: `${question.title} ${question.text}`.trim() });
    return this.options.answer?.(question) ?? { button: 'OK' };
  }

  private disclose(execution: Execution): Execution {
    for (const { message } of execution.log) this.disclosures.push({ channel: 'log', text: message });
    if (execution.error) this.disclosures.push({ channel: 'error', text: execution.error.stack });
    return execution;
  }
}
