/**
 * `npm run test:trust [-- --seed random|N] [-- --suite name]`: tries every promise in full, two suites at a time, each
 * in a process of its own. The exit code is 1 where one was broken.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { TrustOutcome } from '../trust/suite';
import { buildDistribution, writeDistribution } from './build/distribution';

const DEFAULT_SEED = 1;
const SEEDS = 2 ** 31;
const AT_ONCE = 2;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(DEFAULT_SEED) },
    suite: { type: 'string' },
    // What a child process is told: to try the suite itself.
    here: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const seed = seedOf(values.seed);
  if (!values.here) writeDistribution('dist', await buildDistribution(process.cwd(), { published: false }));
  // Loaded only now: the suites' worlds read dist/.
  const { SUITES } = await import('../trust/suites');
  const chosen = SUITES.filter(({ name }) => values.suite === undefined || name === values.suite);
  if (chosen.length === 0) throw new Error(`No suite is called ${values.suite ?? ''}`);
  if (values.here) {
    for (const suite of chosen) console.log(JSON.stringify(suite.run({ seed, extent: 'full' })));
    return;
  }
  console.log(`seed ${seed}`);
  const waiting = chosen.map(({ name }) => name);
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = Date.now();
      tell(name, await tryInChild(name, seed), Date.now() - started);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function seedOf(text: string): number {
  const seed = text === 'random' ? randomInt(SEEDS) : Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number or random');
  return seed;
}

function tell(name: string, { tried, failures }: TrustOutcome, milliseconds: number): void {
  const counts = tried.map(([what, count]) => `${count} ${what}`).join(', ');
  const seconds = Math.round(milliseconds / 1000);
  console.log(`${name}: ${counts}; failures ${failures.length}; ${seconds} s`);
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

/** This program once more, with the same TypeScript loader. */
function tryInChild(suite: string, seed: number): Promise<TrustOutcome> {
  const args = [
    ...process.execArgv,
    process.argv[1] ?? '',
    '--here',
    '--suite',
    suite,
    '--seed',
    String(seed),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as TrustOutcome);
      else reject(new Error(`${suite} could not be tried to its end`));
    });
  });
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
