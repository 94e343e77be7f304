/** The runs that the document knows, by the number that each has in the history or is going to have. */
import type { World } from '../../../world/make-world';
import { documentProperty } from '../../../world/scenario';
import { HISTORY_LENGTH } from '../../../src/state/History';
import { historyKey } from '../../../src/settings/property-keys';

interface KeptRun {
  readonly number: number;
  readonly run: { readonly briefOnly: boolean };
}

export const runsIn = (world: World): readonly KeptRun[] =>
  Array.from({ length: HISTORY_LENGTH }, (_, slot) => documentProperty(world, historyKey(slot)))
    .filter((kept) => kept !== null)
    .map((kept) => kept as KeptRun);

/** How many have begun, the one under way included. */
export function begunIn(world: World): number {
  const { state } = (documentProperty(world, 'run') ?? {}) as { state?: string };
  const isOpen = state === 'running' || state === 'paused';
  return Math.max(0, ...runsIn(world).map(({ number }) => number + 1)) + (isOpen ? 1 : 0);
}
