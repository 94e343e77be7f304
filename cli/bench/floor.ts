/** The least number of requests that a refresh without a memory can do with: every list in full pages, nothing twice. */
import { pages, rowRequests } from './promised';

/** What one refresh has to read. Every buyer has a requisite with a name, so no company or contact is asked for. */
export interface Reading {
  readonly invoices: number;
  /** Distinct requisites of the buyers. */
  readonly requisites: number;
  /** A user field is set, so that the portal is asked for the types of its fields. */
  readonly userFields: boolean;
  /** Product rows of each invoice whose rows are not known yet, by invoice id. */
  readonly rowCounts: readonly number[];
  /** One request may ask for the rows of several invoices. */
  readonly ownerLists: boolean;
}

export function floorRequests({ invoices, requisites, userFields, rowCounts, ownerLists }: Reading): number {
  // The list of invoices ends with an empty page, since pages after an id carry no count.
  const list = pages(invoices) + 1;
  const [stages, profile, fields] = [1, 1, userFields ? 1 : 0];
  const reference = pages(invoices) + pages(requisites) + stages + profile + fields;
  return list + reference + rowRequests(rowCounts, ownerLists);
}
