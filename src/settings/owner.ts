/** Whose connection it is: who the owner is, what he is called, and who may name him. */
import type { Webhook } from '../domain/Webhook';
import { attempt } from '../platform/attempt';
import type { Log, PropertyStore } from '../platform/platform';
import { isQuotable } from '../texts/russian';
import { OTHER_PERSON, YOU } from '../texts/person-texts';
import { parseWebhook } from './parse-webhook';
import { storedEntries } from './plain-object';
import { documentKeys, type UserKeys } from './property-keys';
import type { WebhookChange } from './validate-settings';

/** The person whose webhook is in use. */
export interface Owner {
  readonly id: string;
  /** The name of the webhook's user in the portal; `''` until the portal was asked, and for one unfit for a sentence. */
  readonly name: string;
}

export interface PeopleParts {
  /** The user properties of the person this execution runs as. */
  readonly user: PropertyStore;
  readonly document: PropertyStore;
  /** A fresh random id, such as `Utilities.getUuid()`. */
  readonly newId: () => string;
  readonly log: Pick<Log, 'warn'>;
  /** Acts while nobody saves settings, who may be changing the owner, or not at all. */
  readonly unlessSaving: (act: () => void) => void;
}

/** UTF-16 units of a name within a sentence; the rest of a longer one is cut off. */
const OWNER_NAME_MAX_CHARS = 200;

/** The people at a spreadsheet, as one of them may know them. Nothing is kept between calls. */
export class People {
  constructor(
    private readonly parts: PeopleParts,
    private readonly keys: UserKeys,
  ) {}

  /** This person's random id, made at the first call. */
  personId(): string {
    const { user, newId } = this.parts;
    const known = user.getProperty(this.keys.identity);
    if (known !== null && known !== '') return known;
    const id = newId();
    user.setProperty(this.keys.identity, id);
    return id;
  }

  /** The owner of the connection, or null where there is no connection. */
  owner(): Owner | null {
    const entries = storedEntries(this.parts.document.getProperty(documentKeys.owner));
    const id = entries?.get('id');
    const name = entries?.get('name');
    if (typeof id !== 'string' || id === '') return null;
    return { id, name: typeof name === 'string' ? name : '' };
  }

  isOwner(): boolean {
    const owner = this.owner();
    return owner !== null && owner.id === this.parts.user.getProperty(this.keys.identity);
  }

  /** The webhook in use, for its owner; null for everyone else. */
  webhook(): Webhook | null {
    if (!this.isOwner()) return null;
    const parsed = parseWebhook(this.parts.user.getProperty(this.keys.webhook) ?? '');
    return parsed.ok ? parsed.webhook : null;
  }

  /** Whose connection it is after a change by this person: null for nobody's, undefined where that stays as it is. */
  ownerAfter(change: WebhookChange): Owner | null | undefined {
    if (change.kind === 'removed') return this.isOwner() ? null : undefined;
    if (change.kind === 'kept' || change.webhook.isSameAs(this.webhook())) return undefined;
    return { id: this.personId(), name: '' };
  }

  /** What others may read of the person with this id. */
  shownName(id: string): string {
    const owner = this.owner();
    return owner !== null && owner.id === id && owner.name !== '' ? owner.name : OTHER_PERSON;
  }

  /** What this person may read of the one with that id: himself as «вы». */
  shownToMe(id: string): string {
    return id === this.parts.user.getProperty(this.keys.identity) ? YOU : this.shownName(id);
  }

  /** Whether that is this person, the owner, whom the portal has not named yet: to himself he is not another one. */
  isNameless(id: string): boolean {
    return this.isOwner() && this.owner()?.id === id && this.owner()?.name === '';
  }

  /**
   * Notes what the portal calls the webhook's user; does nothing unless it is this person's and the one in use. What
   * cannot be noted now is noted by the next refresh.
   */
  nameOwner(name: string, webhook: Webhook): void {
    if (this.owner()?.name !== name) this.note('the name', webhook, () => this.noteName(name, webhook));
  }

  /** Notes what the portal has told, unless the webhook is not this person's or not the one in use. */
  note(what: string, webhook: Webhook, act: () => void): void {
    const { log, unlessSaving } = this.parts;
    attempt(log, what, () =>
      unlessSaving(() => {
        if (webhook.isSameAs(this.webhook())) act();
      }),
    );
  }

  private noteName(name: string, webhook: Webhook): void {
    const owner = this.owner();
    const cut = name.slice(0, OWNER_NAME_MAX_CHARS);
    if (owner === null) return;
    const shown = isQuotable(cut, OWNER_NAME_MAX_CHARS) && !webhook.isToldBy(cut) ? cut : '';
    if (owner.name === shown) return;
    this.parts.document.setProperty(documentKeys.owner, JSON.stringify({ id: owner.id, name: shown }));
  }
}
