/** The add-on without its bundle: the product's own classes on the simulator's services, and a demo portal. */
import { randomUUID } from 'node:crypto';
import { AddOn } from '../../../src/AddOn';
import { ConnectionCheck } from '../../../src/connection/ConnectionCheck';
import type {
  CacheStore,
  Http,
  Lock,
  Platform,
  PropertyStore,
  Trigger,
} from '../../../src/platform/platform';
import { Tick } from '../../../src/schedule/Tick';
import { validateSettings } from '../../../src/settings/validate-settings';
import type { DocumentState } from '../../../src/state/DocumentState';
import { NOON, portalTransport } from '../../../world/make-world';
import { aPortal, type PortalBuilder } from '../../../portal/data/a-portal';
import type { PortalOptions } from '../../../portal/options';
import { Portal } from '../../../portal/Portal';
import { OWNER, Project, VirtualClock, type HttpTransport } from '../../../simulator';
import { makeServices } from '../../../simulator/make-services';
import { openGate } from '../../../simulator/service';
import { ScriptState } from '../../../simulator/ScriptState';
import { TimeFormats } from '../../../simulator/services/TimeFormats';
import { SpreadsheetModel } from '../../../simulator/spreadsheet';
import { aManifest } from '../../support/a-simulator';
import { nodeCodec } from '../../support/nodeCodec';

export { OWNER };
export const COLLEAGUE = 'colleague@example.com';

export interface InstallationOptions {
  readonly portal?: Partial<PortalOptions>;
  /** Milliseconds that a wave takes. */
  readonly latency?: number;
  readonly isPublished?: boolean;
}

interface TimeBased {
  everyMinutes(minutes: number): { create(): void };
  everyHours(hours: number): { create(): void };
}

/** What the add-on takes of the services, by Google's names. */
interface Services {
  readonly UrlFetchApp: Http;
  readonly CacheService: { getUserCache(): CacheStore };
  readonly PropertiesService: { getUserProperties(): PropertyStore; getDocumentProperties(): PropertyStore };
  readonly LockService: { getDocumentLock(): Lock; getScriptLock(): Lock; getUserLock(): Lock };
  readonly SpreadsheetApp: Platform['spreadsheets'] & {
    getActiveSpreadsheet(): ReturnType<Platform['workbook']>;
  };
  readonly Charts: { readonly ChartType: ReturnType<Platform['chartTypes']> };
  readonly Utilities: { formatDate(date: Date, zone: string, pattern: string): string };
  readonly ScriptApp: {
    getProjectTriggers(): Trigger[];
    newTrigger(name: string): { timeBased(): TimeBased };
    deleteTrigger(trigger: Trigger): void;
  };
}

export class Installation {
  readonly clock = new VirtualClock(Date.parse(NOON));
  readonly portal: Portal;
  readonly spreadsheet = new SpreadsheetModel({ timeZone: 'Europe/Moscow', locale: 'ru_RU' });
  readonly script: ScriptState;
  readonly log: string[] = [];
  /** Called before each wave reaches the portal. */
  onWave: (wave: number) => void = () => undefined;
  private waves = 0;
  private ids = 0;

  constructor(
    compose: (portal: PortalBuilder) => unknown = () => undefined,
    readonly options: InstallationOptions = {},
  ) {
    const builder = aPortal(this.clock);
    compose(builder);
    this.portal = new Portal({ data: builder.data, clock: this.clock, ...options.portal });
    this.script = new ScriptState({ clock: this.clock, isAddOn: options.isPublished ?? false });
  }

  get webhookUrl(): string {
    return `https://demo.bitrix24.ru${this.portal.webhookPath}`;
  }

  get document(): DocumentState {
    return this.openedBy(OWNER).state;
  }

  /** The add-on in a new execution of that person. */
  openedBy(user: string) {
    const addOn = new AddOn(this.platform(user));
    const { platform, state, settings, refreshes, comparison, trigger, schedule, ledger, knownFields } =
      addOn;
    const tick = new Tick(addOn);
    const connectionCheck = new ConnectionCheck(platform, settings, knownFields);
    const compare = () => comparison.run(addOn.asOfNow());
    return {
      platform,
      state,
      settings,
      refreshes,
      compare,
      trigger,
      schedule,
      ledger,
      tick,
      connectionCheck,
    };
  }

  /** Saves settings as that person's sidebar does; without a webhook it is the portal's. */
  connect(input: Readonly<Record<string, unknown>> = {}, user = OWNER): void {
    const { settings, trigger } = this.openedBy(user);
    const given = { webhookUrl: this.webhookUrl, ...input };
    const checked = validateSettings(given, settings.settings(), settings.webhook());
    if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
    if (checked.webhook.kind === 'replaced') trigger.turnOn();
    settings.save(checked.settings, checked.webhook);
  }

  private platform(user: string): Platform {
    const { clock, log } = this;
    const services = this.services(user);
    const { SpreadsheetApp, Charts, ScriptApp, PropertiesService, Utilities } = services;
    return {
      isPublished: this.options.isPublished ?? false,
      version: '1.0.0',
      http: services.UrlFetchApp,
      userCache: services.CacheService.getUserCache(),
      userProperties: PropertiesService.getUserProperties(),
      documentProperties: PropertiesService.getDocumentProperties(),
      documentLock: services.LockService.getDocumentLock(),
      scriptLock: services.LockService.getScriptLock(),
      userLock: services.LockService.getUserLock(),
      clock,
      codec: nodeCodec,
      log: { info: (message) => log.push(message), warn: (message) => log.push(message) },
      triggers: {
        list: () => ScriptApp.getProjectTriggers(),
        create: (name) => {
          const trigger = ScriptApp.newTrigger(name).timeBased();
          (this.options.isPublished === true ? trigger.everyHours(1) : trigger.everyMinutes(5)).create();
        },
        remove: (trigger) => ScriptApp.deleteTrigger(trigger),
      },
      consent: { demand: () => undefined, missingAt: () => null },
      spreadsheets: SpreadsheetApp,
      chartTypes: () => Charts.ChartType,
      workbook: () => SpreadsheetApp.getActiveSpreadsheet(),
      ui: () => {
        throw new Error('These tests have no user interface');
      },
      panel: () => ({ append: () => undefined }),
      newId: () => `id-${++this.ids}`,
      random: () => 0.5,
      formatTime: (time, zone, pattern) => Utilities.formatDate(new Date(time), zone, pattern),
    };
  }

  private services(user: string): Services {
    const project = new Project({ 'Code.js': '', 'appsscript.json': aManifest() });
    return makeServices(openGate, {
      state: this.script,
      clock: this.clock,
      http: this.transport(),
      manifest: project.manifest,
      page: () => undefined,
      spreadsheet: this.spreadsheet,
      pending: null,
      isAddOn: this.options.isPublished ?? false,
      responses: { headerCase: 'lower', byteOrderMark: 'kept' },
      random: () => 0.5,
      newUuid: randomUUID,
      user,
      grantedScopes: project.manifest.oauthScopes ?? [],
      hasDocumentLock: true,
      hasUi: false,
      execution: {},
      timeFormats: new TimeFormats(),
      write: () => undefined,
      ask: () => ({ button: 'OK' }),
      onLockRelease: () => undefined,
      consentPage: 'https://script.google.com/consent',
      demandConsent: () => undefined,
    }) as unknown as Services;
  }

  private transport(): HttpTransport {
    const portal = portalTransport(this.portal, this.options.latency ?? 0);
    return {
      sendAll: (requests) => {
        this.onWave(++this.waves);
        return portal.sendAll(requests);
      },
    };
  }
}
