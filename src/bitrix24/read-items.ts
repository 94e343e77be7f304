/** Companies and contacts, for buyers whose name no requisite gives. */
import type { Query } from '../domain/query';
import type { Named } from './decode-buyer';
import { toList, toObject } from './json';
import { call, decoded, onlyAsked, type Read } from './read';

/** Companies or contacts by id; one that may not be read is simply absent. */
export function* readItems<Item>(
  entityTypeId: number,
  chunk: readonly Query[],
  select: readonly string[],
  decode: (value: unknown) => Named<Item>,
): Read<Item | null> {
  const ids = chunk.map(({ id }) => id);
  const method = 'crm.item.list';
  const ask = call(method, { entityTypeId, select, filter: { '@id': ids }, order: { id: 'ASC' }, start: -1 });
  const list = decoded(method, yield ask, ({ result }) =>
    toList(toObject(result, 'result')['items'], 'items').map(decode),
  );
  const found = onlyAsked(method, ids, list, ({ id }) => id);
  return chunk.map((query) => ({
    query,
    answer: found.get(query.id)?.record ?? null,
    life: 'ttl',
  }));
}
