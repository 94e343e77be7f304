/** Who holds which lock, over all executions. */
export class Locks {
  private readonly holders = new Map<string, object>();

  /** Takes the lock for that execution if it is free or its own. */
  take(name: string, execution: object): boolean {
    const holder = this.holders.get(name) ?? execution;
    if (holder === execution) this.holders.set(name, execution);
    return holder === execution;
  }

  holds(name: string, execution: object): boolean {
    return this.holders.get(name) === execution;
  }

  release(name: string, execution: object): void {
    if (this.holds(name, execution)) this.holders.delete(name);
  }

  /** What the end of an execution does, and an alert. */
  releaseAll(execution: object): void {
    for (const name of [...this.holders.keys()]) this.release(name, execution);
  }
}
