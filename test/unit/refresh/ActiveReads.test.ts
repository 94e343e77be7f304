import { ActiveReads, type ActiveRead } from '../../../src/refresh/ActiveReads';
import { call, type Read } from '../../../src/bitrix24/read';
import { query, type QueryKind } from '../../../src/domain/query';

function aRead(kind: QueryKind, id = 0): ActiveRead {
  const read = (function* (): Read {
    yield call('profile', {});
    return [];
  })();
  return { chunk: [query(kind, id)], read, call: call('profile', {}) };
}

const idsOf = (reads: readonly ActiveRead[]): unknown[] => reads.map(({ chunk }) => chunk[0]?.id);

function containing(...reads: readonly ActiveRead[]): ActiveReads {
  const active = new ActiveReads();
  for (const read of reads) active.add(read);
  return active;
}

test('what others wait for goes first, and of one phase what was added first', () => {
  const reads = [
    aRead('rows', 5),
    aRead('requisite', 4),
    aRead('link', 2),
    aRead('link', 3),
    aRead('invoices', 1),
  ];
  const active = containing(...reads);
  expect(idsOf(active.first(10))).toEqual([1, 2, 3, 4, 5]);
  expect(idsOf(active.first(2))).toEqual([1, 2]);
});

test('the phase is the earliest that has a read, and there is none without reads', () => {
  const list = aRead('stages');
  const active = containing(aRead('rows'), list);
  expect(active.phase()).toBe('list');
  active.remove(list);
  expect(active.phase()).toBe('rows');
  expect(new ActiveReads().phase()).toBeNull();
});

test('a kind is under way until the last of its reads is removed', () => {
  const first = aRead('company', 1);
  const second = aRead('company', 2);
  const active = containing(first, second, aRead('contact', 3));
  active.remove(first);
  expect(active.kinds()).toEqual(new Set(['company', 'contact']));
  active.remove(second);
  expect(active.kinds()).toEqual(new Set(['contact']));
  expect(idsOf(active.first(10))).toEqual([3]);
});
