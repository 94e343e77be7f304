/** What a suite of series has tried. */
export interface Tally {
  refreshes: number;
  edits: number;
  /** Those during which people worked. */
  restless: number;
  rounds: number;
  /** Refreshes that read all anew, by what made them. */
  readonly whole: Map<string, number>;
}

export const newTally = (): Tally => ({ refreshes: 0, edits: 0, restless: 0, rounds: 0, whole: new Map() });

export const countWhole = ({ whole }: Tally, wholeFor: string | null): void =>
  void whole.set(wholeFor ?? 'not', (whole.get(wholeFor ?? 'not') ?? 0) + 1);

export interface BundleTally extends Tally {
  unattended: number;
  /** Refreshes whose sheets were held against those of a first report. */
  compared: number;
  /** Executions that were ended at some call. */
  kills: number;
}

export const newBundleTally = (): BundleTally => ({ ...newTally(), unattended: 0, compared: 0, kills: 0 });
