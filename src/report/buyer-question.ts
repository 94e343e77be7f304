/** How the choice of a buyer asks for what it does not know yet, one fact at a time. */
import type { Answers } from '../domain/query';

export type BuyerKind =
  'link' | 'requisite' | 'companyRequisites' | 'contactRequisites' | 'company' | 'contact';

/** What is already answered; undefined means not asked yet, null or an empty list is an answer. */
export type Known = <K extends BuyerKind>(kind: K, id: number) => Answers[K] | undefined;

/** The next fact to find out before the buyer can be told. */
export interface BuyerQuestion {
  readonly ask: BuyerKind;
  readonly id: number;
}

export function isQuestion(result: unknown): result is BuyerQuestion {
  return typeof result === 'object' && result !== null && 'ask' in result;
}
