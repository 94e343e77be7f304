/** A process that tries parts of suites, one after the other: this program once more, with the same TypeScript loader. */
import { fork, type ChildProcess } from 'node:child_process';
import type { TrustOutcome, TrustPart } from '../../trust/suite';

export interface Task {
  readonly suite: string;
  /** Its place among the suite's parts. */
  readonly part: number;
}

/** What V8 optimizes goes with the realm that each execution has of its own. */
const V8_OPTIONS = ['--no-opt'];

export class Worker {
  private readonly child: ChildProcess;

  constructor(args: readonly string[]) {
    this.child = fork(process.argv[1] ?? '', args, { execArgv: [...process.execArgv, ...V8_OPTIONS] });
  }

  /** Only when the task before has been answered. Rejects where the process ends instead. */
  try(task: Task): Promise<TrustOutcome> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error(`${task.suite} could not be tried to its end`));
      child.once('exit', fail);
      child.once('message', (outcome) => {
        child.off('exit', fail);
        resolve(outcome as TrustOutcome);
      });
      child.send(task);
    });
  }

  end(): void {
    if (this.child.connected) this.child.disconnect();
  }
}

/** The other end: answers each task until the parent lets go. An unknown task ends the process. */
export function answerTasks(partsOf: (suite: string) => readonly TrustPart[]): void {
  process.on('message', ({ suite, part }: Task) => {
    const tried = partsOf(suite)[part];
    if (!tried) throw new Error(`The suite ${suite} has no part ${part}`);
    process.send?.(tried());
  });
}
