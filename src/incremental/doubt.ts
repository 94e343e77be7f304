/** What the questions about changes have in common. */
import { DAY_MILLISECONDS } from '../domain/durations';

/**
 * Why all has to be read anew: the portal cannot be asked so, sorts otherwise, its clock stands back, its counts
 * contradict each other, looking for the difference would cost more than reading, stages have another meaning, or a
 * filter that may be wrong finds nothing.
 */
export type Doubt = 'refused' | 'order' | 'clock' | 'counts' | 'cost' | 'stages' | 'filter';

export const isDoubt = (found: unknown): found is Doubt => typeof found === 'string';

/**
 * Why a refresh read everything: it is the first, or the last is not remembered any more; it was of another report; all
 * is read anew once a week, or because somebody has cleared the cache; nothing may be kept; or what was answered is in
 * doubt.
 */
export type WholeReason = 'first' | 'forgotten' | 'scope' | 'weekly' | 'cleared' | 'uncached' | Doubt;

/** After so long all is read anew, whatever is remembered. */
export const WHOLE_EVERY = 7 * DAY_MILLISECONDS;

/** Numbers that are new each time. */
export interface Chance {
  /** A positive whole number that no earlier question has had. */
  nonce(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
}
