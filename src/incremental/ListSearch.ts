/**
 * Makes a remembered list equal to the portal's by exact counts: a range of ids whose count differs is halved until a
 * page holds it. Ranges whose counts agree are not looked into.
 */
import type { InvoiceId } from '../domain/ids';
import { PAGE_SIZE } from '../domain/portal';
import type { ListMode } from '../bitrix24/list-filter';
import { query, type Query } from '../domain/query';
import type { InvoiceRecord, Part } from '../domain/records';
import { ask, type Task } from '../domain/task';
import type { Memory } from '../memory/Memory';
import { isDoubt, type Chance, type Doubt } from './doubt';

/** Ids above the first and up to the second, null for no end. */
export interface IdRange {
  readonly after: number;
  readonly upTo: number | null;
}

export interface KnownInvoices<Known> extends Pick<Memory, 'mode'> {
  readonly invoices: ReadonlyMap<InvoiceId, Known>;
}

/** Asks for the end of a range of ids and for its count. */
export const between = (chance: Chance, range: IdRange, mode: ListMode): Query<'between'> =>
  query('between', chance.nonce(), JSON.stringify({ ...range, mode }));

/** @typeParam Known what is remembered of an invoice beside its id; who keeps the records elsewhere needs no more. */
export class ListSearch<Known> {
  list: Map<InvoiceId, Known | InvoiceRecord>;
  private cost = 0;
  private readonly worth: number;

  constructor(
    private readonly known: KnownInvoices<Known>,
    private readonly chance: Chance,
  ) {
    this.list = new Map<InvoiceId, Known | InvoiceRecord>(known.invoices);
    const pages = this.list.size / PAGE_SIZE;
    this.worth = Math.max(pages, 4 + Math.ceil(Math.log2(Math.max(1, pages))));
  }

  /** Forgets what was found, but not what it has cost. */
  beginAnew(): void {
    this.list = new Map<InvoiceId, Known | InvoiceRecord>(this.known.invoices);
  }

  take(invoices: readonly InvoiceRecord[]): void {
    for (const invoice of invoices) this.list.set(invoice.id, invoice);
  }

  /** Drops what is saved since, but is not among the edits that the portal lists for the period. */
  drop(saved: readonly InvoiceRecord[], listed: readonly InvoiceRecord[], since: number): void {
    const inPeriod = new Set(listed.map(({ id }) => id));
    for (const { id, updatedTime } of saved) {
      if (Date.parse(updatedTime ?? '') >= since && !inPeriod.has(id)) this.list.delete(id);
    }
  }

  count(range: IdRange): number {
    return this.idsIn(range).length;
  }

  /**
   * Takes over the end of a range as the portal lists it, the highest ids first.
   * @returns false where it lists otherwise
   */
  takeEnd(range: IdRange, { items }: Part<InvoiceRecord>): boolean {
    const ids = items.map(({ id }) => id);
    const isInRange = ids.every((id) => id > range.after && (range.upTo === null || id <= range.upTo));
    const isDescending = ids.every((id, index) => index === 0 || id < (ids[index - 1] ?? 0));
    if (!isInRange || !isDescending) return false;
    const lowest = ids.length < PAGE_SIZE ? range.after : (ids[ids.length - 1] ?? 0) - 1;
    for (const id of this.idsIn({ after: lowest, upTo: range.upTo })) this.list.delete(id);
    this.take(items);
    return true;
  }

  /** Makes a range as the portal counts it. */
  *settle(range: IdRange, total: number): Task<Doubt | null> {
    const ids = this.idsIn(range);
    if (ids.length === total) return null;
    const isPage = ids.length <= PAGE_SIZE && total <= PAGE_SIZE;
    const middle = isPage ? range.after : (ids[Math.floor((ids.length - 1) / 2)] ?? range.after);
    const lower = { after: range.after, upTo: isPage ? range.upTo : middle };
    const part = yield* this.askFor(lower);
    if (isDoubt(part)) return part;
    if (!this.takeEnd(lower, part)) return 'order';
    if (isPage) return this.count(lower) === part.total ? null : 'counts';
    const upper = { after: middle, upTo: range.upTo };
    return (yield* this.settle(lower, part.total)) ?? (yield* this.settle(upper, total - part.total));
  }

  /** Whether all of it is as many as the portal counts, who is asked once more where somebody has edited just now. */
  *confirm(total: number): Task<Doubt | null> {
    if (this.list.size === total) return null;
    const part = yield* this.askFor({ after: 0, upTo: null });
    if (isDoubt(part)) return part;
    return this.list.size === part.total ? null : 'counts';
  }

  private *askFor(range: IdRange): Task<Part<InvoiceRecord> | Doubt> {
    this.cost += 1;
    if (this.cost > this.worth) return 'cost';
    return yield* ask(between(this.chance, range, this.known.mode));
  }

  private idsIn({ after, upTo }: IdRange): readonly InvoiceId[] {
    return [...this.list.keys()]
      .filter((id) => id > after && (upTo === null || id <= upTo))
      .sort((a, b) => a - b);
  }
}
