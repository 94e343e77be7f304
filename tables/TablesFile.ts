/**
 * The file that the tables are made in: beside them it keeps what was told by the portal, so that a run that was stopped
 * goes on, and the next run into the same file asks only for what has changed. Each step is one transaction.
 */
import type { DuckDBAppender } from '@duckdb/node-api';
import type { InvoiceId } from '../src/domain/ids';
import type { InvoiceRecord, ProductRow } from '../src/domain/records';
import { literal, rowsOf, type Database } from './duckdb';
import type { FormerList, KeptInvoice, KeptState } from './kept';

/** Raised whenever what is kept changes its form: then all is read anew. */
const FORMAT = 1;

/** What a run that is stopped leaves to the next one. */
export const MEMORY_TABLES = ['state', 'listed', 'former', 'rows'] as const;

export class TablesFile {
  private constructor(
    readonly database: Database,
    private readonly rowKeeper: DuckDBAppender,
  ) {}

  /** Takes an open file; one that is new gets what it needs. */
  static async in(database: Database): Promise<TablesFile> {
    const { connection } = database;
    await connection.run(`
      CREATE SCHEMA IF NOT EXISTS memory;
      CREATE TABLE IF NOT EXISTS memory.state (format INTEGER, salt VARCHAR, value VARCHAR);
      CREATE TABLE IF NOT EXISTS memory.listed (id BIGINT, saved VARCHAR, record VARCHAR);
      CREATE TABLE IF NOT EXISTS memory.former (id BIGINT);
      CREATE TABLE IF NOT EXISTS memory.rows (id BIGINT, saved VARCHAR, rows VARCHAR);
      CREATE TABLE IF NOT EXISTS memory.source (looks VARCHAR);
    `);
    return new TablesFile(database, await connection.createAppender('rows', 'memory'));
  }

  /** Whether a file holds tables, and was not made here, in whatever format. */
  static async isForeign(database: Database): Promise<boolean> {
    const found = await rowsOf(database, "SELECT schema_name || '.' || table_name FROM duckdb_tables()");
    return found.length > 0 && !found.some(([name]) => name === 'memory.state');
  }

  /** How the file looked that this one was copied from; null where nobody has said. */
  async copiedFrom(): Promise<string | null> {
    const [row] = await rowsOf(this.database, 'SELECT looks FROM memory.source');
    return row === undefined ? null : String(row[0]);
  }

  async setCopiedFrom(looks: string): Promise<void> {
    await this.transaction(async () => {
      await this.run('DELETE FROM memory.source');
      await this.run(`INSERT INTO memory.source VALUES (${literal(looks)})`);
    });
  }

  /** What no other file has: a connection is known by it and by its webhook. */
  async salt(newSalt: () => string): Promise<string> {
    const [row] = await rowsOf(this.database, 'SELECT salt FROM memory.state');
    if (row !== undefined) return String(row[0]);
    const salt = newSalt();
    await this.run(`INSERT INTO memory.state VALUES (0, ${literal(salt)}, '')`);
    return salt;
  }

  /** null where nothing is kept, or in another format. */
  async state(): Promise<KeptState | null> {
    const [row] = await rowsOf(this.database, `SELECT value FROM memory.state WHERE format = ${FORMAT}`);
    return row === undefined ? null : (JSON.parse(String(row[0])) as KeptState);
  }

  /** Forgets everything that was told; the tables stay. */
  async forget(): Promise<void> {
    await this.transaction(async () => {
      await this.run("UPDATE memory.state SET format = 0, value = ''");
      for (const table of ['listed', 'former', 'rows']) await this.run(`DELETE FROM memory.${table}`);
    });
  }

  /** Forgets the rows alone. */
  async forgetRows(): Promise<void> {
    await this.run('DELETE FROM memory.rows');
  }

  /**
   * Begins a list anew.
   * @param former which list is remembered until this one is complete
   */
  async beginList(state: KeptState, former: FormerList): Promise<void> {
    await this.transaction(async () => {
      if (former !== 'kept') await this.run('DELETE FROM memory.former');
      if (former === 'listed') await this.run('INSERT INTO memory.former SELECT id FROM memory.listed');
      await this.run('DELETE FROM memory.listed');
      await this.setState(state);
    });
  }

  /** Takes further invoices of a list that is being read. */
  async list(invoices: readonly InvoiceRecord[]): Promise<void> {
    await this.transaction(() => this.append('memory', 'listed', invoices));
  }

  /**
   * The list is as the portal tells it.
   * @param told invoices as they are now, perhaps as they were
   * @returns how many of them are new or differ
   */
  async finishList(
    state: KeptState,
    told: readonly InvoiceRecord[] = [],
    gone: readonly InvoiceId[] = [],
  ): Promise<number> {
    const { connection } = this.database;
    await this.run('CREATE OR REPLACE TEMP TABLE changed (id BIGINT, saved VARCHAR, record VARCHAR)');
    await this.run('CREATE OR REPLACE TEMP TABLE gone (id BIGINT)');
    await this.append(null, 'changed', told);
    await this.run('DELETE FROM changed c USING memory.listed l WHERE l.id = c.id AND l.record = c.record');
    const appender = await connection.createAppender('gone');
    for (const id of gone) {
      appender.appendBigInt(BigInt(id));
      appender.endRow();
    }
    appender.closeSync();
    await this.transaction(async () => {
      const ids = '(SELECT id FROM changed UNION ALL SELECT id FROM gone)';
      if (told.length + gone.length > 0) await this.run(`DELETE FROM memory.listed WHERE id IN ${ids}`);
      await this.run('INSERT INTO memory.listed SELECT * FROM changed');
      await this.run('DELETE FROM memory.former');
      // An invoice that is restored one day bears its old time, but may have other rows.
      await this.run(
        'DELETE FROM memory.rows r WHERE NOT EXISTS ' +
          '(SELECT 1 FROM memory.listed l WHERE l.id = r.id AND l.saved = r.saved)',
      );
      await this.setState(state);
    });
    const [counted] = await rowsOf(this.database, 'SELECT count(*) FROM changed');
    return Number(counted?.[0] ?? 0);
  }

  async listedIds(): Promise<readonly InvoiceId[]> {
    return this.ids('listed');
  }

  async listedCount(): Promise<number> {
    const [row] = await rowsOf(this.database, 'SELECT count(*) FROM memory.listed');
    return Number(row?.[0] ?? 0);
  }

  /** Of the list before this one, which is not complete yet; empty where there was none. */
  async formerIds(): Promise<readonly InvoiceId[]> {
    return this.ids('former');
  }

  /** The next invoices after an id, by id. */
  async next(after: number, most: number): Promise<readonly KeptInvoice[]> {
    const [last] = await rowsOf(
      this.database,
      `SELECT max(id) FROM (SELECT id FROM memory.listed WHERE id > ${after} ORDER BY id LIMIT ${most})`,
    );
    // Both are kept by id, more or less: of a range the engine reads little more than that.
    const [listed, rows] = ['listed', 'rows'].map(
      (table) => `(SELECT * FROM memory.${table} WHERE id > ${after} AND id <= ${String(last?.[0] ?? 0)})`,
    );
    const found = await rowsOf(
      this.database,
      `SELECT l.record, r.rows FROM ${listed} l LEFT JOIN ${rows} r ON r.id = l.id AND r.saved = l.saved ORDER BY l.id`,
    );
    return found.map(([record, rows]) => ({
      invoice: JSON.parse(record as string) as InvoiceRecord,
      rows: typeof rows === 'string' ? (JSON.parse(rows) as readonly ProductRow[]) : null,
    }));
  }

  /** Remembers the rows of an invoice that has rested; they are safe with the next `saveRows`. */
  keepRows({ id, updatedTime }: InvoiceRecord, rows: readonly ProductRow[]): void {
    this.rowKeeper.appendBigInt(BigInt(id));
    this.rowKeeper.appendVarchar(updatedTime ?? '');
    this.rowKeeper.appendVarchar(JSON.stringify(rows));
    this.rowKeeper.endRow();
  }

  saveRows(): void {
    this.rowKeeper.flushSync();
  }

  /** A run is through: what it has left is for any later one. */
  async endRun(state: KeptState): Promise<void> {
    await this.setState({ ...state, readsWhole: false });
  }

  /** Writes all to the file itself, and lets go of it. */
  async finish(): Promise<void> {
    this.rowKeeper.closeSync();
    await this.run('CHECKPOINT');
  }

  async run(sql: string): Promise<void> {
    await this.database.connection.run(sql);
  }

  private async ids(table: string): Promise<readonly InvoiceId[]> {
    const found = await rowsOf(this.database, `SELECT id FROM memory.${table} ORDER BY id`);
    return found.map(([id]) => Number(id) as InvoiceId);
  }

  private async append(
    schema: string | null,
    table: string,
    invoices: readonly InvoiceRecord[],
  ): Promise<void> {
    const appender = await this.database.connection.createAppender(table, schema);
    for (const invoice of invoices) {
      appender.appendBigInt(BigInt(invoice.id));
      appender.appendVarchar(invoice.updatedTime ?? '');
      appender.appendVarchar(JSON.stringify(invoice));
      appender.endRow();
    }
    appender.closeSync();
  }

  private async setState(state: KeptState): Promise<void> {
    await this.run(`UPDATE memory.state SET format = ${FORMAT}, value = ${literal(JSON.stringify(state))}`);
  }

  private async transaction(act: () => Promise<void>): Promise<void> {
    await this.run('BEGIN');
    try {
      await act();
    } catch (error) {
      await this.run('ROLLBACK');
      throw error;
    }
    await this.run('COMMIT');
  }
}
