/** Stages as the journal names them. */
import type { StageId } from '../domain/ids';
import type { StageRecord, StageSemantics } from '../domain/records';

/** How the portal calls a stage, and what it means. */
export type StageOf = (id: StageId) => { readonly name: string; readonly semantics: StageSemantics };

/** A stage that the portal does not have goes by its id, and is open. */
export function stagesNamed(stages: readonly Pick<StageRecord, 'id' | 'name' | 'semantics'>[]): StageOf {
  const known = new Map(stages.map((stage) => [stage.id, stage]));
  return (id) => known.get(id) ?? { name: id, semantics: 'P' };
}
