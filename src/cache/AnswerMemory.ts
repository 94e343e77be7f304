/**
 * The answers of one execution, bounded: the oldest go out first.
 */

/** Share of the bound that is left after answers went out, so that not every further answer looks for the oldest. */
const REMAINING_SHARE = 0.9;

/** An answer in a wrapper, because null and false are answers too. */
export interface Found {
  readonly answer: unknown;
}

interface AnswerFacts {
  /** Milliseconds that it had been in the platform's cache when this refresh took it from there; 0 if it did not. */
  readonly age: number;
  /** How often it was asked for. */
  asked: number;
}

interface Remembered extends AnswerFacts {
  readonly found: Found;
  /** How many times it will be asked for again by an execution that starts over, and was counted before. */
  countedBefore: number;
}

/** What one execution hands to the next: name, answer, how often it was asked for, its age in milliseconds. */
export type MemoryEntry = readonly [name: string, answer: unknown, asked: number, age: number];

export class AnswerMemory {
  private readonly answers = new Map<string, Remembered>();
  private records = 0;

  /** @param maxRecords How many records it may hold: an answer is one, a list one more for each item. */
  constructor(private readonly maxRecords: number) {}

  find(name: string): Found | undefined {
    return this.answers.get(name)?.found;
  }

  /** Whether this refresh has asked for the answer itself. */
  isOwn(name: string): boolean {
    return this.answers.get(name)?.age === 0;
  }

  /** Counts a question for the answer; false where an earlier execution has counted it. */
  countQuestion(name: string): boolean {
    const remembered = this.answers.get(name);
    if (remembered === undefined) return true;
    remembered.asked += 1;
    return remembered.asked > remembered.countedBefore;
  }

  entries(): readonly MemoryEntry[] {
    return [...this.answers].map(([name, { found, asked, countedBefore, age }]) => [
      name,
      found.answer,
      Math.max(asked, countedBefore),
      age,
    ]);
  }

  /** Takes over an earlier execution's entries, to be asked for from the start again. */
  restore(entries: readonly MemoryEntry[]): void {
    for (const [name, answer, asked, age] of entries) {
      this.remember(name, { answer }, { age });
      const remembered = this.answers.get(name);
      if (remembered) remembered.countedBefore = asked;
    }
  }

  /**
   * Takes the answer in place of an earlier one and gives the number of older answers that went out for it.
   * @param facts how many questions for it were counted already, and its age
   */
  remember(name: string, found: Found, { asked = 0, age = 0 }: Partial<AnswerFacts> = {}): number {
    this.forget(name);
    this.answers.set(name, { found, asked, age, countedBefore: 0 });
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

  forget(name: string): void {
    const remembered = this.answers.get(name);
    if (remembered === undefined) return;
    this.answers.delete(name);
    this.records -= recordsIn(remembered.found);
  }
}

function recordsIn({ answer }: Found): number {
  return Array.isArray(answer) ? 1 + answer.length : 1;
}
