/** Google's side for one script project: keeps what outlives executions and runs them, each in a world of its own. */
import type { AuthorizationMode } from './access';
import { type Asked, carryOut } from './carry-out';
import { CONSENT_NEEDED, Consents } from './Consents';
import { isCallable, notFound } from './entry-point';
import type { Disclosure, Execution, Hooks, PlatformCall, RunRequest } from './execution';
import { LIMITS } from './limits';
import { Ledger } from './Ledger';
import { Page } from './Page';
import { passTime } from './pass-time';
import type { Answer, Question, Screen } from './Screen';
import { ScriptState, type StoredValue } from './ScriptState';
import { TimeFormats } from './services/TimeFormats';
import { asText } from './signature';
import type { SimulatorOptions } from './simulator-options';

export const OWNER = 'owner@example.com';

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

  private notStarted({ function: name, user, via }: Asked, message: string): Execution {
    const now = this.options.clock.now();
    const text = this.translate(message);
    return this.disclose({
      ...{ function: name, user, via, outcome: 'threw', value: undefined },
      ...{ error: { name: 'Error', message: text, stack: text }, log: [], ledger: new Ledger() },
      ...{ unhandledRejections: [], unflushedReleases: 0, startedAt: now, finishedAt: now },
      lackedAuthorization: message === CONSENT_NEEDED,
    });
  }

  private execute(request: Asked): Execution {
    return carryOut(request, {
      options: this.options,
      state: this.state,
      consents: this.consents,
      timeFormats: this.timeFormats,
      hooks: { before: (call) => this.before(call), after: (call) => this.hooks.after?.(call) },
      translate: (text) => this.translate(text),
      ask: (question, execution) => this.ask(question, execution),
    });
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
