/**
 * Whatever the portal answers, or does not: either the report is right as of the moments its facts were read, or
 * the refresh ends cleanly with the sentence that is right for the fault; and nothing of it is left in the cache.
 */
import type { Generation } from '../../../portal/generation';
import type { TrustOptions, TrustOutcome, TrustPart, TrustSuite } from '../suite';
import { GENERATIONS, randomPlans, singlePlans } from './plans';
import { Trial, type Plan } from './Trial';
import { connectionPlans, ConnectionTrial } from './try-connection';

const FULL_RANDOM_PLANS = 1_000;
const SAMPLED_RANDOM_PLANS = 15;
const SLICES = 2;
/** One of so many faults and positions is tried in a sample; prime, so that all take their turn. */
const SAMPLED_SHARE = 97;
/** The same of tests of a connection, which are cheaper. */
const SAMPLED_TESTS_SHARE = 41;

export const portalFaults: TrustSuite = {
  name: 'portal faults',
  parts({ seed, extent }: TrustOptions): readonly TrustPart[] {
    const singles = singlePlans(seed).filter(
      (_, index) => extent === 'full' || (index + seed) % SAMPLED_SHARE === 0,
    );
    const mixtures = randomPlans(seed, extent === 'full' ? FULL_RANDOM_PLANS : SAMPLED_RANDOM_PLANS);
    const tests = connectionPlans(seed).filter(
      (_, index) => extent === 'full' || (index + seed) % SAMPLED_TESTS_SHARE === 0,
    );
    // A world is of one generation; plans of one are dealt to several parts.
    const slices = extent === 'full' ? SLICES : 1;
    return GENERATIONS.flatMap((generation) =>
      Array.from({ length: slices }, (_, slice) => {
        const ours = (plans: readonly Plan[]): readonly Plan[] =>
          plans.filter((plan, index) => plan.generation === generation && index % slices === slice);
        return () => tryPlans(ours(singles), ours(mixtures), ours(tests));
      }),
    );
  },
};

function tryPlans(singles: readonly Plan[], mixtures: readonly Plan[], tests: readonly Plan[]): TrustOutcome {
  return {
    tried: [
      ['faults at one request', singles.length],
      ['random mixtures', mixtures.length],
      ['tests of a connection', tests.length],
    ],
    failures: [...failuresOf([...singles, ...mixtures]), ...failuresOfTests(tests)],
  };
}

function failuresOf(plans: readonly Plan[]): string[] {
  const trials = new Map<Generation, Trial>();
  const pictures = new Map<string, string>();
  return plans.flatMap((plan) => {
    const trial = trials.get(plan.generation) ?? new Trial(plan.generation, pictures);
    trials.set(plan.generation, trial);
    const problem = trial.run(plan);
    if (problem === null) return [];
    trials.delete(plan.generation);
    return [`${plan.name}: ${problem}`];
  });
}

function failuresOfTests(plans: readonly Plan[]): string[] {
  const trials = new Map<Generation, ConnectionTrial>();
  return plans.flatMap((plan) => {
    const trial = trials.get(plan.generation) ?? new ConnectionTrial(plan.generation);
    trials.set(plan.generation, trial);
    const problem = trial.run(plan);
    return problem === null ? [] : [`test of a connection, ${plan.name}: ${problem}`];
  });
}
