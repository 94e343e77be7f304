/** A stand-in for a Bitrix24 portal: takes one HTTP request, gives one answer, remembers everything asked. */
import { authorize, checkOpen, checkScope, type Admission } from './access';
import { errorAnswer, successAnswer, timeOf } from './answer/envelope';
import { RestError } from './answer/RestError';
import { Zone } from './answer/Zone';
import type { Call, MethodResult, Totals } from './call';
import type { Clock } from './clock';
import { movedPortal } from './faults';
import { quirksOf } from './generation';
import { htmlAnswer, type PortalOutcome, type PortalRequest } from './http';
import { CountCache } from './items/CountCache';
import { LeakyBucket } from './limits/LeakyBucket';
import { OperatingBudget } from './limits/OperatingBudget';
import { batch } from './methods/batch';
import { methodNamed, type CatalogueEntry } from './methods/catalogue';
import { settle, type PortalChanges, type PortalOptions, type Settled } from './options';
import type { ArrivedRequest, RequestRecord } from './request-record';
import { understood } from './request/ignores';
import { parametersOf } from './request/parameters';
import { routeOf, type Route } from './request/route';
import { rightsOf, type PortalUser } from './rights';
import type { Params } from './values';

const TOO_MANY = new RestError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
const OPERATION_LIMIT = new RestError(
  429,
  'OPERATION_TIME_LIMIT',
  'Method is blocked due to operation time limit.',
);
/** Known to the server itself; its inner calls are checked and charged, it is not. */
const BATCH: CatalogueEntry = { scopes: [], run: () => ({ result: null }) };

export class Portal {
  readonly requests: RequestRecord[] = [];
  private settings: Settled;
  private readonly bucket: LeakyBucket | null;
  private readonly budget: OperatingBudget | null;
  private readonly totals: Totals;
  /** The server's own, which may be wrong; limits go by the true time. */
  private readonly clock: Clock;

  constructor(options: PortalOptions) {
    this.settings = settle(options);
    const { limits, operating, clock, data } = this.settings;
    this.clock = { now: () => clock.now() + data.commits.clockShift };
    this.totals = new CountCache(this.clock);
    this.bucket = limits === 'off' ? null : new LeakyBucket(limits, clock);
    this.budget = operating === 'off' ? null : new OperatingBudget(operating, clock);
  }

  /** The path of the webhook, to be put behind an origin: `/rest/1/secret/`. */
  get webhookPath(): string {
    return `/rest/${this.settings.user.id}/${this.settings.secret}/`;
  }

  /** Whose webhook it is. */
  get user(): PortalUser {
    return this.settings.user;
  }

  /** Changes the portal while it runs: revoke the webhook, take away rights, break the network. */
  change(changes: PortalChanges): void {
    this.settings = settle({
      ...this.settings,
      ...changes,
      user: { ...this.settings.user, ...changes.user },
    });
  }

  /** Never throws for anything a client can send. */
  handle(request: PortalRequest): PortalOutcome {
    const route = routeOf(request.path);
    const params = parametersOf(request);
    const seen: ArrivedRequest = {
      index: this.requests.length,
      verb: request.method.toUpperCase(),
      method: route?.method ?? '',
      endsInJson: /\.json\/?(\?|$)/.test(request.path),
      params,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      at: this.settings.clock.now(),
    };
    const fault = this.settings.faults(seen);
    const run = () => this.answer(request, route, params);
    const outcome = fault ? fault(run, seen) : run();
    const status = outcome.kind === 'answer' ? outcome.status : outcome.kind;
    this.requests.push({ ...seen, status, error: outcome.kind === 'answer' ? errorOf(outcome.body) : null });
    return outcome;
  }

  private answer(request: PortalRequest, route: Route | null, params: Params): PortalOutcome {
    const { movedTo, limitAnswer } = this.settings;
    if (movedTo !== null) return movedPortal(movedTo, request.path);
    if (this.bucket?.admit() === false) {
      return limitAnswer === 'html'
        ? htmlAnswer(503, 'Service Temporarily Unavailable')
        : errorAnswer(TOO_MANY);
    }
    if (!route) return htmlAnswer(404, 'Not Found');
    try {
      return this.serve(route, params);
    } catch (error) {
      if (error instanceof RestError) return errorAnswer(error);
      throw error;
    }
  }

  private serve(route: Route, params: Params): PortalOutcome {
    this.settings.data.commits.catchUp();
    const admission = this.admission();
    checkOpen(admission);
    if (route.method === 'batch') {
      authorize(route, BATCH, admission);
      const { time, ...result } = this.timed('batch', () =>
        batch(params, (method, inner) => {
          const entry = methodNamed(method);
          checkScope(entry, admission);
          return this.execute(method, entry, inner);
        }),
      );
      return successAnswer(result, time);
    }
    const entry = methodNamed(route.method);
    authorize(route, entry, admission);
    const { time, ...result } = this.execute(route.method, entry, params);
    return successAnswer(result, time);
  }

  private execute(method: string, entry: CatalogueEntry, params: Params): MethodResult & { time: object } {
    if (this.budget?.isSpent(method) === true) throw OPERATION_LIMIT;
    return this.timed(method, () => entry.run(this.callOf(params)));
  }

  private timed(method: string, run: () => MethodResult): MethodResult & { time: object } {
    const { operating, zone } = this.settings;
    const startedAt = this.clock.now();
    const result = run();
    const seconds = operating === 'off' ? 0 : operating.secondsOf(method);
    const charged = this.budget && method !== 'batch' ? this.budget.charge(method) : {};
    const time = timeOf({ startedAt, seconds }, this.quirks().integerTimers, new Zone(zone));
    return { ...result, time: { ...time, ...charged } };
  }

  private callOf(params: Params): Call {
    const { data, zone, user, scopes, ignores } = this.settings;
    const { clock, totals } = this;
    const common = {
      params: understood(params, ignores),
      data,
      clock,
      user,
      scopes,
      seed: this.requests.length,
      totals,
    };
    return { ...common, zone: new Zone(zone, clock.now()), quirks: this.quirks(), rights: rightsOf(user) };
  }

  private quirks() {
    return { ...quirksOf[this.settings.generation], ...this.settings.quirks };
  }

  private admission(): Admission {
    const { state, user, secret, revoked, scopes, statuses } = this.settings;
    return { state, userId: user.id, secret, revoked, scopes, statuses };
  }
}

/** The code of a refusal, for the record only; an answer cut short has none. */
function errorOf(body: string): string | null {
  const match = /^\{"error":(?:"([^"]*)"|(\d+))/.exec(body);
  return match?.[1] ?? match?.[2] ?? null;
}
