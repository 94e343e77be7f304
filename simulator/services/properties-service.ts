/** `PropertiesService`: three stores of strings, each call counted against the user's day. */
import { makeService, PlatformException, type Gate } from '../service';
import { asText, typed, type Parameter } from '../signature';
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
  const give = <T>(name: string, store: T) => typed(`PropertiesService.${name}`, [], () => store);
  return makeService('PropertiesService', gate, {
    getScriptProperties: give('getScriptProperties', script),
    getUserProperties: give('getUserProperties', user),
    getDocumentProperties: give('getDocumentProperties', document),
  });
}

function makeProperties(gate: Gate, storage: PropertyStorage, spendOne: () => boolean) {
  const method = <Args extends never[], Result>(
    name: string,
    parameters: readonly Parameter[],
    run: (...args: Args) => Result,
  ) => {
    const counted = (...args: Args): Result => {
      if (spendOne()) return run(...args);
      throw new PlatformException('Service invoked too many times for one day: properties.');
    };
    return typed(`PropertiesService.Properties.${name}`, parameters, counted);
  };
  const properties: object = makeService('Properties', gate, {
    getProperty: method('getProperty', ['text'], (key: unknown) => storage.get(asText(key))),
    getProperties: method('getProperties', [], () => storage.toRecord()),
    getKeys: method('getKeys', [], () => storage.keys()),
    setProperty: method('setProperty', ['text', 'any'], (key: unknown, value: unknown) => {
      storage.setAll({ [asText(key)]: asText(value) });
      return properties;
    }),
    setProperties: method(
      'setProperties',
      ['object', 'boolean?'],
      (values: object, deleteAllOthers?: boolean | null) => {
        storage.setAll(
          Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asText(value)])),
          deleteAllOthers === true,
        );
        return properties;
      },
    ),
    deleteProperty: method('deleteProperty', ['text'], (key: unknown) => {
      storage.delete(asText(key));
      return properties;
    }),
    deleteAllProperties: method('deleteAllProperties', [], () => {
      storage.clear();
      return properties;
    }),
  });
  return properties;
}
