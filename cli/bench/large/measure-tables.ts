/** What the report as tables of a large portal costs apart from the portal: one run in a process of its own. */
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { RealHttp, VirtualClock } from '../../../simulator';
import type { IsoDate } from '../../../src/domain/ids';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { validateSettings } from '../../../src/settings/validate-settings';
import { makeTables } from '../../../tables/make-tables';
import { NOON } from '../../../world/make-world';
import { fetchOver } from '../../report/fetch-over-http';
import { formOf } from '../../report/make-tables-report';
import { PERIOD } from '../series';
import { MeteredHttp, processorTime } from './MeteredHttp';

/** The portal's limit is 50 requests, of which two go out each second. */
const FULL_WAVE_MILLISECONDS = 25_000;

export interface TablesRun {
  readonly webhookUrl: string;
  /** A file or a folder by whose name its form is known. */
  readonly out: string;
}

export interface TablesFigures {
  readonly invoices: number;
  readonly rows: number;
  readonly requests: number;
  /** Milliseconds at the portal's pace, each request, or several sent together, taking 0.4 s. */
  readonly paced: number;
  /** Milliseconds apart from the portal. */
  readonly own: number;
  /** Milliseconds of the processor apart from the portal. */
  readonly processor: number;
  /** Milliseconds of the processor that `JSON.parse` takes for the same answers. */
  readonly parsing: number;
  readonly peakHeapBytes: number;
  /** Of the whole process, with what the engine holds. */
  readonly peakResidentBytes: number;
  readonly fileBytes: number;
}

/** Whoever waits for the portal waits until it takes many requests at once: the same pace, and far fewer waits. */
class LongSleeper extends VirtualClock {
  override sleep(milliseconds: number): void {
    super.sleep(Math.max(milliseconds, FULL_WAVE_MILLISECONDS));
  }
}

export async function measureTables({ webhookUrl, out }: TablesRun): Promise<TablesFigures> {
  const form = formOf(out);
  const checked = validateSettings(
    { webhookUrl, period: PERIOD, shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE },
    DEFAULT_SETTINGS,
    null,
  );
  if (form === null || !checked.ok || checked.webhook.kind !== 'replaced')
    throw new Error('the run was refused');
  const clock = new LongSleeper(Date.parse(NOON));
  const http = new MeteredHttp(fetchOver(new RealHttp()), clock);
  let ids = 0;
  const [begun, before] = [performance.now(), processorTime()];
  const { invoices, rows } = await makeTables({
    ...{ settings: checked.settings, webhook: checked.webhook.webhook, target: { form, out } },
    ...{ http, clock, random: () => 0.5, newId: () => `run ${(ids += 1)}`, readsWhole: false },
    log: { info: () => undefined, warn: () => undefined },
    today: NOON.slice(0, 10) as IsoDate,
    onProgress: ({ phase }) => phase === 'write' && http.look(),
  });
  http.look();
  return {
    ...{ invoices, rows, requests: http.requests },
    paced: clock.now() - Date.parse(NOON),
    own: performance.now() - begun - http.waited,
    processor: processorTime() - before - http.worked,
    parsing: http.parsed,
    ...{ peakHeapBytes: http.peakHeapBytes, peakResidentBytes: http.peakResidentBytes },
    fileBytes: await bytesOf(out),
  };
}

async function bytesOf(out: string): Promise<number> {
  const isFolder = statSync(out).isDirectory();
  const files = isFolder ? (await readdir(out)).map((name) => path.join(out, name)) : [out];
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
