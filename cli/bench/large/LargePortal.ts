/**
 * A portal with more invoices than one wants to hold: it has the head of each, by which lists are counted, and makes the
 * rest of those that a request is about when it comes.
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

const FREE = { limits: 'off', operating: 'off' } as const;

export class LargePortal {
  private readonly whole: Portal;
  private readonly sized: SizedInvoices;

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
    const ids = invoicesOf(request);
    return (ids === null ? this.whole : this.portalOf(ids)).handle(request);
  }

  /** It has these invoices and no others. */
  private portalOf(ids: readonly number[]): Portal {
    const { clock, size, sized } = this;
    const { data } = aPortal(clock);
    for (const id of ids) if (id <= size.invoices) data.addInvoice(sized.invoice(id - 1));
    return new Portal({ data, clock, ...FREE });
  }
}

/** The only invoices that matter to the answer; null where all do. */
function invoicesOf(request: PortalRequest): readonly number[] | null {
  const { filter = null, start = null } = parametersOf(request);
  if (!isMap(filter)) return null;
  switch (routeOf(request.path)?.method) {
    case 'crm.item.list': {
      // All of them lie in the period, so that a page of it is made of the next ones.
      const after = filter['>id'];
      if (after === undefined || toInt(start) !== -1) return null;
      return Array.from({ length: PAGE_SIZE }, (_, index) => toInt(after) + 1 + index);
    }
    case 'crm.item.productrow.list':
      return idsIn(filter['=ownerId']);
    case 'crm.requisite.link.list':
      return idsIn(filter['@ENTITY_ID']);
    default:
      return null;
  }
}

const idsIn = (value: Value | undefined): readonly number[] | null =>
  value === undefined ? null : (isList(value) ? value : [value]).map(toInt);
