/** A store as it stands when it is first read: all of it by one call, and with what this execution writes into it. */
import type { PropertyStore } from '../platform/platform';

export class ReadOnce implements PropertyStore {
  private values: Map<string, string> | null = null;

  constructor(private readonly store: PropertyStore) {}

  getProperty(key: string): string | null {
    return this.read().get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    return Object.fromEntries(this.read());
  }

  setProperty(key: string, value: string): void {
    this.store.setProperty(key, value);
    this.values?.set(key, value);
  }

  setProperties(values: Record<string, string>): void {
    this.store.setProperties(values);
    for (const [key, value] of Object.entries(values)) this.values?.set(key, value);
  }

  deleteProperty(key: string): void {
    this.store.deleteProperty(key);
    this.values?.delete(key);
  }

  private read(): Map<string, string> {
    return (this.values ??= new Map(Object.entries(this.store.getProperties())));
  }
}
