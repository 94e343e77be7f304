/** What a trust suite is: a promise tried many times over, the same tries for the same seed. */

export interface TrustOptions {
  readonly seed: number;
  /** All of it for `npm run test:promises`; a sample of it, some seconds long, for the checks. */
  readonly extent: 'full' | 'sample';
}

export interface TrustOutcome {
  /** What was tried and how often: `['kills', 812]`. */
  readonly tried: readonly (readonly [what: string, count: number])[];
  /** One line for each try that broke the promise, with what is needed to repeat it. */
  readonly failures: readonly string[];
}

export type TrustPart = () => TrustOutcome | Promise<TrustOutcome>;

export interface TrustSuite {
  /** Lower-case, a word or two: `crash`, `portal faults`. */
  readonly name: string;
  /** Together the whole suite; each may be tried in a process of its own, in any order. */
  parts(options: TrustOptions): readonly TrustPart[];
}

/** Cut into pieces of that size; the last may be smaller. */
export const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

/** What several parts tried, taken together. */
export function together(outcomes: readonly TrustOutcome[]): TrustOutcome {
  const counts = new Map<string, number>();
  for (const [what, count] of outcomes.flatMap(({ tried }) => tried))
    counts.set(what, (counts.get(what) ?? 0) + count);
  return { tried: [...counts], failures: outcomes.flatMap(({ failures }) => failures) };
}

/** All parts, one after the other. */
export async function tryWhole(suite: TrustSuite, options: TrustOptions): Promise<TrustOutcome> {
  const outcomes: TrustOutcome[] = [];
  for (const part of suite.parts(options)) outcomes.push(await part());
  return together(outcomes);
}
