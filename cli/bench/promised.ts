/**
 * The most requests that a refresh may take, by what there is and what has changed; docs/architecture.md, «What a
 * refresh costs», says why. Up to 10,000 invoices, so that an array of ids is one request.
 */

/** Records in a page of every list method (Bitrix24 source, IRestService::LIST_LIMIT). */
const PAGE = 50;

/** A part of the sum, zero or more requests. */
export interface Term {
  readonly of: string;
  readonly requests: number;
}

export interface Changes {
  /** That the portal lists for the period. */
  readonly invoices: number;
  /** Kinds of clients that give names: companies, contacts. */
  readonly namedBy: number;
  /** Whether the TTL is over, so that buyers are looked at. */
  readonly isDue: boolean;
  /** A person waits, so that buyers are read whole where that is cheap. */
  readonly isClick: boolean;
  /** Stages, fields and profile that are not known any more. */
  readonly facts: number;
  /** Product rows of each invoice that was changed, by invoice. */
  readonly changedRows: readonly number[];
  readonly deleted: number;
  /** Checks of buyers that found something. */
  readonly hits: number;
  /** One request may ask for the rows of several invoices. */
  readonly ownerLists: boolean;
}

/** Requests that reading buyers whole may take at a click. */
const WORTH_A_CLICK = 30;

/** Of a refresh that goes by the memory. */
export function promisedFor(changes: Changes): readonly Term[] {
  const { invoices, facts, changedRows, deleted, hits, ownerLists } = changes;
  const search = Math.ceil(Math.log2(Math.max(1, invoices / PAGE)));
  return [
    { of: 'list', requests: 2 + Math.floor(changedRows.length / PAGE) },
    { of: 'buyers', requests: buyersOf(changes) },
    { of: 'facts', requests: facts },
    { of: 'rows', requests: rowRequests(changedRows, ownerLists) },
    { of: 'links', requests: pages(changedRows.length) },
    { of: 'deleted', requests: deleted * (2 + search) },
    { of: 'hits', requests: hits * (4 + search) },
  ];
}

function buyersOf({ isDue, isClick, invoices, namedBy }: Changes): number {
  if (!isDue) return 0;
  const checks = 2 + namedBy;
  // Links alone take so many requests.
  return isClick && pages(invoices) <= WORTH_A_CLICK ? Math.max(checks, WORTH_A_CLICK) : checks;
}

export interface Whole {
  readonly invoices: number;
  readonly requisites: number;
  /** Whose requisites and names are asked for where no requisite is chosen. */
  readonly companies: number;
  readonly contacts: number;
  readonly facts: number;
}

/** Of a refresh that reads all anew but the rows, which it remembers. */
export const promisedWhole = ({
  invoices,
  requisites,
  companies,
  contacts,
  facts,
}: Whole): readonly Term[] => [
  // The list ends with an empty page, since pages after an id carry no count.
  { of: 'list', requests: pages(invoices) + 1 },
  { of: 'links', requests: pages(invoices) },
  { of: 'buyers', requests: pages(requisites) + 2 * (pages(companies) + pages(contacts)) },
  { of: 'facts', requests: facts },
];

/** An invoice or a list of invoices without rows takes a request too. */
export function rowRequests(rowCounts: readonly number[], ownerLists: boolean): number {
  const counts = ownerLists ? inChunks(rowCounts) : rowCounts;
  return sum(counts.map((count) => Math.max(1, pages(count))));
}

/** The rows of each 50 invoices together. */
function inChunks(rowCounts: readonly number[]): number[] {
  return Array.from({ length: pages(rowCounts.length) }, (_, chunk) =>
    sum(rowCounts.slice(chunk * PAGE, (chunk + 1) * PAGE)),
  );
}

export const pages = (records: number): number => Math.ceil(records / PAGE);

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
