/** Full refreshes that others are counted against. */
import type { PortalData } from '../../../portal/data/PortalData';
import type { Memory } from '../../../src/memory/Memory';

export interface Full {
  readonly requests: number;
  /** What it knows at its end. */
  readonly truth: Memory | null;
}

/**
 * Stages live for the TTL, and decide whose buyers are wanted: what a refresh may ask is counted by the meanings that it
 * went by, which may be others than those that the portal tells by now.
 * @param full by the stages as they are
 * @param known what the refresh in question knows at its end
 * @param readAgain makes another full one, where the meanings differ
 */
export function fullByItsStages(
  data: PortalData,
  full: Full,
  known: Memory | null,
  readAgain: () => Full,
): Full {
  const now = full.truth?.stages ?? {};
  const goneBy = known?.stages ?? {};
  const others = data.stages.filter(({ STATUS_ID }) => {
    const meaning = goneBy[STATUS_ID] ?? null;
    return meaning !== null && meaning !== now[STATUS_ID];
  });
  if (full.truth === null || others.length === 0) return full;
  for (const { STATUS_ID } of others) {
    const meaning = goneBy[STATUS_ID] ?? 'P';
    data.changeStage(STATUS_ID, { SEMANTICS: meaning === 'P' ? null : meaning });
  }
  const again = readAgain();
  for (const { STATUS_ID, SEMANTICS } of others) data.changeStage(STATUS_ID, { SEMANTICS });
  return again;
}
