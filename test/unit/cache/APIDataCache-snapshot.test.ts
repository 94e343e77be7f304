/** What one execution of a long refresh hands to the next: its answers, and what was counted already. */
import type { APIDataCache } from '../../../src/cache/APIDataCache';
import { AnswerMemory } from '../../../src/cache/AnswerMemory';
import { query, type Query } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { requisiteId } from './answers';

const link = (id: number): Query<'link'> => query('link', id);

/** Asks for the links; where one is not known the portal answers with its id. */
function ask(cache: APIDataCache, ...ids: readonly number[]): void {
  for (const id of ids) if (cache.find(link(id)) === undefined) cache.keep(link(id), requisiteId(id), 'ttl');
}

/** The next execution, with no other cache than what is handed over. */
function next(portal: Portal, cache: APIDataCache, unanswered = 0): APIDataCache {
  const later = portal.cache({ store: null });
  later.restore(
    JSON.parse(JSON.stringify(cache.snapshot(unanswered))) as ReturnType<APIDataCache['snapshot']>,
  );
  return later;
}

describe('a refresh of several executions', () => {
  it('knows in a later one what an earlier one was told, however long ago', () => {
    const portal = new Portal();
    const first = portal.cache();
    ask(first, 1, 2);
    portal.clock.passSeconds(86_000);
    const second = next(portal, first);
    expect([second.find(link(1)), second.find(link(2)), second.find(link(3))]).toEqual([
      { answer: 1 },
      { answer: 2 },
      undefined,
    ]);
  });

  it('counts every question once, although each execution asks from the start', () => {
    const portal = new Portal();
    const uninterrupted = portal.cache({ store: null });
    const questions = [1, 2, 1, 3, 1, 2, 4, 4];
    ask(uninterrupted, ...questions);
    for (const [first, second] of [
      [1, 4],
      [3, 6],
      [6, 7],
    ]) {
      const one = portal.cache({ store: null });
      ask(one, ...questions.slice(0, first));
      const two = next(portal, one);
      ask(two, ...questions.slice(0, second));
      const three = next(portal, two);
      ask(three, ...questions);
      const counted = [one, two, three].map(({ statistics }) => statistics);
      const total = (name: 'hits' | 'misses'): number => counted.reduce((sum, each) => sum + each[name], 0);
      expect([total('hits'), total('misses')]).toEqual([
        uninterrupted.statistics.hits,
        uninterrupted.statistics.misses,
      ]);
    }
  });

  it('remembers what was counted also over an execution that asked for nothing', () => {
    const portal = new Portal();
    const first = portal.cache({ store: null });
    ask(first, 1, 1, 1);
    const third = next(portal, next(portal, first));
    ask(third, 1, 1, 1);
    expect(third.statistics).toMatchObject({ hits: 0, misses: 0 });
    ask(third, 1);
    expect(third.statistics).toMatchObject({ hits: 1, misses: 0 });
  });

  it('does not count a miss that is left to the next execution to ask and to count', () => {
    const cache = new Portal().cache();
    ask(cache, 1);
    cache.find(link(2));
    cache.find(link(3));
    expect(cache.statistics.misses).toBe(3);
    cache.snapshot(2);
    expect(cache.statistics.misses).toBe(1);
  });

  it('does not write what it was handed to the platform’s cache again', () => {
    const portal = new Portal();
    const first = portal.cache();
    ask(first, 1);
    const second = portal.cache();
    second.restore(first.snapshot(0));
    second.flush();
    expect(portal.store.calls.putAll).toBe(0);
  });
});

describe('a memory that takes over more than it may hold', () => {
  it('drops the oldest answers, and counts a question for one of them as a new one', () => {
    const memory = new AnswerMemory(10);
    memory.restore(Array.from({ length: 11 }, (_, index) => [`link:${index}:`, index, 1, 0]));
    expect(memory.find('link:0:')).toBeUndefined();
    expect(memory.find('link:10:')).toEqual({ answer: 10 });
    expect([memory.countQuestion('link:0:'), memory.countQuestion('link:10:')]).toEqual([true, false]);
    expect(memory.entries().at(-1)).toEqual(['link:10:', 10, 1, 0]);
  });
});
