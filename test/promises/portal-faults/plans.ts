/** Which faults meet which requests: every fault at every request, and random mixtures. */
import { Random } from '../../../portal/data/Random';
import type { Generation } from '../../../portal/generation';
import { CATALOGUE, type NamedFault } from './catalogue';
import type { Plan } from './Trial';

export const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];
/** How often a cold refresh of the small portal asks: a new portal gives the rows of one invoice at a time. */
const REQUESTS: Readonly<Record<Generation, number>> = { old: 13, mid: 13, new: 18 };
const MOST_REQUESTS = Math.max(...Object.values(REQUESTS));

/** @param lasts from that request on, instead of once */
export function single(named: NamedFault, position: number, lasts: boolean, generation: Generation): Plan {
  return {
    name: `${named.name}, ${lasts ? 'from' : 'at'} request ${position}, ${generation}`,
    generation,
    rule: (data, address) => (index) => () =>
      index === position || (lasts && index > position) ? named.fault(data, address) : null,
    sentences: named.sentences,
    passes: named.passes === true && (!lasts || named.sentences.length === 0),
  };
}

/** Every fault at every request; the generations and whether it lasts take turns, by `seed`. */
export function singlePlans(seed: number): Plan[] {
  return CATALOGUE.flatMap((named, number) =>
    Array.from({ length: MOST_REQUESTS }, (_, position) => {
      const turn = number + position + seed;
      const generation = GENERATIONS[turn % GENERATIONS.length] ?? 'mid';
      return position < REQUESTS[generation] ? [single(named, position, turn % 2 === 0, generation)] : [];
    }).flat(),
  );
}

/** As many plans of one to four faults, each at some requests of the refresh. */
export function randomPlans(seed: number, count: number): Plan[] {
  return Array.from({ length: count }, (_, number) => mixture(seed, number));
}

function mixture(seed: number, number: number): Plan {
  const random = new Random(seed * 100_003 + number);
  const chosen = Array.from({ length: random.int(1, 4) }, () => ({
    named: random.pick(CATALOGUE),
    from: random.int(0, MOST_REQUESTS - 1),
    /** Requests that it meets. */
    count: random.chance(0.2) ? Infinity : random.int(1, 3),
  }));
  const names = chosen.map(({ named, from, count }) => `${named.name} at ${from}×${count}`);
  return {
    name: `random plan ${number} of seed ${seed}: ${names.join('; ')}`,
    generation: random.pick(GENERATIONS),
    rule: (data, address) => (index) => () =>
      chosen.find(({ from, count }) => index >= from && index < from + count)?.named.fault(data, address) ??
      null,
    sentences: chosen.flatMap(({ named }) => named.sentences),
    passes: chosen.every(({ named }) => named.sentences.length === 0),
  };
}
