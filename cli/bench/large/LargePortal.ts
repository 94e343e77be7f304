/**
 * A portal with more rows than one wants to hold: it has the head of each invoice, and makes rows when they are asked
 * for. A request is answered from the invoices that it is about, since a portal looks through all that it has.
 */
import { aPortal } from '../../../portal/data/a-portal';
import { sizedInvoices, type Size, type SizedInvoices } from '../../../portal/data/sized-data';
import type { PortalOutcome, PortalRequest } from '../../../portal/http';
import { Portal } from '../../../portal/Portal';
import { parametersOf } from '../../../portal/request/parameters';
import { routeOf } from '../../../portal/request/route';
import { isList, isMap, toInt, type Value } from '../../../portal/values';
import type { Clock } from '../../../simulator';
import { PAGE_SIZE } from '../../../src/domain/portal';

/** Rows of some invoices are asked for page by page, and those of others in between. */
const RECENT_PORTALS = 64;

const FREE = { limits: 'off', operating: 'off' } as const;

export class LargePortal {
  private readonly whole: Portal;
  private readonly sized: SizedInvoices;
  /** Those that have rows, by their invoices. */
  private readonly recent = new Map<string, Portal>();

  /** @param today `YYYY-MM-DD` */
  constructor(
    private readonly size: Size,
    private readonly clock: Pick<Clock, 'now'>,
    today: string,
  ) {
    this.sized = sizedInvoices(size, clock, today);
    const { data, invoice } = this.sized;
    for (let index = 0; index < size.invoices; index += 1)
      data.rowsByInvoice.delete(data.addInvoice(invoice(index)));
    this.whole = new Portal({ data, clock, ...FREE });
  }

  get webhookPath(): string {
    return this.whole.webhookPath;
  }

  handle(request: PortalRequest): PortalOutcome {
    const asked = askedOf(request);
    if (asked === null) return this.whole.handle(request);
    const { ids, isOfRows } = asked;
    return (isOfRows ? this.portalWithRows(ids) : this.portalOf(ids)).handle(request);
  }

  /** It has these invoices and no others, and no rows. */
  private portalOf(ids: readonly number[]): Portal {
    const { clock, sized } = this;
    const { data } = aPortal(clock);
    for (const id of ids) {
      const [invoice, link] = [sized.data.invoices.get(id), sized.data.links.get(id)];
      if (invoice !== undefined) data.invoices.set(id, invoice);
      if (link !== undefined) data.links.set(id, link);
    }
    return new Portal({ data, clock, ...FREE });
  }

  private portalWithRows(ids: readonly number[]): Portal {
    const { clock, size, sized, recent } = this;
    const key = ids.join();
    const known = recent.get(key);
    if (known !== undefined) return known;
    const { data } = aPortal(clock);
    for (const id of ids) if (id <= size.invoices) data.addInvoice(sized.invoice(id - 1));
    const portal = new Portal({ data, clock, ...FREE });
    recent.set(key, portal);
    const [oldest] = recent.keys();
    if (recent.size > RECENT_PORTALS && oldest !== undefined) recent.delete(oldest);
    return portal;
  }
}

interface Asked {
  /** Of the only invoices that matter to the answer. */
  readonly ids: readonly number[];
  readonly isOfRows: boolean;
}

/** null where all invoices matter. */
function askedOf(request: PortalRequest): Asked | null {
  const { filter = null, start = null } = parametersOf(request);
  if (!isMap(filter)) return null;
  switch (routeOf(request.path)?.method) {
    case 'crm.item.list': {
      // All of them lie in the period, so that a page of it is made of the next ones.
      const after = filter['>id'];
      if (after === undefined || toInt(start) !== -1) return null;
      const ids = Array.from({ length: PAGE_SIZE }, (_, index) => toInt(after) + 1 + index);
      return { ids, isOfRows: false };
    }
    case 'crm.item.productrow.list':
      return { ids: idsIn(filter['=ownerId']), isOfRows: true };
    case 'crm.requisite.link.list':
      return { ids: idsIn(filter['@ENTITY_ID']), isOfRows: false };
    default:
      return null;
  }
}

const idsIn = (value: Value = null): readonly number[] => (isList(value) ? value : [value]).map(toInt);
