/** A portal with a virtual clock and short ways to ask it. */
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import type { TaxPrecision } from '../../../portal/data/totals';
import type { PortalOptions } from '../../../portal/options';
import { Portal } from '../../../portal/Portal';

export const TODAY = '2026-05-20';

export class VirtualClock {
  private milliseconds = Date.parse(`${TODAY}T09:00:00Z`);
  now(): number {
    return this.milliseconds;
  }
  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

/** An answer's body: every key of the envelope, loosely typed because tests look at all shapes. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export class Asked {
  readonly clock: VirtualClock;
  readonly portal: Portal;

  constructor(
    readonly builder: PortalBuilder,
    clock: VirtualClock,
    options: Partial<PortalOptions> = {},
  ) {
    this.clock = clock;
    this.portal = new Portal({ data: builder.data, clock, limits: 'off', ...options });
  }

  get data() {
    return this.builder.data;
  }

  post(method: string, params: object = {}): Answered {
    return this.send('POST', this.portal.webhookPath + method, JSON.stringify(params), 'application/json');
  }

  send(verb: string, path: string, body = '', contentType = ''): Answered {
    const outcome = this.portal.handle({
      method: verb,
      path,
      headers: { 'Content-Type': contentType },
      body,
    });
    if (outcome.kind !== 'answer') throw new Error(`Expected an answer but received ${outcome.kind}`);
    const json = outcome.headers['Content-Type']?.includes('json') === true;
    return {
      status: outcome.status,
      text: outcome.body,
      body: json ? (JSON.parse(outcome.body) as Answered['body']) : {},
    };
  }

  /** The `result`; lists are looked at as maps too. */
  result(method: string, params: object = {}): Record<string, unknown> {
    const answer = this.post(method, params);
    if (answer.status !== 200) throw new Error(`Expected a result but received ${answer.text}`);
    return answer.body['result'] as Record<string, unknown>;
  }

  items(params: object = {}): Record<string, unknown>[] {
    return this.result('crm.item.list', { entityTypeId: 31, ...params })['items'] as Record<
      string,
      unknown
    >[];
  }

  ids(params: object = {}): unknown[] {
    return this.items({ select: ['id'], order: { id: 'ASC' }, ...params }).map((item) => item['id']);
  }

  rows(params: object): Record<string, unknown>[] {
    return this.result('crm.item.productrow.list', params)['productRows'] as Record<string, unknown>[];
  }
}

/** `compose` fills the portal, `options` set it up. */
export function ask(
  compose: (portal: PortalBuilder) => unknown = () => undefined,
  options: Partial<PortalOptions> = {},
  taxPrecision?: TaxPrecision,
): Asked {
  const clock = new VirtualClock();
  const builder = aPortal(clock, taxPrecision);
  compose(builder);
  return new Asked(builder, clock, options);
}

/** Adds `count` invoices without rows, ids from 1. */
export const invoices =
  (count: number) =>
  (portal: PortalBuilder): void => {
    for (let id = 1; id <= count; id += 1) portal.withInvoice({ ID: id });
  };
