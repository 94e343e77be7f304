/**
 * Where the settings lie: the webhook with the person who entered it, the owner, everything else with the
 * document. Nothing is kept between calls, since other executions write the same properties.
 */
import type { Webhook } from '../domain/Webhook';
import type { Properties, PropertyStore } from '../platform/platform';
import { People, type PeopleParts } from './owner';
import { storedEntries } from './plain-object';
import { documentKeys, userKeys, type UserKeys } from './property-keys';
import type { Settings, SettingsView } from './Settings';
import { restoreSettings, type WebhookChange } from './validate-settings';

export interface SettingsStoreParts extends PeopleParts {
  readonly spreadsheetId: string;
}

/** What a page may see of these settings and of this person's webhook in use. */
export const viewOf = (settings: Settings, webhook: Webhook | null): SettingsView => ({
  webhookUrl: webhook?.mask ?? '',
  ...settings,
});

export class SettingsStore {
  readonly spreadsheetId: string;
  readonly people: People;
  private readonly user: PropertyStore;
  private readonly document: PropertyStore;
  private readonly keys: UserKeys;

  constructor(parts: SettingsStoreParts) {
    this.user = parts.user;
    this.document = parts.document;
    this.spreadsheetId = parts.spreadsheetId;
    this.keys = userKeys(parts.spreadsheetId);
    this.people = new People(parts, this.keys);
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
    return this.people.webhook();
  }

  /**
   * Saves what `validateSettings` let through, all or nothing: the document's properties are set by one call. A new
   * webhook makes this person the owner.
   * @throws where the platform refuses; then all is as it was
   */
  save(settings: Settings, change: WebhookChange): void {
    const owner = this.people.ownerAfter(change);
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

  /** Removes this person's own webhook: what is left to a former owner. The connection in use stays. */
  forgetOwnWebhook(): void {
    if (this.people.isOwner()) return;
    this.user.deleteProperty(this.keys.webhook);
    this.user.deleteProperty(this.keys.checked);
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
}
