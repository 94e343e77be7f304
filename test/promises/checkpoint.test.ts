/** Many tries begin in one world: each must find it as the first one did. */
import { connect } from '../../world/make-world';
import { Checkpoint } from './Checkpoint';
import { traceOf } from './left-behind';
import { worldOfThree } from '../../world/people';
import { refreshed } from '../../world/scenario';

describe('a world that was put back', () => {
  it('holds what it held, and the same follows from it once more', () => {
    const world = worldOfThree();
    connect(world);
    refreshed(world);
    const start = new Checkpoint(world);
    const before = traceOf(world);
    const change = (): string => {
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Н-1' });
      world.data.addInvoice({ ID: 9, rows: [{}] });
      world.spreadsheet.insertSheet('Чужой', 1);
      world.clock.advance(3_600_000);
      refreshed(world);
      return traceOf(world);
    };
    const after = change();

    start.restore();
    expect(traceOf(world)).toBe(before);
    expect(change()).toBe(after);
    expect(after).not.toBe(before);
  });

  it('has its arrays with their holes, its maps, sets and missing properties again', () => {
    const sparse: number[] = [];
    sparse[3] = 1;
    const root: { sparse: number[]; map: Map<string, object>; set: Set<number>; more?: number } = {
      sparse,
      map: new Map([['a', { deep: 1 }]]),
      set: new Set([1]),
    };
    const start = new Checkpoint(root);

    sparse.push(2);
    sparse[0] = 0;
    Object.assign(root.map.get('a') ?? {}, { deep: 2, other: 3 });
    root.map.set('b', {});
    root.set.add(2);
    root.more = 1;
    start.restore();

    expect(Object.entries(sparse)).toEqual([['3', 1]]);
    expect(sparse).toHaveLength(4);
    expect(root).toEqual({ sparse, map: new Map([['a', { deep: 1 }]]), set: new Set([1]) });
  });
});
