/** Stages live for a while in the cache; of one that is met before it is known the portal is asked at once. */
import { query, type Query } from '../domain/query';
import type { InvoiceRecord, StageRecord } from '../domain/records';
import { ask, type Task } from '../domain/task';
import type { Memory } from '../memory/Memory';

/** Has an answer that earlier refreshes have left asked for anew; false where this one has asked for it itself. */
export type Renew = (query: Query) => boolean;

/** What each stage means. */
const meaningsOf = (stages: readonly StageRecord[]): Memory['stages'] =>
  Object.fromEntries(stages.map(({ id, semantics }) => [id, semantics]));

/** What each stage means, and which are met in vain. */
export function metStages(
  stages: readonly StageRecord[],
  invoices: Iterable<Pick<InvoiceRecord, 'stageId'>>,
): Memory['stages'] {
  const met = [...invoices].map(({ stageId }) => [stageId, null] as const);
  return { ...Object.fromEntries(met), ...meaningsOf(stages) };
}

/** Whether the stages of remembered invoices mean what they meant: else one that was left out may belong to the report. */
export function meanTheSame(
  { invoices, stages }: Pick<Memory, 'invoices' | 'stages'>,
  now: readonly StageRecord[],
): boolean {
  const means = meaningsOf(now);
  return [...invoices.values()].every(
    ({ stageId }) => (stages[stageId] ?? null) === (means[stageId] ?? null),
  );
}

/**
 * @param told perhaps by the cache
 * @param met stages that the last refresh had met: whichever of them it did not know it has asked for in vain
 */
export function* stagesOf(
  invoices: Iterable<Pick<InvoiceRecord, 'stageId'>>,
  told: readonly StageRecord[],
  met: Memory['stages'],
  renew: Renew,
): Task<readonly StageRecord[]> {
  const known = new Set(['', ...told.map(({ id }) => id)]);
  const isNew = [...invoices].some(({ stageId }) => !known.has(stageId) && met[stageId] === undefined);
  return isNew && renew(query('stages')) ? yield* ask(query('stages')) : told;
}
