/** Whatever happens, an answer was kept for exactly this query and is not expired. */
import fc from 'fast-check';
import type { APIDataCache } from '../../../src/cache/APIDataCache';
import { type Life, query, type Query, queryKey } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { aCompany, aRow, requisiteId } from './answers';

const TTL_SECONDS = 300;
const LIFE_SECONDS: Record<Life, number> = { refresh: 0, ttl: TTL_SECONDS, rows: 21_600 };
const EXECUTIONS = 3;

interface Kept {
  readonly name: string;
  readonly answer: string;
  readonly expiresAt: number;
}

type Step = (world: World) => void;

/** Three executions over one store, and a record of what was kept and what each has in its memory. */
class World {
  readonly portal = new Portal();
  readonly kept: Kept[] = [];
  private readonly executions = Array.from({ length: EXECUTIONS }, () => this.start());
  private answers = 0;

  restart(which: number): void {
    this.executions[which] = this.start();
  }

  flush(which: number): void {
    this.execution(which).cache.flush();
  }

  keep(which: number, asked: Query, life: Life): void {
    const { cache, memory } = this.execution(which);
    this.answers += 1;
    const answer = answerTo(asked, this.answers);
    cache.keep(asked, answer as never, life);
    const expiresAt = this.portal.clock.now() + LIFE_SECONDS[life] * 1000;
    this.kept.push({ name: queryKey(asked), answer: JSON.stringify(answer), expiresAt });
    memory.set(queryKey(asked), JSON.stringify(answer));
  }

  find(which: number, asked: Query): void {
    const { cache, memory } = this.execution(which);
    const found = cache.find(asked);
    const remembered = memory.get(queryKey(asked));
    if (remembered !== undefined) {
      expect(JSON.stringify(found?.answer)).toBe(remembered);
    } else if (found !== undefined) {
      const answer = JSON.stringify(found.answer);
      const sources = this.kept.filter((kept) => kept.name === queryKey(asked) && kept.answer === answer);
      expect(sources).toHaveLength(1);
      expect(sources[0]?.expiresAt).toBeGreaterThan(this.portal.clock.now());
      memory.set(queryKey(asked), answer);
    }
  }

  private execution(which: number): { cache: APIDataCache; memory: Map<string, string> } {
    const execution = this.executions[which];
    if (execution === undefined)
      throw new Error(`expected execution 0…${EXECUTIONS - 1} but received ${which}`);
    return execution;
  }

  private start(): { cache: APIDataCache; memory: Map<string, string> } {
    return { cache: this.portal.cache({ ttlSeconds: TTL_SECONDS }), memory: new Map() };
  }
}

/** Another answer each time, so that a test knows which `keep` it comes from. */
function answerTo(asked: Query, serial: number): unknown {
  if (asked.kind === 'rows') return [aRow(serial, `Товар ${queryKey(asked)}`)];
  if (asked.kind === 'company') return aCompany(serial, 'ООО «Ромашка»');
  return requisiteId(serial);
}

const someQuery: fc.Arbitrary<Query> = fc
  .tuple(
    fc.constantFrom('rows' as const, 'company' as const, 'link' as const),
    fc.nat({ max: 3 }),
    fc.nat({ max: 1 }),
  )
  .map(([kind, id, version]) => query(kind, id, kind === 'rows' ? `v${version}` : ''));
const someExecution = fc.nat({ max: EXECUTIONS - 1 });
const someEntry = fc.nat({ max: 20 });

const keeping = fc.tuple(someExecution, someQuery, fc.constantFrom<Life>('refresh', 'ttl', 'rows')).map(
  ([which, asked, life]): Step =>
    (world) =>
      world.keep(which, asked, life),
);
const finding = fc.tuple(someExecution, someQuery).map(
  ([which, asked]): Step =>
    (world) =>
      world.find(which, asked),
);
const flushing = someExecution.map(
  (which): Step =>
    (world) =>
      world.flush(which),
);
const restarting = someExecution.map(
  (which): Step =>
    (world) =>
      world.restart(which),
);
const waiting = fc.constantFrom(1, 100, 299, 300, 5_000, 21_600).map(
  (seconds): Step =>
    (world) =>
      world.portal.clock.passSeconds(seconds),
);
const losing = someEntry.map(
  (index): Step =>
    (world) =>
      withEntry(world, index, (name) => world.portal.store.entries.delete(name)),
);
const spoiling = fc.tuple(someEntry, fc.nat(), fc.nat({ max: 6 })).map(
  ([index, where, bit]): Step =>
    (world) =>
      withEntry(world, index, (name, text) => {
        const place = where % text.length;
        const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << bit));
        world.portal.store.entries.set(name, text.slice(0, place) + flipped + text.slice(place + 1));
      }),
);
const misplacing = fc.tuple(someEntry, someEntry).map(
  ([from, to]): Step =>
    (world) =>
      withEntry(world, from, (_, text) =>
        withEntry(world, to, (name) => world.portal.store.entries.set(name, text)),
      ),
);
const refusing = fc
  .constantFrom('getAll' as const, 'putAll' as const, 'removeAll' as const)
  .map((call): Step => ({ portal }) => {
    if (!portal.store.refused.delete(call)) portal.store.refused.add(call);
  });

function withEntry(world: World, index: number, action: (name: string, text: string) => void): void {
  const entries = [...world.portal.store.entries];
  const entry = entries[index % Math.max(entries.length, 1)];
  if (entry !== undefined) action(...entry);
}

const someSteps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: keeping },
    { weight: 8, arbitrary: finding },
    { weight: 4, arbitrary: flushing },
    { weight: 3, arbitrary: restarting },
    { weight: 2, arbitrary: waiting },
    { weight: 1, arbitrary: losing },
    { weight: 1, arbitrary: spoiling },
    { weight: 1, arbitrary: misplacing },
    { weight: 1, arbitrary: refusing },
  ),
  { minLength: 10, maxLength: 80, size: 'max' },
);

describe('APIDataCache, for any order of keeps, finds, flushes, losses and damages of several executions', () => {
  it('gives only answers that were kept for exactly that query and are not expired', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const world = new World();
        for (const step of steps) step(world);
      }),
      { numRuns: 300 },
    );
  });

  it('counts every ask as a hit or a miss', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someQuery, fc.boolean())), (asks) => {
        const cache = new Portal().cache();
        let hits = 0;
        for (const [asked, isKept] of asks) {
          if (cache.find(asked) !== undefined) hits += 1;
          else if (isKept) cache.keep(asked, answerTo(asked, 1) as never, 'ttl');
        }
        expect(cache.statistics).toMatchObject({ hits, misses: asks.length - hits });
      }),
    );
  });
});
