/** `npm run check`: what is run, when, and how it is counted. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countOf, type JestCounts } from '../../../cli/check/count';
import { closingLine, runSteps, type StepTools, type Totals } from '../../../cli/check/run-steps';
import { stepsWith, type Step } from '../../../cli/check/steps';
import { NOT_RUN } from '../../../cli/not-run';
import { withProject } from './temporary-project';

const counted = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0): JestCounts => ({
  ...{ numPassedTests, numFailedTests, numRuntimeErrorTestSuites },
});

describe('the count of a step', () => {
  it.each<[string, Step['counts'], number | null, JestCounts | null, ReturnType<typeof countOf>]>([
    ['one for a step that passed', 'step', 0, null, { passed: 1, failed: 0, notRun: false }],
    ['one for a step that failed', 'step', 2, null, { passed: 0, failed: 1, notRun: false }],
    ['one for a step that was killed', 'step', null, null, { passed: 0, failed: 1, notRun: false }],
    ['nothing for one that could not be run', 'step', NOT_RUN, null, { passed: 0, failed: 0, notRun: true }],
    ['each test', 'tests', 0, counted(7), { passed: 7, failed: 0, notRun: false }],
    ['each test that failed', 'tests', 1, counted(7, 2), { passed: 7, failed: 2, notRun: false }],
    ['a test file that does not load', 'tests', 1, counted(7, 0, 1), { passed: 7, failed: 1, notRun: false }],
    ['a failure of jest itself', 'tests', 1, counted(7), { passed: 7, failed: 1, notRun: false }],
    ['a failure where no test ran', 'tests', 0, counted(0), { passed: 0, failed: 1, notRun: false }],
    ['a failure where jest died', 'tests', 134, null, { passed: 0, failed: 1, notRun: false }],
    ['no tests that could not be run', 'tests', NOT_RUN, null, { passed: 0, failed: 0, notRun: true }],
    ['nothing for a preparation', 'preparation', 0, null, { passed: 0, failed: 0, notRun: false }],
    ['nothing for a failed preparation', 'preparation', 1, null, { passed: 0, failed: 0, notRun: true }],
  ])('is %s', (_, counts, status, left, expected) => {
    expect(countOf({ counts }, status, left)).toEqual(expected);
  });
});

/** Runs the real table; `behaviour` gives the exit code of a step, 0 without it. Tests are seven each. */
async function runWith(behaviour: Readonly<Record<string, number>> = {}, options: Partial<StepTools> = {}) {
  const events: string[] = [];
  let quick = 0;
  let mostQuick = 0;
  const totals: Totals = { passed: 0, failed: 0, notRun: [] };
  const steps = stepsWith('a-folder');
  await runSteps(steps, totals, {
    cores: 2,
    run: async (step) => {
      events.push(step.name);
      if (step.turn === 'quick') mostQuick = Math.max(mostQuick, (quick += 1));
      await Promise.resolve();
      if (step.turn === 'quick') quick -= 1;
      const status = behaviour[step.name] ?? 0;
      return countOf(step, status, counted(7, step.counts === 'tests' && status === 1 ? 2 : 0));
    },
    isLate: () => false,
    say: () => undefined,
    ...options,
  });
  const single = steps.filter(({ counts }) => counts === 'step').length;
  const tests = steps.filter(({ counts }) => counts === 'tests').length;
  return { steps, events, mostQuick, totals, all: single + 7 * tests };
}

describe('the checks', () => {
  it('run every step once, the quick ones side by side on the cores there are', async () => {
    const { steps, events, mostQuick, totals, all } = await runWith();
    expect([...events].sort()).toEqual(steps.map(({ name }) => name).sort());
    expect(mostQuick).toBe(2);
    expect(totals).toEqual({ passed: all, failed: 0, notRun: [] });
  });

  it('go on after a step that failed', async () => {
    const { steps, events, totals, all } = await runWith({ lint: 1, tests: 1, browser: 1 });
    expect(events).toHaveLength(steps.length);
    expect(totals).toEqual({ passed: all - 1, failed: 1 + 2 + 2, notRun: [] });
  });

  it('say which steps could not be run, and count them neither way', async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const { totals, all } = await runWith({ office: NOT_RUN, browser: NOT_RUN }, { say });
    expect(totals).toEqual({ passed: all - 1 - 7, failed: 0, notRun: ['office', 'browser'] });
    expect(said.join('\n')).toMatch(/not run, not counted: office.*\n.*not run, not counted: browser/);
  });

  it('leave the last steps out, uncounted, where the machine has taken too long', async () => {
    const { steps, totals } = await runWith({}, { isLate: () => true });
    expect(totals.notRun).toEqual(steps.filter(({ turn }) => turn === 'last').map(({ name }) => name));
    expect(totals.failed).toBe(0);
  });

  it('run those of the last for which there is time', async () => {
    const { steps, totals } = await runWith({}, { isLate: ({ minutes = 0 }) => minutes > 1 });
    const long = steps.filter(({ turn, minutes = 0 }) => turn === 'last' && minutes > 1);
    expect(totals.notRun).toEqual(long.map(({ name }) => name));
    expect(totals.notRun).toEqual(expect.not.arrayContaining(['demo', 'decode']));
  });

  it('wait for the programs before the steps that need them, and not before the tests', async () => {
    let installed = (): void => undefined;
    const events: string[] = [];
    await runWith(
      {},
      {
        run: async (step) => {
          events.push(step.name);
          if (step.name === 'programs') await new Promise<void>((resolve) => (installed = resolve));
          if (step.name === 'tests') {
            events.push('installed');
            installed();
          }
          return countOf(step, 0, counted(7));
        },
      },
    );
    const place = (name: string): number => events.indexOf(name);
    expect(place('programs')).toBeLessThan(place('tests'));
    expect(place('installed')).toBeLessThan(place('office'));
    expect(place('installed')).toBeLessThan(place('browser'));
  });

  it('close with both numbers, and have failed where nothing was counted', () => {
    expect(closingLine({ passed: 5, failed: 0, notRun: [] })).toBe('5 passed, 0 failed');
    expect(closingLine({ passed: 5, failed: 2, notRun: [] })).toBe('5 passed, 2 failed');
    expect(closingLine({ passed: 0, failed: 0, notRun: ['lint'] })).toBe('0 passed, 1 failed');
  });

  it('name scripts and files that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { command } of stepsWith()) {
      if (command[0] === 'npm') expect(scripts).toHaveProperty([command[command[1] === 'run' ? 2 : 1] ?? '']);
      for (const file of command.filter((word) => /^(cli|test|src|tsconfig).*\.(ts|json)$/.test(word)))
        expect([file, existsSync(file)]).toEqual([file, true]);
    }
  });

  it('decode recorded answers where they are given', () => {
    const decoding = (recorded?: string) => stepsWith(recorded).find(({ name }) => name === 'decode');
    expect(decoding('a-folder')?.command.at(-1)).toBe('a-folder');
    expect(decoding()).toBeUndefined();
  });
});

/** A stand-in for npm in a folder of its own; gives the environment that finds it first. */
function withNpm(root: string, script: string): NodeJS.ProcessEnv {
  const bin = path.join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(bin, 'npm'), 0o755);
  return { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
}

describe('a check of tests', () => {
  it('counts them in a clean checkout, where jest finds no folder for its counts', async () => {
    const counts = JSON.stringify(counted(3));
    const ended = await withProject({ 'package.json': '{ "type": "module" }' }, (root) =>
      spawnSync(
        process.execPath,
        [path.resolve('node_modules/tsx/dist/cli.mjs'), path.resolve('cli/check.ts'), 'tests'],
        {
          cwd: root,
          env: withNpm(root, `for last; do :; done\necho '${counts}' > "$last"`),
          encoding: 'utf8',
        },
      ),
    );
    expect([ended.status, ended.stdout.trimEnd().split('\n').at(-1)]).toEqual([0, '3 passed, 0 failed']);
  });
});

/** Runs the script where npm is a stand-in that says what it was asked and ends with `status`. */
const ciRun = (status: number, files: Record<string, string> = {}): Promise<[number | null, string[]]> =>
  withProject({ 'project/.ci/run': readFileSync('.ci/run', 'utf8'), ...files }, (root) => {
    const env = withNpm(root, `echo "npm $*"\nexit ${String(status)}`);
    const ended = spawnSync('bash', ['project/.ci/run'], { cwd: root, env, encoding: 'utf8' });
    return [ended.status, ended.stdout.trimEnd().split('\n')];
  });

describe('the script of CI', () => {
  it('installs, and runs the checks with the recorded answers where they are', async () => {
    const install = 'npm ci --no-audit --no-fund';
    const check = 'npm run --silent check -- --ci';
    expect(await ciRun(0)).toEqual([0, [install, check]]);
    const [, place = ''] = /^recorded=(\S+)$/m.exec(readFileSync('.ci/run', 'utf8')) ?? [];
    const recorded = { [path.join('project', place, 'a.json')]: '{}' };
    expect(await ciRun(0, recorded)).toEqual([0, [install, `${check} --recorded ${place}`]]);
  });

  it('stops when nothing can be installed', async () => {
    expect(await ciRun(1)).toEqual([1, [expect.stringMatching(/^npm ci/), '0 passed, 1 failed']]);
  });
});
