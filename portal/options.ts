/** How a stand-in portal is set up; everything but the data and the clock has a default. */
import type { PortalState } from './access';
import type { Clock } from './clock';
import type { PortalData } from './data/PortalData';
import type { FaultRule } from './faults';
import type { Generation, Quirks } from './generation';
import { STANDARD_RATE, type RateLimit } from './limits/LeakyBucket';
import { STANDARD_OPERATING, type OperatingLimit } from './limits/OperatingBudget';
import type { Ignores } from './request/ignores';
import { ADMIN_USER, type PortalUser } from './rights';

export interface PortalOptions {
  readonly data: PortalData;
  readonly clock: Clock;
  readonly generation?: Generation;
  /** Exceptions from the generation. */
  readonly quirks?: Partial<Quirks>;
  /** The server's offset from UTC, `+03:00`, or its time zone, `Europe/Berlin`. */
  readonly zone?: string;
  readonly secret?: string;
  readonly scopes?: readonly string[];
  readonly user?: Partial<PortalUser>;
  readonly limits?: RateLimit | 'off';
  /** How a request above the limit is refused: by JSON or by an HTML page of the front end. */
  readonly limitAnswer?: 'json' | 'html';
  /** `off`: no limiter and no `operating` in the envelope; a boxed portal. */
  readonly operating?: OperatingLimit | 'off';
  readonly statuses?: 'source' | 'documentation';
  readonly state?: PortalState;
  readonly revoked?: boolean;
  /** The portal's new origin: every request is answered by a redirect to it. */
  readonly movedTo?: string | null;
  readonly faults?: FaultRule;
  /** What of a request it passes over in silence. */
  readonly ignores?: Ignores;
}

/** What may change while the portal runs. */
export type PortalChanges = Partial<Omit<PortalOptions, 'data' | 'clock' | 'limits' | 'operating'>>;

export type Settled = Required<Omit<PortalOptions, 'user' | 'quirks'>> & {
  readonly user: PortalUser;
  readonly quirks: Partial<Quirks>;
};

/** The secret of the demo webhook: a stand-in guards nothing. */
export const DEMO_SECRET = 'demo0secret0of0a0portal';

export const settle = (options: PortalOptions): Settled => ({
  generation: 'mid',
  quirks: {},
  zone: '+03:00',
  secret: DEMO_SECRET,
  scopes: ['crm'],
  limits: STANDARD_RATE,
  limitAnswer: 'json',
  operating: STANDARD_OPERATING,
  statuses: 'source',
  state: 'open',
  revoked: false,
  movedTo: null,
  faults: () => null,
  ignores: {},
  ...options,
  user: { ...ADMIN_USER, ...options.user },
});
