/** Virtual time that goes by at the chosen speed while no script runs. */
export class RestingTime {
  private since: number;

  constructor(
    /** Real milliseconds from any beginning. */
    private readonly realTime: () => number,
    /** Virtual milliseconds in a real one. */
    private readonly speed: () => number,
  ) {
    this.since = realTime();
  }

  /** Whole virtual milliseconds since it was begun anew. */
  passed(): number {
    return Math.round((this.realTime() - this.since) * this.speed());
  }

  beginAnew(): void {
    this.since = this.realTime();
  }
}
