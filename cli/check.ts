/**
 * `npm run check [-- NAME…] [-- --fix] [-- --ci [--recorded FOLDER]]`: all checks, or those whose names begin so. With
 * `--fix` it first mends what can be mended, with `--ci` it also runs what needs more than the lock file. The last
 * line counts each test and each other step.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countOf, type Count, type JestCounts } from './check/count';
import { closingLine, runSteps, type Totals } from './check/run-steps';
import { countsFile, stepsWith, type Step } from './check/steps';

/** CI gives a run a quarter of an hour. */
const LATEST_END = 13 * 60_000;

const started = Date.now();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ci: { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
    recorded: { type: 'string' },
  },
});
const isChosen = ({ name, ciOnly }: Step): boolean =>
  positionals.length > 0 ? positionals.some((begin) => name.startsWith(begin)) : values.ci || !ciOnly;
const steps = stepsWith(values.recorded).filter(isChosen);
const totals: Totals = { passed: 0, failed: 0, notRun: [] };
const running = new Set<ChildProcess>();

/** Exit code, null where it was killed or could not be started. Without `alone` its output comes when it has ended. */
function execute(
  [program, ...options]: readonly [string, ...string[]],
  alone: boolean,
): Promise<number | null> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn(program, options, {
      stdio: alone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(error.message)));
    child.on('close', (status) => {
      running.delete(child);
      process.stdout.write(Buffer.concat(output));
      resolve(status);
    });
  });
}

async function run(step: Step, alone: boolean): Promise<Count> {
  const file = countsFile(step.name);
  // jest makes no folder for its counts.
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const line = `== ${step.command.join(' ')}`;
  if (alone) console.log(line);
  const begun = Date.now();
  const status = await execute(step.command, alone);
  console.log(`${alone ? '==' : line}: ${String(Math.round((Date.now() - begun) / 1000))} s`);
  const jest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestCounts) : null;
  return countOf(step, status, jest);
}

function end(): void {
  if (totals.notRun.length > 0) console.log(`not run, not counted: ${totals.notRun.join(', ')}`);
  console.log(closingLine(totals));
  process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill();
    totals.failed += 1;
    end();
  });
}

if (values.fix) for (const { fix } of steps) if (fix !== undefined) await execute(fix, true);
const isLate = ({ minutes = 0 }: Step): boolean =>
  values.ci && Date.now() - started + minutes * 60_000 > LATEST_END;
await runSteps(steps, totals, {
  cores: availableParallelism(),
  run,
  isLate,
  say: (line) => console.log(line),
});
end();
