/**
 * Where the settings lie: the webhook with the person who entered it, the owner, everything else with the
 * document. Nothing is kept between calls, since other executions write the same properties.
 */
import type { PropertyStore } from '../platform';
import { isQuotable } from '../texts/quotable';
import { OTHER_PERSON } from '../texts/settings-texts';
import { storedEntries } from './plain-object';
import type { UserKeys } from './property-keys';
import { documentKeys, userKeys } from './property-keys';
import type { Settings, SettingsView } from './Settings';
import { tellsSecret } from './tells-secret';
import type { WebhookChange } from './validate-settings';
import { restoreSettings } from './validate-settings';
import type { Webhook } from './webhook';
import { maskWebhook, parseWebhook } from './webhook';

export interface SettingsStorePlatform {
  /** The user properties of the person this execution runs as. */
  readonly user: PropertyStore;
  readonly document: PropertyStore;
  readonly spreadsheetId: string;
  /** A fresh random id, such as `Utilities.getUuid()`. */
  readonly newId: () => string;
}

/** The person whose webhook is in use. */
export interface Owner {
  readonly id: string;
  /** The name of the webhook's user in the portal; `''` until the portal was asked, and for one unfit for a sentence. */
  readonly name: string;
}

/** UTF-16 units of a name within a sentence; the rest of a longer one is cut off. */
const OWNER_NAME_MAX_CHARS = 200;

export class SettingsStore {
  readonly spreadsheetId: string;
  private readonly user: PropertyStore;
  private readonly document: PropertyStore;
  private readonly keys: UserKeys;
  private readonly newId: () => string;

  constructor({ user, document, spreadsheetId, newId }: SettingsStorePlatform) {
    this.user = user;
    this.document = document;
    this.spreadsheetId = spreadsheetId;
    this.keys = userKeys(spreadsheetId);
    this.newId = newId;
  }

  /** The document's settings; a value that is missing or damaged is the default. */
  settings(): Settings {
    return restoreSettings(storedEntries(this.document.getProperty(documentKeys.settings)));
  }

  /** The settings as a page may see them: a colleague sees no webhook, the owner its mask. */
  view(): SettingsView {
    const webhook = this.webhook();
    return { webhookUrl: webhook === null ? '' : maskWebhook(webhook), ...this.settings() };
  }

  /** The webhook in use, for its owner; null for everyone else. */
  webhook(): Webhook | null {
    if (!this.isOwner()) return null;
    const parsed = parseWebhook(this.user.getProperty(this.keys.webhook) ?? '');
    return parsed.ok ? parsed.webhook : null;
  }

  /** Saves what `validateSettings` let through. A new webhook makes this person the owner. */
  save(settings: Settings, change: WebhookChange): void {
    this.document.setProperty(documentKeys.settings, JSON.stringify(settings));
    if (change.kind === 'replaced') this.saveWebhook(change.webhook);
    if (change.kind === 'removed') this.removeConnection();
  }

  /** This person's random id, made at the first call. */
  identity(): string {
    const known = this.user.getProperty(this.keys.identity);
    if (known !== null && known !== '') return known;
    const id = this.newId();
    this.user.setProperty(this.keys.identity, id);
    return id;
  }

  /** The owner of the connection, or null where there is no connection. */
  owner(): Owner | null {
    const entries = storedEntries(this.document.getProperty(documentKeys.owner));
    const id = entries?.get('id');
    const name = entries?.get('name');
    if (typeof id !== 'string' || id === '') return null;
    return { id, name: typeof name === 'string' ? name : '' };
  }

  isOwner(): boolean {
    const owner = this.owner();
    return owner !== null && owner.id === this.user.getProperty(this.keys.identity);
  }

  /** Notes what the portal calls the webhook's user; does nothing unless it is this person's and the one in use. */
  nameOwner(name: string, webhook: Webhook): void {
    const owner = this.owner();
    const cut = name.slice(0, OWNER_NAME_MAX_CHARS);
    if (owner === null || this.webhook()?.base !== webhook.base) return;
    const isFit = isQuotable(cut, OWNER_NAME_MAX_CHARS) && !tellsSecret(cut, webhook);
    const shown = isFit ? cut : '';
    if (owner.name === shown) return;
    this.saveOwner({ id: owner.id, name: shown });
  }

  /** What others may read of the person with this identity. */
  shownName(id: string): string {
    const owner = this.owner();
    return owner !== null && owner.id === id && owner.name !== '' ? owner.name : OTHER_PERSON;
  }

  /** Removes this person's own webhook and what its test told: what is left to a former owner. The connection in use stays. */
  forgetOwnWebhook(): void {
    if (this.isOwner()) return;
    this.user.deleteProperty(this.keys.webhook);
    this.user.deleteProperty(this.keys.checked);
  }

  private saveWebhook(webhook: Webhook): void {
    const unchanged = this.webhook()?.base === webhook.base;
    // In this order a failure in between leaves a webhook that nobody uses, not an owner without one.
    this.user.setProperty(this.keys.webhook, webhook.base);
    if (!unchanged) this.saveOwner({ id: this.identity(), name: '' });
  }

  private removeConnection(): void {
    if (this.isOwner()) this.document.deleteProperty(documentKeys.owner);
    this.forgetOwnWebhook();
  }

  private saveOwner(owner: Owner): void {
    this.document.setProperty(documentKeys.owner, JSON.stringify(owner));
  }
}
