/** Runs the built add-on against a portal in this process and gives the spreadsheet it leaves. */
import { leaveOutAges } from '../../../../cli/report/leave-out-ages';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, makeWorld, type World, type WorldOptions } from '../../../../world/make-world';
import type { PortalData } from '../../../../portal/data/PortalData';
import type { Clock } from '../../../../portal/clock';
import { saveWorkbook } from '../../../../simulator/spreadsheet';
import { readWorkbook, type ReadSheet } from './read-workbook';

/** The day of the worlds' clock: the second quarter of 2026. */
export const TODAY = '2026-05-20';
export const HOST = 'demo.bitrix24.ru';

/** More executions than any of these reports needs. */
const MAX_EXECUTIONS = 20;

export interface Refreshed {
  readonly world: World;
  /** What the add-on says of the finished report. */
  readonly message: string;
}

/** @throws Error where the report is not finished, with what the add-on says */
export function refreshed(
  dataFor: (clock: Clock) => PortalData,
  settings: Record<string, unknown> = {},
  options: WorldOptions & { readonly briefOnly?: boolean } = {},
): Refreshed {
  const world = makeWorld(dataFor, options);
  connect(world, settings);
  return { world, message: refresh(world, options.briefOnly) };
}

/** Goes on until the report is written; gives the closing message. */
export function refresh({ simulator }: World, briefOnly = false): string {
  const page = simulator.page();
  for (let executions = 0; executions < MAX_EXECUTIONS; executions += 1) {
    page.call('startRefresh', { briefOnly });
    const { state, message } = page.call('getProgress') as { state: string; message: string };
    if (state === 'done') return message;
    if (state !== 'paused') throw new Error(`the refresh ended as ${state}: ${message}`);
  }
  throw new Error('the refresh does not end');
}

/** The spreadsheet by way of a real `.xlsx` file, as the command line makes it. */
export async function throughFile({ spreadsheet }: World): Promise<Map<string, ReadSheet>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'acceptance-'));
  try {
    const file = path.join(folder, 'report.xlsx');
    leaveOutAges(spreadsheet);
    await saveWorkbook(spreadsheet, file);
    return await readWorkbook(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
