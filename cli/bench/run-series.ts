/**
 * One portal, refreshed in the states that matter: nothing known, and then with a memory of what was; for comparison
 * also with the same change and no memory, as if only the cache held answers.
 */
import { quirksOf } from '../../portal/generation';
import { baselineRequests } from '../../src/domain/savings';
import type { World } from '../../world/make-world';
import { EDITS, type EditName, type Found } from './edits';
import { floorRequests } from './floor';
import { forget, measureRefresh, type AskedBy, type Measurement } from './measure-refresh';
import { promisedFor, promisedWhole, sum, type Term } from './promised';
import { listed, PERIOD, worldOf, type Series } from './series';

/** A refresh that knows nothing. */
export interface ColdRow {
  readonly series: Series;
  readonly state: 'cold' | 'cold, brief only';
  readonly measurement: Measurement;
  /** Requests without any sharing. */
  readonly naive: number;
  /** The least requests possible, null where the portal's buyers are mixed. */
  readonly floor: number | null;
}

/** A refresh with a memory. */
export interface WarmRow {
  readonly series: Series;
  /** That the portal lists for the period. */
  readonly invoices: number;
  readonly state: string;
  readonly askedBy: AskedBy;
  readonly measurement: Measurement;
  readonly promised: readonly Term[];
  /** The same without the memory. */
  readonly before: Measurement;
}

export interface SeriesRows {
  readonly cold: readonly ColdRow[];
  readonly warm: readonly WarmRow[];
}

const SHORT_TTL_SECONDS = 300;
const LONG_TTL_SECONDS = 6 * 3_600;
/** Longer than the short TTL, and shorter than rows live in the cache, however often. */
const PAUSE = 600_000;
/** Stages, fields and profile: the sheets show user fields. */
const FACTS = 3;
/** A day later than the period before. */
const NEXT_PERIOD = { preset: 'custom', from: '2026-04-02', to: '2026-07-01' };

/** Runs the bundle in `dist/`. */
export function runSeries(series: Series): SeriesRows {
  const world = worldOf(series);
  const isBrief = series.kind === 'cold, brief only';
  save(world, { cacheTtlSeconds: LONG_TTL_SECONDS, scheduleHours: 1 });
  const cold = coldRow(series, world, isBrief);
  return { cold: [cold], warm: series.kind === 'all refreshes' ? warmRows(series, world) : [] };
}

export const allRows = (series: readonly Series[]): SeriesRows => {
  const found = series.map(runSeries);
  return { cold: found.flatMap(({ cold }) => cold), warm: found.flatMap(({ warm }) => warm) };
};

function coldRow(series: Series, world: World, isBrief: boolean): ColdRow {
  const { size, buyers, generation } = series;
  const { data } = world;
  return {
    series,
    state: isBrief ? 'cold, brief only' : 'cold',
    naive: baselineRequests(size.invoices, isBrief ? 1 : 2),
    floor:
      buyers === 'mixed'
        ? null
        : floorRequests({
            ...size,
            userFields: true,
            rowCounts: isBrief ? [] : listed(data).map((id) => data.rowsOf(id).length),
            ownerLists: quirksOf[generation].freeRowQueries,
          }),
    measurement: measureRefresh(world, isBrief ? 'click, brief only' : 'click'),
  };
}

interface Case {
  readonly edit: EditName;
  readonly askedBy: AskedBy;
  readonly isDue: boolean;
}

const WITHIN_TTL: readonly Case[] = [
  { edit: 'nothing changed', askedBy: 'click', isDue: false },
  { edit: 'nothing changed', askedBy: 'schedule', isDue: false },
];
const AFTER_TTL: readonly Case[] = [
  { edit: 'nothing changed', askedBy: 'click', isDue: true },
  { edit: 'nothing changed', askedBy: 'schedule', isDue: true },
  { edit: '1 % changed', askedBy: 'schedule', isDue: true },
  { edit: 'one deleted', askedBy: 'schedule', isDue: true },
  { edit: 'one requisite edited', askedBy: 'schedule', isDue: true },
];

/**
 * Without the memory it is the same who asks, and whether a buyer or one invoice less is read. So two refreshes are
 * compared with, by clicks, before the cache forgets the rows.
 */
function warmRows(series: Series, world: World): readonly WarmRow[] {
  const { data } = world;
  const withoutMemory = (edit: EditName): Measurement => {
    EDITS[edit](data);
    world.clock.advance(PAUSE);
    forget(world);
    return measureRefresh(world, 'click');
  };
  const row = ({ edit, askedBy, isDue }: Case, compared: Measurement): WarmRow => {
    const invoices = listed(data).length;
    const found = EDITS[edit](data);
    wait(world, askedBy);
    const measurement = measureRefresh(world, askedBy);
    const promised = promisedFor(changesOf(series, { found, invoices, isDue, isClick: askedBy === 'click' }));
    const state = isDue ? edit : `${edit}, within TTL`;
    return { series, invoices, state, askedBy, measurement, promised, before: compared };
  };

  const known = withoutMemory('nothing changed');
  const within = WITHIN_TTL.map((one) => row(one, known));
  save(world, { cacheTtlSeconds: SHORT_TTL_SECONDS });
  const unchanged = withoutMemory('nothing changed');
  const changed = withoutMemory('1 % changed');
  const after = AFTER_TTL.map((one) => row(one, one.edit === '1 % changed' ? changed : unchanged));
  return [...within, ...after, rolledOver(series, world)];
}

const changesOf = (
  { buyers, generation }: Series,
  { found, ...known }: { found: Found; invoices: number; isDue: boolean; isClick: boolean },
) => ({
  ...known,
  ...found,
  namedBy: buyers === 'mixed' ? 2 : 0,
  facts: known.isDue ? FACTS : 0,
  ownerLists: quirksOf[generation].freeRowQueries,
});

/** The period goes on by a day, as that of the last 90 days does every day. */
function rolledOver(series: Series, world: World): WarmRow {
  const { data } = world;
  const invoices = listed(data, NEXT_PERIOD).length;
  const { companies, contacts } = data;
  const isMixed = series.buyers === 'mixed';
  const promised = promisedWhole({
    invoices,
    requisites: isMixed ? data.requisites.size : series.size.requisites,
    companies: isMixed ? companies.size : 0,
    contacts: isMixed ? contacts.size : 0,
    facts: FACTS,
  });
  const pass = (period: object): void => {
    save(world, { period });
    wait(world, 'schedule');
  };
  pass(NEXT_PERIOD);
  const measurement = measureRefresh(world, 'schedule');
  pass(PERIOD);
  forget(world);
  const before = measureRefresh(world, 'click');
  return {
    ...{ series, invoices, state: 'period a day later', askedBy: 'schedule' },
    ...{ measurement, promised, before },
  };
}

/** Until the schedule, hourly unless the day's quotas put it off, has its turn. */
function wait({ simulator, clock }: World, askedBy: AskedBy): void {
  const { nextRun } = simulator.page().call('getStatus') as { nextRun: string };
  clock.advance(askedBy === 'schedule' ? Math.max(PAUSE, Date.parse(nextRun) - clock.now()) : PAUSE);
}

function save({ simulator }: World, settings: object): void {
  const { ok } = simulator.page().call('saveSettings', settings) as { ok: boolean };
  if (!ok) throw new Error('the settings were refused');
}

export const mostRequests = ({ promised }: WarmRow): number => sum(promised.map(({ requests }) => requests));
