/** What holds of every plan, whatever is open. */
import fc from 'fast-check';
import { CHUNK_SIZE, planReads, type OwnerLists } from '../../src/bitrix24/coalesce';
import { want, wantKey, type Kind, type Want } from '../../src/domain/wants';

const KINDS: readonly Kind[] = [
  ...(['invoices', 'total', 'stages', 'fields', 'profile'] as const),
  ...(['link', 'requisite', 'companyRequisites', 'contactRequisites', 'company', 'contact', 'rows'] as const),
];
const ALONE = new Set<Kind>(['invoices', 'total', 'stages', 'fields', 'profile']);

/** A kind's wants come many at a time, so that chunks fill. */
const bunch = fc
  .record({ kind: fc.constantFrom(...KINDS), ids: fc.uniqueArray(fc.nat(400), { maxLength: 130 }) })
  .map(({ kind, ids }) => ids.map((id): Want => want(kind, id)));
const open = fc.array(bunch, { maxLength: 6 }).map((bunches) => {
  const byKey = new Map(bunches.flat().map((wanted) => [wantKey(wanted), wanted]));
  return [...byKey.values()];
});
const active = fc.subarray([...KINDS]).map((kinds) => new Set(kinds));
const ownerLists = fc.constantFrom<OwnerLists>('unknown', 'taken', 'refused');

describe('a plan', () => {
  it('has every want in exactly one chunk, or waiting', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (wants, kinds, lists) => {
        const { chunks, waiting } = planReads(wants, kinds, lists);
        const planned = [...chunks.flat(), ...waiting].map(wantKey).sort();
        expect(planned).toEqual(wants.map(wantKey).sort());
      }),
    );
  });

  it('has chunks of one kind, never empty, at most a page long, in the order of ids', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (wants, kinds, lists) => {
        for (const chunk of planReads(wants, kinds, lists).chunks) {
          const [kind] = chunk.map((wanted) => wanted.kind);
          const ids = chunk.map(({ id }) => id);
          expect(new Set(chunk.map((wanted) => wanted.kind)).size).toBe(1);
          expect(ids).toEqual([...ids].sort((a, b) => a - b));
          const asksAlone =
            kind !== undefined && (ALONE.has(kind) || (kind === 'rows' && lists === 'refused'));
          expect(chunk.length).toBeLessThanOrEqual(asksAlone ? 1 : CHUNK_SIZE);
        }
      }),
    );
  });

  it('leaves less than a chunk of any kind waiting, but for rows beside a probe', () => {
    fc.assert(
      fc.property(open, active, ownerLists, (wants, kinds, lists) => {
        const { waiting } = planReads(wants, kinds, lists);
        for (const kind of KINDS) {
          if (kind === 'rows' && lists === 'unknown') continue;
          expect(waiting.filter((wanted) => wanted.kind === kind).length).toBeLessThan(CHUNK_SIZE);
        }
      }),
    );
  });

  it('risks one list of owners at a time as long as nobody knows whether lists are taken', () => {
    fc.assert(
      fc.property(open, active, (wants, kinds) => {
        const { chunks } = planReads(wants, kinds, 'unknown');
        const probes = chunks.filter(([wanted]) => wanted?.kind === 'rows');
        expect(probes.length).toBeLessThanOrEqual(kinds.has('rows') ? 0 : 1);
      }),
    );
  });

  it('asks for something where nothing is under way', () => {
    fc.assert(
      fc.property(open, ownerLists, (wants, lists) => {
        fc.pre(wants.length > 0);
        expect(planReads(wants, new Set(), lists).chunks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('planning again and again, with everything that was asked answered', () => {
  it('lets no want wait for ever', () => {
    fc.assert(
      fc.property(open, ownerLists, (wants, lists) => {
        let left: readonly Want[] = wants;
        const asked: string[] = [];
        for (let round = 0; left.length > 0; round++) {
          expect(round).toBeLessThan(2 * KINDS.length);
          const { chunks, waiting } = planReads(left, new Set(), lists);
          asked.push(...chunks.flat().map(wantKey));
          left = waiting;
        }
        expect(asked.sort()).toEqual(wants.map(wantKey).sort());
      }),
    );
  });
});
