/** A sample of the faults that `npm run test:promises` tries, and that the trial notices what it is there for. */
import { changedAnswer, type Fault } from '../../portal/faults';
import { portalFaults } from './portal-faults/portal-faults';
import { Trial, type Plan } from './portal-faults/Trial';
import { tryWhole } from './suite';

const SEED = 20_260_520;

describe('a sample of portal faults', () => {
  it('makes no wrong cell, no wrong sentence and no poisoned cache', async () => {
    const { tried, failures } = await tryWhole(portalFaults, { seed: SEED, extent: 'sample' });
    expect(failures).toEqual([]);
    for (const [, count] of tried) expect(count).toBeGreaterThan(10);
  });

  it('notices a price that nobody asked and a sentence that is not the fault’s', () => {
    const plan = (fault: Fault, sentences: readonly string[] = []): Plan => ({
      name: 'a plan',
      generation: 'mid',
      rule: () => () => () => fault,
      sentences,
      passes: false,
    });
    const priceless = changedAnswer((body) => {
      const answer = body as { result: { productRows?: { price: number }[] } | null };
      for (const row of answer.result?.productRows ?? []) row.price = 1;
      return answer;
    });
    expect(new Trial('mid', new Map()).run(plan(priceless))).toBe('a wrong report');
    const nothing = changedAnswer((body) => ({ ...(body as object), result: null }));
    expect(new Trial('mid', new Map()).run(plan(nothing))).toMatch(/^failed with a wrong sentence: /);
  });
});
