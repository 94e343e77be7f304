/** Runs claims and compares what came with what the simulator gives. */
import type { Claims, Json, Platform } from './Claim';

export interface Checked {
  readonly claim: string;
  readonly expected: Json;
  readonly got: Json;
  readonly differs: boolean;
}

export function checkClaims(
  claims: Claims,
  expected: Readonly<Record<string, Json>>,
  platform: Platform,
): Checked[] {
  return Object.entries(claims).map(([claim, run]) => {
    platform.sheet.clear();
    return compare(
      claim,
      expected[claim] ?? null,
      outcome(() => run(platform)),
    );
  });
}

export const compare = (claim: string, expected: Json, got: Json): Checked => ({
  claim,
  expected,
  got,
  differs: JSON.stringify(expected) !== JSON.stringify(got),
});

/** A claim that fails by an exception goes on record like any other outcome. */
function outcome(run: () => Json): Json {
  try {
    return run();
  } catch (error) {
    return { threw: String(error) };
  }
}
