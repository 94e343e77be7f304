/** The services that an execution finds among its globals. */
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import type { LogEntry } from './execution';
import type { HttpTransport } from './http/wire';
import { LIMITS } from './limits';
import type { Manifest } from './Project';
import type { Answer, Question } from './Screen';
import type { ScriptState } from './ScriptState';
import type { Gate } from './service';
import { makeService } from './service-objects';
import { Blobs } from './services/Blobs';
import { makeCacheService } from './services/cache-service';
import type { ResponseQuirks } from './services/fetch-response';
import { makeHtmlService } from './services/html-service';
import { makeLockService } from './services/lock-service';
import { makeConsole, makeLogger } from './services/logging';
import { Pages } from './services/Pages';
import { makePropertiesService } from './services/properties-service';
import { makeScriptApp } from './services/script-app';
import { makeUi } from './services/ui';
import { makeUrlFetchApp } from './services/url-fetch-app';
import type { TimeFormats } from './services/TimeFormats';
import { makeUtilities } from './services/utilities';
import { CHART_TYPE, makeSpreadsheetApp, type PendingWrites, SpreadsheetModel } from './spreadsheet';

export interface ServiceOptions {
  readonly state: ScriptState;
  readonly clock: Clock;
  readonly http: HttpTransport;
  readonly manifest: Manifest;
  readonly page: (name: string) => string | undefined;
  /** null for a script that no spreadsheet contains. */
  readonly spreadsheet: SpreadsheetModel | null;
  /** Writes of this execution that are not applied yet. */
  readonly pending: PendingWrites | null;
  readonly isAddOn: boolean;
  readonly responses: ResponseQuirks;
  readonly random: () => number;
  readonly newUuid: () => string;
  /** As whom the script runs. */
  readonly user: string;
  readonly grantedScopes: readonly string[];
  readonly hasDocumentLock: boolean;
  /** Whether somebody sits before the open spreadsheet. */
  readonly hasUi: boolean;
  readonly execution: object;
  readonly timeFormats: TimeFormats;
  readonly write: (severity: LogEntry['severity'], message: string) => void;
  readonly ask: (question: Question) => Answer;
  readonly onLockRelease: () => void;
  readonly consentPage: string;
  readonly demandConsent: (scopes: readonly string[]) => void;
}

/** Google's other services: there, but nothing of them is simulated. */
const OTHER_SERVICES =
  'CalendarApp ContactsApp ContentService DocumentApp DriveApp FormApp GmailApp GroupsApp Jdbc LanguageApp MailApp Maps Session SitesApp SlidesApp XmlService CardService Browser'.split(
    ' ',
  );

export function makeServices(gate: Gate, options: ServiceOptions): Record<string, object> {
  const { state, clock, http, manifest, user, spreadsheet } = options;
  const blobs = new Blobs(gate);
  const pages = new Pages(gate, options.page);
  const userStore = `user:${user}`;
  const hasDocument = spreadsheet !== null;
  const ui = makeUi(gate, { screen: state.screen(user), user, pages, addOnName: 'Add-on', ask: options.ask });
  const services: Record<string, object> = {
    Charts: makeService('Charts', gate, {}, { ChartType: CHART_TYPE.holder(gate) }),
    console: makeConsole(gate, clock, options.write),
    Logger: makeLogger(gate, options.write),
    CacheService: makeCacheService(gate, {
      script: state.cache('script'),
      user: state.cache(userStore),
      document: hasDocument ? state.cache('document') : null,
    }),
    PropertiesService: makePropertiesService(
      gate,
      {
        script: state.propertyStore('script'),
        user: state.propertyStore(userStore),
        document: hasDocument ? state.propertyStore('document') : null,
      },
      () => state.quotas.spend(user, 'properties', 1, LIMITS.propertiesOperationsPerDay),
    ),
    LockService: makeLockService(gate, {
      clock,
      locks: state.locks,
      execution: options.execution,
      user,
      hasDocument: hasDocument && options.hasDocumentLock,
      onRelease: options.onLockRelease,
    }),
    Utilities: makeUtilities(gate, {
      clock,
      blobs,
      newUuid: options.newUuid,
      timeFormats: options.timeFormats,
    }),
    UrlFetchApp: makeUrlFetchApp(gate, {
      http,
      clock,
      blobs,
      allowList: manifest.urlFetchWhitelist ?? null,
      responses: options.responses,
      spend: (calls) => state.quotas.spend(user, 'urlfetch', calls, LIMITS.urlFetchCallsPerDay),
    }),
    HtmlService: makeHtmlService(gate, pages),
    ScriptApp: makeScriptApp(gate, {
      clock,
      triggers: state.triggers,
      user,
      isAddOn: options.isAddOn,
      newId: () => randomUUID(),
      random: options.random,
      requiredScopes: manifest.oauthScopes ?? [],
      grantedScopes: options.grantedScopes,
      consentPage: options.consentPage,
      demandConsent: options.demandConsent,
    }),
    SpreadsheetApp: makeSpreadsheetApp(spreadsheet ?? new SpreadsheetModel(), gate, {
      ui: options.hasUi && hasDocument ? ui : null,
      activeAvailable: hasDocument,
      user,
      ...(options.pending ? { pending: options.pending } : {}),
    }),
  };
  for (const name of OTHER_SERVICES) services[name] = makeService(name, gate, {});
  return services;
}
