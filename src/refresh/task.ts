/**
 * A task is what one part of the report needs to know, written as if every answer came at once: it yields wants
 * and is given their answers. The fetcher runs thousands of them side by side and asks the portal in lists.
 */
import type { Answers, Kind, Want } from '../domain/wants';

export type Task<Result = void> = Generator<readonly Want[], Result, readonly unknown[]>;

/** `const link = yield* ask(want('link', id))` */
export function* ask<K extends Kind>(wanted: Want<K>): Task<Answers[K]> {
  const [answer] = yield [wanted];
  return answer as Answers[K];
}

/** Two wants that need not wait for each other. */
export function* askBoth<A extends Kind, B extends Kind>(
  a: Want<A>,
  b: Want<B>,
): Task<[Answers[A], Answers[B]]> {
  const [first, second] = yield [a, b];
  return [first as Answers[A], second as Answers[B]];
}
