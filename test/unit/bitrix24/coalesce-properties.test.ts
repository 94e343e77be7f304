/** What holds of every plan, whatever is open. */
import fc from 'fast-check';
import { planReads, type OwnerLists } from '../../../src/bitrix24/coalesce';
import { PAGE_SIZE } from '../../../src/domain/portal';
import { query, queryKey, type Query, type QueryKind } from '../../../src/domain/query';

const KINDS: readonly QueryKind[] = [
  ...(['invoices', 'total', 'stages', 'fields', 'profile'] as const),
  ...(['link', 'requisite', 'companyRequisites', 'contactRequisites', 'company', 'contact', 'rows'] as const),
];
const ALONE = new Set<QueryKind>(['invoices', 'total', 'stages', 'fields', 'profile']);

/** A kind's queries come many at a time, so that chunks fill. */
const bunch = fc
  .record({ kind: fc.constantFrom(...KINDS), ids: fc.uniqueArray(fc.nat(400), { maxLength: 130 }) })
  .map(({ kind, ids }) => ids.map((id): Query => query(kind, id)));
const open = fc.array(bunch, { maxLength: 6 }).map((bunches) => {
  const byKey = new Map(bunches.flat().map((asked) => [queryKey(asked), asked]));
  return [...byKey.values()];
});
const active = fc.subarray([...KINDS]).map((kinds) => new Set(kinds));
const ownerLists = fc.constantFrom<OwnerLists>('unknown', 'taken', 'refused');

describe('a plan', () => {
  it('has every query in exactly one chunk, or waiting', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (queries, kinds, lists) => {
        const { chunks, waiting } = planReads(queries, kinds, lists);
        const planned = [...chunks.flat(), ...waiting].map(queryKey).sort();
        expect(planned).toEqual(queries.map(queryKey).sort());
      }),
    );
  });

  it('has chunks of one kind, never empty, at most a page long, in the order of ids', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (queries, kinds, lists) => {
        for (const chunk of planReads(queries, kinds, lists).chunks) {
          const [kind] = chunk.map((asked) => asked.kind);
          const ids = chunk.map(({ id }) => id);
          expect(new Set(chunk.map((asked) => asked.kind)).size).toBe(1);
          expect(ids).toEqual([...ids].sort((a, b) => a - b));
          const asksAlone =
            kind !== undefined && (ALONE.has(kind) || (kind === 'rows' && lists === 'refused'));
          expect(chunk.length).toBeLessThanOrEqual(asksAlone ? 1 : PAGE_SIZE);
        }
      }),
    );
  });

  it('leaves less than a chunk of any kind waiting, but for rows beside a probe', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (queries, kinds, lists) => {
        const { waiting } = planReads(queries, kinds, lists);
        for (const kind of KINDS) {
          if (kind === 'rows' && lists === 'unknown') continue;
          expect(waiting.filter((asked) => asked.kind === kind).length).toBeLessThan(PAGE_SIZE);
        }
      }),
    );
  });

  it('risks one list of owners at a time as long as nobody knows whether lists are taken', () => {
    fc.assert(
      fc.property(open, active, (queries, kinds) => {
        const { chunks } = planReads(queries, kinds, 'unknown');
        const probes = chunks.filter(([asked]) => asked?.kind === 'rows');
        expect(probes.length).toBeLessThanOrEqual(kinds.has('rows') ? 0 : 1);
      }),
    );
  });

  it('asks for something where nothing is under way', () => {
    fc.assert(
      fc.property(open, ownerLists, (queries, lists) => {
        fc.pre(queries.length > 0);
        expect(planReads(queries, new Set(), lists).chunks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('planning again and again, with everything that was asked answered', () => {
  it('lets no query wait for ever', () => {
    fc.assert(
      fc.property(open, ownerLists, (queries, lists) => {
        let left: readonly Query[] = queries;
        const asked: string[] = [];
        for (let round = 0; left.length > 0; round++) {
          expect(round).toBeLessThan(2 * KINDS.length);
          const { chunks, waiting } = planReads(left, new Set(), lists);
          asked.push(...chunks.flat().map(queryKey));
          left = waiting;
        }
        expect(asked.sort()).toEqual(queries.map(queryKey).sort());
      }),
    );
  });
});
