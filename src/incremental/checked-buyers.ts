/**
 * Who buys, remembered and checked: links by their number, requisites and names by those saved last and by their
 * number. What a check doubts is forgotten, so that whoever needs it asks again.
 */
import type { InvoiceId, RequisiteId } from '../domain/ids';
import { COMPANY } from '../domain/portal';
import { query, queryKey } from '../domain/query';
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
import { inChunks, type ArraySize } from './array-size';
import { isDoubt, type Chance, type Doubt } from './doubt';
import { missingIds } from './missing-ids';
import { savedSince } from './saved-since';

/** What the checks go by. */
interface Check {
  readonly answers: Map<string, unknown>;
  /** What was saved earlier is known, milliseconds since 1970. */
  readonly horizon: number;
  readonly chance: Chance;
  readonly arrays: ArraySize;
}

/**
 * @param known answers about buyers, and links of invoices that were not saved since
 * @returns those of them that still hold, and what took the place of others
 */
export function* checkedBuyers(
  known: KnownAnswers,
  rules: Omit<Check, 'answers'>,
): Task<Map<string, unknown> | Doubt> {
  const check: Check = { ...rules, answers: new Map(known) };
  const doubts = yield* together([
    checkLinks(check),
    checkRequisites(check),
    checkNames('company', check),
    checkNames('contact', check),
  ]);
  return doubts.find((doubt) => doubt !== null) ?? check.answers;
}

function checkLinks({ answers, chance, arrays }: Check): Task<Doubt | null> {
  const chosen = new Map<InvoiceId, RequisiteId>();
  const keys = new Map<InvoiceId, string>();
  for (const [key, answer] of answers) {
    if (key.startsWith('link:') && answer !== null) {
      const id = idOfKey(key) as InvoiceId;
      chosen.set(id, answer as RequisiteId);
      keys.set(id, key);
    }
  }
  const countOf = (invoices: readonly InvoiceId[]) => {
    const requisites = [...new Set(invoices.map((id) => chosen.get(id)))];
    return ask(query('links', chance.nonce(), JSON.stringify({ invoices, requisites })));
  };
  return inChunks([...chosen.keys()], arrays, function* (invoices) {
    const counted = yield* countOf(invoices);
    if (counted === 'refused') return counted;
    const missing = yield* missingIds(invoices, countOf, counted.total);
    if (isDoubt(missing)) return missing;
    for (const id of missing) answers.delete(keys.get(id) ?? '');
    return null;
  });
}

function checkRequisites({ answers, horizon, chance, arrays }: Check): Task<Doubt | null> {
  const known = requisitesById(answers);
  return inChunks([...known.keys()], arrays, function* (ids) {
    const some = new Map(ids.map((id) => [id, known.get(id) as RequisiteRecord]));
    const saved = yield* savedSince<RequisiteRecord>(some, horizon, (among, seen) =>
      ask(query('requisitesSaved', chance.nonce(), JSON.stringify({ ids: among, seen }))),
    );
    if (isDoubt(saved)) return saved;
    const again = yield saved.missing.map((id) => query('requisite', id));
    const now = again.flatMap((record) => (record === null ? [] : [record as RequisiteRecord]));
    for (const record of [...saved.changed, ...now]) {
      const before = some.get(record.id) as RequisiteRecord;
      if (before.entityId === record.entityId && before.entityTypeId === record.entityTypeId) {
        withRequisite(answers, record);
      } else {
        answers.set(queryKey(query('requisite', record.id)), record);
        forgetClient(answers, before);
        forgetClient(answers, record);
      }
    }
    const isThere = new Set(now.map(({ id }) => id));
    for (const id of saved.missing as readonly RequisiteId[]) {
      if (isThere.has(id)) continue;
      answers.set(queryKey(query('requisite', id)), null);
      forgetClient(answers, some.get(id) as RequisiteRecord);
    }
    return null;
  });
}

/** Which requisites the client has is not known any more. */
function forgetClient(answers: Map<string, unknown>, { entityTypeId, entityId }: RequisiteRecord): void {
  const kind = entityTypeId === COMPANY ? 'companyRequisites' : 'contactRequisites';
  answers.delete(queryKey(query(kind, entityId)));
}

const NAMES = {
  company: { ids: 'companies', asked: 'companiesSaved' },
  contact: { ids: 'contacts', asked: 'contactsSaved' },
} as const;

function checkNames(
  kind: keyof typeof NAMES,
  { answers, horizon, chance, arrays }: Check,
): Task<Doubt | null> {
  const { ids, asked } = NAMES[kind];
  type Name = CompanyRecord | ContactRecord;
  return inChunks<number>(rememberedBuyers(answers)[ids], arrays, function* (some) {
    const known = new Map(some.map((id) => [id, answerTo(answers, query(kind, id)) as Name]));
    const saved = yield* savedSince<Name>(known, horizon, (among, seen) =>
      ask(query(asked, chance.nonce(), JSON.stringify({ ids: among, seen }))),
    );
    if (isDoubt(saved)) return saved;
    for (const record of saved.changed) answers.set(queryKey(query(kind, record.id)), record);
    const again = yield saved.missing.map((id) => query(kind, id));
    saved.missing.forEach((id, index) => answers.set(queryKey(query(kind, id)), again[index]));
    return null;
  });
}
