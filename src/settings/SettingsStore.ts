/**
 * Where the settings lie: the webhook with the person who entered it, the owner, everything else with the
 * document. Nothing is kept between calls, since other executions write the same properties.
 */
import type { Properties, PropertyStore } from '../platform/platform';
import type { Webhook } from '../domain/Webhook';
import { isQuotable } from '../texts/russian';
import { OTHER_PERSON } from '../texts/settings-texts';
import { parseWebhook } from './parse-webhook';
import { storedEntries } from './plain-object';
import type { UserKeys } from './property-keys';
import { documentKeys, userKeys } from './property-keys';
import type { Settings, SettingsView } from './Settings';
import type { WebhookChange } from './validate-settings';
import { restoreSettings } from './validate-settings';

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

/** What a page may see of these settings and of this person's webhook in use. */
export const viewOf = (settings: Settings, webhook: Webhook | null): SettingsView => ({
  webhookUrl: webhook?.mask ?? '',
  ...settings,
});

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
    return viewOf(this.settings(), this.webhook());
  }

  /** The webhook in use, for its owner; null for everyone else. */
  webhook(): Webhook | null {
    if (!this.isOwner()) return null;
    const parsed = parseWebhook(this.user.getProperty(this.keys.webhook) ?? '');
    return parsed.ok ? parsed.webhook : null;
  }

  /**
   * Saves what `validateSettings` let through, all or nothing: the document's properties are set by one call. A new
   * webhook makes this person the owner.
   * @throws where the platform refuses; then all is as it was
   */
  save(settings: Settings, change: WebhookChange): void {
    const owner = this.ownerAfter(change);
    const values: Properties = {
      [documentKeys.settings]: JSON.stringify(settings),
      ...(owner === undefined ? {} : { [documentKeys.owner]: JSON.stringify(owner) }),
    };
    const former = this.user.getProperty(this.keys.webhook);
    // In this order an end in between leaves a webhook that nobody uses, not an owner without one.
    if (change.kind === 'replaced') this.user.setProperty(this.keys.webhook, change.webhook.base);
    try {
      this.setSurely(values);
    } catch (error) {
      if (change.kind === 'replaced') this.restoreWebhook(former);
      throw error;
    }
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
    if (owner === null || !webhook.isSameAs(this.webhook())) return;
    const isFit = isQuotable(cut, OWNER_NAME_MAX_CHARS) && !webhook.isToldBy(cut);
    const shown = isFit ? cut : '';
    if (owner.name === shown) return;
    this.saveOwner({ id: owner.id, name: shown });
  }

  /** What others may read of the person with this identity. */
  shownName(id: string): string {
    const owner = this.owner();
    return owner !== null && owner.id === id && owner.name !== '' ? owner.name : OTHER_PERSON;
  }

  /** Whether that is this person, the owner, whom the portal has not named yet: to himself he is not another one. */
  isNameless(id: string): boolean {
    return this.isOwner() && this.owner()?.id === id && this.owner()?.name === '';
  }

  /** Removes this person's own webhook: what is left to a former owner. The connection in use stays. */
  forgetOwnWebhook(): void {
    if (this.isOwner()) return;
    this.user.deleteProperty(this.keys.webhook);
    this.user.deleteProperty(this.keys.checked);
  }

  /** Whose connection it is then: null for nobody's, undefined where that stays as it is. */
  private ownerAfter(change: WebhookChange): Owner | null | undefined {
    if (change.kind === 'replaced') {
      return change.webhook.isSameAs(this.webhook()) ? undefined : { id: this.identity(), name: '' };
    }
    return change.kind === 'removed' && this.isOwner() ? null : undefined;
  }

  /** A service that fails for a moment is asked again; it may have done it all the same. */
  private setSurely(values: Properties): void {
    try {
      this.document.setProperties(values);
    } catch {
      this.document.setProperties(values);
    }
  }

  private restoreWebhook(former: string | null): void {
    if (former === null) this.user.deleteProperty(this.keys.webhook);
    else this.user.setProperty(this.keys.webhook, former);
  }

  private saveOwner(owner: Owner): void {
    this.document.setProperty(documentKeys.owner, JSON.stringify(owner));
  }
}
