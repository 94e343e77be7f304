/**
 * `npm run test:promises [-- --seed random|N] [-- --suite name]`: tries the promises in full, the parts of the suites
 * side by side on the machine's cores. The exit code is 1 where one was broken.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { together, type TrustOutcome, type TrustPart } from '../trust/suite';
import { buildDistribution, writeDistribution } from '../bundler/distribution';
import { answerTasks, Worker, type Task } from './trust/Worker';

const DEFAULT_SEED = 1;
const SEEDS = 2 ** 31;
/** Processes; each may come to need two gigabytes of memory. */
const AT_ONCE = Math.min(4, availableParallelism());

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(DEFAULT_SEED) },
    suite: { type: 'string' },
    // What a child process is told: to try the parts that it is sent.
    worker: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const started = Date.now();
  const seed = seedOf(values.seed);
  if (!values.worker) writeDistribution('dist', await buildDistribution(process.cwd(), { published: false }));
  // Loaded only now: the suites' worlds read dist/.
  const { SUITES, SUITES_APART } = await import('../trust/suites');
  const all = [...SUITES, ...SUITES_APART];
  const chosen = values.suite === undefined ? SUITES : all.filter(({ name }) => name === values.suite);
  if (chosen.length === 0) throw new Error(`No suite is called ${values.suite ?? ''}`);
  const parts = new Map<string, readonly TrustPart[]>();
  const partsOf = (name: string): readonly TrustPart[] => {
    const suite = all.find((each) => each.name === name);
    const known = parts.get(name) ?? suite?.parts({ seed, extent: 'full' }) ?? [];
    parts.set(name, known);
    return known;
  };
  if (values.worker) {
    answerTasks(partsOf);
    return;
  }
  console.log(`seed ${seed}`);
  await tryAll(
    chosen.map(({ name }) => partsOf(name).map((_, part) => ({ suite: name, part }))),
    seed,
  );
  console.log(`${secondsSince(started)} s in all`);
}

function seedOf(text: string): number {
  const seed = text === 'random' ? randomInt(SEEDS) : Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number or random');
  return seed;
}

/** Each suite is told of when its last part is through. */
async function tryAll(suites: readonly (readonly Task[])[], seed: number): Promise<void> {
  const started = Date.now();
  const waiting = suites.flat();
  const outcomes = new Map<string, TrustOutcome[]>(suites.map(([first]) => [first?.suite ?? '', []]));
  const sizes = new Map(suites.map((tasks) => [tasks[0]?.suite ?? '', tasks.length]));
  const work = async (): Promise<void> => {
    const worker = new Worker(['--worker', '--seed', String(seed)]);
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
        const done = outcomes.get(task.suite) ?? [];
        done.push(await worker.try(task));
        if (done.length === sizes.get(task.suite)) tell(task.suite, together(done), secondsSince(started));
      }
    } finally {
      worker.end();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function tell(name: string, { tried, failures }: TrustOutcome, seconds: number): void {
  const counts = tried.map(([what, count]) => `${count} ${what}`).join(', ');
  console.log(`${name}: ${counts}; failures ${failures.length}; through after ${seconds} s`);
  for (const failure of failures) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

const secondsSince = (time: number): number => Math.round((Date.now() - time) / 1000);

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
