/** A portal that answers the questions of a buyer's choice from plain records and notes what it was asked. */
import type { CompanyId, ContactId, RequisiteId } from '../../src/domain/ids';
import type { RequisiteRecord } from '../../src/domain/records';
import type { Answers } from '../../src/domain/query';
import type { BuyerKind, BuyerQuestion } from '../../src/report/buyer-question';
import { isQuestion, type Known } from '../../src/report/buyer-question';
import { resolveBuyer, type Buyer } from '../../src/report/resolve-buyer';

export interface PortalFacts {
  readonly links?: Readonly<Record<number, number>>;
  readonly requisites?: readonly RequisiteRecord[];
  readonly companies?: Readonly<Record<number, string>>;
  readonly contacts?: Readonly<Record<number, readonly [last: string, first: string, second: string]>>;
}

type BuyerAnswers = { [K in BuyerKind]: (id: number) => Answers[K] };

function answers({ links = {}, requisites = [], companies = {}, contacts = {} }: PortalFacts): BuyerAnswers {
  const ownedBy = (typeId: number, id: number): RequisiteRecord[] =>
    requisites.filter(({ entityTypeId, entityId }) => entityTypeId === typeId && entityId === id);
  return {
    link: (id) => (links[id] ?? null) as RequisiteId | null,
    requisite: (id) => requisites.find((requisite) => requisite.id === id) ?? null,
    companyRequisites: (id) => ownedBy(4, id),
    contactRequisites: (id) => ownedBy(3, id),
    company: (id) => (companies[id] === undefined ? null : { id: id as CompanyId, title: companies[id] }),
    contact: (id) => {
      const [lastName, firstName, secondName] = contacts[id] ?? [];
      if (lastName === undefined || firstName === undefined || secondName === undefined) return null;
      return { id: id as ContactId, lastName, firstName, secondName };
    },
  };
}

/** Asks until there is a buyer; fails on a question asked twice. */
export function askForBuyer(
  invoice: Parameters<typeof resolveBuyer>[0],
  facts: PortalFacts,
): { buyer: Buyer; questions: string[] } {
  const portal = answers(facts);
  const known = new Map<string, unknown>();
  const knownAnswer: Known = <K extends BuyerKind>(kind: K, id: number) =>
    known.get(`${kind} ${id}`) as Answers[K] | undefined;
  for (;;) {
    const result: Buyer | BuyerQuestion = resolveBuyer(invoice, knownAnswer);
    if (!isQuestion(result)) return { buyer: result, questions: [...known.keys()] };
    const key = `${result.ask} ${result.id}`;
    if (known.has(key)) throw new Error(`asked twice: ${key}`);
    known.set(key, portal[result.ask](result.id));
  }
}
