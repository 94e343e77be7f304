/**
 * A task is what one part of the report needs to know, written as if every answer came at once: it yields queries
 * and is given their answers. The fetcher runs thousands of them side by side and asks the portal in lists.
 */
import type { Answers, Query, QueryKind } from './query';

export type Task<Result = void> = Generator<readonly Query[], Result, readonly unknown[]>;

/** `const link = yield* ask(query('link', id))` */
export function* ask<K extends QueryKind>(query: Query<K>): Task<Answers[K]> {
  const [answer] = yield [query];
  return answer as Answers[K];
}

/** Two queries that need not wait for each other. */
export function* askBoth<A extends QueryKind, B extends QueryKind>(
  a: Query<A>,
  b: Query<B>,
): Task<[Answers[A], Answers[B]]> {
  const [first, second] = yield [a, b];
  return [first as Answers[A], second as Answers[B]];
}

/** Several tasks side by side, whose questions go together. Their results are in their order. */
export function* together<Result>(tasks: readonly Task<Result>[]): Task<Result[]> {
  let steps = tasks.map((task) => task.next([]));
  while (steps.some(({ done }) => done !== true)) {
    const asked = steps.map((step) => (step.done === true ? [] : step.value));
    const answers = yield asked.flat();
    let at = 0;
    steps = steps.map((step, index) => {
      if (step.done === true) return step;
      const own = answers.slice(at, (at += (asked[index] ?? []).length));
      return (tasks[index] as Task<Result>).next(own);
    });
  }
  return steps.map(({ value }) => value as Result);
}

/** A task that hands its result on. */
export function* thenDo<Result>(task: Task<Result>, act: (result: Result) => void): Task {
  act(yield* task);
}

/** Carries out a task by itself, where every answer is at hand. */
export function carryOut<Result>(task: Task<Result>, answerTo: (query: Query) => unknown): Result {
  let step = task.next([]);
  while (!step.done) step = task.next(step.value.map(answerTo));
  return step.value;
}
