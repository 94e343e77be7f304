/** The tables of a world's portal, made at the moment at which its sheets were, and read through their engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fetchOver } from '../../../../cli/report/fetch-over-http';
import type { IsoDate } from '../../../../src/domain/ids';
import { DEFAULT_SETTINGS } from '../../../../src/settings/Settings';
import { validateSettings } from '../../../../src/settings/validate-settings';
import { closeDatabase, literal, loadEngine, openDatabase, type Database } from '../../../../tables/duckdb';
import { makeTables, type MadeTables } from '../../../../tables/make-tables';
import type { TablesForm } from '../../../../tables/target';
import { portalTransport, type World } from '../../../../world/make-world';

/** A row with every value as the engine prints it. */
export type Row = Readonly<Record<string, string | null>>;

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
let made = 0;

/** Both tables in a file, for as long as the tests of a file go on. */
export class Tables {
  private constructor(
    readonly out: string,
    readonly told: MadeTables,
    private readonly database: Database,
  ) {}

  /** @param userFields shown besides, of any number */
  static async of(
    { portal, clock, webhookUrl }: World,
    settings: Readonly<Record<string, unknown>>,
    userFields: readonly string[],
    form: TablesForm = 'duckdb',
  ): Promise<Tables> {
    const checked = validateSettings({ webhookUrl, ...settings }, DEFAULT_SETTINGS, null);
    if (!checked.ok || checked.webhook.kind !== 'replaced') throw new Error(JSON.stringify(checked));
    made += 1;
    const out = path.join(folder, `${made}.${form}`);
    const told = await makeTables({
      settings: { ...checked.settings, briefColumns: userFields as typeof checked.settings.briefColumns },
      webhook: checked.webhook.webhook,
      target: { form, out },
      readsWhole: false,
      http: fetchOver(portalTransport(portal, 0)),
      clock,
      random: () => 0.5,
      newId: () => String(made),
      log: { info: () => undefined, warn: () => undefined },
      today: new Date(clock.now()).toISOString().slice(0, 10) as IsoDate,
      onProgress: () => undefined,
    });
    const engine = await loadEngine();
    const database = await openDatabase(engine, form === 'duckdb' ? out : ':memory:');
    if (form === 'parquet')
      for (const table of ['invoices', 'lines'])
        await database.connection.run(
          `CREATE VIEW ${table} AS SELECT * FROM ${literal(path.join(out, `${table}.parquet`))}`,
        );
    return new Tables(out, told, database);
  }

  /** What a query gives, each value as text: by way of JSON, since the driver drops marks of byte order. */
  async rows(sql: string): Promise<readonly Row[]> {
    const text = `SELECT CAST(to_json(CAST(COLUMNS(*) AS VARCHAR)) AS VARCHAR) FROM (${sql})`;
    const found = (await this.database.connection.runAndReadAll(text)).getRowObjects();
    return found.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, json]) => [name, JSON.parse(String(json)) as string | null]),
      ),
    );
  }

  /** What queries need to be there. */
  async run(sql: string): Promise<void> {
    await this.database.connection.run(sql);
  }

  close(): void {
    closeDatabase(this.database);
    rmSync(this.out, { recursive: true });
  }
}
