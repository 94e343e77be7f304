/** A portal that answers the questions of a buyer's choice from plain records and notes what it was asked. */
import type { CompanyId, ContactId, RequisiteId } from '../../../src/domain/ids';
import type { RequisiteRecord } from '../../../src/domain/records';
import type { Answers, QueryKind } from '../../../src/domain/query';
import { carryOut } from '../../../src/domain/task';
import { buyerOf, type Buyer } from '../../../src/report/buyer';

export interface PortalFacts {
  readonly links?: Readonly<Record<number, number>>;
  readonly requisites?: readonly RequisiteRecord[];
  readonly companies?: Readonly<Record<number, string>>;
  readonly contacts?: Readonly<Record<number, readonly [last: string, first: string, second: string]>>;
}

type BuyerAnswers = { [K in QueryKind]?: (id: number) => Answers[K] };

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

/** Answers until there is a buyer; fails on a question asked twice. */
export function askForBuyer(
  invoice: Parameters<typeof buyerOf>[0],
  facts: PortalFacts,
): { buyer: Buyer; questions: string[] } {
  const portal = answers(facts);
  const questions: string[] = [];
  const buyer = carryOut(buyerOf(invoice, ''), ({ kind, id }) => {
    const question = `${kind} ${id}`;
    if (questions.includes(question)) throw new Error(`asked twice: ${question}`);
    questions.push(question);
    return portal[kind]?.(id);
  });
  return { buyer, questions };
}
