/** What a trust suite is: a promise tried many times over, the same tries for the same seed. */

export interface TrustOptions {
  readonly seed: number;
  /** All of it for `npm run test:trust`; a sample of it, some seconds long, within `npm test`. */
  readonly extent: 'full' | 'sample';
}

export interface TrustOutcome {
  /** What was tried and how often: `['kills', 812]`. */
  readonly tried: readonly (readonly [what: string, count: number])[];
  /** One line for each try that broke the promise, with what is needed to repeat it. */
  readonly failures: readonly string[];
}

export interface TrustSuite {
  /** Lower-case, a word or two: `crash`, `portal faults`. */
  readonly name: string;
  run(options: TrustOptions): TrustOutcome;
}
