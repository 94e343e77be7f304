/** One portal of a given size, and what it takes for the add-on to be connected to it. */
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeMixedData } from '../../portal/data/mixed-data';
import type { PortalData } from '../../portal/data/PortalData';
import { makeSizedData, type Size } from '../../portal/data/sized-data';
import { quirksOf, type Generation } from '../../portal/generation';
import { STANDARD_RATE, type RateLimit } from '../../portal/limits/LeakyBucket';
import type { SimulatorOptions } from '../../simulator';
import { connect, makeWorld, NOON, type World } from '../../world/make-world';

export interface Series {
  readonly size: Size;
  /** `linked`: a requisite is chosen in every invoice. `mixed`: in some none, some buyers have none or several. */
  readonly buyers: 'linked' | 'mixed';
  readonly generation: Generation;
  /** The portal's plan allows 250 requests at once and 5 a second. */
  readonly enterprise: boolean;
  readonly kind: 'all refreshes' | 'cold only' | 'cold, brief only';
}

/** Bitrix24 docs, limits: the Enterprise plan. */
const ENTERPRISE_RATE: RateLimit = { burst: 250, perSecond: 5 };

const LATENCY_MILLISECONDS = 400;
const SEED = 16;

/** The calendar quarter of `NOON`, to which all invoices of a linked portal belong and most of a mixed one. */
export const PERIOD = { preset: 'custom', from: '2026-04-01', to: '2026-06-30' };

export function worldOf(series: Series, simulator: Partial<SimulatorOptions> = {}): World {
  const { size, buyers, generation, enterprise } = series;
  const today = NOON.slice(0, 10);
  let runs = 0;
  const world = makeWorld(
    (clock) =>
      buyers === 'linked'
        ? makeSizedData(size, clock, today)
        : makeMixedData({ clock, today, seed: SEED, invoices: size.invoices, linked: false }).data,
    {
      latency: LATENCY_MILLISECONDS,
      portal: { generation, limits: enterprise ? ENTERPRISE_RATE : STANDARD_RATE },
      // Runs are numbered, since questions of a refresh go by the id of its run: each time the same.
      simulator: { newUuid: () => `run ${(runs += 1)}`, ...simulator },
    },
  );
  connect(world, {
    period: PERIOD,
    shipmentDateField: SHIPMENT_DATE,
    paymentDateField: PAYMENT_DATE,
    enterpriseLimits: enterprise,
  });
  return world;
}

/** Ids of the invoices that the portal lists for a period, the oldest first. */
export const listed = (data: PortalData, { from, to }: { from: string; to: string } = PERIOD): number[] =>
  [...data.invoices.values()]
    .filter(({ BEGINDATE }) => BEGINDATE !== null && BEGINDATE >= from && BEGINDATE <= to)
    .map(({ ID }) => ID)
    .sort((a, b) => a - b);

export const ownersText = ({ generation }: Series): string =>
  quirksOf[generation].freeRowQueries ? 'owner lists' : 'single owners';
