/** A demo portal at the other end of the simulator's UrlFetchApp, and the client that asks it: one virtual clock. */
import { Bitrix24Client, type Bitrix24ClientOptions } from '../../../src/bitrix24/Bitrix24Client';
import { LeakyBucket } from '../../../src/bitrix24/LeakyBucket';
import { STANDARD_LIMITS } from '../../../src/bitrix24/limits';
import type { Method } from '../../../src/bitrix24/methods';
import { OperatingBudget } from '../../../src/bitrix24/OperatingBudget';
import type { Read, ReadResult } from '../../../src/bitrix24/read';
import type { Http } from '../../../src/platform/platform';
import { NOON, portalTransport } from '../../../world/make-world';
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';
import type { PortalOptions } from '../../../portal/options';
import { Portal } from '../../../portal/Portal';
import { VirtualClock, type HttpTransport, type WireRequest } from '../../../simulator';
import { webhookAt } from '../../support/webhook-at';
import { openGate } from '../../../simulator/service';
import { Blobs } from '../../../simulator/services/Blobs';
import { makeUrlFetchApp } from '../../../simulator/services/url-fetch-app';

export { codeThrownBy } from './code-thrown-by';

export const ORIGIN = 'https://demo.bitrix24.ru';

export interface LineOptions {
  readonly portal?: Partial<PortalOptions>;
  /** Milliseconds that a wave takes. */
  readonly latency?: number;
  /** In place of the portal's own end of the wire. */
  readonly http?: HttpTransport;
}

export class Line {
  readonly clock: VirtualClock;
  readonly portal: Portal;
  /** What went over the wire, wave by wave. */
  readonly waves: (readonly WireRequest[])[] = [];
  /** Milliseconds of every wait the client asked for. */
  readonly waits: number[] = [];
  readonly sent: Method[] = [];
  readonly http: Http;

  constructor(
    clock: VirtualClock,
    readonly data: PortalData,
    { portal, latency, http }: LineOptions = {},
  ) {
    this.clock = clock;
    this.portal = new Portal({ data, clock, ...portal });
    const transport = http ?? portalTransport(this.portal, latency ?? 0);
    this.http = makeUrlFetchApp(openGate, {
      http: {
        sendAll: (requests) => {
          this.waves.push(requests);
          return transport.sendAll(requests);
        },
      },
      clock,
      blobs: new Blobs(openGate),
      allowList: null,
      responses: { headerCase: 'lower', byteOrderMark: 'kept' },
      spend: () => true,
    });
  }

  get webhook(): string {
    return ORIGIN + this.portal.webhookPath;
  }

  /** The methods the portal was asked, in order. */
  get asked(): string[] {
    return this.portal.requests.map(({ method }) => method);
  }

  client(changes: Partial<Bitrix24ClientOptions> = {}): Bitrix24Client {
    return new Bitrix24Client({
      http: this.http,
      webhook: webhookAt(this.webhook),
      clock: this.clock,
      bucket: new LeakyBucket(STANDARD_LIMITS),
      operating: new OperatingBudget(),
      random: () => 0.5,
      wait: (milliseconds) => {
        this.waits.push(milliseconds);
        this.clock.sleep(milliseconds);
      },
      onSent: (method) => this.sent.push(method),
      ...changes,
    });
  }

  /** Carries a read through, one request at a time. */
  finish(read: Read, client = this.client()): ReadResult {
    let step = read.next();
    while (!step.done) {
      const [reply] = client.sendAll([step.value]);
      if (reply === undefined) throw new Error('The client gave no reply');
      step = read.next(reply);
    }
    return step.value;
  }
}

/** `compose` fills the portal. */
export function aLine(
  compose: (portal: PortalBuilder) => unknown = () => undefined,
  options: LineOptions = {},
): Line {
  const clock = new VirtualClock(Date.parse(NOON));
  const builder = aPortal(clock);
  compose(builder);
  return new Line(clock, builder.data, options);
}
