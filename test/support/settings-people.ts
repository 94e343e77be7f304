/** A spreadsheet shared by several people: one document store, user properties for each. */
import { SettingsStore } from '../../src/settings/SettingsStore';
import { DEFAULT_SETTINGS } from '../../src/settings/Settings';
import { validateSettings } from '../../src/settings/validate-settings';
import { FakePropertyStore } from './FakePropertyStore';

export class SharedSpreadsheet {
  readonly document = new FakePropertyStore();

  constructor(readonly id = 'SHEET') {}

  /** Someone who has the spreadsheet open; his identity, once made, is `<name>-id`. */
  openedBy(name: string, user = new FakePropertyStore()): Person {
    const newId = (): string => `${name}-id`;
    const store = new SettingsStore({
      user,
      document: this.document,
      spreadsheetId: this.id,
      newId,
      log: { warn: () => undefined },
      unlessSaving: (act) => act(),
    });
    return { user, store };
  }
}

export interface Person {
  readonly user: FakePropertyStore;
  readonly store: SettingsStore;
}

/** Hands settings in as the sidebar does. */
export function handIn({ store }: Person, input: Readonly<Record<string, unknown>>): void {
  const result = validateSettings(input, store.settings(), store.webhook());
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  store.save(result.settings, result.webhook);
  if (result.webhook.kind === 'removed') store.forgetOwnWebhook();
}

/** The view of someone who sees no webhook and settings nobody has touched. */
export const UNTOUCHED_VIEW = { webhookUrl: '', ...DEFAULT_SETTINGS };
