/**
 * Product rows of one or several invoices. Some portals take a list of owners in one request, others refuse it
 * (Bitrix24 source, crm/lib/controller/item/productrow.php); a refused list is asked again owner by owner.
 */
import type { ProductRow, ProductRows } from '../domain/records';
import type { Life, Query } from '../domain/query';
import type { Bitrix24Error } from './Bitrix24Error';
import { decodeProductRow, INVOICE_OWNER } from './decode-invoice';
import { listIn } from './json';
import type { Call } from './methods';
import { badAnswer, call, decoded, isLastPage, isSettled, type Read } from './read';

const METHOD = 'crm.item.productrow.list';
/** An invoice of more than 100,000 rows is a portal gone wrong. */
const MAX_PAGES = 2_000;

/** What the pages so far have brought. */
interface RowsSoFar {
  /** The id of the last row, 0 before the first page. */
  readonly after: number;
  readonly portalClock: number | null;
  readonly rows: readonly (readonly [ownerId: number, rows: readonly ProductRow[]])[];
}

/** @param soFar of an earlier read of the same chunk */
export function* readProductRows(chunk: readonly Query[], soFar?: unknown): Read<ProductRows> {
  const ids = chunk.map(({ id }) => id);
  const before = (soFar ?? { after: 0, portalClock: null, rows: [] }) as RowsSoFar;
  const rows = new Map<number, ProductRow[]>(ids.map((id) => [id, []]));
  for (const [ownerId, known] of before.rows) rows.get(ownerId)?.push(...known);
  let { after, portalClock } = before;
  for (let page = 0; page < MAX_PAGES; page++) {
    const known: RowsSoFar = { after, portalClock, rows: [...rows] };
    const reply = yield { ...rowsCall(ids, after), ...(after === 0 ? {} : { soFar: known }) };
    if (reply.kind === 'failure' && isRefusalOfOwners(reply.error)) {
      if (ids.length > 1) return 'again';
      if (reply.error.details.portalCode === 'ACCESS_DENIED')
        return [{ query: chunk[0] as Query, answer: 'unavailable', life: 'refresh' }];
    }
    const { records, isLast, startedAt } = decoded(METHOD, reply, (result, envelope) => {
      const list = listIn(result, 'productRows');
      return {
        records: list.map(decodeProductRow),
        isLast: isLastPage(envelope, list.length),
        startedAt: envelope.time.startedAt,
      };
    });
    if (after === 0) portalClock = startedAt;
    for (const { ownerId, row } of records) {
      const ofOwner = rows.get(ownerId);
      if (ofOwner === undefined || row.id <= after) throw badAnswer(METHOD);
      after = row.id;
      ofOwner.push(row);
    }
    if (isLast) {
      // A list that grew has room to spare; its copy, which is kept for the whole refresh, has none.
      const answerTo = ({ id }: Query): ProductRows => [...(rows.get(id) ?? [])];
      return chunk.map((query) => ({ query, answer: answerTo(query), life: lifeOf(query, portalClock) }));
    }
  }
  throw badAnswer(METHOD);
}

function rowsCall(ids: readonly number[], after: number): Call {
  const owner = ids.length === 1 ? ids[0] : ids;
  const filter = { '=ownerType': INVOICE_OWNER, '=ownerId': owner, ...(after === 0 ? {} : { '>id': after }) };
  return call(METHOD, { filter, order: { id: 'ASC' }, start: 0 });
}

/** `ACCESS_DENIED` may also mean that the portal's plan has no REST API: then it is about no owner at all. */
const isRefusalOfOwners = ({ code, details }: Bitrix24Error): boolean =>
  code !== 'subscription' && ['ACCESS_DENIED', 'REQUIRED_ARG_MISSING'].includes(details.portalCode ?? '');

const lifeOf = (query: Query, portalClock: number | null): Life =>
  isSettled(query, portalClock) ? 'rows' : 'refresh';
