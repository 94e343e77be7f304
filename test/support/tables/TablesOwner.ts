/** Whoever has the report of a portal made as tables, time after time, in a folder of his own. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Portal } from '../../../portal/Portal';
import { VirtualClock, type HttpTransport } from '../../../simulator';
import type { IsoDate } from '../../../src/domain/ids';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/settings/Settings';
import { fetchOver } from '../../../cli/report/fetch-over-http';
import { makeTables, type MadeTables, type TablesProgress } from '../../../tables/make-tables';
import type { TablesForm } from '../../../tables/target';
import { portalTransport } from '../../../world/make-world';
import { webhookAt } from '../webhook-at';
import { tablesIn, type ReadTables } from './read-tables';

const ORIGIN = 'https://demo.bitrix24.ru';

export interface RunOptions {
  readonly form?: TablesForm;
  /** In the owner's folder unless given. */
  readonly out?: string;
  readonly readsWhole?: boolean;
  readonly settings?: Partial<Settings>;
  /** Called before each wave of requests, with how many were sent before it; what it throws is a failure on the way. */
  readonly beforeWave?: (sent: number) => void;
  readonly onProgress?: (progress: TablesProgress) => void;
  /** The time stands still for this run. */
  readonly frozen?: boolean;
}

export interface TablesRun extends MadeTables {
  /** The methods of all its requests. */
  readonly asked: readonly string[];
}

export class TablesOwner {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
  private runs = 0;
  private readonly transport: HttpTransport;

  constructor(
    private readonly portal: Portal,
    private readonly clock: VirtualClock,
    private readonly settings: Partial<Settings> = {},
  ) {
    this.transport = portalTransport(portal, 0);
  }

  /** Where the tables of a form are made. */
  out(form: TablesForm = 'duckdb'): string {
    return path.join(this.folder, `report.${form}`);
  }

  /** @throws what the command tells */
  async run(options: RunOptions = {}): Promise<TablesRun> {
    const { form = 'duckdb', readsWhole = false, frozen = false } = options;
    const { portal, clock, transport } = this;
    const from = portal.requests.length;
    this.runs += 1;
    const id = `${path.basename(this.folder)} ${this.runs}`;
    let ids = 0;
    const http = {
      sendAll: (requests: Parameters<HttpTransport['sendAll']>[0]) => {
        options.beforeWave?.(portal.requests.length - from);
        return transport.sendAll(requests);
      },
    };
    const made = await makeTables({
      settings: { ...DEFAULT_SETTINGS, enterpriseLimits: true, ...this.settings, ...options.settings },
      webhook: webhookAt(ORIGIN + portal.webhookPath),
      target: { form, out: options.out ?? this.out(form) },
      ...{ readsWhole, http: fetchOver(http), random: () => 0.5 },
      clock: frozen ? new VirtualClock(clock.now()) : clock,
      log: { info: () => undefined, warn: () => undefined },
      today: new Date(clock.now()).toISOString().slice(0, 'YYYY-MM-DD'.length) as IsoDate,
      newId: () => `${id} ${(ids += 1)}`,
      onProgress: options.onProgress ?? (() => undefined),
    });
    return { ...made, asked: portal.requests.slice(from).map(({ method }) => method) };
  }

  /** @param leftOut columns that are not read */
  tables(form: TablesForm = 'duckdb', leftOut: readonly string[] = []): Promise<ReadTables> {
    return tablesIn(this.out(form), leftOut);
  }

  /** Everything that a run which ended at this moment would leave. */
  copyTo(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    cpSync(this.folder, folder, { recursive: true, preserveTimestamps: true });
  }

  /** Puts the folder back as it was when it was copied. */
  takeBack(folder: string): void {
    if (!existsSync(folder)) throw new Error('No such moment was kept');
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(folder, this.folder, { recursive: true, preserveTimestamps: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
