/**
 * How many requests a refresh may ask at most. "N ≤ 10,000, nothing changed, unattended: 2 requests within the TTL, after
 * it 4, one more each for F and G where they are, and up to three for stages, fields and profile. Changed ones add
 * ⌊c/50⌋ + their rows (chunks of 50 owners of max(1, ⌈rows/50⌉) each; where the portal takes one owner a request, each its
 * own) + ⌈(new, unsettled or of another client)/50⌉ links + new requisites; one deleted at most 2 + ⌈log2(N/50)⌉; each hit
 * of a check at most 4 + ⌈log2(N/50)⌉; all together never more than a full refresh + 6."
 */
import { query, queryKey } from '../../../src/domain/query';
import type { RequisiteRecord } from '../../../src/domain/records';
import { canonical } from '../../../src/hash/canonical';
import {
  idOfKey,
  isOfBuyers,
  kindOfKey,
  LATE_MILLISECONDS,
  linkKey,
  rememberedBuyers,
  requisitesById,
  type Memory,
} from '../../../src/memory/Memory';

const PAGE = 50;
const MORE_THAN_FULL = 6;
/** Stages, fields and the profile are told anew once each, and are not counted here. */
export const TOLD_ANEW = 3;

export interface Before {
  readonly memory: Memory;
  /** What a full refresh at the same moment knows. */
  readonly truth: Memory;
  /** Rows of an invoice, as many as there are. */
  readonly rowsOf: (invoice: number) => number;
  /** When each invoice was saved last, wherever it is: one may have left the period. */
  readonly savedAt: ReadonlyMap<number, number>;
  readonly hasRows: boolean;
  /** A check finds what is gone, or a requisite that has another owner, though nothing is shown of it any more. */
  readonly stillHas: StillHas;
  readonly oneOwnerARequest: boolean;
  /** It was a refused list that has told so: "from then on one owner a request, beginning with the refused chunk". */
  readonly hasLearntSo: boolean;
  readonly isAfterTtl: boolean;
  /** A person's refresh, which may read all about buyers. */
  readonly isAskedFor: boolean;
  /** Doubt is full. */
  readonly isWhole: boolean;
}

/** What of the remembered buyers the portal has as it was. */
export interface StillHas {
  readonly requisite: (remembered: RequisiteRecord) => boolean;
  readonly company: (id: number) => boolean;
  readonly contact: (id: number) => boolean;
}

const pages = (count: number): number => Math.ceil(count / PAGE);

export function mostRequests(before: Before, full: number): number {
  const most = full + MORE_THAN_FULL;
  return before.isWhole ? most : Math.min(most, unchanged(before) + changes(before));
}

function unchanged({ memory, truth, isAfterTtl, isAskedFor }: Before): number {
  const count = ({ answers }: Memory, kind: string): number =>
    [...answers.keys()].filter((key) => kindOfKey(key) === kind).length;
  const has = (kind: string): number => Math.min(1, count(memory, kind));
  const checks = 2 + has('company') + has('contact');
  const kinds = ['link', 'requisite', 'companyRequisites', 'contactRequisites', 'company', 'contact'];
  /** A person's click reads buyers whole instead. */
  const whole = kinds.reduce((sum, kind) => sum + pages(count(truth, kind)), 0);
  if (!isAfterTtl) return 2;
  return 2 + (isAskedFor ? Math.max(checks, whole) : checks);
}

function changes(before: Before): number {
  const { memory, truth, rowsOf, savedAt, hasRows, oneOwnerARequest, hasLearntSo } = before;
  const since = memory.toldAt.time - LATE_MILLISECONDS;
  const isSaved = (id: number): boolean => (savedAt.get(id) ?? 0) >= since;
  const saved = [...savedAt.keys()].filter(isSaved).length;
  const look = 2 + Math.ceil(Math.log2(Math.max(1, truth.invoices.size / PAGE)));
  const gone = [...memory.invoices.keys()].filter((id) => !truth.invoices.has(id));
  const come = [...truth.invoices.keys()].filter((id) => !memory.invoices.has(id));
  /** Neither the newest by time nor by id tell of them, so that counts have to find them. */
  const silent = [...gone, ...come].filter((id) => !isSaved(id)).length;
  const read = [...truth.invoices.values()].filter(({ id, updatedTime }) => {
    const isSame = memory.invoices.get(id)?.updatedTime === updatedTime;
    return !isSame || (hasRows && !memory.answers.has(`rows:${id}:${updatedTime ?? ''}`));
  });
  const links = [...truth.invoices.values()].filter(
    ({ id, updatedTime }) =>
      memory.invoices.get(id)?.updatedTime !== updatedTime || !memory.answers.has(linkKey(id, updatedTime)),
  ).length;
  const rows = read.map(({ id }) => Math.max(1, pages(rowsOf(id))));
  const rowRequests = oneOwnerARequest
    ? rows.reduce((sum, count) => sum + count, 0)
    : pages(read.length) + Math.floor(read.reduce((sum, { id }) => sum + rowsOf(id), 0) / PAGE);
  const wanted = new Map<string, number>();
  let hits = 0;
  for (const [key, answer] of truth.answers) {
    if (!isOfBuyers(key) && kindOfKey(key) !== 'link') continue;
    const known = memory.answers.get(key);
    if (known === undefined && isOfBuyers(key))
      wanted.set(kindOfKey(key), (wanted.get(kindOfKey(key)) ?? 0) + 1);
    const isHit = known !== undefined && canonical(known) !== canonical(answer);
    if (isHit && !(kindOfKey(key) === 'link' && read.some(({ id }) => id === idOfKey(key)))) hits += 1;
  }
  const requisites = [...wanted.values()].reduce((sum, count) => sum + pages(count), 0);
  return (
    Math.floor(saved / PAGE) +
    (gone.length > 0 ? 1 + Math.floor(saved / PAGE) : 0) +
    (hasRows ? rowRequests : 0) +
    (hasRows && hasLearntSo ? 1 : 0) +
    pages(links) +
    requisites +
    silent * look +
    (hits + vanished(before)) * (look + 2)
  );
}

/** How many requisites and names are remembered that are gone, and of which no buyer is left to tell. */
function vanished({ memory, truth, stillHas }: Before): number {
  const left = new Map([...memory.answers].filter(([key]) => !truth.answers.has(key)));
  const requisites = [...requisitesById(left).values()].filter(
    (record) => !truth.answers.has(queryKey(query('requisite', record.id))) && !stillHas.requisite(record),
  );
  const { companies, contacts } = rememberedBuyers(left);
  const names = [
    ...companies.filter((id) => !stillHas.company(id)),
    ...contacts.filter((id) => !stillHas.contact(id)),
  ];
  return requisites.length + names.length;
}
