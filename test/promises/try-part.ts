/** What each of the processes does that try the suites in full; `jest-worker` calls it there. */
import type { TrustPart } from './suite';
import { SUITES, SUITES_APART } from './suites';

export interface Task {
  readonly suite: string;
  /** Its place among the suite's parts. */
  readonly part: number;
  readonly seed: number;
}

const known = new Map<string, readonly TrustPart[]>();

/** All parts of a suite, run by name only or not. Throws where there is no such suite. */
export function partsOf(name: string, seed: number): readonly TrustPart[] {
  const key = `${name} ${String(seed)}`;
  const parts =
    known.get(key) ??
    [...SUITES, ...SUITES_APART].find((suite) => suite.name === name)?.parts({ seed, extent: 'full' });
  if (!parts) throw new Error(`No suite is called ${name}`);
  known.set(key, parts);
  return parts;
}

/** Throws where there is no such part. */
export function tryPart({ suite, part, seed }: Task): ReturnType<TrustPart> {
  const tried = partsOf(suite, seed)[part];
  if (!tried) throw new Error(`The suite ${suite} has no part ${String(part)}`);
  return tried();
}
