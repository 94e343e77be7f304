/** Runs clasp, Google's own command for pushing scripts, as a child process that asks nothing. */
import { execFile } from 'node:child_process';
import path from 'node:path';

export interface ClaspRun {
  readonly succeeded: boolean;
  /** What it printed as its answer. */
  readonly answer: string;
  /** Everything it printed. */
  readonly output: string;
}

const COMMAND = path.resolve('node_modules/@google/clasp/build/src/index.js');

/** `args` as on the command line. */
export type Clasp = (...args: readonly string[]) => Promise<ClaspRun>;

/** `folder`: the project's, with `.clasp.json` where there is a script. */
export function claspIn(folder: string, env: NodeJS.ProcessEnv = process.env): Clasp {
  return (...args) =>
    new Promise((resolve) => {
      // Its output is no terminal, so clasp asks no question: what it would have asked is asked here.
      execFile(process.execPath, [COMMAND, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
        resolve({
          succeeded: error === null,
          answer: stdout.trim(),
          output: `${stdout}\n${stderr}`.trim(),
        });
      });
    });
}
