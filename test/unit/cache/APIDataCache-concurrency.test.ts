/** Several executions at once over one store. */
import { query } from '../../../src/domain/query';
import { Portal } from './a-cache';
import { requisiteId } from './answers';

describe('two executions at once', () => {
  it('lose at most answers, the last writer’s are there', () => {
    const portal = new Portal();
    const [left, right] = [portal.cache(), portal.cache()];
    left.find(query('link', 1));
    right.find(query('link', 1));
    left.keep(query('link', 1), requisiteId(11), 'ttl');
    right.keep(query('link', 2), requisiteId(22), 'ttl');
    left.flush();
    right.flush();
    const next = portal.cache();
    expect(next.find(query('link', 2))).toEqual({ answer: 22 });
    expect([undefined, { answer: 11 }]).toContainEqual(next.find(query('link', 1)));
  });

  it('do not see what the other one keeps after their read', () => {
    const portal = new Portal();
    const [left, right] = [portal.cache(), portal.cache()];
    right.find(query('link', 1));
    left.keep(query('link', 1), requisiteId(11), 'ttl');
    left.flush();
    expect(right.find(query('link', 1))).toBeUndefined();
    expect(portal.store.calls.getAll).toBe(2);
  });

  it('give the newer answer when both answered the same query', () => {
    const portal = new Portal();
    const [left, right] = [portal.cache(), portal.cache()];
    left.find(query('link', 1));
    left.keep(query('link', 1), requisiteId(11), 'ttl');
    left.flush();
    portal.clock.passSeconds(10);
    right.keep(query('link', 1), requisiteId(12), 'ttl');
    right.flush();
    expect(portal.cache().find(query('link', 1))).toEqual({ answer: 12 });
  });
});
