/**
 * Sends requests to the portal in waves, within its limits, and gives each one's answer or failure. The only
 * place that fetches, and the only one that knows the webhook's address.
 */
import type { Webhook } from '../domain/Webhook';
import type { Clock, Http, HttpRequest, HttpResponse } from '../platform/platform';
import { Bitrix24Error } from './Bitrix24Error';
import { classify, TOO_MUCH, type Failure } from './classify';
import { readEnvelope, type DatedEnvelope } from './envelope';
import { fetchFailure } from './fetch-failure';
import type { LeakyBucket } from './LeakyBucket';
import type { Call, Method } from './methods';
import type { OperatingBudget } from './OperatingBudget';
import { isRedirect, readAddress, readRedirect, type Address } from './redirect';
import { retryWait } from './retry-policy';
import type { PauseReason } from '../texts/ending-texts';

export type Reply =
  | { readonly kind: 'answer'; readonly envelope: DatedEnvelope }
  | { readonly kind: 'failure'; readonly error: Bitrix24Error };

/** Requests of one `fetchAll`: Google names no limit, so the width stays modest. */
export const MAX_WAVE_WIDTH = 10;
/** The portal ends every request within 60 s (Bitrix24 REST documentation, limits.md). */
const TIMEOUT_SECONDS = 60;

/** `time`: to keep the pace the portal allows; `limits`: it was overstepped; `faults`: something failed on the way. */
export type WaitReason = Exclude<PauseReason, 'writing'>;

export interface Bitrix24ClientOptions {
  readonly http: Http;
  readonly webhook: Webhook;
  readonly clock: Clock;
  readonly bucket: LeakyBucket;
  readonly operating: OperatingBudget;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Waits; may throw to end the execution in good time. */
  readonly wait: (milliseconds: number, reason: WaitReason) => void;
  /** A request that fails is sent at most this often in all; as often as the retry policy allows unless given. */
  readonly maxAttempts?: number;
  /**
   * Requests in all, redirects and retries included; as many as it takes unless given. What is then still open fails
   * as led elsewhere: for calls that are asked once only redirects can use up more.
   */
  readonly maxRequests?: number;
  /** Told of every request that is sent, retries included. */
  readonly onSent: (method: Method) => void;
}

interface Attempt {
  readonly call: Call;
  readonly index: number;
  readonly number: number;
  /** When it failed first, milliseconds since 1970; null while it has not. */
  readonly failedAt: number | null;
  /** Where to post; another path of the same host after a redirect. */
  readonly url: string;
  /** Posted to where a redirect led: another redirect is not followed any more. */
  readonly isRedirected: boolean;
}

type Outcome =
  | {
      readonly reply: Reply;
      /** Whether it was asked again in vain for as long as it may be. */
      readonly isTired?: boolean;
    }
  | { readonly retry: Attempt; readonly wait: number; readonly reason: WaitReason };

export class Bitrix24Client {
  /** Requests that were sent, retries and those after a redirect included. */
  sent = 0;
  /** Where a redirect has shown all methods to be; null as long as none did. */
  private moved: Address | null = null;

  constructor(private readonly options: Bitrix24ClientOptions) {}

  /** Whether a redirect has been seen that is asked for no second time. */
  get hasMoved(): boolean {
    return this.moved !== null;
  }

  /** How many requests may be sent now; waits until it is at least one. */
  waveWidth(): number {
    const { bucket, clock, wait } = this.options;
    for (let pause = bucket.waitForRoom(clock.now()); pause > 0; pause = bucket.waitForRoom(clock.now()))
      wait(pause, 'time');
    return Math.min(bucket.room(clock.now()), MAX_WAVE_WIDTH);
  }

  /** The replies in the order of the calls. */
  sendAll(calls: readonly Call[]): readonly Reply[] {
    const replies = new Array<Reply>(calls.length);
    this.send(calls, (reply, index) => {
      replies[index] = reply;
    });
    return replies;
  }

  /**
   * Sends the calls, with redirects and retries, and gives each one's reply as soon as it is known: whatever ends the
   * waiting for the others, none is lost. Where one was asked again in vain for as long as it may be, those that still
   * wait for their turn are given up with it.
   * @throws what `wait` throws, never a fetch's own exception
   */
  send(calls: readonly Call[], take: (reply: Reply, index: number) => void): void {
    let open = calls.map((call, index): Attempt => ({
      call,
      index,
      number: 1,
      failedAt: null,
      url: this.urlOf(call.method),
      isRedirected: this.hasMoved,
    }));
    while (open.length > 0) {
      const room = (this.options.maxRequests ?? Infinity) - this.sent;
      if (room <= 0) {
        for (const { index } of open) take(this.givenUp({ code: 'redirect', details: {} }).reply, index);
        return;
      }
      const width = Math.min(this.waveWidth(), room);
      const wave = open.slice(0, width);
      const again: Attempt[] = [];
      let longest = 0;
      let reason: WaitReason = 'time';
      let givenUp: Reply | null = null;
      for (const [position, outcome] of this.post(wave).entries()) {
        if ('reply' in outcome) {
          take(outcome.reply, wave[position]?.index ?? 0);
          if (outcome.isTired === true) givenUp = outcome.reply;
        } else {
          again.push(outcome.retry);
          if (outcome.wait > longest) ({ wait: longest, reason } = outcome);
        }
      }
      open = [...again, ...open.slice(width)];
      if (givenUp !== null) {
        for (const { index } of open) take(givenUp, index);
        return;
      }
      if (longest > 0) this.options.wait(longest, reason);
    }
  }

  private post(wave: readonly Attempt[]): readonly Outcome[] {
    const { http, clock, bucket, operating, wait, onSent } = this.options;
    const budgetWait = Math.max(...wave.map(({ call }) => operating.wait(call.method, clock.now())));
    if (budgetWait > 0) wait(budgetWait, 'limits');
    const rest = Math.max(...wave.map(({ call, number }) => (number === 1 ? (call.rest ?? 0) : 0)));
    if (rest > budgetWait) wait(rest - budgetWait, 'time');
    let responses: HttpResponse[];
    this.sent += wave.length;
    for (const { call } of wave) onSent(call.method);
    const askedAt = clock.now();
    try {
      responses = http.fetchAll(wave.map(toRequest));
    } catch (error) {
      bucket.add(wave.length, clock.now());
      const failure = fetchFailure(error);
      return wave.map((attempt) => this.failed(attempt, failure));
    }
    bucket.add(wave.length, clock.now());
    return wave.map((attempt, position) => this.judge(attempt, responses[position] as HttpResponse, askedAt));
  }

  private judge(attempt: Attempt, response: HttpResponse, askedAt: number): Outcome {
    const { clock, bucket, operating } = this.options;
    const { method } = attempt.call;
    const status = response.getResponseCode();
    if (isRedirect(status)) return this.redirected(attempt, response);
    const reading = readEnvelope(status, response.getContentText());
    if (reading.kind === 'answer') {
      operating.note(method, reading.envelope.time, clock.now());
      return { reply: { kind: 'answer', envelope: { ...reading.envelope, askedAt } } };
    }
    const failure = classify(method, status, reading);
    if (failure.retry === 'rate') bucket.refused(clock.now());
    return this.failed(attempt, failure);
  }

  private failed(attempt: Attempt, failure: Failure): Outcome {
    const { clock, operating, random, maxAttempts = Infinity } = this.options;
    if (attempt.call.isTrial === true && TOO_MUCH.has(failure.code)) return this.givenUp(failure);
    const now = clock.now();
    const failedAt = attempt.failedAt ?? now;
    const wait =
      attempt.number >= maxAttempts
        ? 0
        : retryWait(failure, {
            number: attempt.number,
            failingFor: now - failedAt,
            random: random(),
            operatingOpensIn: operating.opensIn(attempt.call.method, now),
          });
    if (wait === 0) return { ...this.givenUp(failure), isTired: failure.retry !== 'never' };
    const reason = failure.retry === 'rate' || failure.retry === 'operating' ? 'limits' : 'faults';
    return { retry: { ...attempt, failedAt, number: attempt.number + 1 }, wait, reason };
  }

  private redirected(attempt: Attempt, response: HttpResponse): Outcome {
    const target = readRedirect(attempt.url, headerOf(response, 'location'));
    if (target.kind === 'sameHost' && !attempt.isRedirected && target.url !== attempt.url) {
      this.moved = readAddress(target.url, attempt.call.method);
      return { retry: { ...attempt, url: target.url, isRedirected: true }, wait: 0, reason: 'time' };
    }
    if (target.kind === 'sameHost') return this.givenUp({ code: 'redirectLoop', details: {} });
    if (target.kind === 'elsewhere')
      return this.givenUp({ code: 'redirect', details: { host: target.host } });
    return this.givenUp({ code: target.scheme === 'http' ? 'redirectToHttp' : 'httpsRequired', details: {} });
  }

  private givenUp({ code, details }: Pick<Failure, 'code' | 'details'>): { readonly reply: Reply } {
    const shown = Object.entries(details).filter(([key, value]) => key === 'method' || !this.isTold(value));
    return { reply: { kind: 'failure', error: new Bitrix24Error(code, Object.fromEntries(shown)) } };
  }

  /** A portal may echo what it was asked: a word of its own that holds the secret is not shown at all. */
  private isTold(detail: unknown): boolean {
    return typeof detail === 'string' && this.options.webhook.isToldBy(detail, 'foreign');
  }

  private urlOf(method: Method): string {
    const { before, behind } = this.moved ?? { before: this.options.webhook.base, behind: '' };
    return before + method + behind;
  }
}

function toRequest({ url, call }: Attempt): HttpRequest {
  return {
    url,
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify(call.params),
    headers: { Accept: 'application/json', 'User-Agent': 'bitrix24-invoice-sheets' },
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

/** Header names come in whatever case the server sent, values alone or in a list. */
function headerOf(response: HttpResponse, name: string): string {
  const entry = Object.entries(response.getHeaders()).find(([key]) => key.toLowerCase() === name);
  const value: unknown = Array.isArray(entry?.[1]) ? entry[1][0] : entry?.[1];
  return typeof value === 'string' ? value : '';
}
