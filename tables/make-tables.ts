/** The report as two tables, for reports of any size: read, worked out and written part after part. */
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../src/domain/column-names';
import type { IsoDate } from '../src/domain/ids';
import { resolvePeriod } from '../src/domain/period';
import { messageOf } from '../src/domain/message-of';
import { SentenceError } from '../src/domain/SentenceError';
import type { Webhook } from '../src/domain/Webhook';
import { canonical } from '../src/hash/canonical';
import { chanceOf } from '../src/incremental/chance';
import type { CacheStatistics } from '../src/cache/statistics';
import { Bitrix24Error } from '../src/bitrix24/Bitrix24Error';
import { isUserField } from '../src/bitrix24/field-names';
import type { FieldName } from '../src/domain/ids';
import { howListed } from '../src/refresh/collect-report';
import type { Settings } from '../src/settings/Settings';
import { closeDatabase, loadEngine } from './duckdb';
import { fillTables } from './fill-tables';
import { bringUpToDate, type Changes } from './list';
import { PortalReader, type PortalReaderParts } from './PortalReader';
import { publish } from './publish';
import { refuseBlindness } from './refuse-blindness';
import { Remarks } from './Remarks';
import type { Target } from './target';
import { tableTexts } from './texts';
import { openWork } from './work-file';

export interface TablesJob extends Omit<PortalReaderParts, 'enterpriseLimits'> {
  readonly settings: Settings;
  readonly webhook: Webhook;
  readonly target: Target;
  /** Whether nothing is taken from an earlier file. */
  readonly readsWhole: boolean;
  readonly today: IsoDate;
  /** What no other call has given. */
  readonly newId: () => string;
  readonly onProgress: (progress: TablesProgress) => void;
}

/** How many invoices are listed, or done with. */
export interface TablesProgress {
  readonly phase: 'list' | 'rows' | 'write';
  readonly done: number;
  /** null where nobody knows yet. */
  readonly total: number | null;
  readonly requests: number;
}

export interface MadeTables {
  readonly invoices: number;
  readonly rows: number;
  /** null where everything was read. */
  readonly since: Changes | null;
  readonly isWholeView: boolean;
  readonly remarks: readonly string[];
  readonly cache: readonly CacheStatistics[];
}

/** @throws SentenceError; then what was there before stands as it did, and what was read is not lost */
export async function makeTables(job: TablesJob): Promise<MadeTables> {
  const { target, readsWhole, today, webhook, clock } = job;
  const engine = await loadEngine();
  const settings = withAllColumns(job.settings);
  const reader = new PortalReader({ ...job, enterpriseLimits: settings.enterpriseLimits });
  const work = await openWork(engine, target);
  const { file } = work;
  const now = (): number => clock.now();
  const tell = (phase: TablesProgress['phase'], done: number, total: number | null): void =>
    job.onProgress({ phase, done, total, requests: reader.sent });
  try {
    const period = resolvePeriod(settings.period, today);
    const { list, fields } = reader.read((fetcher) => howListed(settings, period, fetcher)).result;
    const connection = webhook.fingerprint(await file.salt(job.newId));
    const remarks = new Remarks();
    const { state, since } = await bringUpToDate({
      ...{ file, reader, list, connection, readsWhole, now, scope: canonical(list) },
      chance: chanceOf(job.newId()),
      onListed: (invoices) => tell('list', invoices, null),
    });
    await refuseBlindness(file, target, reader, list);
    const filled = await fillTables({
      ...{ file, reader, list, settings, period, today, fields, state, remarks, now },
      onProgress: (done, total) => tell('rows', done, total),
    });
    tell('write', filled.invoices, filled.invoices);
    await publish(engine, target, work, state);
    return { ...filled, since, remarks: remarks.lines(), cache: reader.statistics };
  } catch (error) {
    const listed = await file.listedCount().catch(() => 0);
    closeDatabase(file.database);
    throw explained(error, target, listed > 0);
  }
}

/** What the engine says of a disk that is full, or of a folder that may not be written to. */
const ABOUT_DISK = /IO Error|Out of Memory|No space/i;

/** @param hasRead whether there is anything that the next run need not ask for */
function explained(error: unknown, { out }: Target, hasRead: boolean): unknown {
  if (hasRead && error instanceof Bitrix24Error && error.kind === 'passing')
    return new SentenceError(`${error.message} ${tableTexts.goesOn()}`);
  return ABOUT_DISK.test(messageOf(error)) ? new SentenceError(tableTexts.notWritten(out)) : error;
}

/** Every column that the sheets know, and the user fields that the settings name. */
function withAllColumns(settings: Settings): Settings {
  const userFields = settings.briefColumns.filter((name): name is FieldName =>
    isUserField(name as FieldName),
  );
  return {
    ...settings,
    briefColumns: [...BRIEF_COLUMNS, ...userFields],
    detailColumns: DETAIL_COLUMNS,
    ...{ debtsSheet: 'off', vatSheet: false, checksSheet: false, changesSheet: false, summarySheet: false },
  };
}
