/** One store of properties as it lies on Google's side between executions. */
import { LIMITS } from '../limits';
import { PlatformException } from '../service';

const bytesOf = (text: string) => Buffer.byteLength(text);

export class PropertyStorage {
  private values = new Map<string, string>();

  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  toRecord(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  /** Throws where one value or the whole store would be too large; then nothing is set. */
  setAll(values: Readonly<Record<string, string>>, deleteAllOthers = false): void {
    for (const value of Object.values(values)) {
      if (bytesOf(value) > LIMITS.propertyValueBytes)
        throw new PlatformException('Argument too large: value');
    }
    const next = new Map([...(deleteAllOthers ? [] : this.values), ...Object.entries(values)]);
    let size = 0;
    for (const [key, value] of next) size += bytesOf(key) + bytesOf(value);
    if (size > LIMITS.propertyStoreBytes) {
      throw new PlatformException(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.values = next;
  }
}
