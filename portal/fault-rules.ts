/** When faults happen: by what a request asks, or by chance. */
import { htmlFault, meanwhile, restFault, type Fault, type FaultRule } from './faults';
import { entriesOf, isList, type Value } from './values';

/** The first rule that has a fault for a request decides. */
export const either =
  (...rules: readonly FaultRule[]): FaultRule =>
  (request) => {
    for (const rule of rules) {
      const fault = rule(request);
      if (fault) return fault;
    }
    return null;
  };

/** A filter with a longer list than that, wherever the limit lies: in the module, in PHP or in the web server. */
export const longLists =
  (most: number, fault: Fault): FaultRule =>
  ({ params }) =>
    Object.entries(params).some(([name, value]) => name.toLowerCase() === 'filter' && longest(value) > most)
      ? fault
      : null;

function longest(value: Value): number {
  const own = isList(value) ? value.length : 0;
  return entriesOf(value).reduce((most, [, inner]) => Math.max(most, longest(inner)), own);
}

/** How lists above a length may be refused, besides `sqlFailure` and `reset`. */
export const listRefused = restFault(400, 'INVALID_ARG_VALUE', 'Invalid filter: too many values');
export const bodyTooLarge = htmlFault(413, 'Request Entity Too Large');
export const addressTooLong = htmlFault(414, 'Request-URI Too Large');

/** Somebody works while a client reads: before each request, `act` with this chance. */
export const restless =
  (random: { chance(probability: number): boolean }, chance: number, act: () => void): FaultRule =>
  () =>
    random.chance(chance) ? meanwhile(act) : null;
