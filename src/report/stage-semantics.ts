/** What a stage means for an invoice: paid, failed or still open. */
import type { StageId } from '../domain/ids';
import type { StageRecord, StageSemantics } from '../domain/records';

export type SemanticsOf = (stageId: StageId) => StageSemantics;

/** A stage that is not among them is open. */
export function semanticsOf(stages: readonly StageRecord[]): SemanticsOf {
  const known = new Map(stages.map(({ id, semantics }) => [id, semantics]));
  return (stageId) => known.get(stageId) ?? 'P';
}
