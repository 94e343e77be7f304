/** The reads behind the queries: which requests answer a chunk of queries of one kind. */
import type { Query } from '../domain/query';
import { kindOf, QUERIES } from './queries';
import type { Read } from './read';
import type { ListSettings } from './read-invoices';

export class PortalReads {
  constructor(private readonly list: ListSettings) {}

  /**
   * Reads queries of one kind, at most a chunk of them.
   * @param soFar what an earlier read of the same chunk had of its pages
   */
  read(chunk: readonly Query[], soFar?: unknown): Read {
    return QUERIES[kindOf(chunk)].read(chunk as [Query, ...Query[]], this.list, soFar);
  }
}
