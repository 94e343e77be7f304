/** Cells that a member has written, by the sheet's name and A1. */
export interface Write {
  readonly member: string;
  readonly place: string;
}

/** What an execution asked of the platform: how often each member was called. */
export class Ledger {
  private readonly calls = new Map<string, number>();
  private readonly written: Write[] = [];
  private all = 0;

  record(member: string): void {
    this.calls.set(member, this.of(member) + 1);
    this.all++;
  }

  wrote(member: string, place: string): void {
    this.written.push({ member, place });
  }

  /** Where cells were written, in order; a list of ranges is one for each of them. */
  get writes(): readonly Write[] {
    return this.written;
  }

  /** Calls of one member (`Range.setValues`). */
  of(member: string): number {
    return this.calls.get(member) ?? 0;
  }

  /** Calls of all members that begin so; of everything when left out. */
  total(prefix = ''): number {
    if (prefix === '') return this.all;
    let total = 0;
    for (const [member, count] of this.calls) if (member.startsWith(prefix)) total += count;
    return total;
  }

  /** Counts by member, in order of name. */
  toRecord(): Record<string, number> {
    return Object.fromEntries([...this.calls].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}
