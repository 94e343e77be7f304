/** The least number of requests that a refresh can do with: every list in full pages, nothing asked twice. */

/** Records in a page of every list method (Bitrix24 source, IRestService::LIST_LIMIT). */
const PAGE = 50;

/** What one refresh has to read. Every buyer has a requisite with a name, so no company or contact is asked for. */
export interface Reading {
  readonly invoices: number;
  /** Links, requisites, stages, the profile and the fields are not known any more. */
  readonly isReferenceStale: boolean;
  /** Distinct requisites of the buyers. */
  readonly requisites: number;
  /** A user field is set, so that the portal is asked for the types of its fields. */
  readonly userFields: boolean;
  /** Product rows of each invoice whose rows are not known yet, by invoice id. */
  readonly rowCounts: readonly number[];
  /** One request may ask for the rows of several invoices. */
  readonly ownerLists: boolean;
}

export function floorRequests(reading: Reading): number {
  const { invoices, isReferenceStale } = reading;
  // The list of invoices ends with an empty page, since pages after an id carry no count.
  const list = pages(invoices) + 1;
  return list + rowRequests(reading) + (isReferenceStale ? referenceRequests(reading) : 0);
}

/** An invoice or a list of invoices without rows takes a request too. */
function rowRequests({ rowCounts, ownerLists }: Reading): number {
  const counts = ownerLists ? inChunks(rowCounts) : rowCounts;
  return sum(counts.map((count) => Math.max(1, pages(count))));
}

function referenceRequests({ invoices, requisites, userFields }: Reading): number {
  const stages = 1;
  const profile = 1;
  const fields = userFields ? 1 : 0;
  return pages(invoices) + pages(requisites) + stages + profile + fields;
}

/** The rows of each 50 invoices together. */
function inChunks(rowCounts: readonly number[]): number[] {
  return Array.from({ length: pages(rowCounts.length) }, (_, chunk) =>
    sum(rowCounts.slice(chunk * PAGE, (chunk + 1) * PAGE)),
  );
}

const pages = (records: number): number => Math.ceil(records / PAGE);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
