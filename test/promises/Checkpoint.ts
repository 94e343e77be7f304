/**
 * A world to come back to, so that it need not be made anew for each try: all its objects stay and get back what they
 * held. What functions have closed over stays as it is; state lies in objects everywhere in simulator and portal.
 */
export class Checkpoint {
  private readonly restorers: (() => void)[] = [];

  constructor(root: object) {
    const seen = new Set<object>();
    const waiting: unknown[] = [root];
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      waiting.push(...this.keep(value));
    }
  }

  /** Puts every object back, as often as needed. */
  restore(): void {
    for (const restore of this.restorers) restore();
  }

  /** Remembers the contents of one object and gives them. */
  private keep(object: object): readonly unknown[] {
    if (ArrayBuffer.isView(object)) return [];
    if (object instanceof Map) {
      const entries = [...(object as Map<unknown, unknown>)];
      this.restorers.push(() => {
        object.clear();
        for (const [key, value] of entries) object.set(key, value);
      });
      return entries.flat();
    }
    if (object instanceof Set) {
      const members = [...(object as Set<unknown>)];
      this.restorers.push(() => {
        object.clear();
        for (const member of members) object.add(member);
      });
      return members;
    }
    const contents = { ...object } as Record<string, unknown>;
    if (!Object.isFrozen(object)) this.restorers.push(putBack(object, contents));
    return Object.values(contents);
  }
}

function putBack(object: object, contents: Readonly<Record<string, unknown>>): () => void {
  if (Array.isArray(object)) {
    // Rows and columns that nobody touched are holes.
    const { length } = object;
    return () => {
      object.length = 0;
      Object.assign(object, contents);
      object.length = length;
    };
  }
  return () => {
    for (const key of Object.keys(object)) {
      if (!Object.hasOwn(contents, key)) Reflect.deleteProperty(object, key);
    }
    Object.assign(object, contents);
  };
}
