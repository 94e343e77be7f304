/**
 * What the last test of a connection told, kept with the person who made it: a webhook that is saved after its test is
 * known without asking the portal again. Of the webhook it holds a fingerprint, since the secret has a place of its own.
 */
import { sha256Hex } from '../cache/sha256';
import type { PropertyStore } from '../platform';
import type { Webhook } from '../settings/webhook';
import { isShapedLike, StoredValue } from '../state/StoredValue';

interface Checked {
  /** SHA-256 of the whole webhook. */
  readonly connection: string;
  /** What the portal calls the webhook's user. */
  readonly user: string;
}

const isChecked = isShapedLike<Checked>({ connection: '', user: '' });

export class LastCheck {
  private readonly value: StoredValue<Checked>;

  /** @param properties of the person this execution runs as */
  constructor(properties: PropertyStore, key: string) {
    this.value = new StoredValue(properties, key, isChecked);
  }

  keep({ base }: Webhook, user: string): void {
    this.value.set({ connection: sha256Hex(base), user });
  }

  /** Null where another webhook was tested last. */
  userOf({ base }: Webhook): string | null {
    const checked = this.value.get();
    return checked?.connection === sha256Hex(base) ? checked.user : null;
  }
}
