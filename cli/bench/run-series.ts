/** One portal of an exact size, refreshed in the states that matter: nothing known, all known, some of it changed. */
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { makeSizedData, type Size } from '../../portal/data/sized-data';
import { quirksOf, type Generation } from '../../portal/generation';
import { STANDARD_RATE, type RateLimit } from '../../portal/limits/LeakyBucket';
import { baselineRequests } from '../../src/domain/savings';
import { connect, makeWorld, NOON, type World } from '../../world/make-world';
import { floorRequests } from './floor';
import { measureRefresh, type Measurement } from './measure-refresh';

export interface Series {
  readonly size: Size;
  readonly generation: Generation;
  /** The portal's plan allows 250 requests at once and 5 a second. */
  readonly enterprise: boolean;
  readonly kind: 'all states' | 'cold only' | 'cold, brief only';
}

export const STATES = [
  'cold',
  'cold, brief only',
  'warm within TTL',
  'warm after TTL',
  '1 % changed',
] as const;

export type State = (typeof STATES)[number];

export interface SeriesRow {
  readonly series: Series;
  readonly state: State;
  readonly measurement: Measurement;
  /** Requests without any sharing. */
  readonly naive: number;
  /** The least requests possible. */
  readonly floor: number;
}

/** Bitrix24 docs, limits: the Enterprise plan. */
const ENTERPRISE_RATE: RateLimit = { burst: 250, perSecond: 5 };

const LATENCY_MILLISECONDS = 400;
const TTL_SECONDS = 300;
/** Empties the portal's bucket: 60 of its 50 requests leak away. */
const PAUSE_SECONDS = 30;
const CHANGED_SHARE = 0.01;

/** Runs the bundle in `dist/`. Rows in the order of `STATES`. */
export function runSeries(series: Series): SeriesRow[] {
  const world = worldOf(series);
  const { data } = world;
  const row = (state: State, changed: readonly number[] | 'all'): SeriesRow => {
    const briefOnly = state === 'cold, brief only';
    return {
      series,
      state,
      measurement: measureRefresh(world, briefOnly),
      naive: baselineRequests(series.size.invoices, briefOnly ? 1 : 2),
      floor: floorRequests({
        ...series.size,
        isReferenceStale: state !== 'warm within TTL',
        userFields: true,
        rowCounts: briefOnly ? [] : rowCounts(data, changed),
        ownerLists: quirksOf[series.generation].freeRowQueries,
      }),
    };
  };
  if (series.kind === 'cold, brief only') return [row('cold, brief only', [])];
  const cold = row('cold', 'all');
  if (series.kind === 'cold only') return [cold];
  // A long cold refresh outlives what it asked first, so the one that finds all of it fresh comes third.
  world.clock.advance(TTL_SECONDS * 1000);
  const afterTtl = row('warm after TTL', []);
  world.clock.advance(PAUSE_SECONDS * 1000);
  const withinTtl = row('warm within TTL', []);
  const changed = changeSome(data);
  world.clock.advance(TTL_SECONDS * 1000);
  return [cold, withinTtl, afterTtl, row('1 % changed', changed)];
}

function worldOf({ size, generation, enterprise }: Series): World {
  const limits = enterprise ? ENTERPRISE_RATE : STANDARD_RATE;
  const world = makeWorld((clock) => makeSizedData(size, clock, NOON.slice(0, 10)), {
    latency: LATENCY_MILLISECONDS,
    portal: { generation, limits },
  });
  connect(world, {
    shipmentDateField: SHIPMENT_DATE,
    paymentDateField: PAYMENT_DATE,
    cacheTtlSeconds: TTL_SECONDS,
    enterpriseLimits: enterprise,
  });
  return world;
}

/** Changes the price of one row in each of 1 % of the invoices, evenly spread; gives their ids. */
function changeSome(data: PortalData): number[] {
  const step = 1 / CHANGED_SHARE;
  const changed = [...data.invoices.keys()].filter((_, index) => index % step === step - 1);
  for (const id of changed) {
    const [row] = data.rowsOf(id);
    if (row) data.changeRow(id, row.ID, { PRICE: row.PRICE + 1 });
  }
  return changed;
}

function rowCounts(data: PortalData, invoices: readonly number[] | 'all'): number[] {
  const ids = invoices === 'all' ? [...data.invoices.keys()] : invoices;
  return ids.map((id) => data.rowsOf(id).length);
}
