/**
 * Who buys, remembered and checked: links by their number, requisites and names by those saved last and by their
 * number. What a check doubts is forgotten, so that whoever needs it asks again.
 */
import type { InvoiceId, RequisiteId } from '../domain/ids';
import { COMPANY, CONTACT } from '../domain/portal';
import { query, queryKey, type Answers } from '../domain/query';
import type { CompanyRecord, ContactRecord, RequisiteRecord } from '../domain/records';
import { ask, together, type Task } from '../domain/task';
import {
  answerTo,
  idOfKey,
  rememberedBuyers,
  requisitesById,
  withRequisite,
  type KnownAnswers,
} from '../memory/Memory';
import { isDoubt, type Chance, type Doubt } from './doubt';
import { missingIds } from './missing-ids';
import { savedSince } from './saved-since';

/** A company or contact, as its type and id. */
export type ClientName = `${number}:${number}`;

export const clientName = (entityTypeId: number, id: number): ClientName => `${entityTypeId}:${id}`;

export interface CheckedBuyers {
  readonly answers: ReadonlyMap<string, unknown>;
  /** Whose invoices have to be read again: they are gone, or a requisite has come to them or left them. */
  readonly changedClients: ReadonlySet<ClientName>;
}

/**
 * @param known answers about buyers, and links of invoices that were not saved since
 * @param horizon what was saved earlier is known, milliseconds since 1970
 */
export function* checkedBuyers(
  known: KnownAnswers,
  horizon: number,
  chance: Chance,
): Task<CheckedBuyers | Doubt> {
  const answers = new Map(known);
  const changedClients = new Set<ClientName>();
  const doubts = yield* together([
    checkLinks(answers, chance),
    checkRequisites(answers, horizon, chance, changedClients),
    checkNames('company', answers, horizon, chance, changedClients),
    checkNames('contact', answers, horizon, chance, changedClients),
  ]);
  return doubts.find((doubt) => doubt !== null) ?? { answers, changedClients };
}

/** Asks for so many ids at once at most: some 70 KB of a request. */
const MOST_IDS = 10_000;

function* checkLinks(answers: Map<string, unknown>, chance: Chance): Task<Doubt | null> {
  const chosen = new Map<InvoiceId, RequisiteId>();
  const keys = new Map<InvoiceId, string>();
  for (const [key, answer] of answers) {
    if (key.startsWith('link:') && answer !== null) {
      const id = idOfKey(key) as InvoiceId;
      chosen.set(id, answer as RequisiteId);
      keys.set(id, key);
    }
  }
  const countOf = (invoices: readonly InvoiceId[]): Task<Answers['links']> => {
    const requisites = [...new Set(invoices.map((id) => chosen.get(id)))];
    return ask(query('links', chance.nonce(), JSON.stringify({ invoices, requisites })));
  };
  for (const invoices of chunksOf([...chosen.keys()])) {
    const missing = yield* missingIds(invoices, countOf);
    if (isDoubt(missing)) return missing;
    for (const id of missing) answers.delete(keys.get(id) ?? '');
  }
  return null;
}

function* checkRequisites(
  answers: Map<string, unknown>,
  horizon: number,
  chance: Chance,
  changedClients: Set<ClientName>,
): Task<Doubt | null> {
  const known = requisitesById(answers);
  for (const ids of chunksOf([...known.keys()])) {
    const some = new Map(ids.map((id) => [id, known.get(id) as RequisiteRecord]));
    const saved = yield* savedSince<RequisiteRecord>(some, horizon, (among, seen) =>
      ask(query('requisitesSaved', chance.nonce(), JSON.stringify({ ids: among, seen }))),
    );
    if (isDoubt(saved)) return saved;
    const again = yield saved.missing.map((id) => query('requisite', id));
    const now = again.flatMap((record) => (record === null ? [] : [record as RequisiteRecord]));
    for (const record of [...saved.changed, ...now]) {
      const before = some.get(record.id) as RequisiteRecord;
      if (before.entityId !== record.entityId || before.entityTypeId !== record.entityTypeId) {
        forgetClient(answers, before, changedClients);
        forgetClient(answers, record, changedClients);
      }
      withRequisite(answers, record);
    }
    const isThere = new Set(now.map(({ id }) => id));
    for (const id of saved.missing as readonly RequisiteId[]) {
      if (isThere.has(id)) continue;
      answers.set(queryKey(query('requisite', id)), null);
      forgetClient(answers, some.get(id) as RequisiteRecord, changedClients);
    }
  }
  return null;
}

/** Which requisites the client has is not known any more. */
function forgetClient(
  answers: Map<string, unknown>,
  { entityTypeId, entityId }: RequisiteRecord,
  changedClients: Set<ClientName>,
): void {
  changedClients.add(clientName(entityTypeId, entityId));
  const kind = entityTypeId === COMPANY ? 'companyRequisites' : 'contactRequisites';
  answers.delete(queryKey(query(kind, entityId)));
}

const NAMES = {
  company: { ids: 'companies', asked: 'companiesSaved', entityTypeId: COMPANY },
  contact: { ids: 'contacts', asked: 'contactsSaved', entityTypeId: CONTACT },
} as const;

function* checkNames(
  kind: keyof typeof NAMES,
  answers: Map<string, unknown>,
  horizon: number,
  chance: Chance,
  changedClients: Set<ClientName>,
): Task<Doubt | null> {
  const { ids, asked, entityTypeId } = NAMES[kind];
  type Name = CompanyRecord | ContactRecord;
  for (const some of chunksOf<number>(rememberedBuyers(answers)[ids])) {
    const known = new Map(some.map((id) => [id, answerTo(answers, query(kind, id)) as Name]));
    const saved = yield* savedSince<Name>(known, horizon, (among, seen) =>
      ask(query(asked, chance.nonce(), JSON.stringify({ ids: among, seen }))),
    );
    if (isDoubt(saved)) return saved;
    for (const record of saved.changed) answers.set(queryKey(query(kind, record.id)), record);
    const again = yield saved.missing.map((id) => query(kind, id));
    saved.missing.forEach((id, index) => {
      answers.set(queryKey(query(kind, id)), again[index]);
      if (again[index] === null) changedClients.add(clientName(entityTypeId, id));
    });
  }
  return null;
}

function chunksOf<Id>(ids: readonly Id[]): readonly (readonly Id[])[] {
  const chunks: (readonly Id[])[] = [];
  for (let at = 0; at < ids.length; at += MOST_IDS) chunks.push(ids.slice(at, at + MOST_IDS));
  return chunks;
}
