/** The listed invoices by id, some thousand at a time, and what the portal says of them. */
import type { ListSettings } from '../src/bitrix24/read-invoices';
import type { InvoiceId } from '../src/domain/ids';
import { query, queryKey } from '../src/domain/query';
import type { InvoiceRecord, ProductRows } from '../src/domain/records';
import type { Task } from '../src/domain/task';
import { lateAfter } from '../src/incremental/current-list';
import { hasRested, isOfBuyers } from '../src/memory/Memory';
import { gatherInvoices, type InvoiceFacts } from './gather-invoices';
import type { PortalReader } from './PortalReader';
import type { KeptInvoice, KeptState } from './kept';
import type { TablesFile } from './TablesFile';

export interface BatchParts {
  readonly file: TablesFile;
  readonly reader: PortalReader;
  readonly list: ListSettings;
  readonly state: KeptState;
  readonly now: () => number;
  /** @param done invoices of `total` */
  readonly onProgress: (done: number, total: number) => void;
}

/** As many as the sheets' report may have, for which there is memory enough. */
const INVOICES_AT_ONCE = 10_000;
/** Rows of so many milliseconds are read again where the process is killed. */
const SAVED_EVERY_MILLISECONDS = 60_000;

export class InvoiceBatches {
  /** What was told of buyers and of companies of one's own: several batches have the same. */
  private readonly buyers = new Map<string, unknown>();
  private readonly newcomers: ReadonlyMap<InvoiceId, number>;
  private readonly late: number;
  private total = 0;
  private before = 0;
  private savedAt: number;

  constructor(private readonly parts: BatchParts) {
    const { toldAt, shiftedAt, newcomers } = parts.state;
    this.newcomers = new Map(newcomers);
    this.late = toldAt === null ? Infinity : lateAfter(shiftedAt, toldAt);
    this.savedAt = parts.now();
  }

  async *all(): AsyncGenerator<readonly KeptInvoice[]> {
    const { file } = this.parts;
    this.total = await file.listedCount();
    let batch = await file.next(0, INVOICES_AT_ONCE);
    for (let last = batch[batch.length - 1]; last !== undefined; last = batch[batch.length - 1]) {
      yield batch;
      this.before += batch.length;
      batch = await file.next(last.invoice.id, INVOICES_AT_ONCE);
    }
  }

  /** @throws Bitrix24Error; rows that came before it are safe */
  read(kept: readonly KeptInvoice[]): InvoiceFacts {
    const { file, reader, list } = this.parts;
    const invoices = kept.map(({ invoice }) => invoice);
    const withRows = kept.filter(({ invoice, rows }) => rows !== null && this.versionOf(invoice) !== '');
    const known = new Map(this.buyers);
    for (const { invoice, rows } of withRows) known.set(rowsKey(invoice), rows);
    const safe = new Set(withRows.map(({ invoice }) => invoice.id));
    const onRows = (invoice: InvoiceRecord, rows: ProductRows): void => {
      if (rows === 'unavailable' || safe.has(invoice.id) || !this.isSettled(invoice)) return;
      safe.add(invoice.id);
      file.keepRows(invoice, rows);
    };
    try {
      const { result, answers } = reader.run(
        list,
        (fetcher) => started(() => gatherInvoices(invoices, (one) => this.versionOf(one), onRows, fetcher)),
        known,
        ({ progress }) => this.beforeWave(progress.done),
      );
      for (const [key, answer] of answers) if (isOfBuyers(key)) this.buyers.set(key, answer);
      return result;
    } finally {
      file.saveRows();
    }
  }

  private beforeWave(done: number): void {
    const { file, now, onProgress } = this.parts;
    onProgress(this.before + done, this.total);
    if (now() - this.savedAt < SAVED_EVERY_MILLISECONDS) return;
    this.savedAt = now();
    file.saveRows();
  }

  private versionOf({ id, updatedTime }: InvoiceRecord): string {
    return this.newcomers.has(id) ? '' : (updatedTime ?? '');
  }

  /** Whether rows that are read now belong to what the record says, as long as it is not saved again. */
  private isSettled(invoice: InvoiceRecord): boolean {
    const { toldAt } = this.parts.state;
    return toldAt !== null && this.versionOf(invoice) !== '' && hasRested(invoice, toldAt, this.late);
  }
}

const rowsKey = ({ id, updatedTime }: InvoiceRecord): string =>
  queryKey(query('rows', id, updatedTime ?? ''));

/** A task that only starts others. */
function* started<Result>(start: () => Result): Task<Result> {
  return start();
}
