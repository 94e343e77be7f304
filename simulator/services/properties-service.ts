/** `PropertiesService`: three stores of strings, each call counted against the user's day. */
import { type Gate, tooManyCalls } from '../service';
import { makeService } from '../service-objects';
import { anything, asText, flag, optional, plainObject, takes, textLike } from '../signature';
import type { PropertyStorage } from './PropertyStorage';

export interface PropertyStorages {
  readonly script: PropertyStorage;
  readonly user: PropertyStorage;
  /** null where no document contains the script. */
  readonly document: PropertyStorage | null;
}

/** `spendOne` takes one operation from the user's daily quota and says whether there was one left. */
export function makePropertiesService(gate: Gate, storages: PropertyStorages, spendOne: () => boolean) {
  const script = makeProperties(gate, storages.script, spendOne);
  const user = makeProperties(gate, storages.user, spendOne);
  const document = storages.document && makeProperties(gate, storages.document, spendOne);
  return makeService<GoogleAppsScript.Properties.PropertiesService>('PropertiesService', gate, {
    getScriptProperties: takes().gives(() => script),
    getUserProperties: takes().gives(() => user),
    getDocumentProperties: takes().gives(() => document),
  });
}

function makeProperties(gate: Gate, storage: PropertyStorage, spendOne: () => boolean) {
  const spend = (): PropertyStorage => {
    if (spendOne()) return storage;
    throw tooManyCalls('properties');
  };
  return makeService<GoogleAppsScript.Properties.Properties>('PropertiesService.Properties', gate, {
    getProperty: takes(textLike).gives((key) => spend().get(key)),
    getProperties: takes().gives(() => spend().toRecord()),
    setProperty: takes(textLike, anything).chains((key, value) => spend().setAll({ [key]: asText(value) })),
    setProperties: takes(plainObject, optional(flag)).chains((values, deleteAllOthers) =>
      spend().setAll(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asText(value)])),
        deleteAllOthers === true,
      ),
    ),
    deleteProperty: takes(textLike).chains((key) => spend().delete(key)),
  });
}
