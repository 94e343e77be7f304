/** What Google keeps of a script between its executions: stores, caches, locks, triggers, quotas, screens. */
import type { Clock } from './clock';
import { Quotas } from './Quotas';
import { Screen } from './Screen';
import { CacheStorage, type Vanish } from './services/CacheStorage';
import { Locks } from './services/Locks';
import { PropertyStorage } from './services/PropertyStorage';
import { Triggers } from './Triggers';

/** One value that lies somewhere, for asserting what is readable by whom. */
export interface StoredValue {
  /** `script`, `document` or `user:anna@example.com`. */
  readonly store: string;
  readonly kind: 'property' | 'cache';
  readonly key: string;
  readonly value: string;
}

export interface ScriptStateOptions {
  readonly clock: Clock;
  readonly isAddOn: boolean;
  readonly cacheEntryVanishes?: Vanish;
}

export class ScriptState {
  readonly locks = new Locks();
  readonly quotas: Quotas;
  readonly triggers: Triggers;
  private readonly caches = new Map<string, CacheStorage>();
  private readonly properties = new Map<string, PropertyStorage>();
  private readonly screens = new Map<string, Screen>();

  constructor(private readonly options: ScriptStateOptions) {
    this.quotas = new Quotas(options.clock);
    this.triggers = new Triggers(options.isAddOn);
  }

  cache(store: string): CacheStorage {
    const { clock, cacheEntryVanishes } = this.options;
    return kept(this.caches, store, () => new CacheStorage(clock, cacheEntryVanishes));
  }

  propertyStore(store: string): PropertyStorage {
    return kept(this.properties, store, () => new PropertyStorage());
  }

  screen(user: string): Screen {
    return kept(this.screens, user, () => new Screen());
  }

  /** Everything in properties and caches. */
  stored(): StoredValue[] {
    const all = (
      kind: StoredValue['kind'],
      stores: ReadonlyMap<string, { toRecord(): Record<string, string> }>,
    ) =>
      [...stores].flatMap(([store, content]) =>
        Object.entries(content.toRecord()).map(([key, value]) => ({ store, kind, key, value })),
      );
    return [...all('property', this.properties), ...all('cache', this.caches)];
  }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
