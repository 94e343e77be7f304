/** The writes of one execution that Google has taken but not yet applied: others see nothing of them. */
import { PlatformException } from '../service';
import type { Quirks } from './SpreadsheetModel';

export class PendingWrites {
  private waiting: (() => void)[] = [];
  private refusal: PlatformException | null = null;

  /** Without the quirk every write is applied at once and refused at once. */
  constructor(private readonly quirks: Pick<Quirks, 'defersErrors'>) {}

  /** A write into cells. */
  cells(run: () => void): void {
    if (this.quirks.defersErrors) this.waiting.push(run);
    else run();
  }

  /** The next write fails so when its turn comes, and what follows it until somebody hears of it is lost as well. */
  refuse(refusal: PlatformException): void {
    this.waiting.push(() => {
      throw refusal;
    });
  }

  /** A change of a sheet's name, size or place, which later calls of the same execution count on: applied at once. */
  structure(run: () => void): void {
    if (!this.quirks.defersErrors) {
      run();
      return;
    }
    this.apply();
    this.attempt(run);
  }

  /**
   * Applies what waits and throws the refusal that came of it, once; what was to follow it is lost. Reads, flush
   * and the end of an execution call it; what a killed execution still had waiting is lost with it.
   */
  settle(): void {
    this.apply();
    const { refusal } = this;
    this.refusal = null;
    if (refusal) throw refusal;
  }

  private apply(): void {
    for (const run of this.waiting.splice(0)) this.attempt(run);
  }

  private attempt(run: () => void): void {
    if (this.refusal) return;
    try {
      run();
    } catch (error) {
      if (!(error instanceof PlatformException)) throw error;
      this.refusal = error;
    }
  }
}
