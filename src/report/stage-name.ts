/** How stages are called. */
import type { StageId } from '../domain/ids';
import type { StageRecord } from '../domain/records';
import { UNKNOWN_STAGE } from '../texts/sheet-texts';

/** The names of stages, one for all that the portal does not know. */
export function stageNames(stages: readonly StageRecord[]): (id: StageId) => string {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? UNKNOWN_STAGE;
}
