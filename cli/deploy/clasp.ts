/** Runs clasp, Google's own command for pushing scripts, as a child process that asks nothing. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { LOCAL_FILE } from './local-project';

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

/** `folder`: the project's. The script is the one of its local file, which has to be there. */
export function claspIn(folder: string, env: NodeJS.ProcessEnv = process.env): Clasp {
  const project = ['--project', path.resolve(folder, LOCAL_FILE)];
  return (...args) =>
    new Promise((resolve) => {
      // Its output is no terminal, so clasp asks no question: what it would have asked is asked here.
      execFile(
        process.execPath,
        [COMMAND, ...project, ...args],
        { cwd: folder, env },
        (error, stdout, stderr) => {
          resolve({
            succeeded: error === null,
            answer: stdout.trim(),
            output: `${stdout}\n${stderr}`.trim(),
          });
        },
      );
    });
}
