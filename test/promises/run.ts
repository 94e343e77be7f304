/**
 * `npm run test:promises [-- --seed random|N] [-- --suite name]`: tries the promises in full, the parts of the suites
 * side by side on the machine's cores. The exit code is 1 where one was broken.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'jest-worker';
import buildBeforeAllTests from '../support/before-all-tests';
import { together, type TrustOutcome } from './suite';
import type { Task } from './try-part';

const DEFAULT_SEED = 1;
const SEEDS = 2 ** 31;
/** Processes; each may come to need two gigabytes of memory. */
const AT_ONCE = Math.min(4, availableParallelism());
/** What V8 optimizes goes with the realm that each execution has of its own. */
const V8_OPTIONS = ['--no-opt'];

const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(DEFAULT_SEED) }, suite: { type: 'string' } },
});

async function main(): Promise<void> {
  const started = Date.now();
  const seed = seedOf(values.seed);
  await buildBeforeAllTests();
  // Loaded only now: the suites' worlds read both forms.
  const { SUITES } = await import('./suites');
  const { partsOf } = await import('./try-part');
  const names = values.suite === undefined ? SUITES.map(({ name }) => name) : [values.suite];
  const sizes = names.map((name) => [name, partsOf(name, seed).length] as const);
  console.log(`seed ${String(seed)}`);
  await tryAll(sizes, seed, started);
  console.log(`${String(secondsSince(started))} s in all`);
}

function seedOf(text: string): number {
  const seed = text === 'random' ? randomInt(SEEDS) : Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number or random');
  return seed;
}

/** Each part is told of when it is through, so that a long run that is stopped has said what it found. */
async function tryAll(
  suites: readonly (readonly [name: string, parts: number])[],
  seed: number,
  started: number,
): Promise<void> {
  const worker = new Worker(new URL('./try-part.ts', import.meta.url), {
    exposedMethods: ['tryPart'],
    numWorkers: AT_ONCE,
    // A part that ended its process once would do so again.
    maxRetries: 0,
    forkOptions: { execArgv: [...process.execArgv, ...V8_OPTIONS], stdio: 'inherit' },
  }) as Worker & { tryPart(task: Task): Promise<TrustOutcome> };
  try {
    await Promise.all(
      suites.map(async ([suite, parts]) => {
        let through = 0;
        const tried = Array.from({ length: parts }, async (_, part) => {
          const outcome = await worker.tryPart({ suite, part, seed });
          through += 1;
          const progress = `${String(through)} of ${String(parts)} parts`;
          console.error(`${suite}: ${progress}, ${String(secondsSince(started))} s`);
          for (const failure of outcome.failures) console.error(`  part ${String(part)}: ${failure}`);
          return outcome;
        });
        tell(suite, together(await Promise.all(tried)), secondsSince(started));
      }),
    );
  } finally {
    await worker.end();
  }
}

function tell(name: string, { tried, failures }: TrustOutcome, seconds: number): void {
  const counts = tried.map(([what, count]) => `${String(count)} ${what}`).join(', ');
  console.log(`${name}: ${counts}; failures ${String(failures.length)}; through after ${String(seconds)} s`);
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

const secondsSince = (time: number): number => Math.round((Date.now() - time) / 1000);

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
