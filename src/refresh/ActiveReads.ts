/**
 * The reads under way, those first that others wait for: the list brings links, these requisites; rows bring
 * nothing and fill up. There may be ten thousand, and a wave is small, so nothing here looks at all of them.
 */
import { kindOf, QUERIES, READ_PHASES, type ReadPhase } from '../bitrix24/queries';
import type { Read, ReadStep, UnfinishedRead } from '../bitrix24/read';
import type { Query, QueryKind } from '../domain/query';

export interface ActiveRead {
  readonly chunk: readonly Query[];
  readonly read: Read;
  /** The request it needs answered next. */
  call: ReadStep;
}

export class ActiveReads {
  private readonly byPhase = new Map<ReadPhase, ActiveRead[]>(READ_PHASES.map((phase) => [phase, []]));
  private readonly countByKind = new Map<QueryKind, number>();

  add(read: ActiveRead): void {
    this.queueOf(read).push(read);
    this.count(read, 1);
  }

  remove(read: ActiveRead): void {
    const queue = this.queueOf(read);
    queue.splice(queue.indexOf(read), 1);
    this.count(read, -1);
  }

  /** The next `count` reads, those of one phase in the order in which they were added. */
  first(count: number): readonly ActiveRead[] {
    const found: ActiveRead[] = [];
    for (const queue of this.byPhase.values()) found.push(...queue.slice(0, count - found.length));
    return found;
  }

  /** The earliest phase that has a read, null where there is none. */
  phase(): ReadPhase | null {
    return READ_PHASES.find((phase) => this.byPhase.get(phase)?.length) ?? null;
  }

  kinds(): ReadonlySet<QueryKind> {
    return new Set(this.countByKind.keys());
  }

  /** Those that have had some of their pages. */
  unfinished(): readonly UnfinishedRead[] {
    return [...this.byPhase.values()]
      .flat()
      .flatMap(({ chunk, call: { soFar } }) => (soFar === undefined ? [] : [{ chunk, soFar }]));
  }

  private count(read: ActiveRead, change: 1 | -1): void {
    const kind = kindOf(read.chunk);
    const count = (this.countByKind.get(kind) ?? 0) + change;
    if (count === 0) this.countByKind.delete(kind);
    else this.countByKind.set(kind, count);
  }

  private queueOf({ chunk }: ActiveRead): ActiveRead[] {
    return this.byPhase.get(QUERIES[kindOf(chunk)].phase) as ActiveRead[];
  }
}
