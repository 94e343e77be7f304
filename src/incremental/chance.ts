/** Numbers for questions: the same in all executions of one run, so that what was answered once is found again. */
import { sha256Hex } from '../hash/sha256';
import type { Chance } from './doubt';

/** Hexadecimal digits of a hash that make a number below 2^52. */
const DIGITS = 13;

/** @param seed what no other run has */
export function chanceOf(seed: string): Chance {
  let count = 0;
  const next = (): number => parseInt(sha256Hex(`${seed}:${(count += 1)}`).slice(0, DIGITS), 16);
  return { nonce: () => next() + 1, below: (end) => next() % end };
}
