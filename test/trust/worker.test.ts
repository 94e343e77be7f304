/** The process that tries parts of suites knows also those that are asked for by name only. */
import { fork } from 'node:child_process';
import type { TrustOutcome } from '../../trust/suite';

/** What a worker answers to a task; null where it ends instead. */
function answerTo(task: { suite: string; part: number }): Promise<TrustOutcome | null> {
  const worker = fork('cli/trust.ts', ['--worker', '--seed', '1'], {
    execArgv: ['--import', 'tsx'],
    stdio: 'ignore',
  });
  worker.send(task);
  return new Promise((resolve) => {
    worker.once('exit', () => resolve(null));
    worker.once('message', (outcome) => {
      worker.disconnect();
      resolve(outcome as TrustOutcome);
    });
  });
}

/** The look-alike addresses, which take the least time. */
const QUICK_PART = { suite: 'secret', part: 6 };

it('tries a part of a suite that is run by name only', async () => {
  expect(await answerTo(QUICK_PART)).toMatchObject({
    tried: [['look-alike addresses', expect.any(Number)]],
    failures: [],
  });
});

it('ends where there is no such part', async () => {
  expect(await answerTo({ suite: 'secret', part: 1_000 })).toBeNull();
});
