/**
 * The answers of one execution, bounded: the oldest go out first.
 */

/** Share of the bound that is left after answers went out, so that not every further answer looks for the oldest. */
const REMAINING_SHARE = 0.9;

/** An answer in a wrapper, because null and false are answers too. */
export interface Found {
  readonly answer: unknown;
}

interface Remembered {
  readonly found: Found;
  /** How often it was asked for. */
  asked: number;
  /** How many times it will be asked for again by an execution that starts over, and was counted before. */
  countedBefore: number;
}

/** What one execution hands to the next: name, answer, how often it was asked for. */
export type MemoryEntry = readonly [name: string, answer: unknown, asked: number];

export class AnswerMemory {
  private readonly answers = new Map<string, Remembered>();
  private records = 0;

  /** @param maxRecords How many records it may hold: an answer is one, a list one more for each item. */
  constructor(private readonly maxRecords: number) {}

  find(name: string): Found | undefined {
    return this.answers.get(name)?.found;
  }

  /** Counts a question for the answer; false where an earlier execution has counted it. */
  countQuestion(name: string): boolean {
    const remembered = this.answers.get(name);
    if (remembered === undefined) return true;
    remembered.asked += 1;
    return remembered.asked > remembered.countedBefore;
  }

  entries(): readonly MemoryEntry[] {
    return [...this.answers].map(([name, { found, asked, countedBefore }]) => [
      name,
      found.answer,
      Math.max(asked, countedBefore),
    ]);
  }

  /** Takes over an earlier execution's entries, to be asked for from the start again. */
  restore(entries: readonly MemoryEntry[]): void {
    for (const [name, answer, asked] of entries) {
      this.remember(name, { answer });
      const remembered = this.answers.get(name);
      if (remembered) remembered.countedBefore = asked;
    }
  }

  /**
   * Takes the answer in place of an earlier one and gives the number of older answers that went out for it.
   * @param asked how many questions for it were counted already
   */
  remember(name: string, found: Found, asked = 0): number {
    this.forget(name);
    this.answers.set(name, { found, asked, countedBefore: 0 });
    this.records += recordsIn(found);
    return this.records > this.maxRecords ? this.dropOldest(name) : 0;
  }

  private dropOldest(newest: string): number {
    let dropped = 0;
    for (const name of this.answers.keys()) {
      if (name === newest || this.records <= this.maxRecords * REMAINING_SHARE) break;
      this.forget(name);
      dropped += 1;
    }
    return dropped;
  }

  private forget(name: string): void {
    const remembered = this.answers.get(name);
    if (remembered === undefined) return;
    this.answers.delete(name);
    this.records -= recordsIn(remembered.found);
  }
}

function recordsIn({ answer }: Found): number {
  return Array.isArray(answer) ? 1 + answer.length : 1;
}
