/**
 * Tries a connection before it is saved or when something is wrong: whose webhook it is, what it may read, and
 * which fields and stages the portal has. A refusal of the portal is a result, not an exception.
 */
import { Bitrix24Client, type Reply } from '../bitrix24/Bitrix24Client';
import { Bitrix24Error } from '../bitrix24/Bitrix24Error';
import {
  decodeCategories,
  decodeFields,
  decodeProfile,
  decodeScopes,
  decodeServerTime,
  decodeStages,
} from '../bitrix24/decode-portal';
import { INVOICE } from '../domain/portal';
import { camelName, isDateField } from '../bitrix24/field-names';
import { LeakyBucket } from '../bitrix24/LeakyBucket';
import { STANDARD_LIMITS } from '../bitrix24/limits';
import type { Call, Method, Params } from '../bitrix24/methods';
import { OperatingBudget } from '../bitrix24/OperatingBudget';
import { decoded, type Decode } from '../bitrix24/read';
import { SentenceError, sentenceOf } from '../domain/SentenceError';
import type { FieldRecord, ProfileRecord } from '../domain/records';
import type { Webhook } from '../domain/Webhook';
import type { Platform } from '../platform/platform';
import { STANDARD_DATE_FIELDS } from '../settings/Settings';
import type { SettingsStore } from '../settings/SettingsStore';
import { validateSettings } from '../settings/validate-settings';
import type { KnownFields } from '../state/KnownFields';
import { connectionTexts } from '../texts/setup-texts';
import { errorTexts } from '../texts/error-texts';
import { failureTexts } from '../texts/failure-texts';
import { refreshTexts } from '../texts/refresh-texts';
import {
  describeFields,
  describeStages,
  invoicesIn,
  type ShownField,
  type ShownStage,
} from './describe-portal';

export interface ConnectionReport {
  readonly ok: boolean;
  /** One sentence, null where the connection works. */
  readonly problem: string | null;
  readonly portal: string;
  readonly user: ProfileRecord | null;
  readonly scopes: readonly string[];
  readonly invoicesVisible: number;
  /** The portal's offset from UTC, `+03:00`. */
  readonly offset: string;
  readonly fields: readonly ShownField[];
  readonly stages: readonly ShownStage[];
  readonly warnings: readonly string[];
}

const NOTHING: ConnectionReport = {
  ok: false,
  problem: null,
  portal: '',
  user: null,
  scopes: [],
  invoicesVisible: 0,
  offset: '',
  fields: [],
  stages: [],
  warnings: [],
};

/** Whatever the portal does, redirects included. */
const MOST_REQUESTS = 8;

export class ConnectionCheck {
  constructor(
    private readonly platform: Platform,
    private readonly settings: SettingsStore,
    private readonly knownFields: KnownFields,
  ) {}

  /** @param input settings as a page has them; the webhook may be masked or left out. At most 8 requests. */
  run(input: unknown): ConnectionReport {
    const stored = this.settings.webhook();
    const checked = validateSettings(input, this.settings.settings(), stored);
    if (!checked.ok)
      return { ...NOTHING, problem: Object.values(checked.errors)[0] ?? errorTexts.noConnection() };
    const webhook = checked.webhook.kind === 'replaced' ? checked.webhook.webhook : stored;
    if (webhook === null || checked.webhook.kind === 'removed')
      return { ...NOTHING, problem: errorTexts.noConnection() };
    const known: Partial<ConnectionReport> = {};
    try {
      this.ask(webhook, known);
      // Of a webhook that is not the one in use nothing is kept.
      this.settings.people.nameOwner(known.user?.name ?? '', webhook);
      return { ...NOTHING, ...known, portal: webhook.host, ok: true };
    } catch (error) {
      const sentence = sentenceOf(error, failureTexts.notTested());
      const problem = webhook.isToldBy(sentence) ? refreshTexts.withheld() : sentence;
      return { ...NOTHING, ...known, portal: webhook.host, problem };
    }
  }

  /** Fills `known` as far as the portal answers. @throws Bitrix24Error */
  private ask(
    webhook: Webhook,
    known: { -readonly [K in keyof ConnectionReport]?: ConnectionReport[K] },
  ): void {
    const client = this.client(webhook);
    // The first question goes alone: it finds out whether all have to be asked elsewhere.
    const [profile] = readAll(client, [read('profile', {}, decodeProfile)] as const);
    if (client.sent > 1 && !client.hasMoved) throw new Bitrix24Error('redirectLoop');
    const [scopes, time] = readAll(client, [
      read('scope', {}, decodeScopes),
      read('server.time', {}, decodeServerTime),
    ] as const);
    Object.assign(known, { user: profile, scopes, offset: time.slice(-'+00:00'.length) });
    if (!scopes.includes('crm')) throw new SentenceError(connectionTexts.noCrmScope());
    // Alone too: crm's methods may be asked elsewhere though the others are not.
    const [fields] = readAll(client, [
      read('crm.item.fields', { entityTypeId: INVOICE }, decodeFields),
    ] as const);
    const offered = fields.filter(isForUsers);
    const select = ['id', ...offered.filter(isDateField).map(({ name }) => camelName(name))];
    // What redirects have left of the requests: without pipelines stages have no more than their own names, and
    // whether requisites may be read is left to the refresh.
    const room = MOST_REQUESTS - client.sent;
    if (room < 2) throw new Bitrix24Error('redirect');
    const [list, stages, categories = []] = readAll(client, [
      read(
        'crm.item.list',
        { entityTypeId: INVOICE, select, order: { id: 'DESC' }, start: 0 },
        (result, { total }) => ({ items: invoicesIn(result), total }),
      ),
      read('crm.status.list', {}, decodeStages),
      ...(room < 3 ? [] : [read('crm.category.list', { entityTypeId: INVOICE }, decodeCategories)]),
      ...(room < 4 ? [] : [read('crm.requisite.list', { select: ['ID'], start: -1 }, () => [])]),
    ] as const);
    const invoicesVisible = list.total ?? 0;
    this.knownFields.note(fields, webhook);
    Object.assign(known, {
      invoicesVisible,
      fields: describeFields(offered, list.items),
      stages: describeStages(stages, categories),
      warnings: [
        ...(profile.admin ? [] : [connectionTexts.notAdmin()]),
        ...(invoicesVisible > 0 ? [] : [connectionTexts.noInvoices()]),
      ],
    });
  }

  private client(webhook: Webhook): Bitrix24Client {
    const { http, clock, random } = this.platform;
    return new Bitrix24Client({
      http,
      clock,
      webhook,
      bucket: new LeakyBucket(STANDARD_LIMITS),
      operating: new OperatingBudget(),
      random,
      wait: (milliseconds) => clock.sleep(milliseconds),
      /** Each question is asked once: a person waits for the answer, and "not now" is one. */
      maxAttempts: 1,
      maxRequests: MOST_REQUESTS,
      onSent: () => undefined,
    });
  }
}

interface PortalRead<T> extends Call {
  readonly decode: Decode<T>;
}

const read = <T>(method: Method, params: Params, decode: Decode<T>): PortalRead<T> => ({
  method,
  params,
  decode,
});

/** One wave. @throws the first refusal */
function readAll<const T extends readonly PortalRead<unknown>[]>(
  client: Bitrix24Client,
  reads: T,
): { readonly [K in keyof T]: T[K] extends PortalRead<infer Answer> ? Answer : never } {
  const replies = client.sendAll(reads);
  return reads.map(({ method, decode }, index) => decoded(method, replies[index] as Reply, decode)) as never;
}

/** Of the standard fields only these two are dates that people set. */
const isForUsers = ({ name, isUserField }: FieldRecord): boolean =>
  isUserField || STANDARD_DATE_FIELDS.includes(name);
