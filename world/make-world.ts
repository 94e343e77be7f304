/** The built add-on in the simulator, and a portal at the other end of an in-process wire: one virtual clock for all. */
import path from 'node:path';
import type { PortalData } from '../portal/data/PortalData';
import { Portal } from '../portal/Portal';
import type { PortalOptions } from '../portal/options';
import {
  answering,
  OWNER,
  Project,
  Simulator,
  VirtualClock,
  type HttpTransport,
  type SimulatorOptions,
  type WireOutcome,
  type WireRequest,
} from '../simulator';
import { SpreadsheetModel, type SpreadsheetOptions } from '../simulator/spreadsheet';

export const COLLEAGUE = 'colleague@example.com';
/** In the middle of a quarter, at noon in Moscow. */
export const NOON = '2026-05-20T09:00:00Z';

export interface WorldOptions {
  /** ISO time; at noon unless given. */
  readonly beginsAt?: string;
  readonly portal?: Partial<PortalOptions>;
  readonly spreadsheet?: SpreadsheetOptions;
  readonly simulator?: Partial<SimulatorOptions>;
  /** Milliseconds that a request, or a wave of requests, takes. */
  readonly latency?: number;
  readonly folder?: string;
  /** Loaded already: many worlds of one bundle start faster. */
  readonly project?: Project;
}

export interface World {
  readonly clock: VirtualClock;
  readonly portal: Portal;
  /** The portal's records, to be edited while the add-on runs. */
  readonly data: PortalData;
  readonly simulator: Simulator;
  readonly spreadsheet: SpreadsheetModel;
  readonly webhookUrl: string;
}

const HOST = 'demo.bitrix24.ru';

export function makeWorld(dataFor: (clock: VirtualClock) => PortalData, options: WorldOptions = {}): World {
  const clock = new VirtualClock(Date.parse(options.beginsAt ?? NOON));
  const data = dataFor(clock);
  return worldOf({ clock, data, portal: new Portal({ data, clock, ...options.portal }) }, options);
}

/** Another, empty spreadsheet on the same portal, for which the time stands still whatever happens there. */
export function freshWorld({ clock, data, portal, simulator }: World, options: WorldOptions = {}): World {
  const { project } = simulator.options;
  return worldOf({ clock: new VirtualClock(clock.now()), data, portal }, { project, ...options });
}

function worldOf(
  { clock, data, portal }: Pick<World, 'clock' | 'data' | 'portal'>,
  options: WorldOptions,
): World {
  const spreadsheet = new SpreadsheetModel({
    timeZone: 'Europe/Moscow',
    locale: 'ru_RU',
    now: () => clock.now(),
    ...options.spreadsheet,
  });
  const simulator = new Simulator({
    project: options.project ?? Project.fromFolder(path.resolve(options.folder ?? 'dist')),
    http: portalTransport(portal, options.latency ?? 0),
    clock,
    spreadsheet,
    random: () => 0.5,
    ...options.simulator,
  });
  return { clock, portal, data, simulator, spreadsheet, webhookUrl: `https://${HOST}${portal.webhookPath}` };
}

/** The portal as the wire sees it; every request of a wave takes the same time. */
export function portalTransport(portal: Portal, latency: number): HttpTransport {
  return answering((request: WireRequest): WireOutcome => {
    const outcome = portal.handle({
      method: request.method.toUpperCase(),
      path: request.url.slice(request.url.indexOf('/', 'https://'.length)),
      headers: request.headers,
      body: request.body === null ? '' : Buffer.from(request.body).toString('utf8'),
    });
    // Whoever waits in vain waits for as long as he said he would.
    if (outcome.kind === 'hang')
      return { failure: 'timeout', elapsedMilliseconds: request.timeoutMilliseconds };
    if (outcome.kind !== 'answer') return { failure: 'reset' };
    return {
      status: outcome.status,
      headers: outcome.headers,
      body: outcome.body,
      elapsedMilliseconds: latency,
    };
  });
}

/** Saves the settings as the owner's sidebar does; fails where they are refused. */
export function connect({ simulator, webhookUrl }: World, settings: Record<string, unknown> = {}): void {
  const answer = simulator.page(OWNER).call('saveSettings', { webhookUrl, ...settings }) as { ok: boolean };
  if (!answer.ok) throw new Error(`settings refused: ${JSON.stringify(answer)}`);
}
